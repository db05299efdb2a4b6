"""Hostile names are shown as they are and change nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List

import corpus
from browser import Browser
from checks.quiet import quiet

FACTS = """() => {
    const count = {}, names = new Set()
    for (const one of document.querySelectorAll('*')) {
        count[one.localName] = (count[one.localName] ?? 0) + 1
        for (const {name} of one.attributes) names.add(`${one.localName} ${name}`)
    }
    return {title: document.title, site: document.querySelector('h1 bdi')?.textContent ?? '', count, names: [...names].sort(), mode: document.compatMode,
            comments: document.createNodeIterator(document, NodeFilter.SHOW_COMMENT).nextNode() !== null,
            heads: document.querySelectorAll('h1').length,
            texts: [...new Set([...document.querySelectorAll('bdi,title,td,th')]
                .map(one => one.textContent))],
            ids: [...document.querySelectorAll('[id]')].map(one => one.id),
            classes: [...new Set([...document.querySelectorAll('[class]')]
                .flatMap(one => [...one.classList]))]}
}"""


def injection(browser: Browser, page: Path, twin: Path, wanted: List[bytes]) -> List[str]:
    """`wanted` must be shown; `twin` is the page of the same rows with harmless names."""
    problems = quiet(browser, page)
    facts, expected = seen(browser, page), seen(browser, twin)
    problems += compared(facts, expected)
    texts: List[str] = facts["texts"]
    for data in wanted:
        pattern = corpus.pattern(data)
        if not any(pattern.search(text) for text in texts):
            problems.append(f"not shown: {data[:60]!r}")
    return problems


def seen(browser: Browser, page: Path) -> Dict[str, Any]:
    with browser.open(page) as opened:
        facts: Dict[str, Any] = opened.ask(FACTS)
        return facts


def squeezed(text: str) -> str:
    """Without blanks, which a title joins."""
    return "".join(text.split())


def compared(facts: Dict[str, Any], expected: Dict[str, Any]) -> List[str]:
    problems = [f"{name}: {facts[name]!r}, not {expected[name]!r}"
                for name in ("mode", "comments", "heads") if facts[name] != expected[name]]
    # The title is the site, which is data, and the days.
    for one in (facts, expected):
        if not squeezed(one["title"]).startswith(squeezed(one["site"])):
            problems.append(f"title: {one['title']!r} does not begin with {one['site']!r}")
    if facts["title"].rpartition(", ")[2] != expected["title"].rpartition(", ")[2]:
        problems.append(f"title: {facts['title']!r} ends otherwise than {expected['title']!r}")
    for name in ("names", "classes"):
        new = set(facts[name]) - set(expected[name])
        problems += [f"new among {name}: {one[:80]}" for one in sorted(new)]
    # Names are cut by their length as shown, so the number of <title> may differ.
    for element in sorted(set(facts["count"]) | set(expected["count"])):
        counts = facts["count"].get(element, 0), expected["count"].get(element, 0)
        if counts[0] != counts[1] and element not in ("title", "tspan"):
            problems.append(f"{counts[0]} elements {element}, not {counts[1]}")
    if len(set(facts["ids"])) != len(facts["ids"]):
        problems.append("an id stands twice")
    return problems
