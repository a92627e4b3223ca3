"""`makemessages` finds every string of the program that is marked for translation."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

PROGRAM = ("appointments", "b12guide", "content")
MARKERS_OF = {"appointments.phrases", "django.utils.translation"}
MARKER = re.compile(r"_|n?p?gettext(_lazy|_noop)?")


def marked_in(code: str) -> Iterator[str]:
    """Yield each string that is given to a marker, whatever the module calls it."""
    tree = ast.parse(code)
    markers = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in MARKERS_OF
        for alias in node.names
        if MARKER.fullmatch(alias.name)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in markers
            and isinstance(node.args[0], ast.Constant)
        ):
            yield node.args[0].value


@pytest.fixture(scope="module")
def program() -> dict[str, str]:
    """Return the source of every module, by its path."""
    files = (path for part in PROGRAM for path in (settings.BASE_DIR / part).rglob("*.py"))
    return {str(path.relative_to(settings.BASE_DIR)): path.read_text("utf-8") for path in files}


def found_by_makemessages(folder: Path, words: Path) -> set[str]:
    """Return the messages that `makemessages` finds in the modules of a folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setattr(settings, "LOCALE_PATHS", [words])
        others = [part.name for part in folder.iterdir() if part.name not in PROGRAM]
        call_command(
            "makemessages", locale=["xx"], extensions=["py"], ignore_patterns=others, verbosity=0
        )
    catalog = (words / "xx/LC_MESSAGES/django.po").read_text("utf-8")
    quoted = re.findall(r'^msgid ((?:".*"\n)+)', catalog, re.MULTILINE)
    return {ast.literal_eval(f"({text})") for text in quoted}


def test_makemessages_finds_all_that_is_marked(program, tmp_path):
    marked = {text: path for path, code in program.items() for text in marked_in(code)}
    assert len(marked) > 1000
    found = found_by_makemessages(settings.BASE_DIR, tmp_path)
    assert {text: path for text, path in marked.items() if text not in found} == {}


def test_a_marker_under_a_name_that_makemessages_does_not_know_is_seen(tmp_path):
    code = 'from appointments.phrases import _ as mark, _\nA, B = mark("lost"), _("found")\n'
    (tmp_path / "content").mkdir()
    (tmp_path / "content/words.py").write_text(code)
    assert set(marked_in(code)) - found_by_makemessages(tmp_path, tmp_path / "words") == {"lost"}
