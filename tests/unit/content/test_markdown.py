"""Markdown becomes safe HTML, and citations become small numbered links."""

import pytest

from content.markdown import render


def test_a_citation_hugs_its_sentence_and_is_named():
    assert render("B12 matters. [@NICE-R]").html == (
        '<p>B12 matters.<sup class="cite">'
        '<a href="#source-1" aria-label="1" title="1">1</a></sup></p>\n'
    )


def test_sources_are_numbered_in_order_of_first_use():
    rendered = render("One. [@B]\n\n- Two. [@A, B]\n- Three. [@C] And on. [@A]")

    assert rendered.sources == ("B", "A", "C")
    assert '2</a> <a href="#source-1" aria-label="1" title="1">1</a></sup></li>' in rendered.html
    assert '3</a></sup> And on.<sup class="cite"><a href="#source-2"' in rendered.html


@pytest.mark.parametrize("text", ["A.\n[@X] B.", "A. [@X]\nB.", "**A.** [@X] B.", "A.[@X] B."])
def test_a_citation_may_stand_anywhere(text):
    html = render(text).html

    assert " <sup" not in html
    assert "\n<sup" not in html
    assert html.count("<sup") == 1


def test_citations_can_be_left_out_and_are_still_reported():
    rendered = render("One. [@B, A] Two.", show_citations=False)

    assert rendered.html == "<p>One. Two.</p>\n"
    assert rendered.sources == ("B", "A")


def test_citations_in_code_are_text():
    assert render("`[@A]`").sources == ()


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <b onclick='x'>b</b>",
        "[x](javascript:alert(1))",
        "![x](/picture.png)",
        "[@<script>]",
    ],
)
def test_no_html_script_or_image_gets_through(text):
    html = render(text).html

    for tag in ("<script", "<b", '"javascript:', "<img"):
        assert tag not in html


def test_a_quoted_block_is_urgent_advice():
    assert render("> Call now.").html == '<div class="urgent">\n<p>Call now.</p>\n</div>\n'


def test_links_are_reported():
    assert render("See [a](/a/) and *[b](/b/#c)*.").links == ("/a/", "/b/#c")


def test_a_citation_is_called_what_the_label_says():
    html = render("One. [@B]", label=lambda number, source: f'No. {number}: "{source}"').html

    assert 'aria-label="No. 1: &quot;B&quot;" title="No. 1: &quot;B&quot;"' in html


def test_numbers_go_on_after_those_that_are_given_out():
    rendered = render("One. [@B, A]", numbered=("A",))

    assert '#source-2"' in rendered.html
    assert '#source-1"' in rendered.html
    assert rendered.sources == ("A", "B")


def test_a_text_is_cut_at_its_headings():
    rendered = render("Start. [@A]\n\n## What *is* it?\n\nThis. [@B]\n\n## Next\n\nThat. [@A]")

    assert [(part.id, part.title) for part in rendered.parts] == [
        ("what-is-it", "What is it?"),
        ("next", "Next"),
    ]
    assert [part.is_question for part in rendered.parts] == [True, False]
    assert rendered.intro.startswith("<p>Start.")
    assert rendered.html == (
        '<p>Start.<sup class="cite"><a href="#source-1" aria-label="1" title="1">1</a></sup></p>\n'
        '<h2 id="what-is-it">What <em>is</em> it?</h2>\n'
        '<p>This.<sup class="cite"><a href="#source-2" aria-label="2" title="2">2</a></sup></p>\n'
        '<h2 id="next">Next</h2>\n'
        '<p>That.<sup class="cite"><a href="#source-1" aria-label="1" title="1">1</a></sup></p>\n'
    )
    assert rendered.parts[0].heading == '<h2 id="what-is-it">What <em>is</em> it?</h2>\n'
    assert rendered.sources == ("A", "B")


def test_headings_have_ids_of_their_words_and_none_twice():
    rendered = render("## What’s new?\n\na\n\n## Whats new\n\nb\n\n> ## Épée & más\n\n## 中文")

    assert [heading.id for heading in rendered.headings] == [
        "whats-new",
        "whats-new-2",
        "epee-mas",
        "section",
    ]
    assert '<h2 id="epee-mas">Épée &amp; más</h2>' in rendered.html
    assert [part.id for part in rendered.parts] == ["whats-new", "whats-new-2", "section"]


def test_a_heading_does_not_take_an_id_of_the_page_around_it():
    rendered = render("## Search\n\n## Contents\n\n## Main\n\n## Sources: title\n\n## Source 1")

    assert [heading.id for heading in rendered.headings] == [
        "search-2",
        "contents-2",
        "main-2",
        "sources-title-2",
        "source-1-2",
    ]


def test_a_light_page_names_its_sources_once():
    html = render("One. [@B]", label=lambda number, source: f"{number}: {source}", tooltips=False)

    assert '<a href="#source-1" aria-label="1: B">1</a>' in html.html


def test_a_drawing_that_names_no_source_is_reported():
    rendered = render(
        "::: figure a\nA.\n:::\n\n::: figure b\nB. [@B]\n:::\n\n::: figure c example\nC.\n:::\n",
        example="Beispiel.",
    )

    assert rendered.figures == ("a", "b", "c")
    assert rendered.unsourced_figures == ("a",)
    assert rendered.html.count("<strong>Beispiel.</strong>") == 1


def test_a_drawing_stands_in_the_page_with_its_caption():
    rendered = render(
        "Before. [@A]\n::: figure vial\nA *vial*. [@B]\n:::\nAfter.", figures={"vial": "<svg/>"}
    )

    assert rendered.figures == ("vial",)
    assert rendered.sources == ("A", "B")
    assert '<figure id="figure-vial">\n<svg/>\n<figcaption>A <em>vial</em>.<sup' in rendered.html
    assert rendered.html.endswith("</figcaption>\n</figure>\n<p>After.</p>\n")


@pytest.mark.parametrize(
    "text",
    [
        "::: figure vial\nNo end.",
        "::: figure Vial\nCapital.\n:::",
        "::: picture vial\nOther word.\n:::",
        "::: figure <b>\nHTML.\n:::",
    ],
)
def test_what_is_not_quite_a_drawing_stays_visible(text):
    rendered = render(text, figures={"vial": "<svg/>"})

    assert rendered.figures == ()
    assert ":::" in rendered.html
