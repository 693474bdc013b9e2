from typing import Any, ClassVar

from fabula.annotators.speaking.exchange import Turn
from fabula.annotators.speaking.speakers import Speakers
from fabula.annotators.speaking.turns import ELSEWHERE
from fabula.pipeline import ANNOTATORS, read_source
from fabula.text import Source


class Noting(Speakers):
    """Keeps the turns that it settles."""

    seen: ClassVar[list[Turn]] = []

    def settle(self, *given: Any) -> None:
        self.seen.extend(given[3])
        super().settle(*given)


def turns(text: str) -> list[Turn]:
    Noting.seen.clear()
    read_source(Source(text), annotators=[Noting if one is Speakers else one for one in ANNOTATORS])
    return list(Noting.seen)


def test_who_stands_behind_to_in_the_cue_is_told() -> None:
    first, second = turns("Ada and Ned sat by the stove.\n\n“It is late,” Ada said to Ned.\n\n“It is,” said Ned.\n")
    assert len(first.told) == 1
    assert first.told[0] != first.cued
    assert second.told == []


def test_a_scene_parts_the_turns_before_it_from_those_behind() -> None:
    spoken = "“Sit down, Ned,” said Ada.\n\n“No,” said Ned.\n\n"
    assert turns(spoken + "“Why?” said Ada.\n")[2].gap == 1
    assert turns(spoken + "* * *\n\n“Why?” said Ada.\n")[2].gap >= ELSEWHERE


def test_who_is_called_inside_what_a_speaker_tells_is_not_called_by_them() -> None:
    scene = "Ada and Ned sat by the stove. Tom was away.\n\n"
    (turn,) = turns(scene + "“He came in, and I told him, ‘Tom, you are late,’ and he laughed,” said Ada.\n")
    assert turn.called == []
    assert len(turn.talked) == 1
    (turn,) = turns(scene + "“Tom, he came in, and I told him, ‘You are late,’ and he laughed,” said Ada.\n")
    assert len(turn.called) == 1


def test_who_names_themselves_inside_what_a_speaker_tells_is_not_the_speaker() -> None:
    (turn,) = turns("Ada and Ned sat by the stove.\n\n“He came in and said, ‘I am Ned,’ and laughed,” said Ada.\n")
    assert turn.introduced == []
