"""Without JavaScript every number is still there to read."""

from __future__ import annotations

from pathlib import Path
from typing import List

from browser import Browser

# Folded tables are opened by a click, which needs no script.
UNREADABLE = """() => {
    const all = document.body.innerText
    return [...document.querySelectorAll('[data-csv]')].filter(one => {
        if (one instanceof SVGElement && !(one instanceof SVGTextContentElement)) return false
        const text = one.textContent.replace(/\\s+/g, '')
        const shown = (one.innerText ?? one.textContent).replace(/\\s+/g, '')
        const hidden = getComputedStyle(one).visibility !== 'visible' ||
            one.getClientRects().length === 0
        return text !== '' && (hidden || shown !== text)
    }).map(one => 'not readable: ' + one.outerHTML.slice(0, 120)).concat(
        all.length < 300 ? [`only ${all.length} readable characters`] : [])
}"""

# Each radio button of a set of tabs shows its own panel and no other.
TABS = """() => [...document.querySelectorAll('fieldset.tabs')].flatMap(set => {
    const choices = [...set.querySelectorAll(':scope > input')]
    const panels = [...set.querySelectorAll(':scope > .panel')]
    const shown = () => panels.map(one => getComputedStyle(one).display !== 'none')
    return choices.flatMap((choice, place) => {
        choice.checked = true
        const found = shown()
        return found.length === choices.length && found.every((is, at) => is === (at === place))
            ? [] : [`tab ${place + 1} of ${set.ariaLabel} shows ${found}`]
    })
})"""

COUNT = "() => document.querySelectorAll('[data-csv]').length"


def scriptless(browser: Browser, page: Path) -> List[str]:
    with browser.open(page, scripts=False) as without, browser.open(page) as with_scripts:
        problems: List[str] = without.ask(UNREADABLE)
        counts = without.ask(COUNT), with_scripts.ask(COUNT)
        if counts[0] != counts[1]:
            problems.append(f"{counts[0]} numbers without scripts, {counts[1]} with them")
    with browser.open(page, scripts=False, unfolded=False) as folded:
        problems += folded.ask(TABS)
    return problems
