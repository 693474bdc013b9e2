"""Names, and who bears them, for tests."""

from fabula.annotators.naming.name import Name
from fabula.annotators.naming.name_parts import parse
from fabula.annotators.naming.people import People
from fabula.annotators.naming.person import Person
from fabula.text import Span

TITLES = frozenset("mr mrs miss sir lady dr captain general aunt master countess".split())


def name(form: str) -> Name:
    words = [word.strip(".").lower() for word in form.split()]
    article = words[0] == "the"
    words = words[article:]
    titles = tuple(word for word in words if word in TITLES)
    return Name(Span(0, 1), form, titles, tuple(word for word in words if word not in TITLES), article)


def met(*forms: str) -> list[str]:
    """Who bears each name, in the order in which they are read: the first form of that person."""
    people, firsts = People(), dict[str, str]()
    out = []
    for position, form in enumerate(forms):
        parsed = parse(name(form))
        person = people.find(name(form), parsed, position)
        if person is None:
            person = Person(f"e{len(firsts) + 1}")
            people.enter(person)
            firsts[person.id] = form
        people.learn(person, name(form), parsed, position)
        out.append(firsts[person.id])
    return out
