"""F7–F13: runs that are repeated, cut, joined, mixed; and the sums of all of them."""

from __future__ import annotations

import csv
import gzip
import json
import os
from typing import Dict, List, Set

from cases import case
from content import parts, rows
from f_pipeline import WHOLE, bring
from room import Room


def sessions(room: Room, *names: str) -> Set[bytes]:
    """Rows of path streams without customer and index, which later links may change."""
    found: Set[bytes] = set()
    for name in names:
        for row in rows(room.read(name)):
            fields = row.split(b"\t")
            key = b"\t".join([fields[1], *fields[3:]])
            room.demand(key not in found, f"delivered twice: {key!r}")
            found.add(key)
    return found


@case("F7", "the same night twice: without --state the same bytes, with it 65 before anything is written")
def same_night(room: Room) -> None:
    bring(room, "events.tsv")
    options = "--state state --sessions s.csv --quarantine q --identities i --summary s.json -o out"
    first = room.expect(room.run("sessionize events.tsv"), 0)
    room.expect_same(room.run("sessionize events.tsv"), first.out)
    room.expect(room.run(f"sessionize events.tsv {options}"), 0)
    before = {name: room.content(name) for name in ("state", "s.csv", "q", "i", "s.json", "out")}
    again = room.expect(room.run(f"sessionize events.tsv {options}"), 65)
    after = {name: room.content(name) for name in before}
    room.demand(before == after, "something was written", again)
    joined = room.run(f"(cat events.tsv; cat events.tsv) | sessionize - {options}")
    room.expect(joined, 65)
    room.demand({name: room.content(name) for name in before} == before, "written", joined)


@case("F8", "a log cut at any line, runs with --state: the sessions of one run")
def cut_anywhere(room: Room) -> None:
    bring(room, "log.gz")
    room.run("ingest log.gz --dedupe off -o all.tsv")
    room.put("sorted.tsv", sorted_stream(room.read("all.tsv")))
    room.expect(room.run("sessionize sorted.tsv -o whole"), 0)
    whole, lines = sessions(room, "whole"), rows(room.read("sorted.tsv"))
    head = room.read("sorted.tsv").splitlines()[:2]
    for _ in range(room.lab.count(8, 60)):
        cuts = sorted(room.dice.randrange(len(lines) + 1) for _ in range(room.dice.randrange(1, 4)))
        names, start = [], 0
        for number, end in enumerate([*cuts, len(lines)]):
            piece = lines[start:end]
            room.put(f"n{number}", stream_of(head, piece))
            start = end
            result = room.run(f"sessionize n{number} --state state -o p{number}")
            room.expect(result, 0)
            names.append(f"p{number}")
        room.expect(room.run("sessionize state -o last"), 0)
        found = sessions(room, *names, "last")
        room.demand(found == whole, f"cuts {cuts}: {len(found ^ whole)} rows differ")
        room.remove("state")


def stream_of(head: List[bytes], lines: List[bytes]) -> bytes:
    return b"\n".join([*head, *lines, b"#end rows=%d complete=true\n" % len(lines)])


def sorted_stream(stream: bytes) -> bytes:
    """An event stream in the order of its times."""
    return stream_of(stream.splitlines()[:2], sorted(rows(stream), key=lambda row: row[:27]))


def tables(room: Room, names: str, *options: str) -> Dict[str, bytes]:
    room.remove("out")
    room.expect(room.run(f"{WHOLE} {names} -o out {' '.join(options)}"), 0)
    content = room.content("out")
    assert isinstance(content, dict)
    return {name: held for name, held in content.items() if name.endswith(".csv")}


@case("F9", "nights in any order, one of them twice: the same tables, the copy counted once and named")
def nights_in_any_order(room: Room) -> None:
    bring(room, "log.gz", "journey.toml")
    for number, _ in enumerate(parts(room, 300, 400)):
        room.expect(room.run(f"ingest part{number}.gz | sessionize -o p{number}"), 0)
    plain = tables(room, "p0 p1 p2")
    for names in ("p2 p0 p1", "p1 p2 p0", "p2 p1 p0"):
        room.demand(tables(room, names) == plain, f"other tables for {names}")
    room.run("cp p1 copy")
    twice = tables(room, "p0 p1 p2 copy", "--summary s.json")
    room.demand(twice == plain, "a copy changes the tables")
    for text in (room.read("s.json"), room.read("out/manifest.json")):
        room.demand(b"copy" in text or b"p1" in text, "the copy is not named")
    delivered = room.run(f"{WHOLE} p0 p1 p2 copy --metrics m.prom; grep twice m.prom")
    room.demand(b"delivered_twice" in delivered.out and b" 0\n" not in delivered.out, "not counted")


@case("F10", "one damaged file of five: 65 with all problems; with --allow-partial 0 and named")
def damaged_of_five(room: Room) -> None:
    bring(room, "log.gz", "journey.toml")
    names = parts(room, 200, 200, 200, 200)
    for name in names[1:3]:
        room.put(name, room.read(name)[:-500])
    result = room.expect(room.run(f"ingest {' '.join(names)} -o e"), 65)
    for name in names[1:3]:
        room.demand(name in result.err, f"{name} is not named", result)
    room.demand(room.content("e") is None, "published", result)
    allowed = room.run(f"ingest --allow-partial --summary s.json {' '.join(names)} -o e")
    room.expect(allowed, 0)
    summary = json.loads(room.read("s.json"))
    states = {each["name"]: each["state"] for each in summary["inputs"]}
    for name in names[1:3]:
        room.demand(states[name] != states["part0.gz"], f"{name} passes for whole", allowed)


@case("F11", "a folder that is half old: report refuses the mix, 65")
def mixed_folder(room: Room) -> None:
    bring(room, "tables", "paths.tsv", "journey.toml")
    room.run("sed 's/^name = \"cart\"/name = \"basket\"/' journey.toml >other.toml; sed -i 's/\"30m\"/\"31m\"/' other.toml")
    room.expect(room.run("funnelstats --steps product_view,purchase paths.tsv -o other"), 0)
    tried = 0
    for name in sorted(os.listdir(room.path("other"))):
        if room.content(f"other/{name}") == room.content(f"tables/{name}") or not name.endswith((".csv", "manifest.json")):
            continue
        tried += 1
        result = room.run(f"rm -rf mix; cp -r tables mix; cp other/{name} mix/; report mix -o out.html")
        room.expect(result, 65)
        room.demand(room.content("out.html") is None, "published", result)
        if name.endswith(".csv"):
            room.expect(room.run(f"rm mix/{name}; report mix -o out.html"), 65)
    room.demand(tried > 5, f"only {tried} tables differ")
    room.expect(room.run("rm -rf mix; cp -r tables mix; rm mix/manifest.json; report mix -o out.html"), 66)


@case("F13", "the ledgers of all stages add up, on good and on damaged logs")
def ledgers(room: Room) -> None:
    bring(room, "log.gz", "access.gz", "journey.toml")
    lines = gzip.decompress(room.read("log.gz")).splitlines()
    for number in range(room.lab.count(6, 60)):
        damaged = []
        for line in room.dice.sample(lines, len(lines)):
            roll = room.dice.randrange(40)
            if roll == 0:
                line = line[:room.dice.randrange(len(line))]
            elif roll == 1:
                at = room.dice.randrange(len(line))
                line = line[:at] + bytes([room.dice.randrange(256)]) + line[at + 1:]
            elif roll == 2:
                line = b""
            damaged += [line] * (1 + (roll == 3))
        room.put("damaged", b"\n".join(damaged) + b"\n")
        name = ("damaged", "log.gz", "access.gz")[min(number, 2) if number < 3 else 0]
        room.expect(
            room.run(
                f"ingest {name} --max-rejects 90% --summary i.json --rejects r | sessionize --summary s.json --sessions s.csv"
                f" --quarantine q --max-events 50 -o p && {WHOLE} p -o out --summary f.json"), 0)
        check_ledgers(room)


def check_ledgers(room: Room) -> None:
    one = json.loads(room.read("i.json"))
    classes = sum(one[name] for name in ("events", "rejected", "filtered", "bots", "duplicates", "blank"))
    room.demand(one["lines"] == classes, f"ingest: {one['lines']} lines, {classes} in classes")
    room.demand(sum(one["rejects"].values()) == one["rejected"], "ingest: rejects by code")
    room.demand(room.read("r").count(b"\n") == one["rejected"], "ingest: lines of the rejects file")
    paths, quarantined = rows(room.read("p")), rows(room.read("q"))
    room.demand(
        one["events"] == len(paths) + len(quarantined),
        f"sessionize: {one['events']} events, {len(paths)} + {len(quarantined)} rows")
    with open(room.path("s.csv"), encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    kept = [row for row in table if row["quarantined"] == "false"]
    room.demand(sum(int(row["events"]) for row in kept) == len(paths), "sessions.csv: events")
    room.demand(
        len({row.split(b"\t")[1] for row in paths}) == len(kept), "sessions.csv: sessions")
    with open(room.path("out/funnel.csv"), encoding="utf-8", newline="") as file:
        check_funnel(room, list(csv.DictReader(file)))


def check_funnel(room: Room, table: List[Dict[str, str]]) -> None:
    before: Dict[str, str] = {}
    for row in table:
        same = all(before.get(key) == row[key] for key in ("funnel", "breakdown", "segment"))
        if same and int(row["step"]) == int(before["step"]) + 1:
            room.demand(
                int(row["reached"]) <= int(before["reached"]), f"more reach a later step: {row}")
        before = row
