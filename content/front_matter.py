"""Split a content file into header and body; a wrong header is named by file and key."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FENCE = "+++"
NAMES = {
    str: "text",
    int: "a whole number",
    bool: "true or false",
    date: "a date such as 2026-11-22",
    dict: "a table",
    list: "a list",
}


class ContentError(Exception):
    """A content file is wrong; the message names the file and the key."""

    def __init__(self, *, file: Path, key: str, reason: str) -> None:
        super().__init__(f"{file.name}: {key}: {reason}")
        self.file = file
        self.key = key
        self.reason = reason


@dataclass(frozen=True, kw_only=True)
class Document:
    """A content file, taken apart: checked header, Markdown body."""

    file: Path
    header: Mapping[str, Any]
    body: str


def read_document(
    file: Path, *, required: Mapping[str, type], optional: Mapping[str, type]
) -> Document:
    """Return the checked header and the body of a file.

    Raises:
        ContentError: The header is missing, is not TOML, or a key is missing, unknown or of the
            wrong type.
    """
    empty, fence, rest = file.read_text(encoding="utf-8").partition(FENCE + "\n")
    header_text, closing, body = rest.partition("\n" + FENCE + "\n")
    if empty or not fence or not closing:
        raise ContentError(
            file=file, key=FENCE, reason=f"the file must begin with a header between {FENCE} lines"
        )
    header = parse_toml(header_text, file=file)
    check_fields(header, file=file, required=required, optional=optional)
    return Document(file=file, header=header, body=body.strip())


def parse_toml(text: str, *, file: Path) -> dict[str, Any]:
    """Return the TOML in `text`, or raise a ContentError that names the file."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContentError(file=file, key="header", reason=f"not TOML: {error}") from error


def check_fields(
    fields: Mapping[str, Any],
    *,
    file: Path,
    required: Mapping[str, type],
    optional: Mapping[str, type],
    inside: str = "",
) -> None:
    """Raise a ContentError for the first key that is missing, unknown, blank or of a wrong type.

    Args:
        fields: What the file says.
        file: The file, for the message.
        required: Keys that must be there, with their type.
        optional: Keys that may be there, with their type.
        inside: The table the keys stand in, put before the key in the message.
    """
    prefix = f"{inside}." if inside else ""
    for key in required:
        if key not in fields:
            raise ContentError(file=file, key=prefix + key, reason="is missing")
    known = {**required, **optional}
    for key, value in fields.items():
        if key not in known:
            raise ContentError(file=file, key=prefix + key, reason="is not a known key")
        # Not isinstance: true is an int, and a time of day is a date, yet neither is meant here.
        if type(value) is not known[key]:
            raise ContentError(
                file=file, key=prefix + key, reason=f"must be {NAMES[known[key]]}, not {value!r}"
            )
        if isinstance(value, str) and not value.strip():
            raise ContentError(file=file, key=prefix + key, reason="is empty")


def read_names(value: object, *, file: Path, key: str) -> tuple[str, ...]:
    """Return a list of names, or raise a ContentError if it is none."""
    if not isinstance(value, list) or not all(
        isinstance(name, str) and name.strip() for name in value
    ):
        raise ContentError(file=file, key=key, reason="must be a list of names")
    return tuple(value)
