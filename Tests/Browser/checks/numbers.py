"""Every number of the page stands in a CSV, agrees with it to the shown digits, and tells it whole."""

from __future__ import annotations

import datetime
import json
import math
import re
import zoneinfo
from pathlib import Path
from typing import Any, Dict, List, NamedTuple, Optional, Union

import tables
from browser import Browser
from tables import Table

CELLS = """() => [...document.querySelectorAll('[data-csv],[data-sum],[data-share]')].map(one => ({
    csv: one.dataset.csv ?? '', mark: one.dataset.mark ?? '',
    sum: one.dataset.sum ?? '', share: one.dataset.share ?? '', unit: one.dataset.unit ?? '',
    text: [...one.childNodes].filter(node => node.nodeName !== 'title')
        .map(node => node.textContent).join(''),
    title: one.closest('[title]')?.getAttribute('title') ??
        one.querySelector(':scope > title')?.textContent ??
        one.closest('text,g')?.querySelector(':scope > title')?.textContent ?? '',
}))"""

# Numbers in table cells that no attribute accounts for; names of the log stand in <bdi>.
BARE = """() => [...document.querySelectorAll('main td')].filter(cell => {
    if (cell.closest('[data-csv],[data-sum],[data-share],[data-json]')) return false
    const copy = cell.cloneNode(true)
    copy.querySelectorAll('[data-csv],[data-sum],[data-share],[data-json],bdi,code,title')
        .forEach(one => one.remove())
    return /\\d/.test(copy.textContent)
}).map(cell => cell.outerHTML.slice(0, 120))"""

FACTS = """() => [...document.querySelectorAll('[data-json]')].map(
    one => ({json: one.dataset.json, text: one.textContent}))"""

DAYS = """() => [...document.querySelectorAll('time')].map(
    one => ({day: one.dateTime, text: one.textContent}))"""

SOURCES = {"manifest": "manifest.json", "ingest": "ingest.summary.json",
           "sessionize": "sessionize.summary.json"}

UNITS = {"": 1.0, "%": 0.01, "pp": 0.01, "ms": 0.001, "s": 1.0, "min": 60.0, "h": 3600.0,
         "d": 86400.0, "k": 1e3, "M": 1e6}
PART = re.compile(r"(\d+(?:\.\d+)?)\s*(%|pp|ms|min|s|h|d|k|M)?(?![A-Za-z0-9])")
GROUP = re.compile(r"(?<=\d)[\u2009\u202f\u00a0, ](?=\d{3}(?!\d))")


# Finnish has a decimal comma and units of its own.
FINNISH = ((re.compile(r"(?<=\d),(?=\d)"), "."), (re.compile(r"%\u2011yks\."), "pp"),
           (re.compile(r"(?<=\d\s)pv"), "d"), (re.compile(r"(?<=\d\s)milj\."), "M"),
           (re.compile(r"(?<=\d\s)t(?!\w)"), "k"))


def plain(text: str, language: str) -> str:
    """The text with numbers as English writes them."""
    if language == "fi":
        for pattern, english in FINNISH:
            text = pattern.sub(english, text)
    return text


class Shown(NamedTuple):
    """A number as the page shows it."""

    value: float
    half: float
    """Half of the last shown digit."""
    bound: str
    """`<` or `>` where the page tells a limit alone."""


class Reference(NamedTuple):
    table: str
    line: int
    column: str


def reference(text: str) -> Optional[Reference]:
    match = re.fullmatch(r"([a-z_]+):(\d+):([a-z0-9_]+)", text)
    return Reference(match[1], int(match[2]), match[3]) if match else None


def shown(text: str) -> Optional[Shown]:
    """Nil where `text` holds no number."""
    bare = GROUP.sub("", text.replace("\u2212", "-").strip())
    parts = list(PART.finditer(bare))
    if not parts:
        return None
    value = sum(float(part[1]) * UNITS[part[2] or ""] for part in parts)
    digits = len(parts[-1][1].partition(".")[2])
    half = 0.5 * 10 ** -digits * UNITS[parts[-1][2] or ""]
    before = bare[:parts[0].start()]
    if "\u2248" in before and value >= 1000:
        half = 0.5 * 10 ** (math.floor(math.log10(value)) - 2)  # Three digits.
    negative = "-" in before or "\u25bc" in before
    bound = "<" if "<" in before else ">" if ">" in before else ""
    return Shown(-value if negative else value, half, bound)


def numeric(text: str) -> Optional[float]:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def agrees(text: str, csv: str) -> bool:
    """Whether the shown text tells the cell."""
    value = numeric(csv)
    if value is None:
        return named(text, csv)
    number = shown(text)
    if number is None:
        return False
    if number.bound:
        return value < number.value if number.bound == "<" else value > number.value
    # A triangle tells the direction where no sign is written.
    if "\u25bc" in text and value >= 0:
        return False
    return abs(number.value - value) <= number.half * (1 + 1e-6) + 1e-9 * abs(value)


def named(text: str, csv: str) -> bool:
    """An empty cell shows no digit, another text itself, maybe cut in the middle."""
    if csv == "":
        return re.search(r"\d", text) is None
    shown, whole = text.strip(), csv.strip()
    if shown in (whole, whole[1:]) or shown == whole.replace("_", " "):
        return True
    head, cut, tail = shown.partition("\u2026")
    return cut != "" and whole.startswith(head) and whole.endswith(tail)


def numbers(browser: Browser, page: Path, folder: Path) -> List[str]:
    read = tables.read(folder)
    with browser.open(page) as opened:
        language = opened.ask("() => document.documentElement.lang")
        cells = [{**one, "text": plain(one["text"], language)} for one in opened.ask(CELLS)]
        problems = [f"number of no table: {one}" for one in opened.ask(BARE)]
        problems += facts([{**one, "text": plain(one["text"], language)} for one in opened.ask(FACTS)],
                          folder)
        problems += days(opened.ask(DAYS), folder)
    for cell in cells:
        if not cell["csv"] and not cell["sum"] and not cell["share"]:
            continue  # The sum of too many cells to name them.
        problem = checked(cell, read) if cell["csv"] else computed(cell, read)
        if problem:
            name = cell["csv"] or cell["sum"] or cell["share"]
            problems.append(f"{problem}: {name[:80]} shows '{cell['text'].strip()[:60]}'")
    return problems if cells else ["no cell says where its number stands"]


def checked(cell: Dict[str, str], read: Dict[str, Table]) -> Optional[str]:
    place = reference(cell["csv"])
    if place is None:
        return "not table:line:column"
    value = read[place.table].value(place.line, place.column) if place.table in read else None
    if value is None:
        return "no such cell"
    if cell["mark"] and not cell["text"].strip():
        return None
    # Where the sentence has the unit, an attribute tells it.
    told = f"{cell['text']} {cell['unit']}".strip()
    in_seconds = place.column.endswith("_ms") and agrees(told, milliseconds(value))
    if not in_seconds and not agrees(told, value):
        return f"not the table's {value[:60]!r}"
    if numeric(value) is not None and value not in cell["title"] and not whole(told, value):
        return f"title '{cell['title'][:60]}' lacks {value!r}"
    return None


def days(found: List[Dict[str, str]], folder: Path) -> List[str]:
    """The first and the last day of the data, in the journey's zone."""
    manifest = json.loads((folder / "manifest.json").read_bytes())
    zone = zoneinfo.ZoneInfo(manifest.get("timezone", "UTC"))
    wanted = [datetime.datetime.fromisoformat(manifest[name].replace("Z", "+00:00")).astimezone(zone).date()
              for name in ("data_start", "data_end") if manifest.get(name)]
    problems = []
    for one, day in zip(found, wanted if len(found) > 1 else wanted[-1:]):
        if one["day"] != day.isoformat() or not re.match(rf"{day.day}\D", one["text"]):
            problems.append(f"{one['text']} ({one['day']}) is not {day}")
    return problems if found or not wanted else ["no day is told"]


def facts(found: List[Dict[str, str]], folder: Path) -> List[str]:
    """Numbers of the manifest or a summary, `manifest:rows`; shares of them are left to the eye."""
    problems = []
    for one in found:
        source, _, path = one["json"].partition(":")
        file = folder / SOURCES.get(source, source)
        number = shown(one["text"])
        if number is None or "%" in one["text"]:
            continue
        values = reached(json.loads(file.read_bytes()), path.split(".")) if file.exists() else []
        if path.endswith("_ms"):
            values += [value / 1000 for value in values if isinstance(value, (int, float))]
        if not any(tells(one["text"], value) for value in values):
            problems.append(f"not in {file.name}: {one['json']} shows '{one['text'][:60]}'")
    return problems


def tells(text: str, value: Union[float, str]) -> bool:
    """Whether the text shows the number, or the time as far as it goes."""
    if isinstance(value, str):
        return value.replace("T", " ").startswith(text.replace("UTC", "").strip())
    return agrees(text, repr(value))


def reached(value: Any, path: List[str]) -> List[Union[float, str]]:
    """The numbers and times at the path, of every element where it leads through a list."""
    if isinstance(value, list):
        return [found for one in value for found in reached(one, path)]
    if path and isinstance(value, dict):
        return reached(value.get(path[0]), path[1:])
    if isinstance(value, dict):
        return [found for one in value.values() for found in reached(one, [])]
    return [value] if isinstance(value, (int, float, str)) else []


def computed(cell: Dict[str, str], read: Dict[str, Table]) -> Optional[str]:
    """Sums and shares of the page's own: `a b c` is a sum, `a b/c d` a quotient of two."""
    above, _, below = (cell["sum"] or cell["share"]).partition("/")
    top, bottom = total(above, read), total(below, read) if below else 1.0
    if top is None or bottom is None:
        return "sum of no such cells"
    if bottom == 0:
        return None if named(cell["text"], "") else "a share of nothing"
    return None if agrees(cell["text"], repr(top / bottom)) else f"not {top / bottom:.6g}"


def total(places: str, read: Dict[str, Table]) -> Optional[float]:
    values = []
    for one in places.split():
        place = reference(one)
        if place is None or place.table not in read:
            return None
        # A missing number adds nothing; a missing cell is a mistake.
        text = read[place.table].value(place.line, place.column)
        value = 0.0 if text == "" else numeric(text or "")
        if value is None:
            return None
        values.append(value)
    return math.fsum(values) if values else None


def milliseconds(value: str) -> str:
    """In seconds, which all times of a page are read in."""
    return repr(float(value) / 1000) if numeric(value) is not None else value


def whole(text: str, value: str) -> bool:
    """Whether the text shows every digit already."""
    number = shown(text)
    return number is not None and not number.bound and number.value == float(value)
