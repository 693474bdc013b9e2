"""XML parsed with entities, external references and recursion kept out."""

from typing import Any, Protocol
from xml.etree.ElementTree import Element, ParseError

from fabula.errors import DamagedFile, UnsafeFile


class Target(Protocol):
    """Takes the events of a document in order; names are `{namespace}local`."""

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        """An element begins."""
        ...

    def end(self, tag: str) -> None:
        """An element ends."""
        ...

    def data(self, data: str) -> None:
        """Text, in pieces."""
        ...


def local(tag: str) -> str:
    """The name without its namespace."""
    return tag.rpartition("}")[2]


def parse(data: bytes, what: str, target: Target | None = None) -> Any:
    """Feeds a document to `target`, or returns its root element if there is none.

    `what` names the document in errors: `UnsafeFile` if it defines entities, `DamagedFile` if it is not XML.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    parser = DefusedXMLParser(target=target) if target else DefusedXMLParser()
    try:
        parser.feed(data)
        return parser.close()
    except DefusedXmlException as error:
        raise UnsafeFile(f"{what} defines entities of its own, as files made to do harm do ({error}).") from error
    except (ParseError, ValueError, LookupError) as error:
        raise DamagedFile(f"{what} is not well-formed XML ({error}). Fetch or save the file again.") from error


def find(root: Element, name: str) -> list[Element]:
    """All elements of a local name, in document order."""
    return [element for element in root.iter() if isinstance(element.tag, str) and local(element.tag) == name]


def words_of(element: Element) -> str:
    """The text of an element, white space collapsed."""
    return " ".join("".join(element.itertext()).split())
