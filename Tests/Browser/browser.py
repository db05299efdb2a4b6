"""Chromium without a window, one page at a time, and what happened while it was open."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Iterator, List, Optional

from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page, sync_playwright

WATCH_CSP = """document.addEventListener('securitypolicyviolation', event =>
    (window.__violations ??= []).push(`${event.violatedDirective}: ${event.blockedURI}`), true)"""

# What a reader opens by clicks; a page shows one tab at a time, and every one of them is looked at.
OPEN_DETAILS = """() => {
    document.querySelectorAll('details').forEach(one => { one.open = true })
    document.querySelectorAll('.panel').forEach(one => { one.style.display = 'block' })
}"""


@dataclass
class Events:
    """What a page did besides being shown."""

    requests: List[str] = field(default_factory=list)
    console: List[str] = field(default_factory=list)
    dialogs: List[str] = field(default_factory=list)


@dataclass
class Opened:
    page: Page
    events: Events

    def ask(self, script: str, argument: Any = None) -> Any:
        return self.page.evaluate(script, argument)

    def violations(self) -> List[str]:
        found: List[str] = self.ask("() => window.__violations ?? []")
        return found


class Browser:
    """Opens pages in one Chromium."""

    def __init__(self, chromium: Chromium) -> None:
        self.chromium = chromium

    @contextmanager
    def open(
        self, path: Path, width: int = 1100, scheme: str = "light", scripts: bool = True,
        unfolded: bool = True,
    ) -> Iterator[Opened]:
        """`scheme` is light or dark; `unfolded` opens every `<details>` and shows every tab."""
        context = self.chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme,  # type: ignore
            java_script_enabled=scripts, reduced_motion="reduce", locale="en-GB",
            timezone_id="UTC")
        try:
            page = context.new_page()
            events = watched(page)
            context.add_init_script(WATCH_CSP)
            page.goto(path.resolve().as_uri(), wait_until="load")
            if unfolded:
                page.evaluate(OPEN_DETAILS)
            yield Opened(page, events)
        finally:
            context.close()


def watched(page: Page) -> Events:
    events = Events()
    page.on("request", lambda request: events.requests.append(request.url))
    page.on("console", lambda message: events.console.append(message.text))
    page.on("pageerror", lambda error: events.console.append(str(error)))
    page.on("popup", lambda popup: events.requests.append(f"popup {popup.url}"))

    def dismiss(dialog: Any) -> None:
        events.dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    return events


@contextmanager
def chromium(program: Optional[str]) -> Iterator[Browser]:
    """`program` is the browser's file; nil takes the one that playwright brought."""
    # Chromium refuses its sandbox to root, and small containers have a small /dev/shm.
    flags = ["--disable-dev-shm-usage", "--force-color-profile=srgb"]
    if os.geteuid() == 0:
        flags.append("--no-sandbox")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=flags)
        try:
            yield Browser(started)
        finally:
            started.close()
