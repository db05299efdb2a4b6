"""Logs of many nights, one folder a night, made of the nights of make-data one after another."""

from __future__ import annotations

import glob
import gzip
import os
import re
import shutil
import subprocess
import sys
from datetime import date, datetime, timedelta
from typing import Dict, List

from lab import SCRIPTS

ROWS = 3000
#: Of the days that make-data fills; at the edges there is little.
DAYS = 18
START = date(2026, 11, 17)
DAY = re.compile(rb'"timestamp":"(\d{4}-\d\d-\d\d)')
MOMENT = re.compile(rb'"(\d{4}-\d\d-\d\d)T')


def make_logs(folder: str, count: int, seed: int) -> List[str]:
    """Writes `FOLDER/DATE/events.ndjson.gz`; gives the dates in order."""
    dates: List[str] = []
    for block in range((count + DAYS - 1) // DAYS):
        night = f"{folder}.{block}"
        subprocess.run(
            [os.path.join(SCRIPTS, "make-data"), str(seed + block), str(ROWS), night],
            stdout=sys.stderr, check=True)
        days = by_day(night)
        shutil.rmtree(night)
        for number in range(min(DAYS, count - len(dates))):
            old = START + timedelta(days=number)
            new = old + timedelta(days=DAYS * block)
            target = os.path.join(folder, new.isoformat())
            os.makedirs(target)
            with gzip.GzipFile(os.path.join(target, "events.ndjson.gz"), "wb", mtime=0) as file:
                file.writelines(moved(line, DAYS * block) for line in days.get(old.isoformat(), []))
            dates.append(new.isoformat())
    return dates


def by_day(night: str) -> Dict[str, List[bytes]]:
    """Lines by the day of their event, so that a copy lies in the night of its first."""
    days: Dict[str, List[bytes]] = {}
    day = ""
    for path in sorted(glob.glob(os.path.join(night, "events-*.ndjson.gz"))):
        with gzip.open(path) as file:
            for line in file:
                # A line that is cut off has no time; it goes with the one before it.
                found = DAY.search(line)
                day = found.group(1).decode() if found else day
                days.setdefault(day, []).append(line)
    return days


def moved(line: bytes, days: int) -> bytes:
    """All dates of a line so many days later."""
    if days == 0:
        return line

    def later(match: "re.Match[bytes]") -> bytes:
        try:
            day = datetime.strptime(match.group(1).decode(), "%Y-%m-%d").date()
        except ValueError:
            return match.group()  # one of the impossible times
        return f'"{(day + timedelta(days=days)).isoformat()}T'.encode()

    return MOMENT.sub(later, line)
