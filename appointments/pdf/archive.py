"""Finishes the PDF: what WeasyPrint 70 makes as PDF/UA-1 becomes PDF/A-3a as well.

WeasyPrint can claim one standard at a time. PDF/A also wants to know what the colors mean, and a
description of the PDF/UA mark in the metadata itself (ISO 19005-3, 6.2.3 and 6.6.2.3).
"""

import zlib
from functools import cache
from importlib.resources import files
from io import BytesIO

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, Stream

from appointments.pdf.attachments import attach

MOST_TRIES = 20

CLAIM = b"""\
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def finish(pdf: bytes, *, answers: bytes | None = None) -> bytes:
    """Return the same pages, small, as PDF/A-3a and PDF/UA-1.

    Args:
        pdf: What WeasyPrint made as PDF/UA-1, with its tags mended, uncompressed.
        answers: JSON to embed, if the sheet is to be a save file.
    """
    with Pdf.open(BytesIO(pdf)) as document:
        metadata = document.Root.Metadata
        end = b"</rdf:RDF>"
        metadata.write(metadata.read_bytes().replace(end, CLAIM + end))
        document.Root.OutputIntents = Array([_colors(document)])
        if answers is not None:
            attach(document, answers)
        return _saved(document)


@cache
def _srgb() -> bytes:
    """Return the color profile that comes with WeasyPrint, compressed."""
    return zlib.compress((files("weasyprint.pdf") / "sRGB2014.icc").read_bytes())


def _colors(document: Pdf) -> Dictionary:
    """Return what says that all colors are sRGB."""
    profile = document.make_stream(_srgb(), N=3, Filter=Name.FlateDecode)
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier="sRGB",
        Info="sRGB2014",
        DestOutputProfile=profile,
    )


def _saved(document: Pdf) -> bytes:
    """Return the file, with no stream whose last byte is a carriage return.

    The line feed that follows would make a line end of it, and the stream one byte too short for
    strict readers (ISO 19005-3, 6.1.7.1). One compressed stream in 256 ends like that.
    """
    for stream in document.objects:
        if isinstance(stream, Stream):
            _end_well(stream)
    # The objects themselves are packed into streams on saving, 100 to a stream: after one more at
    # their head all are packed differently.
    for more in range(MOST_TRIES):
        if more:
            spare = [document.make_indirect(Dictionary()) for _ in range(more)]
            document.Root.B12_Spare = Array(spare)
        saved = BytesIO()
        document.save(saved, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
        if b"\r\nendstream" not in saved.getvalue():
            break
    return saved.getvalue()


def _end_well(stream: Stream) -> None:
    """Compress the stream, if that is not done yet, and keep a carriage return off its end."""
    raw = stream.read_raw_bytes()
    packed = raw if Name.Filter in stream else zlib.compress(raw)
    if packed.endswith(b"\r"):
        packed += b"\n"  # readers skip what follows the end of compressed data
    if packed != raw:
        stream.write(packed, filter=Name.FlateDecode)
