"""The timeline on the summary page: a table in words, with pictures that nobody has to see."""

import re

import pytest
from django.core.management import call_command
from form_visitor import Visitor

from appointments.answer_parts import LabResults
from tests.unit.appointments.summary.cases import FOLDER, answers_of


@pytest.fixture
def part(visitor: Visitor) -> str:
    """Return the HTML of the timeline."""
    visitor.has(answers_of("timeline").replace(lab_results=LabResults()))
    visitor.open("/appointment/summary/?timeline=1")
    html = visitor.exchanges[-1].response.content.decode()
    return html[html.index('<h2 id="timeline-title"') : html.index("</article>")]


def test_its_pictures_are_hidden_from_screen_readers(part):
    outermost = re.findall(r'<svg class="timeline-[^>]*>', part)
    assert len(outermost) > 10
    assert all('aria-hidden="true"' in tag for tag in outermost)


def test_it_says_each_thing_once(part):
    assert part.count("Cold nose") == 1
    assert part.count("from about day 50 after each injection") == 1
    assert part.count("<table") == 1


def test_it_needs_no_style_that_the_site_forbids(part):
    assert not re.search(r"\sstyle=|<script|\son\w+=", part)


def test_the_command_writes_it_when_asked(tmp_path):
    case, output = str(FOLDER / "timeline.json"), tmp_path / "sheet"
    call_command("render_summary", case, output=output, format="text")
    assert "TIMELINE" not in output.read_text("utf-8")
    call_command("render_summary", case, "--timeline", output=output, format="text")
    assert "TIMELINE" in output.read_text("utf-8")
