"""What the page sums up itself, counted again from the tables: flows, heat maps, the rest of a row."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, Dict, List

import tables
from browser import Browser
from checks.numbers import agrees, shown
from tables import Table

COLUMNS = 5

# The boxes of a flow, each with the label that follows it.
BOXES = """() => [...document.querySelectorAll('svg rect[data-mark=height] + text')].filter(
    label => label.querySelector('tspan') && label.previousElementSibling.dataset.value
).map(label => ({
    column: label.previousElementSibling.x.baseVal.value, count: label.querySelector('tspan').textContent,
    value: parseFloat(label.previousElementSibling.dataset.value),
    name: label.querySelector('title')?.textContent ?? label.firstChild.data.trim(),
}))"""

MAPS = """name => [...document.querySelectorAll('table')].filter(
    table => table.caption.textContent.startsWith(name)).map(table =>
        [...table.querySelectorAll('tr')].map(row =>
            [...row.querySelectorAll('td')].map(cell => cell.textContent)).filter(row => row.length))"""


def recount(browser: Browser, page: Path, folder: Path) -> List[str]:
    read = tables.read(folder)
    with browser.open(page) as opened:
        boxes = opened.ask(BOXES)
        perhour = opened.ask(MAPS, "Conversions per visit")
        moves = opened.ask(MAPS, "From touchpoint to touchpoint")
    problems = flow(boxes, read["paths"], labels(folder)) if "paths" in read else []
    problems += [one for map in perhour for one in hourly(map, read["hours"])]
    problems += [one for map in moves for one in rows(map)]
    return problems if boxes or perhour or moves else ["nothing to count again"]


def labels(folder: Path) -> Dict[str, str]:
    manifest = json.loads((folder / "manifest.json").read_bytes())
    return {label["name"]: next(iter(label["text"].values()))
            for label in manifest.get("labels", []) if label["of"] == "touchpoint"}


def person(name: str, labels: Dict[str, str]) -> str:
    """What people read for a touchpoint: its label, else a key in plain words."""
    if name == "(unmapped)":
        return "(no touchpoint)"
    if name not in labels and re.fullmatch(r"[a-z][a-z0-9_]*", name):
        return name[:1].upper() + name[1:].replace("_", " ")
    return labels.get(name, name)


def flow(boxes: List[Dict[str, Any]], paths: Table, labels: Dict[str, str]) -> List[str]:
    """Boxes hold the customers of the paths through them; who does not end in a column is in the next."""
    if not boxes:
        return []
    expected = through(paths, labels)
    by_column: Dict[float, List[Dict[str, Any]]] = defaultdict(list)
    for box in boxes:
        by_column[box["column"]].append(box)
    problems = [f"box '{box['name']}' shows {box['count']} for {box['value']}" for box in boxes
                if not short(box["count"], box["value"])]
    going = float(sum(expected[0].values()))
    for place, column in enumerate(sorted(by_column)):
        whole = sum(box["value"] for box in by_column[column])
        if abs(whole - going) > 0.01:
            problems.append(f"column {place + 1} holds {whole}, {going} go there")
        for box in by_column[column]:
            name, value = box["name"], box["value"]
            if name in ("(converted)", "(left)"):
                going -= value
            elif name != "(other)" and abs(expected[place][name] - value) > 0.01:
                problems.append(f"column {place + 1}: '{name}' is {value}, not {expected[place][name]}")
    return problems


def through(paths: Table, labels: Dict[str, str]) -> "List[Counter[str]]":
    """Customers by touchpoint, for each of the first columns."""
    counts: "List[Counter[str]]" = [Counter() for _ in range(COLUMNS + 1)]
    for path, rank, customers in picked(paths, "path", "rank", "customers"):
        if rank == "":
            continue
        for place, name in enumerate(path.split(" > ")[:COLUMNS]):
            counts[place][person(name, labels)] += int(customers)
    return counts


def picked(table: Table, *columns: str) -> List[List[str]]:
    places = [table.columns.index(column) for column in columns]
    return [[record[place] for place in places] for record in table.records]


def short(text: str, value: float) -> bool:
    """Whether a label tells the number, as `12.3k` from 10,000."""
    number = shown(text)
    return number is not None and abs(number.value - value) <= number.half + 1e-6


def hourly(map: List[List[str]], hours: Table) -> List[str]:
    wanted: Dict[int, Dict[int, str]] = defaultdict(dict)
    for weekday, hour, sessions, conversions in picked(
            hours, "weekday", "hour", "sessions", "conversions"):
        share = repr(int(conversions) / int(sessions)) if int(sessions) else ""
        wanted[int(weekday)][int(hour)] = share
    return [f"weekday {day}, hour {hour}: '{text}', not {wanted[day][hour] or 'none'}"
            for day, row in enumerate(map, 1) for hour, text in enumerate(row[:24])
            if hour in wanted[day] and not agrees(text, wanted[day][hour])]


def rows(map: List[List[str]]) -> List[str]:
    """Where people go from a touchpoint adds up to all of them, up to rounding."""
    problems = []
    for place, row in enumerate(map, 1):
        shares = [number for number in (shown(text) for text in row if "%" in text) if number]
        whole = sum(number.value for number in shares)
        # A cell that shows a limit alone, or nothing, is less than one shown digit.
        slack = sum(number.half * (2 if number.bound else 1) for number in shares) + 0.005
        if shares and abs(whole - 1) > slack:
            problems.append(f"row {place} of the transitions adds up to {whole:.1%}")
    return problems
