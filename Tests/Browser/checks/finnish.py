"""A page in Finnish says so, and holds no words of the English page but names, code and what is marked as English."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, Set

from browser import Browser

# Names stand in <bdi>, and whole in drawings; units and abbreviations are short.
FACTS = """() => {
    const words = [], long = /\\p{L}{4,}/u
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
        const node = walk.currentNode, text = node.textContent.trim()
        if (long.test(text) && !node.parentElement.closest('bdi,code,style,script,title,desc,body [lang=en]'))
            words.push(text)
    }
    for (const one of document.querySelectorAll('[aria-label]'))
        words.push(one.ariaLabel.replace(/^\\d+: /, ''))
    return {language: document.documentElement.lang, words,
            names: [...document.querySelectorAll('bdi')].map(one => one.textContent.trim())}
}"""


def finnish(browser: Browser, page: Path, english: Path) -> List[str]:
    """`english` is the page of the same folder in English."""
    facts, other = seen(browser, page), seen(browser, english)
    problems = [] if facts["language"] == {"fi"} else [f"lang is {facts['language']}"]
    if len(other["words"]) < 100:
        problems.append(f"only {len(other['words'])} words to compare with")
    shared = facts["words"] & other["words"] - facts["names"]
    # A name that is too long for a drawing is cut in its middle.
    return problems + [f"in both languages: {one[:80]}" for one in sorted(shared) if "…" not in one]


def seen(browser: Browser, page: Path) -> "Dict[str, Set[str]]":
    with browser.open(page) as opened:
        facts = opened.ask(FACTS)
    return {"language": {facts["language"]}, "words": set(facts["words"]),
            "names": set(facts["names"])}
