"""What coreference leaves to the mentions that names and speakers have made."""

import numpy as np
import pytest

from fabula.annotators.coreference.coreference import Coreference
from fabula.annotators.coreference.resolver import Resolver, View
from fabula.layers import GivenCast, GivenCharacter, Mention
from fabula.pipeline import ANNOTATORS, read_source, read_text
from fabula.text import Source


def first_in_sight(view: View) -> int:
    slots = np.flatnonzero(view.may)
    return int(slots[0]) if len(slots) else -1


class Hasty(Coreference):
    """Takes every expression for the first person in sight."""

    def __init__(self, source: Source, given: GivenCast) -> None:
        super().__init__(source, given)
        self._resolver = Resolver(first_in_sight)


@pytest.mark.usefixtures("model")
def test_nobody_of_a_closed_cast_is_called_by_a_name_that_is_not_theirs() -> None:
    text = "The porter came in. “Robert Tallow is late,” said the porter. Ada looked for Robert Tallow."
    given = GivenCast((GivenCharacter("The Porter"), GivenCharacter("Ada")), closed=True)
    story = read_source(
        Source(text), given=given, annotators=[Hasty if one is Coreference else one for one in ANNOTATORS]
    )
    called = {one.span.of(text) for one in story.document.layer(Mention).current() if one.kind == "proper"}
    assert called == {"Ada"}


@pytest.mark.usefixtures("model")
def test_the_short_form_by_which_a_cue_describes_who_speaks_stays() -> None:
    text = "The door opened. “Who is there?” said an old man with a lamp. “Nobody,” said Ada."
    mentions = read_text(text).document.layer(Mention).current()
    assert {"an old man", "an old man with a lamp"} <= {one.span.of(text) for one in mentions}
