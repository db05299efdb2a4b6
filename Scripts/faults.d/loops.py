"""Every single system call of a run fails, or is its last, in turn: no output is ever half new."""

from __future__ import annotations

import os
import re
from typing import Dict, Iterator, List, NamedTuple

from cases import case
from process import Result
from room import OLD, Content, Room
from stages import ALL, FUNNELSTATS, INGEST, REPORT, SESSIONIZE, Stage
from tracing import calls_before_work, failing

WRITES = "write,pwrite64,writev,copy_file_range"
READS = "read,pread64"
LOOKS = "newfstatat,statx,access,faccessat,faccessat2"
#: The loader makes these before the program starts.
OF_THE_LOADER = (READS, LOOKS, "openat", "close")
RENAMES = "rename,renameat,renameat2"

#: Options that name every other output of a stage, with the outputs' names; the record comes last.
SIDES: Dict[Stage, Dict[str, str]] = {
    INGEST: {"--summary": "s.json", "--rejects": "r.ndjson"},
    SESSIONIZE: {
        "--summary": "s.json", "--sessions": "sessions.csv", "--quarantine": "q.tsv",
        "--identities": "i.tsv", "--state": "state.tsv"},
    FUNNELSTATS: {"--summary": "s.json"},
    REPORT: {"--summary": "s.json"},
}
#: Read as well as written: an old one would have to be good.
READ_FIRST = ("i.tsv", "state.tsv")


class Outputs(NamedTuple):
    """All outputs of a run, before it and as a run without fault leaves them."""
    command: str
    old: Dict[str, Content]
    new: Dict[str, Content]

    @property
    def names(self) -> List[str]:
        return list(self.new)


def outputs(room: Room) -> Outputs:
    sides = SIDES[room.stage]
    options = " ".join(f"{option} {name}" for option, name in sides.items())
    command = f"{room.named} {options}"
    names = [room.stage.output, *sides.values()]
    room.expect(room.run(command), 0)
    made = {name: room.content(name) for name in names}
    reset(room, names)
    return Outputs(command, {name: room.content(name) for name in names}, made)


def reset(room: Room, names: List[str]) -> None:
    """The folder as a run finds it: older outputs, nothing that is read first, no leftovers."""
    for name in [*names, *room.leftovers()]:
        room.remove(name)
    for name in os.listdir(room.folder):
        if name.endswith(".lock"):
            room.remove(name)
    room.make_old()
    for name in names[1:]:
        if name not in READ_FIRST:
            room.put(name, OLD)


def numbers(room: Room, calls: str, start: int) -> Iterator[int]:
    """1, 2, 3, …; in `quick` the first three of the work and then some, chosen by the seed."""
    number = start
    while True:
        yield number
        sparse = room.lab.is_quick and number >= start + 3 and not calls.startswith("rename")
        number += room.dice.randrange(4, 12) if sparse else 1


def states(room: Room, run: Outputs) -> Dict[str, str]:
    """Each output as `old`, `new`, or what is wrong with it."""
    found = {}
    for name in run.names:
        content = room.content(name)
        if content == run.new[name]:
            found[name] = "new"
        elif content == run.old[name]:
            found[name] = "old"
        else:
            found[name] = folder_state(content, run, name)
    return found


def folder_state(content: Content, run: Outputs, name: str) -> str:
    """A folder between its renames holds files that are each old or new."""
    old, new = run.old[name], run.new[name]
    if not isinstance(content, dict) or not isinstance(new, dict):
        return "neither old nor new"
    before = old if isinstance(old, dict) else {}
    for file, held in content.items():
        if held not in (new.get(file), before.get(file)):
            return f"{file} is neither old nor new"
    return "mixed" if content.get("manifest.json") != new["manifest.json"] else "new manifest, old tables"


def check_failed(room: Room, run: Outputs, result: Result, call: str) -> None:
    """Exit 0 with everything new, or a failure with everything old, but what the message names."""
    found = states(room, run)
    wanted = "new" if result.code == 0 else "old"
    wrong = {
        name: state for name, state in found.items()
        if state != wanted and not (result.code != 0 and is_named(result, name, state))}
    room.demand(not wrong, f"{wrong} after {call}", result)
    left = [name for name in room.leftovers() if os.path.basename(name) not in result.err]
    room.demand(not left, f"left behind: {left} after {call}", result)


def is_named(result: Result, name: str, state: str) -> bool:
    return "already replaced" in result.err and name in result.err and state in ("new", "mixed")


def fail_each(room: Room, calls: str, error: str, codes: "tuple[int, ...]") -> None:
    run, reached = outputs(room), 0
    start = max(1, calls_before_work(room, calls) - 3) if calls in OF_THE_LOADER else 1
    for number in numbers(room, calls, start):
        traced = failing(room, run.command, calls, f"error={error}", number)
        if not traced.injected:
            break
        reached += 1
        call = re.sub(r"^\d+ +", "", traced.injected[-1])[:160]
        # Where even the loader finds its libraries no more, 127 is its own.
        room.demand(
            traced.result.code in (0, 127, *codes), f"exit {traced.result.code} after {call}",
            traced.result)
        file = re.search(r"([^/<]*\.tmp)>", call)
        renamed = file and any(f"{file.group(1)}\"" in rename for rename in traced.renames)
        room.demand(not renamed, f"renamed all the same after {call}", traced.result)
        check_failed(room, run, traced.result, call)
        reset(room, run.names)
    room.demand(reached > 0, f"no {calls} was reached")


@case("A8", "each write gives ENOSPC in turn: never an output that is half new", ALL)
def full_at_each_write(room: Room) -> None:
    fail_each(room, WRITES, "ENOSPC", (74,))


@case("A8b", "each read gives EIO in turn", ALL)
def failing_at_each_read(room: Room) -> None:
    fail_each(room, READS, "EIO", (74,))


@case("A8c", "each open finds no descriptor in turn: a failure of the system, 74", ALL)
def no_descriptor_at_each_open(room: Room) -> None:
    fail_each(room, "openat", "EMFILE", (74,))


@case("A8d", "each sync fails in turn", ALL)
def failing_at_each_sync(room: Room) -> None:
    fail_each(room, "fsync,fdatasync", "EIO", (74,))


@case("A8e", "each look at a file fails in turn: only ENOENT is absent", ALL)
def failing_at_each_look(room: Room) -> None:
    fail_each(room, LOOKS, "EIO", (74, 66, 73))


@case("A10", "each close gives EDQUOT in turn", ALL)
def failing_at_each_close(room: Room) -> None:
    fail_each(room, "close", "EDQUOT", (74,))


@case("A11b", "each rename fails in turn: what is replaced already is named", ALL)
def failing_at_each_rename(room: Room) -> None:
    fail_each(room, RENAMES, "EACCES", (74,))


def check_killed(room: Room, run: Outputs, result: Result, call: str) -> None:
    """Every output whole; the commit record last; the next run gives the same and sweeps."""
    found = states(room, run)
    wrong = {name: state for name, state in found.items() if state not in ("old", "new", "mixed")}
    room.demand(not wrong, f"{wrong} after a kill at {call}", result)
    if found.get("state.tsv") == "new":
        room.demand(set(found.values()) == {"new"}, f"the state came first: {found}", result)
        again = room.run(run.command)
        room.expect(again, 65)
    else:
        again = room.expect(room.run(run.command), 0)
    changed = {name: state for name, state in states(room, run).items() if state != "new"}
    room.demand(not changed, f"the next run gives {changed} after a kill at {call}", again)
    if again.code == 0:
        room.demand(
            not room.leftovers(), f"the next run leaves {room.leftovers()} of a kill at {call}", again)


def kill_at_each(room: Room, calls: str) -> None:
    run, reached = outputs(room), 0
    start = max(1, calls_before_work(room, calls) - 1) if calls == "openat" else 1
    for number in numbers(room, calls, start):
        traced = failing(room, run.command, calls, "signal=SIGKILL", number)
        if traced.result.code != 137:
            break
        reached += 1
        call = traced.calls[-2] if len(traced.calls) > 1 else calls
        check_killed(room, run, traced.result, f"{calls} {number}: {call[:160]}")
        reset(room, run.names)
    room.demand(reached > 0, f"no {calls} was reached")


@case("A12", "killed at each write: every output old, absent or complete; the next run sweeps", ALL)
def killed_at_each_write(room: Room) -> None:
    kill_at_each(room, WRITES)


@case("A12b", "killed at each open", ALL)
def killed_at_each_open(room: Room) -> None:
    kill_at_each(room, "openat")


@case("A12c", "killed at each sync", ALL)
def killed_at_each_sync(room: Room) -> None:
    kill_at_each(room, "fsync,fdatasync")


@case("A12d", "killed at each rename", ALL)
def killed_at_each_rename(room: Room) -> None:
    kill_at_each(room, RENAMES)


@case("A13", "killed at random moments", ALL)
def killed_at_random(room: Room) -> None:
    run = outputs(room)
    longest, killed = room.run(run.command).seconds, 0
    for _ in range(room.lab.count(10, 200)):
        reset(room, run.names)
        moment = room.dice.random() * longest
        result = room.run(f"timeout -s KILL {moment:.4f} {run.command}")
        killed += result.code == 137
        if result.code == 137:
            check_killed(room, run, result, f"{moment:.4f} s")
        else:
            room.expect(result, 0)
    room.demand(killed > 0, "no run was killed: the moments are wrong")
