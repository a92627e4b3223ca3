"""Templates say the core's phrases through one filter."""

from django.template import Context, Template
from django.utils.translation import override

from appointments.phrases import Joined, Phrase

SAY = Template("{% load phrases %}{{ text|say }}")


def test_says_phrases_and_escapes_what_was_typed():
    with override("en"):
        phrase = Phrase("since %(when)s", {"when": "<b>2025</b>"})
        said = SAY.render(Context({"text": Joined((phrase, "O'Brien"))}))
    assert said == "since &lt;b&gt;2025&lt;/b&gt;, O&#x27;Brien"
