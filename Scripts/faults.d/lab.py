"""What all cases share: the programs, good inputs made once, and what this machine allows."""

from __future__ import annotations

import functools
import gzip
import os
import random
import shutil
import subprocess
import sys
import tempfile
from typing import Dict, List

from cases import Skip
from process import run

HERE = os.path.dirname(os.path.abspath(__file__))
SCRIPTS = os.path.dirname(HERE)
ROOT = os.path.dirname(SCRIPTS)
PROGRAMS = ("ingest", "sessionize", "funnelstats", "report")
SEED = 1
SMALL, LARGE = 1000, 20000
#: User and group of nobody, for what root may do anyway.
NOBODY = 65534


class Lab:
    def __init__(self, is_quick: bool, seed: int, keeps: bool = False) -> None:
        self.is_quick, self.seed, self.keeps = is_quick, seed, keeps
        self.folder = tempfile.mkdtemp(prefix="polku-faults.")
        # An ordinary user has to come through.
        os.chmod(self.folder, 0o755)
        self.binaries = os.path.join(self.folder, "bin")
        self.inputs = os.path.join(self.folder, "inputs")
        self.large = os.path.join(self.folder, "large")
        self.kept: List[str] = []

    def __enter__(self) -> "Lab":
        try:
            copy_programs(self.binaries)
            make_inputs(self, self.inputs, SMALL)
            make_inputs(self, self.large, LARGE)
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self.kept:
            say(f"kept: {' '.join(self.kept)}")
            return
        subprocess.run(["chmod", "-R", "u+rwx", self.folder], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    def count(self, quick: int, everything: int) -> int:
        return quick if self.is_quick else everything

    def dice(self, label: str) -> random.Random:
        """Random numbers of one case, the same for the same seed."""
        return random.Random(f"{self.seed} {label}")

    def environment(self, folder: str) -> Dict[str, str]:
        return {
            "PATH": f"{self.binaries}:{os.environ.get('PATH', '/usr/bin:/bin')}", "LC_ALL": "C",
            "HOME": folder, "TMPDIR": folder, "SWIFT_BACKTRACE": "enable=no"}

    @functools.cached_property
    def preload(self) -> str:
        """The library that makes system calls fail."""
        target = os.path.join(self.folder, "preload.so")
        made = subprocess.run(
            ["cc", "-O1", "-shared", "-fPIC", "-o", target, os.path.join(HERE, "preload.c"), "-ldl"],
            capture_output=True, text=True, check=False) if shutil.which("cc") else None
        if made is None or made.returncode != 0:
            raise Skip("no C compiler")
        return target

    @functools.cached_property
    def strace_problem(self) -> str:
        if not shutil.which("strace"):
            return "no strace"
        tried = run(
            "strace -f -qq -o /dev/null -e inject=fsync:error=EIO true", self.folder,
            self.environment(self.folder))
        return "" if tried.code == 0 else f"strace may not trace: {tried.err.strip()[:80]}"

    @functools.cached_property
    def namespace(self) -> str:
        """The command that gives a script its own mounts; empty where it cannot be had."""
        for command in ("unshare -m", "unshare -Urm"):
            script = f"{command} mount -t tmpfs -o size=64k none {self.inputs}"
            if run(script, self.folder, self.environment(self.folder)).code == 0:
                return command
        return ""

    @functools.cached_property
    def ordinary(self) -> str:
        """The command that makes an ordinary user of root; ends with Skip where that fails."""
        if os.getuid() != 0:
            return ""
        command = f"setpriv --reuid {NOBODY} --regid {NOBODY} --clear-groups"
        tried = run(
            f"{command} ingest --version", self.folder, self.environment(self.folder))
        if tried.code != 0:
            raise Skip(f"no ordinary user: {tried.err.strip()[:80]}")
        return command


def copy_programs(folder: str) -> None:
    source = os.environ.get("POLKU_BIN") or build()
    os.mkdir(folder)
    for name in PROGRAMS:
        shutil.copy(os.path.join(source, name), os.path.join(folder, name))


def build() -> str:
    demand([os.path.join(SCRIPTS, "setup"), "zlib"])
    demand(["swift", "build", "-c", "release"])
    shown = subprocess.run(
        ["swift", "build", "-c", "release", "--show-bin-path"], cwd=ROOT, stdout=subprocess.PIPE,
        text=True, check=True)
    return shown.stdout.strip()


def demand(command: List[str]) -> None:
    subprocess.run(command, cwd=ROOT, stdout=sys.stderr, check=True)


def make_inputs(lab: Lab, folder: str, rows: int) -> None:
    """A night: its event log and access log, and what each stage makes of the former."""
    night = folder + ".night"
    demand([os.path.join(SCRIPTS, "make-data"), str(SEED), str(rows), night])
    os.mkdir(folder)
    join_logs(night, "events", os.path.join(folder, "log.gz"))
    join_logs(night, "access", os.path.join(folder, "access.gz"))
    shutil.rmtree(night)
    shutil.copy(os.path.join(ROOT, "Data", "journey.toml"), folder)
    made = run(
        "ingest log.gz -o events.tsv && sessionize events.tsv -o paths.tsv &&"
        " funnelstats --journey journey.toml paths.tsv -o tables", folder, lab.environment(folder))
    if made.code != 0:
        raise SystemExit(f"faults: the programs do not work at all: {made.err}")
    demand(["find", folder, "-name", "*.lock", "-delete"])


def join_logs(night: str, kind: str, target: str) -> None:
    names = sorted(name for name in os.listdir(night) if name.startswith(f"{kind}-"))
    with gzip.GzipFile(target, "wb", mtime=0) as out:
        for name in names:
            with gzip.open(os.path.join(night, name)) as part:
                shutil.copyfileobj(part, out)


def say(text: str) -> None:
    print(f"faults: {text}", file=sys.stderr, flush=True)
