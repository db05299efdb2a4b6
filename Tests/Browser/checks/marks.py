"""Bars, dots and ribbons are as long, as far and as large as their numbers say."""

from __future__ import annotations

import math
from collections import defaultdict
from pathlib import Path
from typing import Any, Dict, List, NamedTuple, Optional, Tuple

import tables
from browser import Browser
from checks.numbers import numeric, reference
from tables import Table

WIDTHS = (1100, 390)
TOLERANCE = 0.5
"""Pixels of the chart's own coordinates."""

MARKS = """() => [...document.querySelectorAll('svg')].flatMap((chart, place) => {
    // A narrow window has drawings of its own.
    if (chart.getClientRects().length === 0) return []
    const name = (chart.querySelector('title')?.textContent ?? `chart ${place}`).slice(0, 60)
    const left = path => {
        // How high the path is just right of its left edge.
        const frame = path.getBBox(), x = frame.x + 0.5, step = 0.05
        let height = 0
        for (let y = frame.y - 1; y < frame.y + frame.height + 1; y += step)
            if (path.isPointInFill(new DOMPoint(x, y))) height += step
        return height
    }
    const at = (one, axis) => {
        const end = one.dataset.end ?? '1'
        if (one.localName === 'circle') return one['c' + axis].baseVal.value
        if (one.localName === 'line') return one[axis + end].baseVal.value
        const frame = one.getBBox()
        return axis === 'x' ? frame.x : frame.y
    }
    const measure = {
        width: one => one.getBBox().width, height: one => one.getBBox().height,
        x: one => at(one, 'x'), y: one => at(one, 'y'),
        'log-x': one => at(one, 'x'), 'log-y': one => at(one, 'y'),
        area: one => one.r.baseVal.value ** 2,
        thickness: one => getComputedStyle(one).fill !== 'none' ? left(one)
            : parseFloat(getComputedStyle(one).strokeWidth),
    }
    // Dots of a table, and bars of a list, are one chart; each row has a drawing of its own.
    const whole = chart.closest('table.dots, table.short, ol.steps, tr.who')
    const all = [...document.querySelectorAll('table.dots, table.short, ol.steps, tr.who')]
    const key = whole ? `${whole.className} ${all.indexOf(whole)}` : `${place} ${name}`
    return [...chart.querySelectorAll('[data-mark]')].map(one => ({
        chart: key, kind: one.dataset.mark, scale: one.dataset.scale ?? '',
        csv: one.dataset.csv ?? '', value: one.dataset.value ?? '',
        size: (measure[one.dataset.mark] ?? (() => null))(one),
    }))
})"""

# Where there are very many marks, one path draws them all, and no attribute can tell them apart.
UNMARKED = """() => [...document.querySelectorAll('svg[role=img]')].filter(chart => {
    const packed = [...chart.querySelectorAll('path')].some(one => one.getAttribute('d').length > 3000)
    const shapes = chart.querySelectorAll('rect,circle,line,path').length
    return !packed && shapes > 3 && !chart.querySelector('[data-mark]')
}).map(chart => 'chart without marks: ' + (chart.querySelector('title')?.textContent ?? '').slice(0, 80))"""

Group = Tuple[str, str, str]


class Mark(NamedTuple):
    value: float
    size: float
    """Pixels; for an area, square pixels."""
    name: str


def marks(browser: Browser, page: Path, folder: Path) -> List[str]:
    read = tables.read(folder)
    problems = []
    for width in WIDTHS:
        with browser.open(page, width=width) as opened:
            found: List[Dict[str, Any]] = opened.ask(MARKS)
            unmarked: List[str] = opened.ask(UNMARKED)
        groups, missing = grouped(found, read)
        wrong = [f"{' '.join(group).strip()}: {one}" for group, members in groups.items()
                 for one in misplaced(group[1], members)]
        none = [] if found else ["no mark says which number it shows"]
        problems += [f"{width} px: {one}" for one in missing + unmarked + wrong + none]
    return problems


def grouped(
    found: List[Dict[str, Any]], read: Dict[str, Table],
) -> "Tuple[Dict[Group, List[Mark]], List[str]]":
    groups: Dict[Group, List[Mark]] = defaultdict(list)
    problems = []
    for one in found:
        value = valued(one, read)
        if value is None or one["size"] is None:
            problems.append(f"{one['chart']}: mark without number or size: {one}")
        else:
            mark = Mark(value, one["size"], one["csv"] or f"value {one['value']}")
            groups[one["chart"], one["kind"], one["scale"]].append(mark)
    return groups, problems


def valued(one: Dict[str, Any], read: Dict[str, Table]) -> Optional[float]:
    if not one["csv"]:
        return numeric(one["value"])
    place = reference(one["csv"])
    if place is None or place.table not in read:
        return None
    return numeric(read[place.table].value(place.line, place.column) or "")


def misplaced(kind: str, members: List[Mark]) -> List[str]:
    if kind in ("x", "y"):
        return off_line(members)
    if kind in ("log-x", "log-y"):
        low = [one for one in members if one.value <= 0]
        return [f"{one.name} = {one.value} on a log axis" for one in low] or off_line(
            [one._replace(value=math.log(one.value)) for one in members])
    return off_ratio(members)


def off_ratio(members: List[Mark]) -> List[str]:
    """Sizes that are not proportional to their numbers; the largest sets the scale."""
    largest = max(members, key=lambda one: one.value)
    if largest.value <= 0:
        return [f"{one.name} = {one.value} is {one.size:.2f} px" for one in members
                if one.size > TOLERANCE]
    ratio = largest.size / largest.value
    wrong = [one for one in members if abs(one.size - one.value * ratio) > TOLERANCE]
    if ratio == 0:
        return [f"{largest.name} = {largest.value} has no size"]
    return [f"{one.name} = {one.value} is {one.size:.2f} px, not {one.value * ratio:.2f}"
            for one in wrong]


def off_line(members: List[Mark]) -> List[str]:
    """Places that are not on the line through the smallest and the largest number."""
    low = min(members, key=lambda one: one.value)
    high = max(members, key=lambda one: one.value)
    if high.value == low.value:
        return [f"{one.name}: equal numbers stand apart" for one in members
                if abs(one.size - low.size) > TOLERANCE]
    slope = (high.size - low.size) / (high.value - low.value)
    if abs(high.size - low.size) < TOLERANCE:
        return [f"{low.name} and {high.name} stand in one place"] \
            if high.value - low.value > 1e-3 * abs(high.value) else []
    wrong = [one for one in members
             if abs(one.size - low.size - slope * (one.value - low.value)) > TOLERANCE]
    return [f"{one.name} = {one.value:g} stands at {one.size:.2f}, not at "
            f"{low.size + slope * (one.value - low.value):.2f}" for one in wrong]
