"""Puts the answers into the sheet's PDF as a file, so that the sheet is also the save file."""

from pikepdf import Array, AttachedFileSpec, Name, Pdf

NAME = "b12-answers.json"
"""The one file that is ever put into, or looked for in, a PDF."""

DESCRIPTION = "The answers from which this sheet was made, to continue with B12 Guide"


def attach(document: Pdf, answers: bytes) -> None:
    """Embed the answers as JSON, and say that the document was made from them.

    The catalog's `AF` ties the file to the document as a whole (ISO 19005-3, 6.8). It carries no
    date, so that the same answers give the same bytes.
    """
    file = AttachedFileSpec(
        document,
        answers,
        filename=NAME,
        description=DESCRIPTION,
        mime_type="application/json",
        creation_date="",
        mod_date="",
    )
    file.relationship = Name.Source
    document.attachments[NAME] = file
    document.Root.AF = Array([document.attachments[NAME].obj])
