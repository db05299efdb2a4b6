"""What is damaged or cannot be written ends with its exit, one line of talk, and the old report."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Callable, Iterator, List, Optional

from programs import Ended, Report, small_files

OLD = b"the old report\n"


def faults(report: Report, folder: Path, other: Path) -> List[str]:
    """`other` is the folder of another run."""
    with tempfile.TemporaryDirectory() as place:
        bench = Bench(report, folder, Path(place))
        problems = bench.damaged("a table is missing", lambda copy: (copy / "funnel.csv").unlink())
        problems += bench.damaged("a table has changed", lambda copy: flip(copy / "transitions.csv"))
        problems += bench.damaged(
            "a table is cut", lambda copy: (copy / "funnel.csv").write_bytes(
                (copy / "funnel.csv").read_bytes()[:-9]))
        problems += bench.damaged(
            "a table is of another run",
            lambda copy: shutil.copy(other / "funnel_totals.csv", copy / "funnel_totals.csv"))
        problems += bench.damaged(
            "the manifest is of another run",
            lambda copy: shutil.copy(other / "manifest.json", copy / "manifest.json"))
        problems += bench.damaged(
            "the manifest is no JSON", lambda copy: (copy / "manifest.json").write_text("{"))
        problems += bench.damaged(
            "the manifest leads out of the folder", lambda copy: leading_out(copy, other))
        problems += bench.damaged(
            "no manifest", lambda copy: (copy / "manifest.json").unlink(), exit=66)
        problems += bench.damaged("no folder", shutil.rmtree, exit=66)
        return problems + bench.full_disk() + bench.full_stdout() + bench.options()


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-2] ^= 1
    path.write_bytes(data)


def leading_out(copy: Path, other: Path) -> None:
    manifest = copy / "manifest.json"
    manifest.write_text(manifest.read_text().replace(
        '"funnel.csv"', f'"../{other.name}/funnel.csv"'))


class Bench:
    """Copies of a folder, each damaged in one way, beside an old report."""

    def __init__(self, report: Report, folder: Path, place: Path) -> None:
        self.report, self.folder, self.place = report, folder, place
        self.page = place / "pages" / "report.html"
        self.page.parent.mkdir()
        self.page.write_bytes(OLD)

    def damaged(self, what: str, damage: Callable[[Path], Any], exit: int = 65) -> List[str]:
        copy = self.place / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.folder, copy)
        damage(copy)
        return self.judged(what, self.report.run([copy, "-o", self.page]), exit, self.page)

    def judged(self, what: str, ended: Ended, exit: int, page: Optional[Path]) -> List[str]:
        problems = []
        if ended.exit != exit:
            problems.append(f"{what}: exit {ended.exit}, not {exit} ({ended.talk[:200]})")
        if not ended.talk.startswith("report: ") or "\n" in ended.talk:
            problems.append(f"{what}: says '{ended.talk[:200]}', not one line 'report: …'")
        if ended.output:
            problems.append(f"{what}: {len(ended.output)} bytes on standard output")
        if page and page.read_bytes() != OLD:
            problems.append(f"{what}: the old report is gone")
        if page and [one for one in page.parent.iterdir() if one != page]:
            problems.append(f"{what}: leaves {[one.name for one in page.parent.iterdir()]}")
        return problems

    def full_disk(self) -> List[str]:
        ended = self.report.run([self.folder, "-o", self.page], before=small_files)
        problems = self.judged("a file grows too large", ended, 74, self.page)
        with tiny_disk() as disk:
            if disk:
                page = disk / "report.html"
                page.write_bytes(OLD)
                ended = self.report.run([self.folder, "-o", page])
                problems += self.judged("the disk is full", ended, 74, page)
        return problems

    def full_stdout(self) -> List[str]:
        with open("/dev/full", "wb") as full:
            ended = self.report.run([self.folder], stdout=full)
        return self.judged("standard output is full", ended, 74, None)

    def options(self) -> List[str]:
        """What cannot be created is 73; a wrong option 64."""
        nowhere = self.place / "nowhere" / "report.html"
        problems = self.judged(
            "no such place", self.report.run([self.folder, "-o", nowhere]), 73, None)
        ended = self.report.run([self.folder, "--no-such-option"])
        if ended.exit != 64:
            problems.append(f"a wrong option: exit {ended.exit}, not 64")
        return problems


@contextmanager
def tiny_disk() -> Iterator[Optional[Path]]:
    """A file system of 16 KB; nothing where this user may not mount one."""
    with tempfile.TemporaryDirectory() as place:
        mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", place]
        try:
            mounted = subprocess.run(mount, capture_output=True).returncode == 0
        except OSError:
            mounted = False
        try:
            yield Path(place) if mounted else None
        finally:
            if mounted:
                subprocess.run(["umount", place], capture_output=True)


def repeatable(report: Report, folder: Path, copy: Path) -> List[str]:
    """The same folder gives the same bytes: elsewhere, later, in another zone and locale."""
    first = report.run([folder]).output
    shutil.copytree(folder, copy)
    second = report.run([copy], TZ="Pacific/Chatham", LC_ALL="de_DE.UTF-8").output
    named = copy / "report.html"
    report.run([folder, "-o", named])
    problems = [] if first == second else ["another place, zone or locale gives another page"]
    if not named.exists() or named.read_bytes() != first:
        problems.append("-o gives another page than standard output")
    return problems
