"""What `fabula show` shows, one file per view."""

from fabula.cli.views.addresses import ADDRESSES
from fabula.cli.views.attributes import ATTRIBUTES
from fabula.cli.views.chapters import CHAPTERS
from fabula.cli.views.character import CHARACTER
from fabula.cli.views.characters import CHARACTERS
from fabula.cli.views.deeds import DEEDS
from fabula.cli.views.feelings import FEELINGS
from fabula.cli.views.knowledge import KNOWLEDGE
from fabula.cli.views.network import NETWORK
from fabula.cli.views.places import PLACES
from fabula.cli.views.presence import PRESENCE
from fabula.cli.views.questions import QUESTIONS
from fabula.cli.views.quotations import QUOTATIONS, SPEECH, UNCERTAIN
from fabula.cli.views.relations import RELATIONS
from fabula.cli.views.scenes import SCENES
from fabula.cli.views.summary import SUMMARY
from fabula.cli.views.timeline import TIMELINE
from fabula.cli.views.times import TIMES
from fabula.cli.views.view import View
from fabula.cli.views.whereabouts import WHEREABOUTS

VIEWS: tuple[View, ...] = (
    SUMMARY,
    CHARACTERS,
    CHARACTER,
    ATTRIBUTES,
    RELATIONS,
    DEEDS,
    NETWORK,
    ADDRESSES,
    CHAPTERS,
    SCENES,
    PRESENCE,
    PLACES,
    WHEREABOUTS,
    SPEECH,
    QUOTATIONS,
    TIMELINE,
    TIMES,
    KNOWLEDGE,
    QUESTIONS,
    FEELINGS,
    UNCERTAIN,
)
"""Every view, in the order in which a person meets them; the first is the default."""

__all__ = ["VIEWS", "View"]
