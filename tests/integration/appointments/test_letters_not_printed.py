"""What the PDF cannot print is said on screen too, before anyone takes the sheet along."""

from builders import some_answers

SUMMARY = "/appointment/summary/"


def test_the_page_shows_what_was_typed_and_what_the_paper_says(visitor):
    visitor.has(some_answers(about={"name": "வணக்கம் <b>"}))
    visitor.open(SUMMARY)
    html = visitor.exchanges[-1].response.content.decode()
    assert "cannot print some letters" in html
    assert "<bdi>வணக்கம்</bdi> – on paper: [Tamil]" in " ".join(html.split())


def test_says_nothing_when_all_can_be_printed(visitor):
    visitor.has(some_answers(about={"name": "王小明 Ольга שרה मीरा 김"}))
    visitor.open(SUMMARY)
    assert "cannot print" not in visitor.exchanges[-1].response.content.decode()
