"""The questions for the clinician: suggested ones, own ones, their order, and what matters most."""

from __future__ import annotations

import pytest
from builders import some_answers

PAGE = "/appointment/questions/"
ORDER = "/appointment/question-order/"
CHECK = "/appointment/check-your-answers/"
SUMMARY = "/appointment/summary/"

ARTICLE_S_FOUR = {"q_cause", "q_neuro", "q_recheck", "q_longterm"}


@pytest.fixture
def asking(visitor):
    """Return somebody at the page of questions."""
    visitor.has(some_answers())
    visitor.open(PAGE)
    return visitor


def in_order(visitor) -> list[str]:
    """Return the ids on the order page, top down."""
    visitor.open(ORDER)
    return visitor.offered("important")


@pytest.mark.parametrize("by", ["self", "other"])
def test_the_four_questions_of_the_article_are_always_offered(visitor, by):
    visitor.has(some_answers(by=by))
    visitor.open(PAGE)

    assert set(visitor.offered("chosen")) >= ARTICLE_S_FOUR


def test_nobody_is_told_my_low_b12_who_never_had_a_low_result(asking):
    assert "my low B12" not in asking.page.text

    low = {"test": "b12_total", "value": "150", "unit": "pg_per_ml", "lab_range": "200-900"}
    asking.has(some_answers(lab_results=[low]))
    assert "my low B12" in asking.open(PAGE).text


def test_each_question_says_why_and_where_it_comes_from(asking):
    labels = [e for e in asking.page.all("label") if asking.page.all("input", id=e.attrs["for"])]
    labels = [e for e in labels if e.attrs["for"].startswith("id_chosen")]

    assert len(labels) == len(asking.offered("chosen"))
    for label in labels:
        assert "Source: " in label.text
        assert "Because you told us" in label.text or "Worth asking" in label.text


def test_a_few_are_chosen_already_and_the_rest_is_folded_away(asking):
    chosen = asking.filled()["chosen"]

    assert len(chosen) == 5
    folded = [e for e in asking.page.all("input", name="chosen") if "details" in e.inside]
    assert {e.attrs["value"] for e in folded} == set(asking.offered("chosen")) - set(chosen)


def test_what_is_chosen_is_printed_and_what_is_dropped_is_not(asking):
    asking.send(chosen=["q_cause", "q_contact"])

    assert asking.url == ORDER
    text = asking.open(SUMMARY).text
    assert "Whom do I contact with questions" in text
    assert "What should make me call you the same day" not in text


def test_all_can_be_dropped(asking):
    asking.send(chosen=None)
    assert asking.url == CHECK
    assert asking.answers.questions.chosen == ()

    asking.open(PAGE)
    assert "chosen" not in asking.filled()


def test_one_question_alone_needs_no_order(asking):
    asking.send(chosen=["q_cause"])

    assert asking.url == CHECK


def test_own_questions_are_one_on_a_line(asking):
    asking.send(chosen=["q_cause"], own="Can I drive?\r\n\r\n  Why <me>? \r\nCan I drive?")

    assert [question.text for question in asking.answers.questions.own] == [
        "Can I drive?",
        "Why <me>?",
    ]
    assert "Why <me>?" in asking.open(SUMMARY).text
    asking.open(PAGE)
    assert asking.filled()["own"] == "Can I drive?\r\nWhy <me>?"


def test_an_own_question_keeps_its_place_and_mark_when_another_is_added(asking):
    asking.send(chosen=["q_cause"], own="Can I drive?")
    mine = in_order(asking)[0]
    asking.press("down", mine)
    asking.send(important=[mine])
    asking.open(PAGE)
    asking.send(own="Another one\r\nCan I drive?")

    assert in_order(asking)[1:] == ["q_cause", mine], "what they just wrote comes first"
    assert asking.filled()["important"] == [mine]


@pytest.mark.parametrize(
    ("own", "says"),
    [
        (
            "\n".join(f"Question {number}?" for number in range(9)),
            "Keep 8 questions of your own at most. There are 9 now",
        ),
        (
            "short?\n" + "why " * 80,
            "Shorten the question that starts “why why why why why ” to 300 characters or fewer",
        ),
    ],
    ids=["too many", "too long"],
)
def test_own_questions_that_do_not_fit_are_given_back_with_what_to_do(asking, own, says):
    page = asking.send(chosen=["q_contact"], own=own)

    assert page.errors == [says]
    assert asking.filled()["own"].replace("\r\n", "\n").strip() == own.strip()
    assert asking.filled()["chosen"] == ["q_contact"]


def test_questions_move_up_and_down_and_the_page_stays(asking):
    asking.send(chosen=["q_safety", "q_cause", "q_neuro"])
    before = in_order(asking)
    asking.press("up", before[1])
    assert asking.url == ORDER
    assert in_order(asking) == [before[1], before[0], before[2]]
    asking.press("down", before[0])
    assert in_order(asking) == [before[1], before[2], before[0]]

    labels = [" ".join(label.text.split()) for label in asking.page.all("label")]
    text = asking.open(SUMMARY).text
    assert sorted(labels, key=text.index) == labels


def test_the_first_cannot_move_up_nor_the_last_down(asking):
    asking.send(chosen=["q_safety", "q_cause"])
    first, last = in_order(asking)

    assert not asking.page.all("button", name="up", value=first)
    assert not asking.page.all("button", name="down", value=last)
    asking.send(up=first)
    assert in_order(asking) == [first, last]


@pytest.mark.parametrize("moved", ["nonsense", "own-999", "q_folate"])
def test_moving_what_is_not_there_moves_nothing(asking, moved):
    asking.send(chosen=["q_safety", "q_cause"])
    before = in_order(asking)
    asking.send(down=moved)

    assert in_order(asking) == before


def test_a_mark_that_was_just_set_is_kept_when_a_question_moves(asking):
    asking.send(chosen=["q_safety", "q_cause"])
    first, last = in_order(asking)
    asking.press("down", first, important=[last])

    assert asking.filled()["important"] == [last]


def test_up_to_three_are_marked_and_stand_at_the_top_of_the_sheet(asking):
    asking.send(chosen=["q_safety", "q_cause", "q_neuro", "q_contact"])
    rows = in_order(asking)
    page = asking.send(important=rows)
    assert page.errors == ["Mark 3 questions at most. There are 4 marked now"]
    assert asking.filled()["important"] == rows

    asking.send(important=[rows[3]])

    assert asking.url == CHECK
    text = asking.open(SUMMARY).text
    assert "My question" in text
    assert text.index("Whom do I contact") < text.index("Other questions")
    assert text.index("Other questions") < text.index("same day")


def test_without_a_mark_the_first_three_stand_at_the_top(asking):
    asking.send(chosen=["q_safety", "q_cause", "q_neuro", "q_contact"])
    asking.send()
    text = asking.open(SUMMARY).text

    assert "My three questions" in text
    assert text.index("Other questions") < text.index("Whom do I contact")


def test_dropping_a_marked_question_drops_its_mark(asking):
    asking.send(chosen=["q_safety", "q_cause", "q_neuro"])
    asking.send(important=["q_cause"])
    asking.open(PAGE)
    asking.send(chosen=["q_safety", "q_neuro"])

    assert asking.answers.questions.important == ()


def test_marks_sent_from_a_page_whose_questions_are_gone_are_refused_kindly(asking):
    asking.send(chosen=["q_safety", "q_cause"])
    asking.open(ORDER)
    asking.has(some_answers(questions={"chosen": []}))
    page = asking.send(important=["q_cause"])

    assert asking.status == 422
    assert page.errors == [
        "Choose from the answers shown here. The one that was sent is not among them"
    ]


def test_a_reworded_own_question_keeps_its_place_and_mark(asking):
    asking.send(chosen=["q_cause"], own="Can I dirve?\r\nWhy me?")
    mine = in_order(asking)[1]
    asking.press("up", mine)
    asking.send(important=[mine])
    asking.open(PAGE)
    asking.send(own="Can I drive to work?\r\nWhy me?")

    assert in_order(asking)[0] == mine
    assert asking.filled()["important"] == [mine]
    assert asking.answers.questions.own[0].text == "Can I drive to work?"


def test_all_own_questions_reworded_at_once_keep_their_places(asking):
    asking.send(chosen=["q_cause"], own="One?\r\nTwo?\r\nThree?")
    before = asking.answers.questions
    asking.open(PAGE)
    asking.send(own="Number one?\r\nTwo?\r\nNumber three?")

    assert [q.item for q in asking.answers.questions.own] == [q.item for q in before.own]
    assert asking.answers.questions.chosen == before.chosen


def test_an_own_question_that_takes_the_place_of_two_is_a_new_one(asking):
    asking.send(chosen=["q_cause"], own="One?\r\nTwo?")
    asking.open(PAGE)
    asking.send(own="Three?")

    assert [q.item for q in asking.answers.questions.own] == [3]


def test_after_a_move_the_page_opens_where_the_question_is_now(asking):
    asking.send(chosen=["q_safety", "q_cause", "q_neuro"])
    moved = in_order(asking)[0]
    asking.press("down", moved)

    assert asking.last.response.headers["Location"] == f"{ORDER}#question-2"
    place = asking.page.one("li", id="question-2")
    inside = asking.page.elements[asking.page.elements.index(place) :]
    assert next(e for e in inside if e.attrs.get("name") == "important").attrs["value"] == moved


def test_what_is_ticked_is_not_folded_away_after_an_error(asking):
    assert not asking.page.all("details", open="")
    folded = [e for e in asking.page.all("input", name="chosen") if "details" in e.inside]
    asking.send(chosen=[folded[0].attrs["value"]], own="why " * 90)

    assert asking.status == 422
    assert "More questions" in asking.page.one("details", open="").text
    section = asking.page.one("section", role="group")
    label = asking.page.one("summary", id=section.attrs["aria-labelledby"])
    assert label.text.startswith("More questions to choose from (")
