"""Titles of persons: where each may stand, and which of them nobody bears together."""

GIVEN_TITLES = frozenset(
    "sir lady dame miss master aunt uncle father brother sister king queen prince princess saint st mother cousin "
    "granny grandma grandpa auntie nurse don donna lord".split()
)
"""Titles that stand before a given name, too."""
HIGH = frozenset("sir lady lord dame king queen prince princess aunt uncle".split())
"""Titles that nobody puts before a pet name of somebody else's; neither they nor officers go by pet names."""
CLASHES = (
    frozenset({"mrs", "miss"}),
    frozenset({"lady", "miss"}),
    frozenset({"mr", "master"}),
    frozenset({"mr", "sir"}),
    frozenset({"master", "sir"}),
)
BOYS = frozenset({"mr", "master"})
"""What a boy may be called in jest and in earnest."""
WOMEN = frozenset("mrs miss lady madam madame mlle mademoiselle dame queen princess duchess countess frau".split())
RANKS = frozenset(
    "captain capt major colonel col general admiral commodore lieutenant sergeant corporal commander sir lord mr "
    "reverend rev bishop father brother king prince duke count baron earl squire monsieur".split()
)
"""Titles that, in the fiction of most periods, a woman does not share with her husband or father."""
MILITARY = frozenset("captain major colonel general admiral commodore lieutenant sergeant corporal".split())
"""Ranks of which one person bears one, and no plain Mr. with it."""
LEARNED = frozenset("dr professor inspector judge".split())
"""Titles of office, of which a family rarely has two."""


def clash(titles: set[str], others: set[str]) -> bool:
    """Whether one person cannot bear both these titles and those."""
    if (titles & WOMEN and others & RANKS) or (titles & RANKS and others & WOMEN):
        return True
    ranks, other_ranks = titles & MILITARY, others & MILITARY
    if (ranks and (other_ranks or "mr" in others) and not ranks & other_ranks) or (other_ranks and "mr" in titles):
        return True
    shares = ((pair & titles, pair & others) for pair in CLASHES)
    return any(mine and theirs and mine.isdisjoint(theirs) for mine, theirs in shares)
