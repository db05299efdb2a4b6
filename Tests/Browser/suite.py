"""The tests: which check looks at which page, and what each check must find fault with."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Callable, Dict, Iterator, List, NamedTuple, Tuple

import corpus
import folders
import sample
from browser import Browser
from checks.access import axe
from checks.contrast import contrast
from checks.faults import faults, repeatable
from checks.finnish import finnish
from checks.geometry import geometry
from checks.injection import injection
from checks.interactive import interactive
from checks.limits import limits, swift
from checks.marks import marks
from checks.numbers import numbers
from checks.printing import printing
from checks.quiet import quiet
from checks.recount import recount
from checks.scriptless import scriptless
from checks.shades import shades
from programs import Report

LARGE = ("huge", "many-funnels")
FINNISH, INTERACTIVE = "--lang=fi", "--interactive"
OPTIONS = {FINNISH: ("plain", "compared", "huge", "empty", "night"),
           INTERACTIVE: ("compared", "night")}
"""Which pages are made with an option, too."""
IN_FINNISH = ("axe", "geometry", "quiet", "scriptless", "printing", "numbers", "marks", "limits")
SCRIPTED = ("axe", "geometry", "scriptless", "numbers", "limits")
MADE = ("plain", "compared", "empty", "bare", "one-row")


class Test(NamedTuple):
    name: str
    problems: Callable[[], List[str]]


def prepare(report: Report, programs: Path, place: Path) -> None:
    """Writes every folder and its page, before several browsers look at them."""
    for name in ("night", *folders.MAKERS):
        folder = place / "folders" / name
        if folder.exists():
            continue
        if name == "night":
            folders.night(folder, programs)
        else:
            folders.MAKERS[name](folder)
    pages = [(name,) for name in ("night", *folders.MAKERS)]
    pages += [(name, option) for option, names in OPTIONS.items() for name in names]
    for name, *options in pages:
        try:
            report.page(place / "folders" / name, *options)
        except RuntimeError:
            pass  # The tests of this page will say so.


class Bench:
    """Tests of the pages that lie in a place."""

    def __init__(self, browser: Browser, report: Report, programs: Path, place: Path) -> None:
        self.browser, self.report = browser, report
        self.programs, self.place = programs, place

    def folder(self, name: str) -> Path:
        return self.place / "folders" / name

    def page(self, name: str, *options: str) -> Path:
        return self.report.page(self.folder(name), *options)

    def tests(self) -> Iterator[Test]:
        for name in ("night", *MADE):
            yield from self.looks(name)
        for part, texts in enumerate(folders.HOSTILE):
            yield from self.looks(f"hostile-{part}", ("geometry", "numbers", "limits"))
            yield Test(f"injection: hostile-{part}", partial(self.injected, part, texts))
        for name in LARGE:
            yield from self.looks(name, ("geometry", "numbers", "marks", "recount", "limits"))
        yield from self.looks("plain", IN_FINNISH, FINNISH)
        for name in ("compared", "huge", "empty"):
            yield from self.looks(name, ("geometry", "limits"), FINNISH)
        for name in ("night", "compared"):
            yield Test(f"finnish: {name}", partial(self.translated, name))
        yield from self.looks("compared", SCRIPTED, INTERACTIVE)
        for name in OPTIONS[INTERACTIVE]:
            yield Test(f"interactive: {name}", partial(self.acted, name))
        for name in ("night", "huge", *MADE):
            yield self.timed(name)
        yield Test("faults", lambda: faults(
            self.report, self.folder("plain"), self.folder("compared")))
        yield Test("repeatable", lambda: repeatable(
            self.report, self.folder("plain"), self.place / "elsewhere"))

    def injected(self, part: int, texts: List[bytes]) -> List[str]:
        pages = self.page(f"hostile-{part}"), self.page(f"tamed-{part}")
        return injection(self.browser, *pages, texts)

    def translated(self, name: str) -> List[str]:
        return finnish(self.browser, self.page(name, FINNISH), self.page(name))

    def acted(self, name: str) -> List[str]:
        return interactive(self.browser, self.page(name, INTERACTIVE), self.folder(name))

    def looks(
        self, name: str, wanted: Tuple[str, ...] = (), *options: str,
    ) -> Iterator[Test]:
        """The checks of a page. Charts of an empty folder have no marks, and a large one no few sheets."""
        for check, problems in checks(self.browser).items():
            if wanted and check not in wanted or check in EXEMPT.get(name, ()):
                continue

            def look(problems: Look = problems) -> List[str]:
                return problems(self.page(name, *options), self.folder(name))

            yield Test(" ".join((f"{check}: {name}", *options)), look)

    def timed(self, name: str) -> Test:
        # A debug build is many times slower; what counts is measured on a release build.
        most = (1.0 if name == "huge" else 0.3) * (1 if self.report.is_release() else 30)
        return Test(f"time: {name}", lambda: swift(self.report, self.folder(name), most))


EXEMPT: Dict[str, Tuple[str, ...]] = {
    "empty": ("marks", "numbers", "recount", "shades"),
    "bare": ("marks", "numbers", "recount", "shades"),
    "one-row": ("marks", "shades"),
}

Look = Callable[[Path, Path], List[str]]


def checks(browser: Browser) -> Dict[str, Look]:
    """By name; each takes a page and the folder that it tells of."""
    return {
        "axe": lambda page, _: axe(browser, page, views(page)),
        "geometry": lambda page, _: geometry(browser, page),
        "contrast": lambda page, _: contrast(browser, page),
        "quiet": lambda page, _: quiet(browser, page),
        "scriptless": lambda page, _: scriptless(browser, page),
        "printing": lambda page, folder: printing(browser, page, sheets(folder)),
        "numbers": lambda page, folder: numbers(browser, page, folder),
        "marks": lambda page, folder: marks(browser, page, folder),
        "recount": lambda page, folder: recount(browser, page, folder),
        "shades": lambda page, folder: shades(browser, page, folder),
        "limits": lambda page, _: limits(browser, page),
    }


def views(page: Path) -> int:
    """Pages with the same parts as others are not looked at from all sides."""
    return 2 if page.stem in ("plain", "empty", "bare", "one-row") else 4


def sheets(folder: Path) -> int:
    """Sheets of paper that a page may take: eight for one funnel, three for each more."""
    manifest = json.loads((folder / "manifest.json").read_bytes())
    return 8 + 3 * (len(manifest.get("funnels", [0])) - 1)


def self_tests(browser: Browser, place: Path) -> Iterator[Test]:
    folder = sample.folder(place / "sample")
    good = sample.page(place / "good.html")
    looks = checks(browser)
    looks["injection"] = lambda page, _: injection(browser, page, good, [])
    for name, look in looks.items():
        yield Test(f"{name}: passes the sample", partial(look, good, folder))
    for number, spoilt in enumerate(sample.SPOILT):
        page = spoilt.write(place / f"spoilt-{number}.html")
        look = partial(looks[spoilt.check], page, folder)
        yield Test(f"{spoilt.check}: finds {spoilt.what}", partial(found, look))
    yield Test("injection: finds missing names", partial(
        found, partial(injection, browser, good, good, corpus.HOSTILE)))
    yield Test("finnish: finds a page in English", partial(
        found, partial(finnish, browser, good, good)))
    yield Test("interactive: finds a page without a script", partial(
        found, partial(interactive, browser, good, folder)))
    yield from fakes(place)


def fakes(place: Path) -> Iterator[Test]:
    """Programs in the place of `report`."""
    folder, other = folders.plain(place / "plain"), folders.one_row(place / "other")
    reports: Dict[str, Report] = {}
    for name, text in sample.FAKES.items():
        program = place / name.replace(" ", "-") / "report"
        program.parent.mkdir()
        program.write_text(text)
        program.chmod(0o755)
        reports[name] = Report(program, program.parent)
        look = partial(faults, reports[name], folder, other)
        yield Test(f"faults: finds a program that {name}", partial(found, look))
    clock = reports["tells the time"]
    yield Test("repeatable: finds a clock", partial(
        found, partial(repeatable, clock, folder, place / "again")))
    yield Test("time: finds a slow program", partial(found, partial(swift, clock, folder, 0)))


def found(look: Callable[[], List[str]]) -> List[str]:
    return [] if look() else ["nothing found"]
