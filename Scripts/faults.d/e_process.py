"""E: what the world around a process does to it: readers, limits, locks, threads, terminals."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import threading
from typing import List

from cases import Skip, case
from room import Room
from stages import ALL, FILTERS, INGEST, SESSIONIZE, WORKERS
from tracing import trace


def bring_large(room: Room) -> str:
    """The program with an input whose output no pipe holds."""
    room.remove(room.stage.input)
    room.bring(room.stage.input, large=True)
    return room.good


@case("E1", "the reader is gone: quiet, dead of SIGPIPE, no side output", ALL)
def gone_reader(room: Room) -> None:
    good = bring_large(room)
    tail = "head -n 1 >/dev/null" if room.stage in WORKERS else "true"
    wait = "" if room.stage in WORKERS else "sleep 0.3; "
    result = room.run(
        f"({wait}exec {good} --summary s.json) | {tail}; exit ${{PIPESTATUS[0]}}")
    room.expect(result, 141)
    room.demand(result.err == "", "not quiet", result)
    room.demand(not os.path.exists(room.path("s.json")), "a side output was published", result)
    room.expect_nothing_left(result)


@case("E2", "the reader is gone where SIGPIPE is ignored: 74, one line at most", ALL)
def gone_reader_ignored(room: Room) -> None:
    good = bring_large(room)
    tail = "head -n 1 >/dev/null" if room.stage in WORKERS else "true"
    wait = "" if room.stage in WORKERS else "sleep 0.3; "
    result = room.run(
        f"(trap '' PIPE; {wait}exec {good} --summary s.json) | {tail}; exit ${{PIPESTATUS[0]}}")
    room.expect(result, 74)
    room.demand(result.err.count("\n") <= 1, "more than one line", result)
    room.demand(not os.path.exists(room.path("s.json")), "a side output was published", result)
    room.expect_nothing_left(result)


@case("E4", "little address space: works by spilling, or 74 with what is needed; never a crash", ALL)
def little_memory(room: Room) -> None:
    good = bring_large(room)
    reference = room.good_output()
    base = least_memory(room)
    for more in (5_000, 20_000, 50_000, 100_000, 200_000):
        result = room.run(f"ulimit -v {base + more}; {good}")
        room.demand(result.code in (0, 74), f"exit {result.code} with {more} kB more", result)
        if result.code == 0:
            room.demand(result.out == reference, "other bytes", result)
        else:
            room.demand("memory" in result.err, "does not say what it needs", result)


def least_memory(room: Room) -> int:
    """The least address space, kB, in which the program starts."""
    low, high = 10_000, 4_000_000
    while high - low > 1000:
        middle = (low + high) // 2
        starts = room.run(f"ulimit -v {middle}; {room.stage.name} --version").code == 0
        low, high = (low, middle) if starts else (middle, high)
    return high


@case("E5", "the temporary folder is missing: 73; full: 74 with its name; read-only: 73", WORKERS)
def temporary_folder(room: Room) -> None:
    good = bring_large(room)
    small = f"{good} --memory 1M"
    for name in ("missing", room.stage.input):
        result = room.expect(room.run(f"{good} --tmp-dir {name}"), 73, name)
        room.demand(result.out == b"", "work was done", result)
    mount = "mkdir t; mount -t tmpfs -o size={} none t && "
    full = room.run_mounted(mount.format("64k") + f"{small} --tmp-dir t >/dev/null")
    room.expect(full, 74, "t")
    room.demand("No space left" in full.err, "does not say why", full)
    shut = room.run_mounted(
        mount.format("1m") + f"mount -o remount,ro t && {good} --tmp-dir t")
    room.expect(shut, 73, "t")
    room.demand(b"complete=true" not in full.out + shut.out, "complete", full)


@case("E6", "temporary files are 0600 in a folder of 0700, or unlinked while open", WORKERS)
def private_temporary_files(room: Room) -> None:
    good = bring_large(room)
    os.mkdir(room.path("t"))
    traced = trace(
        room, f"bash -c 'umask 0; exec {good} --memory 1M --tmp-dir t -o /dev/null'",
        "openat,mkdir,mkdirat,unlink,unlinkat")
    room.expect(traced.result, 0)
    made = [call for call in traced.calls if "O_CREAT" in call or "O_TMPFILE" in call]
    inside = [call for call in made if re.search(r'"([^"]*/)?t(/|")', call)]
    room.demand(bool(inside), "nothing was spilled: the case reaches nothing", traced.result)
    wrong = [call for call in inside if not re.search(r", 0?600\)", call)]
    room.demand(not wrong, f"not private: {wrong[:3]}", traced.result)
    folders = [call for call in traced.calls if "mkdir" in call and not re.search("0700", call)]
    room.demand(not folders, f"not private: {folders}", traced.result)
    room.demand(not os.listdir(room.path("t")), "left in the folder", traced.result)


@case("E7", "few descriptors: works, or 74 with the number needed", ALL)
def few_descriptors(room: Room) -> None:
    reference = room.good_output()
    for limit in (64, 24, 16, 12, 10, 8, 7, 6, 5, 4):
        result = room.run(f"ulimit -n {limit}; {room.good}")
        if result.code == 127 or "shared libraries" in result.err:
            break
        room.demand(result.code in (0, 74), f"exit {result.code} with {limit}", result)
        if result.code == 0:
            room.demand(result.out == reference, "other bytes", result)
        else:
            room.demand(re.search(r"descriptors?|open files", result.err) is not None, "why", result)
            room.demand(re.search(r"\d", result.err) is not None, "names no number", result)
            break


@case("E8", "no thread can be had: works with its own, the same bytes", ALL)
def refused_threads(room: Room) -> None:
    good, reference = bring_large(room), room.good_output()
    for allowed in (0, 1, 2):
        for job in ("", "-j 1", "-j 4"):
            under = f"env LD_PRELOAD={room.lab.preload} FAULTS_THREADS={allowed}"
            room.expect_same(room.run(f"{under} {good} {job}", limit=20), reference)
            if room.stage.reads_stdin:
                piped = f"cat {room.stage.input} | {under} {room.program} {job} | cat"
                room.expect_same(room.run(piped, limit=20), reference)
    limited = room.run_ordinary(f"ulimit -u 1; exec {good}")
    room.expect_same(limited, reference)


@case("E8b", "progress at a terminal needs no thread either", ALL)
def refused_threads_at_terminal(room: Room) -> None:
    text, code = at_terminal(
        room, f"LD_PRELOAD={room.lab.preload} FAULTS_THREADS=0 {room.good} --progress always >out")
    room.demand(code == 0, f"exit {code}: {text[-300:]!r}")


@case("E9", "two runs on one output: the second 75 with the pid of the first; a death frees it", FILTERS)
def two_runs(room: Room) -> None:
    outputs = [f"-o {room.stage.output}"]
    if room.stage == SESSIONIZE:
        outputs += ["--state state.tsv", "--identities i.tsv", "--sessions s.csv"]
    if room.stage == INGEST:
        outputs += ["--rejects r.ndjson"]
    for output in outputs:
        script = (
            "rm -f pipe; mkfifo pipe; {program} - {output} <pipe >/dev/null & first=$!; exec 7>pipe; sleep 0.3;"
            " {good} {output} >/dev/null; code=$?; echo $first; {then}; exec 7>&-; wait $first; exit $code")
        words = {"program": room.program, "good": room.good, "output": output}
        result = room.run(script.format(**words, then="kill -9 $first"))
        room.expect(result, 75, result.out.decode().strip())
        room.expect(room.run(f"{room.good} {output} >/dev/null"), 0)
        room.remove(output.split()[-1])
    spellings = room.run(script.format(
        program=room.program, good=room.good, output=f"-o ./{room.stage.output}", then="kill -9 $first"))
    room.expect(spellings, 75)


@case("E10", "from cron: no environment, no input, silent", ALL)
def from_cron(room: Room) -> None:
    reference, program = room.good_output(), os.path.join(room.lab.binaries, room.program)
    result = room.run(f"env -i {program} {room.stage.input} </dev/null")
    room.expect_same(result, reference)
    room.demand(result.err == "", "not silent", result)
    named = room.run(f"env -i {program} {room.stage.input} -o {room.stage.output} </dev/null")
    room.expect(named, 0)
    room.demand(named.err + named.out.decode() == "", "not silent", named)


@case("E11", "talk to a file, TERM=dumb, NO_COLOR: no escape, no bars", ALL)
def plain_talk(room: Room) -> None:
    for script in (f"{room.good} -v >/dev/null 2>talk", f"{room.good} nosuch >/dev/null 2>talk"):
        room.run(script)
        room.demand(not re.search(rb"[\x1b\r]", room.read("talk")), f"ESC or CR: {script}")
    dumb, code = at_terminal(room, f"TERM=dumb {room.good} >out")
    room.demand(code == 0 and b"\x1b" not in dumb, f"ESC on a dumb terminal: {dumb[:200]!r}")
    plain, code = at_terminal(room, f"NO_COLOR=1 {room.good} nosuch >out")
    room.demand(not re.search(rb"\x1b\[[0-9;]*m", plain), f"colours: {plain[:200]!r}")


def at_terminal(room: Room, script: str) -> "tuple[bytes, int]":
    """What a script says to the terminal that is its input and standard error, and its exit."""
    master, slave = pty.openpty()
    seen: List[bytes] = []

    def drain() -> None:
        try:
            while piece := os.read(master, 65536):
                seen.append(piece)
        except OSError:
            pass

    process = subprocess.Popen(
        ["bash", "-c", script], cwd=room.folder, env={**room.environment, "TERM": "xterm"},
        stdin=slave, stderr=slave, stdout=subprocess.DEVNULL, start_new_session=True)
    os.close(slave)
    reader = threading.Thread(target=drain)
    reader.start()
    try:
        code = process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        code = process.wait()
    reader.join(2)
    os.close(master)
    return b"".join(seen), code


@case("E12", "STOP and CONT in the middle: the same bytes", ALL)
def stopped(room: Room) -> None:
    good, reference = bring_large(room), room.good_output()
    for moment in (0.02, 0.05, 0.1):
        result = room.run(
            f"{good} >out & sleep {moment}; kill -STOP $!; sleep 0.2; kill -CONT $!; wait $! && cat out")
        room.expect_same(result, reference)


@case("E13", "a read-only file system: 73 with the path", ALL)
def read_only(room: Room) -> None:
    result = room.run_mounted(
        f"mkdir t; mount -t tmpfs none t && mount -o remount,ro t && {room.good} -o t/{room.stage.output}")
    room.expect(result, 73, "t/")
    room.demand("Read-only" in result.err, "does not say why", result)


@case("E14", "-j out of range: 64", WORKERS)
def jobs_out_of_range(room: Room) -> None:
    for jobs in ("9223372036854775807", "9223372036854775808", "0", "-1", "x", "4294967297"):
        result = room.run(f"{room.good} -j {jobs}")
        room.expect(result, 64)
        room.demand(result.out == b"", "work was done", result)
    room.expect(room.run(f"{room.good} -j4 >/dev/null"), 0)


@case("E14b", "a stack of 64 KiB: works, or 74", ALL)
def small_stack(room: Room) -> None:
    reference = room.good_output()
    for size in (1024, 256, 128, 64):
        result = room.run(f"ulimit -s {size}; {room.good}")
        if result.code == 139 and room.run(f"ulimit -s {size}; env true").code != 0:
            raise Skip(f"nothing starts with a stack of {size} KiB")
        room.demand(result.code in (0, 74), f"exit {result.code} with {size} KiB", result)
        room.demand(result.code == 74 or result.out == reference, "other bytes", result)


@case("E14c", "--timezone localtime depends on the host: 64")
def host_zone(room: Room) -> None:
    for name in ("log.gz", "events.tsv", "paths.tsv", "journey.toml"):
        room.bring(name)
    for zone in ("localtime", "posixrules", "posix/localtime", "../../../etc/localtime", "", "Bogus/Zone"):
        for command in (
            f"sessionize events.tsv --split-at midnight --timezone '{zone}'",
            f"ingest log.gz --assume-timezone '{zone}'",
        ):
            room.expect(room.run(command), 64)
        room.run(f"sed 's|^timezone.*|timezone = \"{zone}\"|' journey.toml >j.toml")
        room.expect(room.run("funnelstats check --journey j.toml"), 78)


@case("E15", "without /proc the command line is heard, or the run fails", ALL)
def without_proc(room: Room) -> None:
    reference = room.reference()
    result = room.run_mounted(f"mount -t tmpfs none /proc && {room.named}")
    if result.code == 0:
        room.demand(
            room.content(room.stage.output) == reference, "exit 0, and the output is not there", result)
    else:
        room.expect(result, 74)
