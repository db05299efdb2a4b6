"""Runs the steps of a job with both builds and compares what they wrote."""

from __future__ import annotations

import itertools
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from typing import Dict, List, NamedTuple, Optional, Tuple, Union

PROGRAMS = ("ingest", "sessionize", "funnelstats", "report")
SIDES = ("old", "new")  # of one length: a path in a message shifts no column
TIMEOUT = 120  # seconds a step
SHOWN = 20  # differences told in full

#: Times in files of metrics.
METRIC_TIME = re.compile(rb"^(polku_\w+_seconds(?:\{[^}]*\})? )[0-9.]+$", re.MULTILINE)


class Job(NamedTuple):
    """Shell commands that run one after another in a folder of their own."""

    name: str
    files: Dict[str, Union[str, bytes]]
    """Inputs by their name there: a path to link to, or bytes to write."""
    steps: List[str]


class Difference(NamedTuple):
    what: str
    old: bytes
    new: bytes


class Side:
    """One of the two builds, with its scratch folder."""

    def __init__(self, name: str, binaries: str, scratch: str) -> None:
        self.binaries = os.path.abspath(binaries)
        self.scratch = os.path.join(scratch, name)
        self.temporary = os.path.join(scratch, f"{name}.tmp")
        os.makedirs(self.scratch)
        os.makedirs(self.temporary)
        self.environment = {
            "PATH": f"{self.binaries}:{os.environ['PATH']}", "LC_ALL": "C", "HOME": self.temporary,
            "TMPDIR": self.temporary, "SWIFT_BACKTRACE": "enable=no"}

    def version(self) -> bytes:
        program = os.path.join(self.binaries, PROGRAMS[0])
        return subprocess.run([program, "--version"], stdout=subprocess.PIPE).stdout.strip()

    def folder(self, job: Job) -> str:
        return os.path.join(self.scratch, re.sub(r"[^\w.-]+", "_", job.name))

    def prepare(self, job: Job) -> None:
        folder = self.folder(job)
        os.makedirs(folder)
        for name, content in job.files.items():
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            if isinstance(content, str):
                os.symlink(os.path.abspath(content), path)
            else:
                with open(path, "wb") as file:
                    file.write(content)

    def command(self, job: Job, step: str) -> str:
        return f"cd {self.folder(job)} && PATH={self.binaries}:$PATH bash -c {shlex.quote(step)}"

    def run(self, job: Job, step: str) -> Dict[str, bytes]:
        """Runs one step; gives what it wrote by name. Files are those that are new or changed."""
        folder = self.folder(job)
        before = files(folder)
        process = subprocess.Popen(
            ["bash", "-c", step], cwd=folder, env=self.environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        try:
            output, errors = process.communicate(timeout=TIMEOUT)
            status = str(process.returncode)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            output, errors = process.communicate()
            status = f"none after {TIMEOUT} s"
        written = {
            f"file {name}": read(os.path.join(folder, name))
            for name, stamp in files(folder).items() if before.get(name) != stamp}
        return {
            "exit code": status.encode(), "standard output": output, "standard error": errors,
            **written}


def files(folder: str) -> Dict[str, Tuple[int, int, int]]:
    """Every regular file below the folder, with what changes when it is written."""
    found = {}
    for where, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(where, name)
            if not os.path.islink(path):
                status = os.stat(path)
                found[os.path.relpath(path, folder)] = (
                    status.st_ino, status.st_size, status.st_mtime_ns)
    return found


def known_metrics(old: bytes, new: bytes) -> bytes:
    """The new metrics without those of names that are not among the old: who reads them asks by name."""
    def name(line: bytes) -> bytes:
        return re.split(rb"[ {]", line.removeprefix(b"# TYPE "), maxsplit=1)[0]
    known = {name(line) for line in old.splitlines()}
    return b"".join(line for line in new.splitlines(True) if name(line) in known)


def read(path: str) -> bytes:
    """The content; of a lock alone that it is there, since it holds a process's number."""
    if path.endswith(".lock"):
        return b""
    with open(path, "rb") as file:
        return file.read()


class Comparison:
    def __init__(self, old: str, new: str, scratch: str, keeps_all: bool) -> None:
        self.scratch = scratch.encode()
        self.keeps_all = keeps_all
        self.sides = [Side(name, path, scratch) for name, path in zip(SIDES, (old, new))]
        versions = {side.version() for side in self.sides}
        self.versions = versions if len(versions) > 1 else set()
        self.passed = self.failed = 0

    def normal(self, content: bytes) -> bytes:
        """Without what must differ."""
        for name in SIDES:
            content = content.replace(os.path.join(self.scratch, name.encode()), b"SCRATCH")
        for version in self.versions:
            content = content.replace(version, b"VERSION")
        if b"_seconds" in content:
            content = METRIC_TIME.sub(rb"\1TIME", content)
        return content

    def differences(self, job: Job, step: str) -> List[Difference]:
        old, new = (side.run(job, step) for side in self.sides)
        found = []
        for what in sorted(old.keys() | new.keys()):
            if what not in old or what not in new:
                found.append(Difference(
                    what, b"written" if what in old else b"not written",
                    b"written" if what in new else b"not written"))
            elif old[what] != new[what]:
                pair = [self.normal(content) for content in (old[what], new[what])]
                if what.endswith(".prom"):
                    pair[1] = known_metrics(*pair)
                if pair[0] != pair[1]:
                    found.append(Difference(what, *pair))
        return found

    def run(self, job: Job) -> "List[Tuple[Job, str, List[Difference]]]":
        """The steps of the job that differ. A folder without a difference is taken away."""
        for side in self.sides:
            side.prepare(job)
        failures = []
        for step in job.steps:
            found = self.differences(job, step)
            if found:
                failures.append((job, step, found))
        if not failures and not self.keeps_all:
            for side in self.sides:
                shutil.rmtree(side.folder(job))
        self.passed += len(job.steps) - len(failures)
        self.failed += len(failures)
        return failures

    def tell(self, job: Job, step: str, found: List[Difference]) -> None:
        if self.failed and self.told >= SHOWN:
            return
        self.told += 1
        print(f"{job.name}: {', '.join(difference.what for difference in found)} differ")
        for side in self.sides:
            print(f"  {side.command(job, step)}")
        for difference in found[:3]:
            for text in first_difference(difference):
                print(f"    {text}")
        sys.stdout.flush()

    told = 0


def first_difference(difference: Difference) -> List[str]:
    """The first lines that differ, cut to what is around the first byte that does."""
    pairs = itertools.zip_longest(
        difference.old.split(b"\n"), difference.new.split(b"\n"), fillvalue=b"(nothing)")
    for number, (old, new) in enumerate(pairs, 1):
        if old != new:
            at = next(
                (at for at, (left, right) in enumerate(zip(old, new)) if left != right),
                min(len(old), len(new)))
            start = max(0, at - 60)
            return [
                f"{difference.what}, line {number}, byte {at + 1}",
                f"old: {old[start:at + 100]!r}", f"new: {new[start:at + 100]!r}"]
    return []


def compare(old: str, new: str, jobs: List[Job], keep: Optional[str]) -> int:
    scratch = os.path.abspath(keep) if keep else tempfile.mkdtemp(prefix="compare-builds-")
    os.makedirs(scratch, exist_ok=True)
    comparison = Comparison(old, new, scratch, keep is not None)
    with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        for failures in pool.map(comparison.run, jobs):
            for failure in failures:
                comparison.tell(*failure)
    if comparison.failed > SHOWN:
        print(f"… and {comparison.failed - SHOWN} more")
    if comparison.failed == 0 and not keep:
        shutil.rmtree(scratch)
    elif comparison.failed:
        print(f"What differs is kept in {scratch}")
    print(f"{comparison.passed} passed, {comparison.failed} failed")
    return 1 if comparison.failed or not comparison.passed else 0
