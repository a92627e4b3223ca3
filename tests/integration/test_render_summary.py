"""`manage.py render_summary`: the sheet as on the web, and a sentence for what cannot be read."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from pypdf import PdfReader

from appointments.answers import Answers
from appointments.management.commands.render_summary import USAGE_ERROR
from appointments.save_file import checked
from tests.pdf_checks import assert_pdf_ua, smallest_text

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "tests" / "cases" / "reference.json"
SECRET = "a7-canary"


def run(*arguments, stdin=b""):
    """Run the command as from a shell."""
    return subprocess.run(
        [sys.executable, "manage.py", "render_summary", *map(str, arguments)],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        check=False,
    )


@pytest.fixture
def output(tmp_path):
    return tmp_path / "sheet"


@pytest.fixture
def refusal(tmp_path, output):
    """Return a function that gives the sentence about a file of answers that cannot be read."""

    def refuse(content):
        path = tmp_path / "answers.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        output.write_text("an earlier sheet")
        with pytest.raises(CommandError) as error:
            call_command("render_summary", str(path), output=output)
        assert error.value.returncode == USAGE_ERROR == 2
        assert output.read_text() == "an earlier sheet"
        sentence = str(error.value)
        assert SECRET not in sentence
        assert "\n" not in sentence
        assert sentence.startswith(f"{path}")
        return sentence.removeprefix(f"{path}").removeprefix(": ")

    return refuse


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_makes_the_pdf(output, paper, size):
    call_command("render_summary", str(REFERENCE), "--paper", paper, output=output)
    assert_pdf_ua(output.read_bytes())
    (page,) = PdfReader(output).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == size


def test_makes_html_and_text(output):
    call_command("render_summary", str(REFERENCE), output=output, format="html")
    html = output.read_text("utf-8")
    assert html.lstrip().startswith("<!DOCTYPE html>")
    assert "148 pg/mL" in html
    call_command("render_summary", str(REFERENCE), output=output, format="text")
    assert "Result: 148 pg/mL (about 109.2 pmol/L, below the lab’s range)" in output.read_text(
        "utf-8"
    )


def test_makes_json(output):
    call_command("render_summary", str(REFERENCE), output=output, format="json")
    sheet = json.loads(output.read_text("utf-8"))
    assert (sheet["format"], sheet["version"], sheet["language"]) == ("b12-guide-sheet", 1, "en-us")
    assert "148 pg/mL" in json.dumps(sheet)


@pytest.mark.parametrize(("data", "found"), [("yes", True), ("no", False), (None, True)])
def test_the_pdf_holds_the_answers_unless_they_are_not_wanted(output, data, found):
    options = {"data": data} if data else {}
    call_command("render_summary", str(REFERENCE), output=output, **options)
    embedded = PdfReader(output).attachments.get("b12-answers.json")
    assert bool(embedded) is found
    if embedded:
        assert checked(embedded[0]) == Answers.from_json(REFERENCE.read_bytes())


@pytest.mark.parametrize(("size", "smallest"), [("standard", 11), ("large", 18)])
def test_the_letters_are_as_large_as_wanted(output, size, smallest):
    call_command("render_summary", str(REFERENCE), output=output, size=size)
    assert smallest_text(output.read_bytes()) == smallest


def test_reads_a_file_that_an_editor_put_its_mark_before(tmp_path, output):
    path = tmp_path / "answers.json"
    path.write_bytes(b"\xef\xbb\xbf" + REFERENCE.read_bytes())
    call_command("render_summary", str(path), output=output, format="text")
    assert output.exists()


def test_from_the_shell_it_reads_standard_input_and_says_nothing(output):
    done = run("-", "--output", output, "--format", "text", stdin=REFERENCE.read_bytes())
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert "For my appointment" in output.read_text("utf-8")


def test_from_the_shell_a_refusal_is_one_sentence_and_exit_code_2(output):
    done = run("-", "--output", output, stdin=b'{"version": 1, "country": "a7-canary"}')
    assert done.returncode == USAGE_ERROR
    assert done.stdout == b""
    assert done.stderr.startswith(b"CommandError: standard input: country is wrong: ")
    assert done.stderr.count(b"\n") == 1
    assert b"canary" not in done.stderr
    assert not output.exists()


def test_from_the_shell_an_unknown_paper_is_refused(output):
    done = run(REFERENCE, "--output", output, "--paper", "a3")
    assert done.returncode == USAGE_ERROR
    assert b"--paper: invalid choice" in done.stderr
    assert b"Traceback" not in done.stderr
    assert not output.exists()


def test_standard_input_that_is_not_utf_8(output, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe")))
    with pytest.raises(CommandError, match="standard input is not a text file in UTF-8"):
        call_command("render_summary", "-", output=output)
    assert not output.exists()


def test_a_missing_file(tmp_path, output):
    missing = tmp_path / "no.json"
    with pytest.raises(CommandError, match=r"no\.json cannot be read: No such file") as error:
        call_command("render_summary", str(missing), output=output)
    assert error.value.returncode == USAGE_ERROR
    assert not output.exists()


def test_an_output_that_cannot_be_written(tmp_path):
    with pytest.raises(CommandError, match="cannot be written: No such file") as error:
        call_command("render_summary", str(REFERENCE), output=tmp_path / "no" / "sheet.pdf")
    assert error.value.returncode == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xff\xfe{}", " is not a text file in UTF-8"),
        (b"", "the file as a whole is wrong: Invalid JSON"),
        (SECRET.encode(), "the file as a whole is wrong: Invalid JSON"),
        (b'{"about": {"name": "a7-canary"', "the file as a whole is wrong: Invalid JSON"),
        ([SECRET], "the file as a whole is wrong"),
        ({"version": SECRET}, "version is wrong"),
        ({"symptoms": SECRET}, "symptoms is wrong"),
        ({"about": {"nickname": SECRET}}, "about.nickname is wrong: Extra inputs"),
        ({"about": {"date_of_birth": SECRET}}, "about.date_of_birth is wrong"),
        ({"about": {"name": SECRET * 9}}, "about.name is wrong: String should have at most"),
        ({"country": SECRET}, "country is wrong"),
        ({"pregnancy": {"status": SECRET}}, "pregnancy.status is wrong"),
        (
            {"symptoms": {"entries": [{"item": 1, "symptom": SECRET}]}},
            "symptoms.entries.0.symptom is wrong",
        ),
        (
            {"lab_results": {"entries": [{"item": SECRET, "test": "hb"}]}},
            "lab_results.entries.0.item is wrong",
        ),
        (
            {"medicines": {"entries": [{"item": 1, "medicine": "other", "dose": SECRET}]}},
            "medicines.entries.0 is wrong: own_words must say what it is",
        ),
        (
            {
                "symptoms": {"entries": [{"item": 1, "symptom": "fatigue"}]},
                "questions": {"own": [{"item": 1, "text": SECRET}]},
            },
            "the file as a whole is wrong: item must be a number that no other entry has",
        ),
    ],
)
def test_what_is_wrong_is_named_and_what_was_typed_is_not_repeated(refusal, content, sentence):
    assert refusal(content).startswith(sentence)
