"""Lets a page of the article show what its readers may want to ask."""

from django import template

from appointments.answers import Answers
from appointments.phrases import Text
from appointments.rules import reading
from appointments.rules.questions import question_text

register = template.Library()


@register.filter
def questions_about(page: str) -> list[Text]:
    """Return the questions about a page of the article, in words."""
    return [question_text(question, Answers()) for question in reading.questions_about(page)]
