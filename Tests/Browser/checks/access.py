"""axe-core finds nothing: WCAG 2.2 A and AA, best practice; wide and narrow, light and dark."""

from __future__ import annotations

from pathlib import Path
from typing import Any, List

from axe_playwright_python.sync_playwright import Axe  # type: ignore

from browser import Browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIEWS = [(1100, "light"), (360, "dark"), (1100, "dark"), (360, "light")]
"""The first two between them show both widths and both schemes."""


STRUCTURE = """() => {
    const count = what => document.querySelectorAll(what).length, problems = []
    for (const what of ['html[lang]', 'head title', 'main', 'h1'])
        if (count(what) !== 1) problems.push(`${count(what)} ${what}`)
    if (!document.querySelector('a[href^="#"]')) problems.push('no skip link')
    for (const table of document.querySelectorAll('table'))
        if (!table.caption || table.querySelector('th:not([scope])'))
            problems.push('table without caption or scope: ' + table.outerHTML.slice(0, 100))
    for (const chart of document.querySelectorAll('svg[role=img]'))
        if (!chart.querySelector('title') || !chart.querySelector('desc'))
            problems.push('chart without title or desc: ' + chart.outerHTML.slice(0, 100))
    return problems
}"""
"""What axe does not ask for."""


def axe(browser: Browser, page: Path, views: int = len(VIEWS)) -> List[str]:
    with browser.open(page) as opened:
        problems: List[str] = opened.ask(STRUCTURE)
    for width, scheme in VIEWS[:views]:
        with browser.open(page, width=width, scheme=scheme) as opened:
            options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
            found = Axe().run(opened.page, options=options).response["violations"]
            problems += [f"{width} px {scheme}: {described(one)}" for one in found]
    return problems


def described(violation: Any) -> str:
    nodes = violation["nodes"]
    first = nodes[0]
    summary = " ".join(first.get("failureSummary", "").split())
    return f"{violation['id']} in {len(nodes)} places: {first['html'][:160]} ({summary[:200]})"
