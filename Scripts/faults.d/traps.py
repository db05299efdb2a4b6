"""What must not stand in the sources: each was seen to lose data, to crash or to hang."""

from __future__ import annotations

import os
import re
from typing import Dict, Iterator, List, Tuple

from cases import CASES, Fault, case
from lab import ROOT
from room import Room
from tracing import trace

#: A pattern for lines without comments, and what it does.
TRAPS: Dict[str, str] = {
    r"(?<![.\w])(print|debugPrint|dump)\(": "a full or closed standard output is exit 0",
    r"FileHandle": "write(_:) crashes where the disk is full",
    r"(?<![.\w])readLine\(": "a read error is an end of file",
    r"\.atomic\b|\.write\(to: *(URL|url|file)": "links mktemp, and does not sync the folder",
    r"\b(Regex|NSRegularExpression|firstMatch|wholeMatch)\b": "takes for ever on some lines",
    r"\b(JSONSerialization|JSONDecoder|JSONEncoder)\b": "a lone surrogate or 1e400 throws the event away",
    r"(?<![.\w])(mktemp|tmpnam|tempnam)\(": "a name that somebody else may take first",
    r"\b(fatalError|try!)": "a crash with a trace of memory; say what failed instead",
    r"(?<![.\w])(?<!func )(Process|posix_spawn|execve?|popen|system)\(": "no stage runs a program",
    r"\b(URLSession|socket|connect|getaddrinfo)\(": "no stage opens a connection",
    r"\bTimeZone\(": "an unknown zone is UTC without a word",
    r"-Ounchecked": "checks stay on",
}
#: Where a trap is none, and why.
EXCEPTIONS: Dict[str, Tuple[str, str]] = {
    "Sources/Ingest/RejectFile.swift": ("JSONDecoder", "its own file; a bad line is 65"),
    "Sources/Report/Values/Summary.swift": ("JSONDecoder", "a summary; a bad one is shown as a failed check"),
    "Sources/StatsFolder/StatsManifest.swift": ("JSONDecoder", "a manifest; a bad one is 65"),
}


def is_excepted(path: str, line: str) -> bool:
    return path in EXCEPTIONS and EXCEPTIONS[path][0] in line


def sources() -> Iterator[Tuple[str, int, str]]:
    """Every line of Sources without its comment."""
    for folder, folders, names in os.walk(os.path.join(ROOT, "Sources")):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".swift"):
                path = os.path.join(folder, name)
                with open(path, encoding="utf-8") as file:
                    for number, line in enumerate(file, 1):
                        yield os.path.relpath(path, ROOT), number, re.sub(r"//.*", "", line)


@case("T1", "the sources hold nothing that is known to lose data, crash or hang")
def traps(room: Room) -> None:
    found: List[str] = []
    for path, number, line in sources():
        code = re.sub(r'"(\\.|[^"\\])*"', '""', line)
        found += [
            f"{path}:{number}: {line.strip()}: {why}"
            for pattern, why in TRAPS.items()
            if re.search(pattern, code) and not is_excepted(path, code)]
    if found:
        raise Fault("\n".join(found))


@case("T2", "`unsafe` and C stand in ByteIO alone")
def unsafe(room: Room) -> None:
    found = {
        path for path, _, line in sources()
        if re.search(r"\bunsafe\b", re.sub(r'"(\\.|[^"\\])*"', '""', line))
        and not path.startswith("Sources/ByteIO/")}
    if found:
        raise Fault("\n".join(sorted(found)))


@case("T3", "no stage opens a connection, runs a program or loads a file that data names")
def system_calls(room: Room) -> None:
    for name in ("log.gz", "events.tsv", "paths.tsv", "journey.toml", "tables"):
        room.bring(name)
    for command in (
        "ingest log.gz -o e.tsv", "sessionize events.tsv -o p.tsv",
        "funnelstats --journey journey.toml paths.tsv -o out", "report tables -o out.html"
    ):
        traced = trace(room, command, "network,execve,execveat,openat")
        room.expect(traced.result, 0)
        calls = [call for call in traced.calls if "openat" not in call]
        room.demand(len(calls) <= 1, f"{calls[:4]}", traced.result)
        opened = {
            name for call in traced.calls for name in re.findall(r'openat\([^"]*"([^"]*)"', call)}
        strange = [name for name in opened if not re.match(ALLOWED, name)]
        room.demand(not strange, f"opened {strange}", traced.result)


#: Libraries, the kernel's own, zones, and what the command line names.
ALLOWED = (
    r"(/etc/ld\.so|/lib|/usr/lib|/opt|/proc|/sys|/usr/share/zoneinfo|/dev/|\.$|/tmp|"
    r"(\./)?(log\.gz|events\.tsv|paths\.tsv|journey\.toml|tables|e\.tsv|p\.tsv|out))")


@case("T4", "Tests/README.md names every case, and no other")
def listed(room: Room) -> None:
    with open(os.path.join(ROOT, "Tests", "README.md"), encoding="utf-8") as file:
        table = file.read().split("## Cases")[1]
    named = set()
    for line in table.splitlines():
        if line.startswith("| ") and line.count("|") >= 5:
            tests = line.rsplit("|", 2)[1]
            for first, last in re.findall(r"\b([A-HTX]\d+\w?)(?:–([A-HTX]\d+\w?))?\b", tests):
                named |= {first, *between(first, last)}
    known = {one.id for one in CASES}
    room.demand(named == known, f"not named: {sorted(known - named)}; not there: {sorted(named - known)}")


def between(first: str, last: str) -> List[str]:
    """`A8b`, `A8e` gives A8b, A8c, A8d, A8e."""
    if not last or first[:-1] != last[:-1]:
        return []
    return [first[:-1] + chr(mark) for mark in range(ord(first[-1]), ord(last[-1]) + 1)]
