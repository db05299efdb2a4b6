"""B9–B26: inputs that are missing, changing, huge, many, or come in small pieces."""

from __future__ import annotations

import gzip
import json
import os
import re

from cases import Skip, case
from content import LINE, access_lines, rows, text_of, zipped
from room import Room
from stages import ALL, FILTERS, INGEST, SESSIONIZE
from tracing import trace


@case("B9", "one line of zeros without end: line_too_long, flat memory", (INGEST,))
def endless_line(room: Room) -> None:
    good = access_lines(50)
    room.put("good", good)
    sizes = ("20M", room.lab.count("300M", "10G"))
    peaks = []
    for size in sizes:
        peak = room.peak_memory(
            "ingest - --rejects r --max-rejects 100% --summary s.json -o out.tsv",
            f"(cat good; head -c {size} /dev/zero; echo; cat good) | gzip -1 |")
        peaks.append(peak)
        summary = json.loads(room.read("s.json"))
        room.demand(summary["rejects"] == {"line_too_long": 1}, f"rejects {summary['rejects']}")
        room.demand(summary["lines"] == 101, f"lines {summary['lines']}")
    room.demand(peaks[1] < peaks[0] + 30, f"memory grows with the line: {peaks} MB")


@case("B10", "a log without end: constant memory", (INGEST,))
def endless_log(room: Room) -> None:
    line = access_lines(1).decode().strip()
    peaks = [
        room.peak_memory(
            "ingest - -o /dev/null --dedupe off", f"yes '{line}' | head -c {size} | gzip -1 |")
        for size in ("20M", room.lab.count("200M", "5G"))]
    room.demand(peaks[1] < peaks[0] + 30, f"memory grows with the log: {peaks} MB")


@case("B11", "missing inputs: 66 before work, all of them named", FILTERS)
def missing_inputs(room: Room) -> None:
    old = room.make_old()
    result = room.run(f"{room.good} nosuch1 {room.stage.input} nosuch2 -o {room.stage.output}")
    room.expect(result, 66, "nosuch1")
    room.expect(result, 66, "nosuch2")
    room.demand(room.content(room.stage.output) == old, "work was done", result)


@case("B12", "a folder: its regular files by the bytes of their names; as standard input or empty: 66", FILTERS)
def folders(room: Room) -> None:
    os.mkdir(room.path("in"))
    os.mkdir(room.path("in/below"))
    os.mkfifo(room.path("in/pipe"))
    reference = room.good_output()
    os.rename(room.path(room.stage.input), room.path(f"in/{room.stage.input}"))
    room.put("in/below/not", b"read\n")
    room.expect_same(room.run(f"{room.program} in"), reference)
    room.expect(room.run(f"{room.program} - <in"), 66)
    room.expect(room.run(f"mkdir empty; {room.program} empty"), 66, "empty")
    if room.stage != INGEST:
        return
    for name, start in (("B", 0), ("a", 100), ("Z", 200)):
        room.put(f"in/{name}", access_lines(100, start))
    os.unlink(room.path("in/log.gz"))
    listed = room.good_output("ingest in/a in/Z in/B")
    room.expect_same(room.run("ingest in"), listed)
    recursive = "ingest --help | grep -q -- --recursive && mv in/a in/below/ && rm in/below/not && ingest -r in"
    room.demand(
        len(rows(room.run(recursive).out)) == 300, "-r does not read the files below the folder")


@case("B13", "an input that an ordinary user may not read: 66 before work", ALL)
def unreadable(room: Room) -> None:
    file = room.stage.input if room.stage.input != "tables" else "tables/funnel.csv"
    result = room.run_ordinary(
        f"chmod 0 {file}; {room.named}; code=$?; chmod 600 {file}; ls {room.stage.output}; exit $code")
    room.expect(result, 66, os.path.basename(file))
    room.demand(result.out == b"", "work was done", result)


@case("B14", "a read fails: 74 with the file, never complete", ALL)
def failing_read(room: Room) -> None:
    if room.stage.input != "tables":
        room.bring(room.stage.input, large=True)
    file = room.path(room.stage.input if room.stage.input != "tables" else "tables/friction.csv")
    old, reached = room.make_old(), 0
    for when in (1, 2, 3):
        traced = trace(
            room, room.named, "read,pread64", f"read,pread64:error=EIO:when={when}", path=file)
        if not traced.injected:
            break
        reached += 1
        room.expect(traced.result, 74, os.path.basename(file))
        room.expect(traced.result, 74, "Input/output error")
        room.demand(
            room.content(room.stage.output) == old, "the old output is gone", traced.result)
        if room.stage.reads_stdin:
            piped = trace(room, room.good, "read,pread64", f"read,pread64:error=EIO:when={when}", path=file)
            room.expect(piped.result, 74)
            room.demand(b"complete=true" not in piped.result.out, "complete", piped.result)
    room.demand(reached > 0, "no read of the input was reached")


@case("B15", "nothing at all, as file, gzip or blank lines: 0 and complete", (INGEST,))
def nothing(room: Room) -> None:
    for name, content, blank in (
        ("empty", b"", 0), ("empty.gz", gzip.compress(b""), 0), ("blank", b"\n\r\n  \n", 3)
    ):
        room.put(name, content)
        result = room.expect(room.run(f"ingest {name} --summary s.json >e.tsv"), 0)
        room.demand(b"rows=0 complete=true" in room.read("e.tsv"), "no whole stream", result)
        room.demand(json.loads(room.read("s.json"))["blank"] == blank, "blank lines", result)
        room.bring("journey.toml")
        room.expect(
            room.run(
                "sessionize e.tsv --sessions s.csv -o p.tsv && funnelstats --journey journey.toml p.tsv"
                " -o out && report out -o out.html"), 0)
        room.demand(b"rows=0 complete=true" in room.read("p.tsv"), "no whole path stream")
        room.demand(room.read("s.csv").startswith(b"session_id,"), "sessions.csv has no header")
        for table in sorted(os.listdir(room.path("out"))):
            if table.endswith(".csv"):
                room.demand(b"," in room.read(f"out/{table}").split(b"\n")[0], f"{table}: no header")


@case("B16", "a last line without LF counts", FILTERS)
def no_last_line_feed(room: Room) -> None:
    reference = room.good_output()
    room.put("cut", text_of(room)[:-1])
    room.expect_same(room.run(f"{room.program} cut"), reference)
    room.expect_same(room.run(f"{room.program} - <cut"), reference)


@case("B17", "a log that grows is read to its size at open; one that shrinks is 65", FILTERS)
def changing_size(room: Room) -> None:
    if room.lab.strace_problem:
        raise Skip(room.lab.strace_problem)
    room.put("grows", text_of(room))
    reference = room.good_output(f"{room.program} grows")
    # The first read waits half a second; meanwhile the file changes.
    slow = (
        f"strace -f -qq -o /dev/null -P $PWD/%s -e inject=read,pread64:delay_enter=500000:when=1"
        f" {room.program} %s & sleep 0.25; %s; wait $!")
    grown = room.run(slow % ("grows", "grows", "tail -n 3 grows >more; cat more >>grows"))
    room.expect_same(grown, reference)
    room.put("shrinks", text_of(room))
    size = len(text_of(room)) // 2
    room.expect(room.run(slow % ("shrinks", "shrinks", f"truncate -s {size} shrinks")), 65, "shrinks")
    room.put("shrinks.gz", zipped(room))
    room.expect(room.run(slow % ("shrinks.gz", "shrinks.gz", "truncate -s 2000 shrinks.gz")), 65)


@case("B18", "a file replaced between check and read: opened once, so what was checked is read", FILTERS)
def replaced(room: Room) -> None:
    room.put("file", text_of(room))
    traced = trace(room, f"{room.program} {room.path('file')}", "open,openat", path=room.path("file"))
    room.expect(traced.result, 0)
    opened = [call for call in traced.calls if "open" in call]
    room.demand(len(opened) == 1, f"opened {len(opened)} times: {opened}", traced.result)


@case("B19", "more files than descriptors: works", FILTERS)
def many_files(room: Room) -> None:
    count = room.lab.count(200, 10_000 if room.stage == INGEST else 1000)
    os.mkdir(room.path("many"))
    for number in range(count):
        text = LINE % (number % 250, number // 60 % 60, number % 60, number)
        room.put(f"many/{number:05}", text)
    room.expect(room.run("ingest many -o all.tsv", limit=300), 0)
    room.expect(room.run("sessionize all.tsv -o all.paths"), 0)
    head, *body = room.read("all.tsv" if room.stage == SESSIONIZE else "all.paths").splitlines()
    if room.stage != INGEST:
        names, body, end = body[0], body[1:-1], body[-1].split(b" ")
        rest = b" ".join(part for part in end if not part.startswith((b"#", b"rows", b"checksum")))
        for number in range(count):
            room.put(
                f"many/{number:05}",
                b"\n".join([head, names, body[number], b"#end rows=1 " + rest, b""]))
        room.put("all", b"\n".join([head, names, *body, b"#end rows=%d " % len(body) + rest, b""]))
        reference = room.good_output(f"{room.program} all")
    else:
        reference = room.read("all.tsv")
    room.expect_same(room.run(f"ulimit -n 64; {room.program} many", limit=300), reference)


@case("B20", "FIFO, process substitution, /dev/stdin, offset: no seek is needed", FILTERS)
def pipes(room: Room) -> None:
    reference, file = room.good_output(), room.stage.input
    for script in (
        f"mkfifo pipe; cat {file} >pipe & {room.program} pipe",
        f"{room.program} <(cat {file})", f"cat {file} | {room.program} /dev/stdin",
        f"cat {file} | {room.program}", f"{room.program} <{file}", f"cat {file} | {room.program} -",
        f"(head -c 100 </dev/zero; cat {file}) >moved; (head -c 100 >/dev/null; {room.program} -) <moved",
        f"(head -c 5000; sleep 0.2; cat) <{file} | {room.program}",
    ):
        room.expect_same(room.run(script), reference)


@case("B21", "one file twice, by name or hard link: totals of one copy, said in the summary", (INGEST,))
def same_file_twice(room: Room) -> None:
    reference = room.good_output()
    for names in ("log.gz log.gz", "log.gz ./log.gz", "log.gz link.gz", "log.gz soft.gz"):
        result = room.run(f"ln -f log.gz link.gz; ln -sf log.gz soft.gz; ingest {names} --summary s.json")
        room.expect(result, 0)
        room.demand(rows(result.out) == rows(reference), "other totals", result)
        summary = json.loads(room.read("s.json"))
        room.demand(len(summary["inputs"]) == 2 or summary["duplicates"] > 0, "not said", result)


@case("B22", "a copy in another compression: totals of one copy, the rest duplicates", (INGEST,))
def recompressed_copy(room: Room) -> None:
    for name in ("log.gz", "access.gz"):
        room.bring(name)
        one = room.good_output(f"ingest {name} --summary one.json")
        two = room.good_output(
            f"zcat {name} | gzip -1 >copy.gz; ingest {name} copy.gz --summary two.json")
        room.demand(rows(one) == rows(two), f"{name}: other totals")
        first, second = (json.loads(room.read(f"{each}.json")) for each in ("one", "two"))
        room.demand(
            second["duplicates"] == 2 * first["duplicates"] + first["events"],
            f"duplicates {second['duplicates']}, events {first['events']}")


@case("B23", "names with - or control characters: read, and escaped in messages", FILTERS)
def odd_names(room: Room) -> None:
    reference, name = room.good_output(), "a\n\x1b[31mb"
    os.rename(room.path(room.stage.input), room.path("-x"))
    room.expect_same(room.run(f"{room.program} -- ./-x"), reference)
    room.expect_same(room.run(f"{room.program} -- -x"), reference)
    room.put(name, text_of_cut(room))
    result = room.run(f"{room.program} -- $'a\\n\\e[31mb' $'no\\n\\e[31mne'")
    room.demand(result.code == 66, "exit", result)
    shown = room.run(f"{room.program} -- $'a\\n\\e[31mb'")
    for seen in (result, shown):
        room.demand(
            re.search(r"[\x00-\x09\x0b-\x1f\x7f]", seen.err) is None, "control characters", seen)
        room.demand(seen.err.count("\n") <= 1, "more than one line", seen)


def text_of_cut(room: Room) -> bytes:
    with open(room.path("-x"), "rb") as file:
        return gzip.compress(file.read())[:200]


@case("B24", "reads and writes of 1 to 7 bytes: the same bytes", ALL)
def short_calls(room: Room) -> None:
    expect_under(room, FAULTS_SHORT=str(room.dice.randrange(1, 1 << 30)))


@case("B25", "EINTR at every third call: the same bytes", ALL)
def interrupted_calls(room: Room) -> None:
    for step in ("3", "2"):
        expect_under(room, FAULTS_EINTR=step)


@case("B26", "a pipe that would block at every second write: the same bytes", ALL)
def blocking_writes(room: Room) -> None:
    expect_under(room, FAULTS_WRITE_AGAIN="2")


def expect_under(room: Room, **settings: str) -> None:
    """Named and piped outputs are the same with the library in front of the system's calls."""
    reference, named = room.good_output(), room.reference()
    words = " ".join(f"{name}={value}" for name, value in settings.items())
    under = f"env LD_PRELOAD={room.lab.preload} {words}"
    room.expect_same(room.run(f"{under} {room.good}", limit=120), reference)
    # So little memory that temporary files are written and read back, where a stage has such.
    room.expect_same(room.run(f"{under} {room.good} --memory 1", limit=120), reference)
    if room.stage.reads_stdin:
        room.expect_same(
            room.run(f"cat {room.stage.input} | {under} {room.program} | cat", limit=120), reference)
    room.expect(room.run(f"{under} {room.named}", limit=120), 0)
    room.demand(room.content(room.stage.output) == named, "other bytes in the named output")
    room.expect_nothing_left()
