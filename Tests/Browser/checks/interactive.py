"""The page with its script: the flow lights up, marks are read out, tables sort; and it asks for nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Optional

import tables
from browser import Browser, Opened
from checks.numbers import numeric, reference
from tables import Table

SCRIPTS = """() => {
    const scripts = [...document.querySelectorAll('script')]
    const policy = document.querySelector('meta[http-equiv=Content-Security-Policy]').content
    const problems = scripts.length === 1 && !scripts[0].src ? [] : [`${scripts.length} scripts`]
    if (!/script-src 'sha256-[^ ;]+'(;|$)/.test(policy) || policy.includes('unsafe'))
        problems.push(`policy: ${policy}`)
    return problems
}"""

# The ribbons that are lit, those that should be, and what is read out.
LIT = """node => {
    const flow = document.querySelector('svg.lit')
    const key = band => `${band.dataset.from}-${band.dataset.to}`
    const bands = [...(flow ?? document).querySelectorAll('[data-from]')]
    const readout = document.querySelector('.readout')
    return {lit: flow ? bands.filter(one => one.matches('.on')).map(key) : [],
            due: bands.filter(one => [one.dataset.from, one.dataset.to].includes(node)).map(key),
            dim: flow ? Math.max(...bands.filter(one => !one.matches('.on'))
                .map(one => Number(getComputedStyle(one).opacity)), 0) : 1,
            told: readout && !readout.hidden ? readout.textContent : ''}
}"""

# Charts whose marks are stops: their titles, and what the first mark and the one after it tell.
CHARTS = """() => [...document.querySelectorAll('svg.chart[role=group]')]
    .filter(one => one.getClientRects().length > 0)
    .map((chart, place) => {
        const marks = [...chart.querySelectorAll('[tabindex]')]
        marks[0].id ||= `stop-${place}`
        return {id: marks[0].id, stops: marks.filter(one => one.tabIndex === 0).length,
                first: marks[0].ariaLabel, second: marks[1]?.ariaLabel ?? ''}
    })"""

READOUT = """() => {
    const one = document.querySelector('.readout')
    return one && !one.hidden ? one.textContent : ''
}"""

SORTABLE = """() => [...document.querySelectorAll('table:has(th button)')].map((table, place) => {
    table.dataset.place = place
    return table.tHead.rows[0].cells.length
})"""

COLUMN = """([place, column]) => {
    const table = document.querySelector(`table[data-place="${place}"]`)
    const head = table.tHead.rows[0].cells[column]
    return {order: head.ariaSort,
            others: [...table.querySelectorAll('th[aria-sort]')].filter(one => one !== head).length,
            cells: [...table.tBodies[0].rows].map(row => row.cells[column]).map(
                cell => ({csv: cell.dataset.csv ?? '', text: cell.textContent.trim()}))}
}"""

STOPS = """() => [...document.querySelectorAll('.wide[role=region]')]
    .filter(one => one.getClientRects().length > 0)
    .filter(one => (one.tabIndex === 0) !== (one.scrollWidth > one.clientWidth))
    .map(one => `${one.ariaLabel}: a stop of the tab key that does not scroll, or the other way round`)"""

MOST_TABLES = 12


def interactive(browser: Browser, page: Path, folder: Path) -> List[str]:
    with browser.open(page) as opened:
        problems = opened.ask(SCRIPTS)
        problems += flow(opened) + charts(opened)
        problems += sorting(opened, tables.read(folder))
        opened.page.wait_for_timeout(50)
        problems += opened.ask(STOPS)
        address = page.resolve().as_uri()
        problems += [f"request: {one}" for one in opened.events.requests if one != address]
        problems += [f"console: {one}" for one in opened.events.console]
        return problems + [f"violation: {one}" for one in opened.violations()]


def flow(opened: Opened) -> List[str]:
    """By the pointer and by the focus, the ribbons of a box light up and the others fade."""
    box = opened.page.query_selector('[data-node="0"]')
    if box is None:
        return ["no box of a flow"]
    problems = []
    rect = box.query_selector("rect")
    for way, act in (("pointer", rect.hover if rect else box.hover), ("focus", box.focus)):
        opened.page.mouse.move(0, 0)
        act()
        found = opened.ask(LIT, "0")
        if not found["due"] or found["lit"] != found["due"] or found["dim"] > 0.5:
            problems.append(f"{way}: {found['lit']} are lit, not {found['due']}")
        if not any(letter.isdigit() for letter in found["told"]):
            problems.append(f"{way}: nothing is read out but '{found['told']}'")
    opened.page.keyboard.press("Escape")
    if opened.ask(READOUT) or opened.ask(LIT, "0")["lit"]:
        problems.append("Escape leaves the read-out")
    return problems


def charts(opened: Opened) -> List[str]:
    """Each chart is one stop; an arrow goes to the next mark, and each mark is read out."""
    found: List[Dict[str, Any]] = opened.ask(CHARTS)
    problems = [] if len(found) > 1 else [f"{len(found)} charts with marks"]
    for chart in found:
        if chart["stops"] != 1:
            problems.append(f"{chart['stops']} stops in the chart of {chart['first']}")
        opened.ask("() => document.activeElement.blur()")
        opened.page.focus(f"#{chart['id']}")
        told = [opened.ask(READOUT)]
        opened.page.keyboard.press("ArrowRight")
        told.append(opened.ask(READOUT))
        if told != [chart["first"], chart["second"] or chart["first"]]:
            problems.append(f"read out: {told}, not {chart['first']}, {chart['second']}")
    return problems


def sorting(opened: Opened, read: Dict[str, Table]) -> List[str]:
    """Every column, up by a click and down by the keyboard."""
    columns: List[int] = opened.ask(SORTABLE)
    problems = [] if columns else ["no table sorts"]
    for place, count in list(enumerate(columns))[:MOST_TABLES]:
        for column in range(count):
            head = opened.page.locator(f'table[data-place="{place}"] thead th').nth(column)
            button = head.locator("button")
            for order, act in (("ascending", button.click), ("descending", lambda: button.press("Enter"))):
                act()
                found = opened.ask(COLUMN, [place, column])
                if found["order"] != order or found["others"]:
                    problems.append(f"table {place}, column {column}: aria-sort {found['order']}")
                elif not is_sorted(found["cells"], read, order):
                    shown = [cell["text"] for cell in found["cells"]][:8]
                    problems.append(f"table {place}, column {column} is not {order}: {shown}")
    return problems


def is_sorted(cells: List[Dict[str, str]], read: Dict[str, Table], order: str) -> bool:
    """By the numbers of the CSV; those that are missing come last. Columns of words are left to the language."""
    values = [value(cell, read) for cell in cells]
    present = [one for one in values if one is not None]
    if not present:
        return True
    return values == sorted(present, reverse=order == "descending") + [None] * (
        len(values) - len(present))


def value(cell: Dict[str, str], read: Dict[str, Table]) -> Optional[float]:
    place = reference(cell["csv"])
    if place is None or place.table not in read:
        return None
    return numeric(read[place.table].value(place.line, place.column) or "")
