"""However large the folder, the page stays small and opens at once."""

from __future__ import annotations

from pathlib import Path
from typing import List

from browser import Browser
from programs import Report

BYTES = 300_000
OPENED = 1.0
"""Seconds until the page is laid out."""

SHOWN = """() => {
    const entry = performance.getEntriesByType('navigation')[0]
    return {loaded: (entry.loadEventEnd || entry.domComplete) / 1000, height: document.body.scrollHeight,
            text: document.body.innerText.length}
}"""


def limits(browser: Browser, page: Path, most: int = BYTES) -> List[str]:
    problems = []
    size = page.stat().st_size
    if size >= most:
        problems.append(f"{size:,} bytes, under {most:,} are allowed")
    facts = min((shown(browser, page) for _ in range(2)), key=lambda one: one["loaded"])
    if facts["loaded"] > OPENED:
        problems.append(f"opens in {facts['loaded']:.2f} s")
    if facts["text"] < 300:
        problems.append(f"only {facts['text']} characters")
    return problems


def shown(browser: Browser, page: Path) -> "dict[str, float]":
    with browser.open(page, unfolded=False) as opened:
        facts: "dict[str, float]" = opened.ask(SHOWN)
        return facts


def swift(report: Report, folder: Path, most: float) -> List[str]:
    """A release build has three tries, so that a busy machine is no fault of the program."""
    times = [report.seconds(folder)]
    while report.is_release() and len(times) < 3:
        times.append(report.run([folder, "-o", report.pages / "timed.html"]).seconds)
    return [f"report took {min(times):.2f} s, under {most} s are allowed"] if min(times) > most else []
