"""The matrix of errors: every command and option that names a file, against every bad file.

All as an ordinary user: a program that is wrong might replace a device.
"""

from __future__ import annotations

import os
import re
from typing import Dict, List, NamedTuple, Tuple

from cases import Fault, case
from room import Room
from stages import FUNNELSTATS, INGEST, SESSIONIZE, Stage
from tracing import trace

#: Commands with a good input, and all inputs.
COMMANDS: Dict[str, str] = {
    "ingest": "ingest log.gz", "ingest check": "ingest check log.gz",
    "ingest explain": "ingest explain log.gz:3", "ingest init": "ingest init log.gz",
    "ingest join": "ingest join events.tsv",
    "sessionize": "sessionize events.tsv", "sessionize survey": "sessionize survey events.tsv",
    "sessionize split": "sessionize split --buckets 2 --survey survey.tsv events.tsv",
    "sessionize join-states": "sessionize join-states kept.state",
    "funnelstats": "funnelstats --journey journey.toml paths.tsv",
    "funnelstats check": "funnelstats check --journey journey.toml paths.tsv",
    "funnelstats compare": "funnelstats compare tables tables", "report": "report tables",
}
INPUTS = ("log.gz", "events.tsv", "paths.tsv", "journey.toml", "tables")
#: Options that name a file to write.
OUTPUTS = ("--output", "--summary", "--metrics", "--rejects", "--quarantine", "--sessions", "--partial")
#: A folder to write, on these commands.
FOLDERS = {("funnelstats", "--output"), ("report", "--svg")}
#: Options that name a file to read, with a command that needs it.
SOURCES = ("--key-file", "--journey", "--replay", "--merge", "--survey")
#: Read where it is there, then written.
BOTH = ("--state", "--identities")
#: Options of BOTH that one command only writes.
WRITTEN = {("sessionize survey", "--identities")}
#: Options without a file; what they refuse is told by OptionTests and RunTests.
WITHOUT_FILE = {
    "--quiet", "--verbose", "--format", "--map", "--props", "--query", "--dedupe", "--bots", "--static",
    "--since", "--until", "--assume-timezone", "--site", "--hash-ids", "--memory", "--progress", "--color",
    "--dry-run", "--jobs", "--max-rejects", "--allow-partial", "--version", "--help", "--timeout",
    "--boundary", "--split-at", "--timezone", "--split-on", "--declared", "--max-session", "--max-events",
    "--identity", "--steps", "--window", "--unit", "--order", "--members", "--no-formula-guard", "--excel",
    "--recursive", "--time-format", "--placeholder-ids", "--value-events", "--where", "--members-of",
    "--output-format", "--lang", "--interactive", "--no-members", "--buckets",
}


class Bad(NamedTuple):
    """A file that an option may be given, and the exits that are right."""
    name: str
    output: Tuple[int, ...]
    source: Tuple[int, ...]
    both: Tuple[int, ...]


BAD_FILES = (
    Bad("/dev/full", (74,), (65, 66, 74, 78), (64, 65, 66, 73, 74)),
    Bad("folder", (73,), (66, 74), (64, 65, 66, 73, 74)),
    Bad("missing/file", (73,), (66,), (66, 73)),
    Bad("shut/file", (73,), (66,), (66, 73, 74)),
    Bad("", (64, 73), (64, 66), (64, 66, 73)),
    Bad("file/below", (73,), (66,), (66, 73, 74)),
    Bad("x" * 300, (73,), (66,), (66, 73, 74)),
    Bad("loop", (0, 73), (66,), (66, 73, 74)),
)


def bring(room: Room) -> None:
    for name in INPUTS:
        room.bring(name)
    room.expect(
        room.run_ordinary(
            "mkdir folder shut other; touch file; ln -s loop loop; chmod a-w shut;"
            " sessionize survey events.tsv -o survey.tsv; sessionize --state kept.state events.tsv >/dev/null"), 0)


def options(room: Room, command: str) -> List[str]:
    """The long options of a command, by its own help."""
    shown = room.expect(room.run(f"{command} --help"), 0).out.decode()
    return sorted(set(re.findall(r"--[a-z][a-z-]+", shown.split("OPTIONS:")[-1])) - {"--"})


@case("X1", "every option of every command is in the matrix")
def complete(room: Room) -> None:
    known = {*OUTPUTS, *SOURCES, *BOTH, *WITHOUT_FILE, "--tmp-dir", "--svg"}
    for command in COMMANDS:
        new = set(options(room, command)) - known
        room.demand(not new, f"{command} has options without a row: {sorted(new)}")


def judge(room: Room, script: str, allowed: Tuple[int, ...], problems: List[str]) -> None:
    # An output may have replaced the link before.
    result = room.run_ordinary(f"rm -rf loop; ln -s loop loop; {script} >stdout")
    if result.code not in allowed:
        problems.append(f"exit {result.code}, not {allowed}: {script[:150]}: {result.err.strip()[:150]}")
    elif result.code and not (0 < result.err.count("\n") <= 4):
        problems.append(f"{result.err.count(chr(10))} lines of message: {script[:150]}")
    left = room.leftovers()
    if left:
        problems.append(f"left behind {left}: {script[:150]}")
        for name in left:
            room.remove(name)


def names_folder(command: str, option: str) -> bool:
    return (command, option) in FOLDERS


@case("X2", "every option that names a file, with a bad one")
def bad_files(room: Room) -> None:
    bring(room)
    problems: List[str] = []
    for command, good in COMMANDS.items():
        for option in options(room, command):
            for bad in BAD_FILES:
                script = f"{good} {option}='{bad.name}'"
                if option in OUTPUTS or option == "--svg" or (command, option) in WRITTEN:
                    allowed = bad.output
                    if names_folder(command, option):
                        allowed = {"folder": (0,), "/dev/full": (73,)}.get(bad.name, bad.output)
                    judge(room, script, allowed, problems)
                elif option in ("--replay", "--survey") and bad.name == "/dev/full":
                    continue  # zeros without end, like any pipe that never ends
                elif option in SOURCES:
                    # A second --journey takes the place of the first; --replay reads its file alone.
                    script = script.replace("log.gz", "") if option == "--replay" else script
                    judge(room, script, bad.source, problems)
                elif option in BOTH:
                    judge(room, script, bad.both, problems)
                elif option == "--tmp-dir" and bad.name not in ("folder", "shut/file"):
                    judge(room, script, (64, 73), problems)
    if problems:
        raise Fault("\n".join(problems))


@case("X3", "every command with a bad input or standard stream")
def bad_streams(room: Room) -> None:
    bring(room)
    problems: List[str] = []
    for command, good in COMMANDS.items():
        words = good.split()
        suffix = ":3" if command == "ingest explain" else ""
        bare = " ".join(
            word for word in words if word.removesuffix(":3") not in (*INPUTS, "kept.state")
            or word == "journey.toml")
        if command == "funnelstats compare":
            bare += " tables"
        for name in ("missing", "missing/file", "shut/file", "file/below", "x" * 300, "loop"):
            judge(room, f"{bare} {name}{suffix}", (66,), problems)
        judge(room, f"{bare} ''", (64, 66), problems)
        for script, allowed in (
            (f"{good} >/dev/full", (74,)), (f"{good} >&-", (74,)),
            (f"(trap '' PIPE; sleep 0.2; {good}) | true; exit ${{PIPESTATUS[0]}}", (74,)),
            (f"(sleep 0.2; exec {good}) | true; exit ${{PIPESTATUS[0]}}", (141,)),
            (f"{good} 2>/dev/full", (0,)), (f"{good} 2>&-", (0,)), (f"{good} <&-", (0,)),
        ):
            result = room.run_ordinary(script)
            if result.code not in allowed:
                problems.append(f"exit {result.code}, not {allowed}: {script}: {result.err.strip()[:150]}")
    if problems:
        raise Fault("\n".join(problems))


#: The file that an option names, and the exit where it cannot be looked at or read.
LOOKED_AT: "Dict[Tuple[Stage, str], int]" = {
    (SESSIONIZE, "--state"): 74, (SESSIONIZE, "--identities"): 74, (INGEST, "--key-file"): 74,
    (FUNNELSTATS, "--journey"): 74, (INGEST, "--replay"): 74,
}


@case("X4", "a file that an option names gives EIO, looked at, opened or read: 74, not absent")
def failing_files(room: Room) -> None:
    bring(room)
    room.put("key", b"0123456789abcdef" * 4)
    os.chmod(room.path("key"), 0o600)
    room.expect(room.run("sessionize events.tsv --state state --identities ids -o paths"), 0)
    room.expect(room.run("ingest log.gz --rejects rejects -o events"), 0)
    files = {"--state": "state", "--identities": "ids", "--key-file": "key",
             "--journey": "journey.toml", "--replay": "rejects"}
    problems: List[str] = []
    for (stage, option), code in LOOKED_AT.items():
        file = room.path(files[option])
        before = room.read(files[option])
        good = {
            "--journey": "funnelstats paths.tsv", "--replay": "ingest",
            "--key-file": "ingest log.gz"}.get(option, "sessionize " + room.path("other.tsv"))
        room.put("other.tsv", b"#polku events 1\ntime\tvisitor\n#end rows=0 complete=true\n")
        for calls in ("newfstatat,statx,access,faccessat2", "openat", "read,pread64"):
            room.put(files[option], before)
            traced = trace(
                room, f"{good} {option} {file}", calls, f"{calls}:error=EIO", path=file)
            if not traced.injected:
                continue
            if traced.result.code != code:
                problems.append(
                    f"{stage.name} {option}: exit {traced.result.code}, not {code}, EIO at {calls}:"
                    f" {traced.result.err.strip()[:150]}")
            if room.read(files[option]) != before:
                problems.append(f"{stage.name} {option}: the file was replaced")
    if problems:
        raise Fault("\n".join(problems))
