"""Completes the tags that WeasyPrint 70 leaves half done, so that a sheet can be read aloud.

Measured in its files: text in the page margins is marked as content, yet has no place in the tree
(PDF/UA-1 section 7.1 wants an artifact); header cells have no scope (7.5), the ids that cells point
to are not in an IDTree (ISO 32000-1, table 322), and numbered lists do not say so (7.6).
"""

from collections.abc import Iterable

from pikepdf import (
    Array,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Operator,
    Page,
    Pdf,
    parse_content_stream,
    unparse_content_stream,
)


def mend_tags(document: Pdf) -> None:
    """Make the text in the document's margins artifacts, and its tags complete."""
    tree = document.Root.StructTreeRoot
    top_level = {element.objgen for element in tree.K[0].K}
    numbers = list(tree.ParentTree.Nums.as_list())
    contents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for page in document.pages:
        _mark_running_text(document, page, contents[int(page.StructParents)], top_level)
    elements = [
        thing
        for thing in document.objects
        if isinstance(thing, Dictionary) and thing.get(Name.Type) == Name.StructElem
    ]
    _say_what_kind(elements)
    tree.IDTree = document.make_indirect(Dictionary(Names=_ids(elements)))


def _mark_running_text(
    document: Pdf, page: Page, content: Object, top_level: set[tuple[int, int]]
) -> None:
    """Turn the page's marked content that has no place in the tree into artifacts."""
    adrift = {
        number
        for number, element in enumerate(content.as_list())
        if _topmost(element).objgen not in top_level
    }
    artifact = ContentStreamInstruction(
        [Name.Artifact, Dictionary(Type=Name.Pagination)], Operator("BDC")
    )
    instructions = [
        artifact
        if str(instruction.operator) == "BDC" and instruction.operands[1].get(Name.MCID) in adrift
        else instruction
        for instruction in parse_content_stream(page)
    ]
    page.Contents = document.make_stream(unparse_content_stream(instructions))
    for number in adrift:
        content[number] = None


def _topmost(element: Object) -> Object:
    """Return the ancestor that is, or ought to be, directly below the document."""
    parent = element.P
    while parent[Name.S] != Name.Document:
        element, parent = parent, parent.P
    return element


def _say_what_kind(elements: Iterable[Object]) -> None:
    """Give header cells their scope and lists their numbering."""
    for element in elements:
        if element[Name.S] == Name.TH:
            in_head = element.P.P[Name.S] == Name.THead
            element.A.Scope = Name.Column if in_head else Name.Row
        elif element[Name.S] == Name.L:
            numbered = any(part[Name.S] == Name.Lbl for item in element.K for part in item.K)
            numbering = Name.Decimal if numbered else Name("/None")
            element.A = Dictionary(O=Name.List, ListNumbering=numbering)


def _ids(elements: Iterable[Object]) -> Array:
    """Return the pairs of a name tree, which must be sorted."""
    named = sorted((bytes(element.ID), element) for element in elements if Name.ID in element)
    return Array([part for pair in named for part in pair])
