"""axe-core, run on the page that a visitor sees."""

from functools import cache
from pathlib import Path
from typing import Any

import axe_playwright_python
from visitor import Visitor

WCAG_A_AND_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
# Our palette promises more contrast than AA asks for; the size of targets is off by default.
BEYOND_AA = ["color-contrast-enhanced", "target-size"]

RUN = """async ([tags, rules]) => (await axe.run({
    runOnly: {type: 'tag', values: tags},
    rules: Object.fromEntries(rules.map(rule => [rule, {enabled: true}])),
    resultTypes: ['violations'],
})).violations"""


@cache
def _script() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()


def violations(visitor: Visitor, *more_rules: str) -> list[str]:
    """Return what breaks WCAG 2.2 A or AA, or one of the further rules: one line for each place.

    The script goes in through the debugger: the page's own policy lets no foreign script run.
    """
    visitor.page.evaluate(_script())
    found: list[dict[str, Any]] = visitor.page.evaluate(RUN, [WCAG_A_AND_AA, list(more_rules)])
    return [
        f"{rule['id']}: {node['html']} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]
