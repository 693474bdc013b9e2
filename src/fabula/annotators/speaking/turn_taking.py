"""What speaks for a candidate given who spoke before: how people take turns."""

from fabula.annotators.speaking.exchange import Turn, gap_name, length_of
from fabula.annotators.speaking.speaker_model import Features


def dynamic_features(
    turn: Turn,
    previous: Turn | None,
    candidate: str | None,
    history: tuple[str | None, ...],
    titles: frozenset[str],
    traces: str,
    *,
    tells: bool,
) -> Features:
    """What speaks for a candidate, with its titles and traces, given the speakers of the turns before, newest last.

    `tells` says that it is the narrator.
    """
    if not history or candidate is None:
        return []
    s, gap = turn.situation, gap_name(turn.gap)
    last = history[-1]
    if turn.continues:
        return [f"continues|{s}|{candidate == last}"]
    out = [f"repeats|{s}|{gap}|{candidate == last}"]
    if previous:
        out.append(f"lengths|{s}|{gap}|{length_of(previous.length)}|{length_of(turn.length)}|{candidate == last}")
    if len(history) > 1 and last != history[-2]:
        out.append(f"alternates|{s}|{gap}|{candidate == history[-2]}")
        if len(history) > 3:
            out.append(f"party|{s}|{gap}|{len(set(history[-4:]))}|{candidate == history[-2]}")
    elif len(history) > 2:
        out.append(f"third|{s}|{gap}|{candidate == history[-3]}")
    out.append(f"mix|{s}|{gap}|{_state(candidate, history)}|{traces}")
    if tells:
        out.append(f"narrator-state|{s}|{gap}|{_state(candidate, history)}")
    if previous and previous.called_titles and turn.gap <= 2:
        out.append(f"called-title-before|{s}|{not titles.isdisjoint(previous.called_titles)}")
    if turn.verb and turn.gap <= 2:
        out.append(f"verb|{turn.verb}|{min(turn.gap, 1)}|{_state(candidate, history)}")
    if turn.noun == "other":
        out.append(f"other|{candidate == last}")
    if candidate not in history:
        out.append(f"newcomer|{s}|{gap}")
    else:
        out.append(f"ago|{s}|{gap}|{history[::-1].index(candidate)}")
    if previous and previous.asks and turn.gap <= 2:
        out.append(f"asked|{s}|{candidate == last}")
    if previous and previous.cut and turn.gap <= 2:
        out.append(f"cut|{s}|{candidate == last}")
    if turn.answers:
        out.append(f"answers|{s}|{gap}|{candidate == last}")
    if previous and previous.called and turn.gap <= 2:
        out.append(f"called-before|{s}|{candidate in previous.called}")
    return out


def _state(candidate: str, history: tuple[str | None, ...]) -> str:
    """Where a candidate stands in the turns before: spoke last, alternates with whoever did, spoke earlier, or not."""
    if candidate == history[-1]:
        return "last"
    if len(history) > 1 and candidate == history[-2]:
        return "before"
    return "earlier" if candidate in history else "new"


def traces_of(turn: Turn, candidate: str | None) -> str:
    """Where around the turn a candidate is named, as letters."""
    places = {"b": turn.before, "a": turn.after, "l": turn.leading, "c": turn.called, "t": turn.talked}
    return "".join(letter for letter, entities in places.items() if candidate in entities)
