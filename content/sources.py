"""The register of sources: who said it, where and when, and how we read it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from content.front_matter import ContentError, check_fields, parse_toml

REQUIRED = {"title": str, "publisher": str, "checked_on": date, "evidence": str}
OPTIONAL = {"year": int, "url": str, "via": str, "note": str}


class Evidence(StrEnum):
    """How a source was read. What nobody has read (memory) cannot enter the register."""

    READ = "V1"  # in the primary or official source
    SECONDARY = "V2"  # in a copy or summary of the primary source


# The label of the brief for what is known from memory only.
FROM_MEMORY = "M"
# "National Institute for Health and Care Excellence (NICE)" is known as "NICE"; but "(NHS)" says
# whom a hospital belongs to, not who it is.
SHORT_NAME = re.compile(r"\((?!NHS\))([A-Z]{2,})\)$")


class UnreadSourceError(ContentError):
    """The register names something that nobody has read; it may not be shown."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """One source; its id never changes, for articles, snippets and catalogues cite it.

    Attributes:
        id: As in the clinical brief (0.3).
        title: What was read.
        publisher: Who stands behind it.
        via: How we reached the publisher's text, where it was read in a copy or a summary.
        year: When it was published, where it says so.
        url: Where it was read, where there is a full address.
        checked_on: The day somebody last compared us with it.
        evidence: How it was read.
        note: How far it was read, for the person who confirms it; not shown to visitors.
    """

    id: str
    title: str
    publisher: str
    via: str | None
    year: int | None
    url: str | None
    checked_on: date
    evidence: Evidence
    note: str | None

    @property
    def cited(self) -> str:
        """Who said it, how we reached it, and when: as short as is honest."""
        return ", ".join(str(part) for part in (self.publisher, self.via, self.year) if part)

    @property
    def brief(self) -> str:
        """Publisher and year, in a few letters; the list of sources says the rest."""
        short = SHORT_NAME.search(self.publisher)
        publisher = short[1] if short else self.publisher
        return f"{publisher}, {self.year}" if self.year else publisher

    @property
    def read_at_the_publisher(self) -> bool:
        """Whether the publisher's own text was read, and not a copy or a summary of it."""
        return self.evidence is Evidence.READ


def read_sources(file: Path) -> dict[str, Source]:
    """Return the sources in a register file by their id.

    Raises:
        ContentError: An entry is wrong; the message names the file, the id and the key.
    """
    # TOML itself refuses a table that is there twice, so an id cannot repeat.
    tables = parse_toml(file.read_text(encoding="utf-8"), file=file)
    check_fields(tables, file=file, required={}, optional=dict.fromkeys(tables, dict))
    return {source_id: _source(source_id, table, file=file) for source_id, table in tables.items()}


def _source(source_id: str, table: Mapping[str, object], *, file: Path) -> Source:
    check_fields(table, file=file, required=REQUIRED, optional=OPTIONAL, inside=source_id)
    fields: dict[str, object] = {**dict.fromkeys(OPTIONAL), **table}
    url = table.get("url", "https://")
    if not str(url).startswith(("https://", "http://")):
        raise ContentError(
            file=file, key=f"{source_id}.url", reason=f"must be a full address, not {url!r}"
        )
    if table["evidence"] == FROM_MEMORY:
        raise UnreadSourceError(
            file=file, key=f"{source_id}.evidence", reason="from memory: read it before it is shown"
        )
    labels = tuple(str(label) for label in Evidence)
    if table["evidence"] not in labels:
        raise ContentError(
            file=file, key=f"{source_id}.evidence", reason=f"must be one of {', '.join(labels)}"
        )
    fields["evidence"] = Evidence(str(table["evidence"]))
    return Source(id=source_id, **fields)  # type: ignore[arg-type]  # checked just above
