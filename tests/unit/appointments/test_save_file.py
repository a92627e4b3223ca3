"""The sheet's PDF gives back the answers that were put into it, and no others."""

from __future__ import annotations

import json
import re
import resource
import zlib
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from builders import any_answers, full_answers, long_notes, some_answers
from django.core.exceptions import ValidationError
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pikepdf import Array, AttachedFileSpec, Dictionary, Encryption, Name, Pdf, Permissions
from pypdf import PdfWriter

from appointments import save_file, sealed_cookie
from appointments.answer_types import MAX_LINE
from appointments.answers import Answers
from appointments.clinic_contact import MAX_HOURS, ClinicContact
from appointments.doubts import doubts
from appointments.pdf import extraction, reading
from appointments.pdf.attachments import NAME
from appointments.pdf.render import Paper
from appointments.pdf.sheet import render_sheet
from appointments.save_file import answers_from, answers_to_embed, checked
from appointments.summary.build import build_summary
from tests.pdf_checks import text_of

CASES = Path(__file__).parents[2] / "cases"
DAY = date(2026, 11, 22)


def sheet_of(answers: Answers, *, data=True) -> bytes:
    return render_sheet(
        build_summary(answers, today=DAY),
        paper=Paper.A4,
        answers=answers_to_embed(answers) if data else None,
    )


def fault(pdf: bytes) -> str:
    with pytest.raises(ValidationError) as refused:
        answers_from(pdf)
    return str(refused.value.messages[0])


def fault_of(text: bytes | str | dict) -> str:
    if isinstance(text, dict):
        text = json.dumps(text)
    with pytest.raises(ValidationError) as refused:
        checked(text.encode() if isinstance(text, str) else text)
    return str(refused.value.messages[0])


@pytest.fixture(scope="module")
def sheet() -> bytes:
    return sheet_of(full_answers())


def changed(pdf: bytes, change, **options) -> bytes:
    """Return the PDF after a change with pikepdf."""
    with Pdf.open(BytesIO(pdf)) as document:
        change(document)
        saved = BytesIO()
        document.save(saved, **options)
        return saved.getvalue()


def with_file(pdf: bytes, content: bytes, *, name: str = NAME) -> bytes:
    """Return the PDF with another file in the place of the answers."""

    def swap(document):
        del document.attachments[NAME]
        document.attachments[name] = AttachedFileSpec(document, content, filename=name)

    return changed(pdf, swap)


def test_no_stream_ends_with_what_looks_like_half_a_line_end():
    # Each sheet has a dozen streams, and one in 256 ends so.
    for number in range(12):
        pdf = sheet_of(some_answers(about={"name": f"Patient {number}"}))
        assert b"\r\nendstream" not in pdf


def test_the_answers_are_a_file_that_says_what_it_is(sheet):
    with Pdf.open(BytesIO(sheet)) as document:
        file = document.attachments[NAME]
        assert file.obj.AFRelationship == Name.Source
        assert file.obj.UF == NAME
        assert [part.objgen for part in document.Root.AF] == [file.obj.objgen]
        assert file.get_file().mime_type == "application/json"
        assert file.get_file().read_bytes() == answers_to_embed(full_answers())


def test_the_same_answers_give_the_same_file(sheet):
    assert sheet_of(full_answers()) == sheet


def test_data_changes_nothing_that_is_printed(sheet):
    assert text_of(sheet) == text_of(sheet_of(full_answers(), data=False))


def test_the_answers_come_back(sheet):
    assert answers_from(sheet) == full_answers()


@pytest.mark.parametrize("case", sorted(path.stem for path in CASES.glob("*.json")))
def test_every_sample_comes_back(case):
    answers = Answers.from_json((CASES / f"{case}.json").read_bytes())
    back = checked(answers_to_embed(answers))
    assert back == answers.replace(acknowledged=(), shared_computer=False)


def as_kept(value):
    """Return JSON as the boxes of the form would have kept its texts and dates."""
    if isinstance(value, dict):
        # What a clinic says of itself comes from the database, and not through any box.
        return {name: part if name == "clinic" else as_kept(part) for name, part in value.items()}
    if isinstance(value, list):
        return [as_kept(part) for part in value]
    if not isinstance(value, str):
        return value
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return f"{1950 + int(value[:4]) % 70}{value[4:].replace('02-29', '02-28')}"
        return save_file.LINE.clean(value)
    except ValidationError:
        return ""


def some_contact(hours):
    return ClinicContact(slug="riverside", name="Riverside", phone="020 7946 0000", hours=hours)


CLINICS = st.builds(some_contact, st.text(st.characters(codec="utf-8"), max_size=MAX_HOURS))


@settings(max_examples=150)
@given(any_answers(), st.none() | CLINICS)
def test_whatever_the_form_kept_comes_back_whole(answers, clinic):
    answers = answers.replace(clinic=clinic)
    answers = Answers.model_validate(as_kept(answers.model_dump(mode="json")))
    assume(answers != Answers())
    assert checked(answers_to_embed(answers)) == answers
    list(doubts(answers))  # says what it says, and never fails


@pytest.mark.parametrize("long", [MAX_LINE, MAX_LINE + 1, MAX_HOURS])
def test_a_clinic_may_say_at_length_when_somebody_answers(long):
    answers = some_answers(clinic=some_contact("x" * long))
    assert checked(answers_to_embed(answers)) == answers


def test_a_sheet_of_long_ago_comes_back_with_its_day(monkeypatch):
    answers = some_answers(about={"appointment_on": "2026-12-03"})
    monkeypatch.setattr(save_file.timezone, "localdate", lambda: date(2061, 1, 1))
    assert checked(answers_to_embed(answers)) == answers


def test_what_fills_the_browser_to_the_brim_comes_back(monkeypatch):
    answers = full_answers()
    brim = len(sealed_cookie.seal(answers)) + sealed_cookie.SPARE
    monkeypatch.setattr(sealed_cookie, "LONGEST_SEALED", brim)
    # The mark of a shared computer would be too much; but this one is not shared.
    with pytest.raises(sealed_cookie.AnswersTooLongError):
        sealed_cookie.seal(answers.replace(shared_computer=True))
    assert checked(answers_to_embed(answers)) == answers


def test_no_list_holds_one_thing_twice():
    pair = [{"item": 1, "symptom": "fatigue"}, {"item": 2, "symptom": "fatigue", "since": "May"}]
    assert fault_of({"symptoms": {"has": "some", "entries": pair}}) == save_file.CHANGED
    own = [{"item": n, "medicine": "other", "own_words": "Ramipril"} for n in (1, 2)]
    assert fault_of({"medicines": {"has": "some", "entries": own}}) == save_file.CHANGED
    results = [{"item": n, "test": "hb", "value": "121", "unit": "g_per_l"} for n in (1, 2)]
    text = json.dumps({"lab_results": {"has": "some", "entries": results}}).encode()
    assert len(checked(text).lab_results.entries) == 2


@pytest.mark.parametrize(
    ("part", "entry"), [("lab_results", {"test": "hb"}), ("attempts", {"route": "tablet"})]
)
@pytest.mark.parametrize("has", ["none", "unknown", None])
def test_no_list_with_entries_is_said_to_be_empty(part, entry, has):
    entries = [{"item": 1, **entry}]
    assert fault_of({part: {"has": has, "entries": entries}}) == save_file.CHANGED


def test_neither_the_computer_nor_the_warnings_that_were_read_are_in_the_file():
    answers = full_answers().replace(shared_computer=True, acknowledged=("under_16",))

    assert answers_to_embed(answers) == answers_to_embed(full_answers())
    back = checked(answers.to_json().encode())
    assert back == full_answers()


def test_a_sheet_that_another_program_saved_again_still_works(sheet):
    assert answers_from(changed(sheet, lambda _document: None, linearize=True)) == full_answers()


def test_a_sheet_that_pypdf_saved_again_still_works(sheet):
    writer, saved = PdfWriter(clone_from=BytesIO(sheet)), BytesIO()
    writer.write(saved)
    assert answers_from(saved.getvalue()) == full_answers()


def test_a_lock_without_a_password_to_open_it_does_no_harm(sheet):
    lock = Encryption(owner="secret", user="", allow=Permissions(modify_other=False))
    assert answers_from(changed(sheet, lambda _document: None, encryption=lock)) == full_answers()


def test_only_the_named_file_is_read(sheet):
    def add(document):
        for name in ("a.json", "zz.json", "b12-answers.json.exe"):
            document.attachments[name] = AttachedFileSpec(document, b"{}", filename=name)

    assert answers_from(changed(sheet, add)) == full_answers()
    other = with_file(sheet, answers_to_embed(full_answers()), name="answers.json")
    assert "no answers inside this PDF" in fault(other)


def test_a_sheet_without_data_says_so():
    assert "no answers inside this PDF" in fault(sheet_of(full_answers(), data=False))


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n", b"hello", b"\x00" * 5000])
def test_what_is_no_pdf_is_called_that(content):
    assert "not a PDF" in fault(content)


def test_a_pdf_with_a_password_is_called_locked(sheet):
    locked = changed(sheet, lambda _document: None, encryption=Encryption(owner="a", user="b"))
    assert "locked with a password" in fault(locked)


@pytest.mark.parametrize("part", [20, 2000, 0.5, 0.9])
def test_half_a_file_is_called_damaged(sheet, part):
    end = int(part * len(sheet)) if part < 1 else part
    assert "cannot be read" in fault(sheet[:end])


@pytest.fixture(scope="module")
def bomb() -> bytes:
    """Return what unpacks to more blanks than the reader has memory for."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 2**20) for _ in range(extraction.MEMORY // 2**20 + 1))
    return packed + packer.flush()


def test_an_attachment_that_unpacks_to_more_than_the_memory_is_refused(sheet, bomb):
    def swap(document):
        stream = document.attachments[NAME].obj.EF.F
        stream.write(bomb, filter=Name.FlateDecode)

    pdf = changed(sheet, swap)
    assert len(pdf) < 2_000_000
    assert "cannot be read" in fault(pdf)


def test_bombs_inside_bombs_are_refused(sheet, bomb):
    def swap(document):
        packed = zlib.compress(bomb)
        both = [Name.FlateDecode, Name.FlateDecode]
        document.attachments[NAME].obj.EF.F.write(packed, filter=both)

    assert "cannot be read" in fault(changed(sheet, swap))


def test_an_attachment_longer_than_any_answers_is_refused(sheet):
    assert "cannot be read" in fault(with_file(sheet, b" " * 200_001))


def branched(document, branch, levels: int, times: int) -> None:
    """Put the files of a PDF on branches, each of which has the next one so many times."""
    for _ in range(levels):
        kids = Array([document.make_indirect(branch)] * times)
        branch = Dictionary(Kids=kids, Limits=Array([b"a", b"z"]))
    document.Root.Names.EmbeddedFiles = document.make_indirect(branch)


def test_a_list_of_files_that_leads_back_to_itself_is_refused(sheet):
    def loop(document):
        kid = document.make_indirect(Dictionary(Limits=Array([b"a", b"z"])))
        kid.Kids = Array([kid])
        branched(document, kid, 1, 1)

    assert fault(changed(sheet, loop)) == save_file.SENTENCES[reading.PdfFault.BROKEN]


def test_a_list_of_files_without_end_costs_the_next_visitor_nothing(sheet):
    """Eight times the next branch, 25 times over: 3.8 kB that took all the time there is."""
    twig = Dictionary(Names=Array([b"x", 1]), Limits=Array([b"a", b"z"]))
    endless = changed(sheet, lambda document: branched(document, twig, 25, 8))
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime

    assert fault(endless) == save_file.SENTENCES[reading.PdfFault.BROKEN]
    taken = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    assert taken < extraction.SECONDS / 2


def test_two_files_of_one_name_are_refused(sheet):
    def add(document):
        other = AttachedFileSpec(document, b'{"diet": {"has": "none"}}', filename=NAME)
        document.Root.Names.EmbeddedFiles.Names.extend([NAME, other.obj])

    assert "cannot be read" in fault(changed(sheet, add))


def test_a_bomb_where_the_objects_of_the_file_are_packed_is_refused(bomb):
    head = b"%PDF-1.7\n"
    objects = b"1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(
        bomb
    )
    objects += bomb + b"\nendstream\nendobj\n"
    at = len(head) + len(objects)
    # Object 0 is free, 1 stands behind the head, 2 is packed in 1, and 3 is this list.
    rows = [(0, 0, 65535), (1, len(head), 0), (2, 1, 0), (1, at, 0)]
    packed = b"".join(k.to_bytes(1) + o.to_bytes(4) + n.to_bytes(2) for k, o, n in rows)
    listed = b"3 0 obj\n<</Type/XRef/Size 4/W[1 4 2]/Root 2 0 R/Length %d>>stream\n" % len(packed)
    pdf = head + objects + listed + packed + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % at

    assert len(pdf) < 2_000_000
    assert "cannot be read" in fault(pdf)


def test_a_file_of_two_kinds_is_read_as_the_pdf_that_it_is(sheet):
    assert answers_from(b"PK\x03\x04" + b"x" * 500 + sheet) == full_answers()
    assert answers_from(b"<html><script>alert(1)</script>" + sheet) == full_answers()


@pytest.mark.parametrize("name", ["DCTDecode", "JBIG2Decode", "JPXDecode", "LZWDecode", "Nothing"])
def test_answers_packed_in_a_way_that_is_not_ours_are_refused(sheet, name):
    def swap(document):
        document.attachments[NAME].obj.EF.F.write(b"\xff\xd8 {}", filter=Name(f"/{name}"))

    assert "cannot be read" in fault(changed(sheet, swap))


def test_a_file_that_points_to_one_of_ours_does_not_get_it(sheet):
    def point(document):
        document.attachments[NAME].obj.EF.F.F = "/etc/passwd"

    assert answers_from(changed(sheet, point)) == full_answers()


@pytest.mark.parametrize("deep", [600, 100_000])
def test_arrays_nested_without_end_are_refused(sheet, deep):
    nested = b"[" * deep + b"]" * deep
    pdf = sheet.replace(b"%%EOF", b"")
    broken = b"%PDF-1.7\n1 0 obj\n" + nested + b"\nendobj\ntrailer << /Root 1 0 R >>\n" + pdf[:100]
    assert "cannot be read" in fault(broken)


@pytest.mark.parametrize("what", ["script", "launch"])
def test_what_a_pdf_would_do_when_opened_is_never_run(sheet, what):
    actions = {
        "script": Dictionary(S=Name.JavaScript, JS="app.alert('x')"),
        "launch": Dictionary(S=Name.Launch, F="/bin/sh"),
    }

    def act(document):
        document.Root.OpenAction = actions[what]

    assert answers_from(changed(sheet, act)) == full_answers()


@pytest.mark.parametrize("entry", [42, b"text", Name.Nothing, Dictionary(), Array([])])
def test_a_file_entry_of_another_kind_is_refused(sheet, entry):
    def swap(document):
        document.Root.Names.EmbeddedFiles.Names = Array([NAME, entry])

    assert "PDF" in fault(changed(sheet, swap))


def test_the_reader_is_killed_when_it_hangs(sheet, monkeypatch, tmp_path):
    program = tmp_path / "sleeps.py"
    program.write_text("import time; time.sleep(60)")
    monkeypatch.setattr(reading, "PROGRAM", program)
    monkeypatch.setattr(reading, "SECONDS", 0.3)

    assert "cannot be read" in fault(sheet)


def acting(act, folder):
    """Return a program that does something in the place of the reader, with its limits."""
    program = folder / "acts.py"
    rooms = str(Path(extraction.__file__).parent)
    program.write_text(
        f"import sys; sys.path.append({rooms!r}); import extraction\n"
        f"extraction.limit_itself(); kept = {act}; print('done')"
    )
    return program


@pytest.mark.parametrize(
    ("act", "works"),
    [
        ("bytearray(50 * 2**20)", True),
        ("bytearray(extraction.MEMORY)", False),
        ("open('/dev/null', 'w').write('x')", True),
        ("open(sys.argv[0], 'a').write('x' * 9999)", False),
        ("[open('/dev/null') for _ in range(9)]", False),
    ],
)
def test_the_reader_can_only_do_so_much(sheet, monkeypatch, tmp_path, act, works):
    monkeypatch.setattr(reading, "PROGRAM", acting(act, tmp_path))

    assert reading.read_attachment(sheet) == (b"done\n" if works else reading.PdfFault.BROKEN)


def test_the_reader_has_a_second_of_the_processor(sheet, monkeypatch, tmp_path):
    monkeypatch.setattr(reading, "PROGRAM", acting("any(iter(int, 1))", tmp_path))
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime

    assert reading.read_attachment(sheet) is reading.PdfFault.BROKEN
    taken = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    assert taken < 2 * extraction.SECONDS


def test_the_reader_knows_none_of_our_secrets(sheet, monkeypatch, tmp_path):
    program = tmp_path / "tells.py"
    program.write_text("import os, sys; sys.stdout.write(repr((dict(os.environ), sys.path)))")
    monkeypatch.setattr(reading, "PROGRAM", program)
    monkeypatch.setenv("SECRET_KEY", "told-to-nobody")

    told = reading.read_attachment(sheet).decode()
    assert "told-to-nobody" not in told
    assert str(Path.cwd()) + "'" not in told


@pytest.mark.parametrize("version", [0, 2, "1.5", None])
def test_another_version_is_named(version):
    assert "another version" in fault_of({"version": version, "diet": {"has": "none"}})


@pytest.mark.parametrize(
    "part",
    [
        {"mood": "good"},
        {"diet": {"has": "none", "score": 3}},
        {"diet": {"has": "some", "chosen": ["martian"]}},
        {"pregnancy": {"status": "sometimes"}},
    ],
)
def test_what_this_version_does_not_know_is_taken_for_another_version(part):
    assert "another version" in fault_of({"version": 1, **part})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "[]",
        "null",
        "{",
        "\ufeff{}",
        '{"version": 1, "about": {"name": 5}}',
        '{"version": 1, "about": {"name": "\\ud800"}}',
        '{"version": 1, "next_item": -1}',
        '{"version": 1, "next_item": ' + "9" * 4300 + "}",
        '{"about": {"date_of_birth": "1961-02-30"}}',
        "[" * 100_000,
        '{"a":' * 50_000,
        b"\xff\xfe{}",
        b"\x00",
        b"",
        b" " * 200_000,
        '{"version": 1, "next_item": NaN}',
        '{"version": 1, "next_item": 1e400}',
        '{"version": 1, "about": {"name": "' + "x" * 150_000 + '"}}',
        '{"diet": {"has": "none"}, "diet": {"has": "unknown"}}',
        '{"diet": {"has": "some", "detail": "vegan", "detail": ""}}',
    ],
    ids=lambda text: repr(text[:20]),
)
def test_what_is_no_answers_is_called_changed(text):
    assert fault_of(text) in {save_file.CHANGED, save_file.OTHER_VERSION}


@pytest.mark.parametrize("text", ["{}", '{"version": 1}', '{"acknowledged": ["under_16"]}'])
def test_a_sheet_without_any_answer_is_called_that(text):
    assert "No question was answered" in fault_of(text)


def test_texts_longer_than_a_box_takes_are_refused():
    assert fault_of({"about": {"name": "x" * 81}}) == save_file.CHANGED
    assert fault_of({"safety": {"past": "x" * 301}}) == save_file.CHANGED


@pytest.mark.parametrize("hidden", ["\x00", "\x07", "\x1b", "\x85", "\u202e", "\u2066"])
def test_hidden_characters_are_refused_as_on_the_form(hidden):
    assert fault_of({"about": {"name": f"A{hidden}B"}}) == save_file.CHANGED
    assert fault_of({"safety": {"past": f"A{hidden}B"}}) == save_file.CHANGED
    assert fault_of({"questions": {"chosen": [f"A{hidden}B"]}}) == save_file.CHANGED


def test_lines_are_as_many_as_the_boxes_take():
    assert checked(b'{"safety": {"past": "one\\ntwo"}}').safety.past == "one\ntwo"
    assert fault_of({"safety": {"past": "a\n" * 12 + "a"}}) == save_file.CHANGED
    assert fault_of({"about": {"name": "one\ntwo"}}) == save_file.CHANGED


def test_nothing_is_picked_twice_or_without_end():
    assert fault_of({"conditions": {"has": "some", "chosen": ["thyroid"] * 2}}) == save_file.CHANGED
    many = [f"own-{number}" for number in range(201)]
    assert fault_of({"questions": {"chosen": many}}) == save_file.CHANGED


def test_numbers_of_entries_stay_small():
    entry = {"item": 10_000, "symptom": "fatigue"}
    assert fault_of({"symptoms": {"has": "some", "entries": [entry]}}) == save_file.CHANGED
    assert fault_of({"next_item": 10**9, "diet": {"has": "none"}}) == save_file.CHANGED


def test_answers_too_long_for_the_browser_are_refused_with_a_sentence():
    answers = some_answers(**long_notes())
    longer = answers.model_dump(mode="json")
    letters = "".join(chr(0x4E00 + (number * 7919) % 20_000) for number in range(8400))
    for place, entry in enumerate(longer["symptoms"]["entries"]):
        entry["effect"] = letters[place * 300 : place * 300 + 300]

    assert fault_of(longer) == save_file.TOO_LONG


@pytest.mark.parametrize(
    "about", [{"appointment_on": "9999-12-31"}, {"date_of_birth": "9999-01-01"}]
)
def test_a_day_that_the_form_would_refuse_is_refused(about):
    text = json.dumps({"version": 1, "about": about}).encode()

    with pytest.raises(ValidationError):
        checked(text)
