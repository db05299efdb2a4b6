"""F1–F6: stages that lose the one before, or are given something else."""

from __future__ import annotations

import os

from cases import case
from content import parts
from room import OLD, Room
from stages import READERS
from tracing import failing

WHOLE = "funnelstats --journey journey.toml"


def bring(room: Room, *names: str) -> None:
    for name in names:
        room.bring(name)


@case("F1", "the stage before is killed: 65 `no end line: upstream stopped`, the old output stands")
def killed_upstream(room: Room) -> None:
    bring(room, "log.gz", "events.tsv", "journey.toml")
    room.put("out.tsv", OLD)
    result = room.run("(ingest log.gz & kill -9 $!; wait $!) | sessionize -o out.tsv")
    room.expect(result, 65, "no end line: upstream stopped")
    for count in (0, 10, 20_000):
        room.expect(
            room.run(f"head -c {count} events.tsv | sessionize -o out.tsv"), 65,
            "no end line: upstream stopped" if count > 100 else "")
    room.demand(room.read("out.tsv") == OLD, "the old output is gone", result)
    room.expect_nothing_left(result)


@case("F2", "a cut log without pipefail: 65 at each stage, nothing published")
def cut_pipeline(room: Room) -> None:
    bring(room, "log.gz", "journey.toml")
    os.mkdir(room.path("out"))
    room.put("out/funnel.csv", OLD)
    result = room.run(
        "head -c 40000 log.gz >cut.gz; ingest cut.gz --summary i.json --rejects r | sessionize --sessions s.csv --state st"
        f" --summary s.json | {WHOLE} -o out --summary f.json; echo ${{PIPESTATUS[@]}}")
    room.demand(result.out == b"65 65 65\n", f"exits {result.out!r}", result)
    room.demand(room.content("out") == {"funnel.csv": OLD}, "tables were published", result)
    made = [name for name in ("i.json", "r", "s.csv", "st", "s.json", "f.json") if room.content(name)]
    room.demand(not made, f"published: {made}", result)
    room.expect_nothing_left(result)


@case("F2b", "a side output that fails: the end line says complete=false and the next stage refuses")
def failing_side_output(room: Room) -> None:
    bring(room, "log.gz", "events.tsv", "journey.toml")
    mount = "mkdir t; mount -t tmpfs -o size=4k,nr_inodes=50 none t && head -c 4096 /dev/zero >t/full; "
    for command, options in (
        ("ingest log.gz", ("--summary", "--rejects", "--metrics")),
        ("sessionize events.tsv", ("--summary", "--sessions", "--quarantine", "--identities", "--state", "--metrics")),
    ):
        for option in options:
            result = room.run_mounted(f"{mount}{command} {option} t/side >stream")
            # Metrics tell of a success and are written after it.
            if result.code == 0 and option == "--quarantine":
                continue
            room.expect(result, 74)
            if option != "--metrics":
                room.demand(b"complete=true" not in room.read("stream"), f"{option}: complete=true", result)
            room.remove("t")


@case("F2c", "a side output that cannot be synced: complete=false, at every side output")
def unsynced_side_output(room: Room) -> None:
    bring(room, "log.gz", "events.tsv")
    sides = {
        "ingest log.gz": ("--summary", "--rejects"),
        "sessionize events.tsv": ("--summary", "--sessions", "--quarantine", "--identities", "--state")}
    for command, options in sides.items():
        for option in options:
            traced = failing(room, f"{command} {option} side", "fsync,fdatasync", "error=EIO", 1)
            room.expect(traced.result, 74)
            room.demand(
                b"complete=true" not in traced.result.out, f"{option}: complete=true", traced.result)
            room.demand(room.content("side") is None, f"{option}: published", traced.result)


@case("F3", "the wrong kind of stream: 65, names the stage that comes first or next")
def wrong_stream(room: Room) -> None:
    bring(room, "log.gz", "events.tsv", "paths.tsv", "journey.toml")
    for script, says in (
        (f"zcat log.gz | {WHOLE}", "sessionize"), (f"{WHOLE} events.tsv", "sessionize"),
        ("sessionize paths.tsv", "funnelstats"), ("zcat log.gz | sessionize", "ingest"),
        ("ingest events.tsv", "sessionize"), ("ingest paths.tsv", "funnelstats"),
        ("ingest log.gz --rejects r.ndjson -o e; sessionize r.ndjson", "ingest"),
    ):
        room.expect(room.run(script), 65, says)


@case("F4", "streams joined: each header and end line checked; a newer version: 65 with both")
def joined_streams(room: Room) -> None:
    bring(room, "events.tsv", "paths.tsv", "log.gz", "journey.toml")
    parts(room, 400)
    room.run("ingest part0.gz -o e0; ingest part1.gz -o e1")
    room.expect(room.run("sessionize e0 e1 >two"), 0)
    room.expect_same(room.run("cat e0 e1 | sessionize"), room.read("two"))
    room.expect(room.run("(cat e0; head -n -1 e1) | sessionize"), 65)
    room.expect(room.run("(head -n -1 e0; cat e1) | sessionize"), 65)
    room.expect(room.run("(cat e0; sed 's/rows=/rows=1/' e1) | sessionize"), 65)
    for stream, command in (("events.tsv", "sessionize"), ("paths.tsv", WHOLE)):
        newer = room.run(f"sed '1s/ 1$/ 2/' {stream} | {command}")
        room.expect(newer, 65, "2")
        room.demand("1" in newer.err, "does not name both versions", newer)


@case("F5", "a line less, a byte changed: 65", READERS)
def changed_stream(room: Room) -> None:
    stream = room.read(room.stage.input)
    lines = stream.splitlines(keepends=True)
    for number in (2, 500, len(lines) - 2):
        result = room.run(f"sed {number + 1}d {room.stage.input} | {room.program}")
        room.expect(result, 65)
    for _ in range(room.lab.count(20, 300)):
        at = room.dice.randrange(len(lines[0]) + len(lines[1]), len(stream) - len(lines[-1]))
        changed = bytearray(stream)
        changed[at] ^= 1 << room.dice.randrange(8)
        room.put("changed", bytes(changed))
        result = room.run(f"{room.program} changed")
        room.expect(result, 65)
        room.demand(b"complete=true" not in result.out, "complete", result)
    first, second = 10, 700
    lines[first], lines[second] = lines[second], lines[first]
    room.put("moved", b"".join(lines))
    room.expect(room.run(f"{room.program} moved"), 65)


@case("F6", "a line after the last end line, or two end lines: 65", READERS)
def behind_the_end(room: Room) -> None:
    file = room.stage.input
    for more in (f"tail -n 1 {file}", "echo x", "echo", f"sed -n 3p {file}", "printf '\\0'"):
        room.expect(room.run(f"(cat {file}; {more}) | {room.program}"), 65)
        room.expect(room.run(f"(cat {file}; {more}) >more; {room.program} more"), 65)
