"""Lets chosen system calls fail by strace, and reads what it saw."""

from __future__ import annotations

import re
from typing import Dict, List, NamedTuple, Optional

from cases import Skip
from process import Result
from room import Room

UNFINISHED = " <unfinished ...>"


class Traced(NamedTuple):
    result: Result
    calls: List[str]
    """One line a call, with the paths of descriptors."""

    @property
    def injected(self) -> List[str]:
        return [call for call in self.calls if "(INJECTED)" in call]

    @property
    def renames(self) -> List[str]:
        return [call for call in self.calls if " rename" in call and "(INJECTED)" not in call]


def trace(
    room: Room, command: str, calls: str, inject: str = "", path: str = "", limit: float = 60
) -> Traced:
    """Runs a simple command; `inject` is what strace takes, `path` limits it to one file."""
    if room.lab.strace_problem:
        raise Skip(room.lab.strace_problem)
    options = ["strace", "-f", "-qq", "-y", "-s", "200", "-o", "trace.log", "-e", f"trace={calls}"]
    if path:
        options += ["-P", path]
    if inject:
        options += ["-e", f"'inject={inject}'"]
    result = room.run(" ".join([*options, command]), limit=limit)
    text = room.read("trace.log").decode("utf-8", "replace")
    room.remove("trace.log")
    return Traced(result, whole_calls(text))


def whole_calls(text: str) -> List[str]:
    """One line a call, in the order of their begins: strace writes two where another thread came between."""
    calls: List[str] = []
    unfinished: Dict[str, int] = {}
    for line in text.splitlines():
        thread = line.split(" ", 1)[0]
        resumed = re.match(r"\d+ +<\.\.\. \w+ resumed>", line)
        if resumed and thread in unfinished:
            place = unfinished.pop(thread)
            calls[place] = calls[place].removesuffix(UNFINISHED) + line[resumed.end():]
            continue
        if line.endswith(UNFINISHED):
            unfinished[thread] = len(calls)
        calls.append(line)
    return calls


def failing(
    room: Room, command: str, calls: str, fault: str, when: Optional[int] = None, path: str = ""
) -> Traced:
    """The calls fail as `fault` says (`error=EIO`, `signal=SIGKILL`), all of them or the `when`th."""
    number = "" if when is None else f":when={when}"
    traced = f"{calls},rename,renameat,renameat2"
    return trace(room, command, traced, f"{calls}:{fault}{number}", path)


def calls_before_work(room: Room, calls: str) -> int:
    """How often the loader and the start of the program make these calls: once for all."""
    return len(trace(room, f"{room.stage.name} --version", calls).calls)
