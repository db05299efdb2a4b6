"""Runs the nights through Scripts/nightly, with trouble and without, and compares what they leave."""

from __future__ import annotations

import glob
import gzip
import hashlib
import os
import random
import shlex
import time
from typing import Dict, List, Set

import process
from lab import ROOT, SCRIPTS
from process import Result
from trouble import TROUBLES

JOURNEY = os.path.join(ROOT, "Data", "journey.toml")


class Difference(Exception):
    """What is not as undisturbed nights leave it."""


class Nights:
    def __init__(self, folder: str, dates: List[str], seed: int) -> None:
        self.folder, self.dates = folder, dates
        self.dice = random.Random(seed)
        self.troubles = 0
        self.environment = {
            "PATH": f"{os.path.join(folder, 'bin')}:{SCRIPTS}:{os.environ.get('PATH', '/usr/bin:/bin')}",
            "HOME": folder, "LC_ALL": "C", "SWIFT_BACKTRACE": "enable=no"}

    def run(self) -> None:
        for date in self.dates:
            self.expect_clean("clean", date)
        late: List[str] = []
        for date in self.dates:
            if self.dice.randrange(8) == 0:
                print(f"{date}  comes late", flush=True)
                late.append(date)
                continue
            self.night(date)
            if late and self.dice.randrange(3) == 0:
                self.night(late.pop(0))
            if self.dice.randrange(6) == 0:
                self.night(date)
        for date in late:
            self.night(date)
        self.compare_kept()
        self.compare_sessions()

    def command(self, out: str, date: str) -> str:
        return shlex.join([
            "nightly", "--logs", f"logs/{date}", "--date", date, "--out", out, "--journey", JOURNEY,
            "--nights", "9999"])

    def night(self, date: str) -> None:
        """One night with up to three troubles, and then without."""
        story = []
        for _ in range(self.dice.randrange(4)):
            name = self.dice.choice(list(TROUBLES))
            script, exits = TROUBLES[name](self.dice)
            environment = {
                **self.environment, "NIGHTLY": self.command("out", date), "LOGS": f"logs/{date}"}
            result = process.run(script or "$NIGHTLY", self.folder, environment, limit=120)
            self.troubles += name != "nothing"
            story.append(f"{name} ({result.code})")
            if result.code not in exits:
                raise Difference(f"{date}: {name}: exit {result.code}\n{script}\n{result.err}")
        self.expect_clean("out", date)
        print(f"{date}  {', '.join(story) or 'undisturbed'}", flush=True)

    def expect_clean(self, out: str, date: str) -> Result:
        """Runs the night; a stage that a kill has left may hold the lock for some seconds."""
        for _ in range(60):
            result = process.run(self.command(out, date), self.folder, self.environment, limit=120)
            if result.code != 75:
                break
            time.sleep(0.25)
        if result.code != 0 or result.err or result.out:
            raise Difference(f"{date}: exit {result.code} after all troubles: {result.err}")
        return result

    # Comparison

    def compare_kept(self) -> None:
        """Everything but the clock and the lock."""
        clean, out = self.kept("clean"), self.kept("out")
        names = sorted(set(clean) ^ set(out))
        if names:
            raise Difference(f"files of one side alone: {names[:20]}")
        differing = sorted(name for name in clean if clean[name] != out[name])
        if differing:
            raise Difference(f"other bytes: {differing[:20]}")

    def kept(self, out: str) -> Dict[str, str]:
        found = {}
        for folder, _, names in os.walk(os.path.join(self.folder, out)):
            for name in names:
                path = os.path.join(folder, name)
                if name not in ("polku.prom", "lock"):
                    with open(path, "rb") as file:
                        found[os.path.relpath(path, os.path.join(self.folder, out))] = (
                            hashlib.sha256(file.read()).hexdigest())
        return found

    def compare_sessions(self) -> None:
        """The rows of all nights together are those of one run over all logs."""
        whole = process.run(
            "ingest logs/*/*.gz | sessionize -o whole.tsv", self.folder, self.environment, limit=600)
        if whole.code != 0:
            raise Difference(f"one run over all: exit {whole.code}: {whole.err}")
        with open(os.path.join(self.folder, "whole.tsv"), "rb") as file:
            wanted = rows(file.read())
        found: Set[bytes] = set()
        for path in glob.glob(os.path.join(self.folder, "out", "paths", "*", "paths.tsv.gz")) + [
                os.path.join(self.folder, "out", "still-open", "paths.tsv.gz")]:
            with gzip.open(path) as file:
                found |= rows(file.read())
        if found != wanted:
            raise Difference(
                f"{len(found - wanted)} rows too many, {len(wanted - found)} missing of {len(wanted)}")


def rows(stream: bytes) -> Set[bytes]:
    """Rows without customer, which a later login may change, and index, which counts per stream."""
    lines = [line for line in stream.splitlines() if not line.startswith(b"#")]
    names = lines[0].split(b"\t")
    left_out = {names.index(name) for name in (b"customer", b"session_index")}
    return {
        b"\t".join(field for number, field in enumerate(line.split(b"\t")) if number not in left_out)
        for line in lines[1:]}
