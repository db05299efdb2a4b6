#!/usr/bin/env python3
"""Tests of the report in Chromium: run.py --programs DIR [--chromium FILE] [--only TEXT] [--self-test].

Every check gives a list of problems; a test passes when it is empty. `--self-test` gives each check
pages that are spoilt on purpose, and passes when it finds fault with every one of them.
"""

from __future__ import annotations

import argparse
import atexit
import multiprocessing
import os
import sys
import tempfile
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, NamedTuple, Optional

import suite
from browser import chromium
from programs import Report
from suite import Bench, Test

SHOWN_PROBLEMS = 12


@dataclass
class Plan:
    """What every worker must know to find a test by its name."""

    place: Path
    programs: Optional[Path]
    chromium: Optional[str]
    is_self_test: bool


class Outcome(NamedTuple):
    name: str
    problems: List[str]
    seconds: float


TESTS: Dict[str, Test] = {}
"""Of this worker."""
OPEN = ExitStack()
"""The worker's browser; closed when the process ends."""


def begin(plan: Plan) -> None:
    """Starts a browser and lists the tests, in a process of its own."""
    atexit.register(OPEN.close)
    browser = OPEN.enter_context(chromium(plan.chromium))
    if plan.is_self_test:
        place = Path(OPEN.enter_context(tempfile.TemporaryDirectory()))
        tests = suite.self_tests(browser, place)
    else:
        tests = Bench(browser, report(plan), plan.programs or Path(), plan.place).tests()
    TESTS.update({test.name: test for test in tests})


def report(plan: Plan) -> Report:
    return Report((plan.programs or Path()) / "report", plan.place / "pages")


def names() -> List[str]:
    return list(TESTS)


def perform(name: str) -> Outcome:
    start = time.monotonic()
    try:
        problems = TESTS[name].problems()
    except Exception:  # A check that breaks is a failure, and the others still count.
        problems = traceback.format_exc().strip().splitlines()[-4:]
    return Outcome(name, problems, time.monotonic() - start)


def run(plan: Plan, only: str, jobs: int, verbose: bool) -> int:
    """Runs the tests whose name holds `only`; returns how many failed."""
    # A fork would take the browser's pipes along.
    spawn = multiprocessing.get_context("spawn")
    failed = passed = 0
    with ProcessPoolExecutor(jobs, spawn, begin, (plan,)) as pool:
        wanted = [name for name in pool.submit(names).result() if only in name]
        # Where others compete for the cores, time tells nothing.
        alone = [name for name in wanted if name.startswith("time: ")]
        for name in alone:
            failed += shown(pool.submit(perform, name).result(), verbose)
        rest = [name for name in wanted if name not in alone]
        for outcome in pool.map(perform, rest):
            failed += shown(outcome, verbose)
        passed = len(wanted) - failed
    print(f"{passed} passed, {failed} failed")
    return failed if wanted else 1


def shown(outcome: Outcome, verbose: bool) -> int:
    """Prints an outcome; 1 where it is a failure."""
    verdict = "FAIL" if outcome.problems else "ok  "
    print(f"{verdict} {outcome.name} ({outcome.seconds:.1f} s)", flush=True)
    limit = len(outcome.problems) if verbose else SHOWN_PROBLEMS
    for problem in outcome.problems[:limit]:
        print(f"     {problem}")
    if len(outcome.problems) > limit:
        print(f"     … {len(outcome.problems) - limit} more")
    return 1 if outcome.problems else 0


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--programs", type=Path, help="folder of the built programs")
    parser.add_argument("--chromium", help="the browser's file")
    parser.add_argument("--only", default="", help="run tests whose name holds this")
    parser.add_argument("--keep", type=Path, help="keep folders and pages here")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="browsers at once")
    parser.add_argument("--self-test", action="store_true", help="prove that every check can fail")
    parser.add_argument("-v", "--verbose", action="store_true", help="show all problems")
    found = parser.parse_args()
    if not found.self_test and not found.programs:
        parser.error("--programs is needed")
    return found


def main() -> int:
    found = options()
    with tempfile.TemporaryDirectory() as temporary:
        place = found.keep or Path(temporary)
        (place / "pages").mkdir(parents=True, exist_ok=True)
        plan = Plan(place, found.programs, found.chromium, found.self_test)
        if not found.self_test:
            suite.prepare(report(plan), plan.programs or Path(), place)
        return 1 if run(plan, found.only, found.jobs, found.verbose) else 0


if __name__ == "__main__":
    sys.exit(main())
