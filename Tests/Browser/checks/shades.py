"""The more, the darker: cells of a heat map never have a lighter shade for a larger number."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any, Dict, List, NamedTuple, Tuple

import tables
from browser import Browser
from checks.contrast import colour, luminance
from checks.marks import valued

CELLS = """() => [...document.querySelectorAll('table')].flatMap((table, place) =>
    [...table.querySelectorAll('td')].map(cell => ({
        table: `${place} ${table.caption?.textContent ?? ''}`.slice(0, 60),
        csv: cell.dataset.csv ?? cell.querySelector('[data-csv]')?.dataset.csv ?? '',
        value: '', ground: getComputedStyle(cell).backgroundColor,
        hue: cell.className.replace(/[0-9]/g, ''),
    })).filter(cell => cell.csv && cell.ground.startsWith('rgb(')))"""


class Shade(NamedTuple):
    value: float
    lightness: float
    name: str


def shades(browser: Browser, page: Path, folder: Path) -> List[str]:
    read = tables.read(folder)
    with browser.open(page) as opened:
        cells: List[Dict[str, Any]] = opened.ask(CELLS)
    maps: Dict[Tuple[str, str], List[Shade]] = defaultdict(list)
    for cell in cells:
        value = valued(cell, read)
        if value is not None:
            shade = Shade(value, luminance(colour(cell["ground"])), cell["csv"])
            # Conversions have shades of their own.
            maps[cell["table"], cell["csv"].rpartition(":")[2] + cell["hue"]].append(shade)
    problems = [f"{' '.join(place)}: {one}" for place, found in maps.items()
                for one in lighter(found)]
    return problems if maps else ["no cell has a shade"]


def lighter(found: List[Shade]) -> List[str]:
    ordered = sorted(found, key=lambda one: (one.value, -one.lightness))
    wrong = [f"{high.name} = {high.value:g} is lighter than {low.name} = {low.value:g}"
             for low, high in zip(ordered, ordered[1:]) if high.lightness > low.lightness + 1e-6]
    if len({one.lightness for one in found}) > 10:
        wrong.append("more than eight shades")
    return wrong
