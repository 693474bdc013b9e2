"""What can be claimed about a text: one record type per file, data only."""

from fabula.document import Claim
from fabula.layers.alias import Alias, AliasKind
from fabula.layers.answer import Answer
from fabula.layers.assertion import Assertion, AssertionKind
from fabula.layers.attribute import Attribute, AttributeKind
from fabula.layers.attribution import Attribution, AttributionType
from fabula.layers.containment import Containment
from fabula.layers.cue import Cue
from fabula.layers.deed import Deed
from fabula.layers.division import Division, DivisionKind
from fabula.layers.emphasis import Emphasis
from fabula.layers.entity import PEOPLE, Entity, EntityKind
from fabula.layers.entity_phrase import EntityPhrase
from fabula.layers.event import Event
from fabula.layers.expression import EntityType, Expression
from fabula.layers.gender import Gender
from fabula.layers.given import GIVEN, PERSON, GivenCast, GivenCharacter, GivenSpeaker
from fabula.layers.identity import Identity
from fabula.layers.level import Level, LevelKind
from fabula.layers.mention import Mention, MentionKind
from fabula.layers.narration import Narration
from fabula.layers.narrator import Narrator
from fabula.layers.paragraph_kind import ParagraphKind
from fabula.layers.passage import Passage
from fabula.layers.presence import Presence, PresenceMode
from fabula.layers.pronouns import PRONOUN_SETS, PronounSet
from fabula.layers.question import Question, QuestionKind
from fabula.layers.quotation import Quotation, QuotationMode
from fabula.layers.relation import Relation, RelationKind
from fabula.layers.role import Role, RoleKind
from fabula.layers.scene import Scene
from fabula.layers.scene_mark import SceneMark
from fabula.layers.tag_names import NUMBERS, TAGS
from fabula.layers.tempo import Tempo, TempoKind
from fabula.layers.time_expression import TimeExpression, TimeKind
from fabula.layers.time_relation import TimeRelation, TimeRelationKind
from fabula.layers.whereabouts import Whereabouts, WhereaboutsHow

RECORDS: tuple[type[Claim], ...] = (
    Division,
    Passage,
    SceneMark,
    Emphasis,
    Quotation,
    Expression,
    EntityPhrase,
    Event,
    Entity,
    Mention,
    Alias,
    Gender,
    Identity,
    Role,
    Narrator,
    Narration,
    TimeExpression,
    Cue,
    Attribution,
    Scene,
    Attribute,
    Relation,
    Deed,
    Presence,
    Containment,
    Whereabouts,
    Assertion,
    Question,
    Answer,
    Level,
    Tempo,
    TimeRelation,
)
"""Every record type, in the order in which reading makes them."""

__all__ = [
    "GIVEN",
    "NUMBERS",
    "PEOPLE",
    "PERSON",
    "PRONOUN_SETS",
    "RECORDS",
    "TAGS",
    "Alias",
    "AliasKind",
    "Answer",
    "Assertion",
    "AssertionKind",
    "Attribute",
    "AttributeKind",
    "Attribution",
    "AttributionType",
    "Containment",
    "Cue",
    "Deed",
    "Division",
    "DivisionKind",
    "Emphasis",
    "Entity",
    "EntityKind",
    "EntityPhrase",
    "EntityType",
    "Event",
    "Expression",
    "Gender",
    "GivenCast",
    "GivenCharacter",
    "GivenSpeaker",
    "Identity",
    "Level",
    "LevelKind",
    "Mention",
    "MentionKind",
    "Narration",
    "Narrator",
    "ParagraphKind",
    "Passage",
    "Presence",
    "PresenceMode",
    "PronounSet",
    "Question",
    "QuestionKind",
    "Quotation",
    "QuotationMode",
    "Relation",
    "RelationKind",
    "Role",
    "RoleKind",
    "Scene",
    "SceneMark",
    "Tempo",
    "TempoKind",
    "TimeExpression",
    "TimeKind",
    "TimeRelation",
    "TimeRelationKind",
    "Whereabouts",
    "WhereaboutsHow",
]
