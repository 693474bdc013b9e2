"""What can be claimed about a text: one record type per file, data only."""

from fabula.document import Claim
from fabula.layers.alias import Alias, AliasKind
from fabula.layers.attribution import Attribution, AttributionType
from fabula.layers.cue import Cue
from fabula.layers.division import Division, DivisionKind
from fabula.layers.emphasis import Emphasis
from fabula.layers.entity import Entity, EntityKind
from fabula.layers.gender import Gender
from fabula.layers.given import GIVEN, PERSON, GivenCast, GivenCharacter, GivenSpeaker
from fabula.layers.identity import Identity
from fabula.layers.mention import Mention, MentionKind
from fabula.layers.narrator import Narrator
from fabula.layers.paragraph_kind import ParagraphKind
from fabula.layers.passage import Passage
from fabula.layers.pronouns import PRONOUN_SETS, PronounSet
from fabula.layers.quotation import Quotation, QuotationMode
from fabula.layers.role import Role, RoleKind
from fabula.layers.scene_mark import SceneMark

RECORDS: tuple[type[Claim], ...] = (
    Division,
    Passage,
    SceneMark,
    Emphasis,
    Quotation,
    Entity,
    Mention,
    Alias,
    Gender,
    Identity,
    Role,
    Narrator,
    Cue,
    Attribution,
)
"""Every record type, in the order in which reading makes them."""

__all__ = [
    "GIVEN",
    "PERSON",
    "PRONOUN_SETS",
    "RECORDS",
    "Alias",
    "AliasKind",
    "Attribution",
    "AttributionType",
    "Cue",
    "Division",
    "DivisionKind",
    "Emphasis",
    "Entity",
    "EntityKind",
    "Gender",
    "GivenCast",
    "GivenCharacter",
    "GivenSpeaker",
    "Identity",
    "Mention",
    "MentionKind",
    "Narrator",
    "ParagraphKind",
    "Passage",
    "PronounSet",
    "Quotation",
    "QuotationMode",
    "Role",
    "RoleKind",
    "SceneMark",
]
