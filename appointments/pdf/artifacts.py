"""Completes the tags that WeasyPrint 70 leaves half done, so that a sheet can be read aloud.

Measured in its files: text in the page margins is marked as content, yet has no place in the tree
(PDF/UA-1 section 7.1 wants an artifact); header cells have no scope (7.5), the ids that cells point
to are not in an IDTree (ISO 32000-1, table 322), and numbered lists do not say so (7.6).

It is done before WeasyPrint writes the file: to read it again takes several times as long.
"""

from collections.abc import Iterable
from typing import Any

from pydyf import PDF, Array, Dictionary, Object, Stream  # type: ignore[import-untyped]


def found(pdf: PDF, reference: bytes) -> Any:
    """Return the object that a reference such as b"12 0 R" points to."""
    return pdf.objects[int(reference.partition(b" ")[0])]


def mend_tags(pdf: PDF) -> None:
    """Make the text in the document's margins artifacts, and its tags complete."""
    tree = found(pdf, pdf.catalog["StructTreeRoot"])
    (root,) = tree["K"]
    top_level = set(found(pdf, root)["K"])
    contents = found(pdf, tree["ParentTree"])["Nums"][1::2]
    for page, content in zip(pdf.pages["Kids"][::3], contents, strict=False):
        drawn = found(pdf, pdf.objects[page]["Contents"])
        _mark_running_text(pdf, drawn, content, top_level)
    elements = [thing for thing in pdf.objects if _is_element(thing)]
    _say_what_kind(pdf, elements)
    ids = Dictionary({"Names": _ids(elements)})
    pdf.add_object(ids)
    tree["IDTree"] = ids.reference


def _mark_running_text(pdf: PDF, drawn: Stream, content: Array, top_level: set[bytes]) -> None:
    """Turn the page's marked content that has no place in the tree into artifacts."""
    adrift = {
        number for number, element in enumerate(content) if _topmost(pdf, element) not in top_level
    }
    for place, operand in enumerate(drawn.stream):
        if isinstance(operand, Dictionary) and operand.get("MCID") in adrift:
            drawn.stream[place - 1 : place + 1] = "/Artifact", Dictionary({"Type": "/Pagination"})
    for number in adrift:
        content[number] = "null"


def _topmost(pdf: PDF, element: bytes) -> bytes:
    """Return the ancestor that is, or ought to be, directly below the document."""
    parent = found(pdf, element)["P"]
    while found(pdf, parent)["S"] != "/Document":
        element, parent = parent, found(pdf, parent)["P"]
    return element


def _is_element(thing: Object) -> bool:
    return isinstance(thing, Dictionary) and thing.get("Type") == "/StructElem"


def _say_what_kind(pdf: PDF, elements: Iterable[Dictionary]) -> None:
    """Give header cells their scope and lists their numbering."""
    for element in elements:
        if element["S"] == "/TH":
            row = found(pdf, element["P"])
            in_head = found(pdf, row["P"])["S"] == "/THead"
            element["A"]["Scope"] = "/Column" if in_head else "/Row"
        elif element["S"] == "/L":
            items = (found(pdf, item) for item in element["K"])
            parts = (found(pdf, part) for item in items for part in item["K"])
            numbering = "/Decimal" if any(part["S"] == "/Lbl" for part in parts) else "/None"
            element["A"] = Dictionary({"O": "/List", "ListNumbering": numbering})


def _ids(elements: Iterable[Dictionary]) -> Array:
    """Return the pairs of a name tree, which must be sorted."""
    named = [(element["ID"], element.reference) for element in elements if "ID" in element]
    return Array(part for pair in sorted(named, key=lambda pair: pair[0].string) for part in pair)
