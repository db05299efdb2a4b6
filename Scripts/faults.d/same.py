"""What must not matter does not: the same input in another shape gives the same bytes.

Order of files and compression of the real logs: RealLogTests; memory and threads: NightTests,
OptionTests; blocks of 1, 2, 7, 64 bytes: BlockReaderTests, RowReaderTests, LineReaderTests.
"""

from __future__ import annotations

import gzip
import json
import re
from datetime import datetime, timedelta
from typing import Dict, List

from content import rows
from cases import case
from room import Room
from stages import ALL, INGEST

RANDOM_PARTS = (1, 2, 3, 7)


def lines_of(room: Room, name: str) -> List[bytes]:
    return gzip.decompress(room.read(name)).splitlines(keepends=True)


@case("F12", "jobs, memory, locale, host zone, pipe or file, gzip or plain: the same bytes", ALL)
def any_shape(room: Room) -> None:
    room.remove(room.stage.input)
    room.bring(room.stage.input, large=True)
    reference = room.good_output()
    scripts = [
        f"env {setting} {room.good}" for setting in (
            "LC_ALL=de_DE.UTF-8", "LC_ALL=tr_TR.UTF-8", "TZ=America/New_York", "TZ=Bogus/Zone",
            "TZ=:/nosuch", "LANG=fi_FI.UTF-8 LC_NUMERIC=fi_FI.UTF-8")]
    scripts += [f"{room.good} -j {jobs}" for jobs in (1, 2, 3, 8)]
    scripts += [f"{room.good} --memory {size}" for size in ("1M", "4M", "64M")]
    if room.stage.reads_stdin:
        scripts += [
            f"{room.program} - <{room.stage.input}", f"cat {room.stage.input} | {room.program}",
            f"zcat -f {room.stage.input} | gzip -1 >z; {room.program} z",
            f"zcat -f {room.stage.input} | {room.program}"]
    for script in scripts:
        room.expect_same(room.run(script), reference)


@case("F12b", "a log cut into files, in any order, joined again: the same bytes", (INGEST,))
def cut_and_joined(room: Room) -> None:
    for name in ("log.gz", "access.gz"):
        room.bring(name, "whole.gz")
        lines, reference = lines_of(room, "whole.gz"), room.good_output("ingest whole.gz")
        for count in RANDOM_PARTS:
            cuts = sorted(room.dice.randrange(len(lines)) for _ in range(count - 1))
            names = []
            for number, (start, end) in enumerate(zip([0, *cuts], [*cuts, len(lines)])):
                names.append(f"{name}.{number:02}")
                packed = number % 2
                text = b"".join(lines[start:end])
                room.put(names[-1], gzip.compress(text) if packed else text)
            room.demand(
                rows(room.good_output(f"ingest {' '.join(names)}")) == rows(reference),
                f"{name} in {count} parts gives other rows")
            room.dice.shuffle(names)
            room.demand(
                rows(room.good_output(f"ingest {' '.join(names)}")) == rows(reference),
                f"{name} in {count} shuffled parts gives other rows")
            room.expect_same(room.run(f"zcat -f {' '.join(sorted(names))} | ingest"), reference)


@case("F12c", "an added bot, reject, asset or blank line: only its count moves", (INGEST,))
def added_lines(room: Room) -> None:
    room.bring("access.gz")
    lines = lines_of(room, "access.gz")
    reference = room.good_output("ingest access.gz --summary s0.json")
    before = json.loads(room.read("s0.json"))
    prefix = '203.0.113.200 - - [20/Nov/2026:10:00:00 +0000] "GET '
    for count, line in {
        "bots": prefix + '/x HTTP/1.1" 200 5 "-" "Googlebot/2.1 (+http://www.google.com/bot.html)"\n',
        "rejected": "this is no line of a log\n",
        "filtered": prefix + '/logo.png HTTP/1.1" 200 5 "-" "Mozilla/5.0 (X11; Linux x86_64) Firefox/120.0"\n',
        "blank": "\n",
    }.items():
        at = room.dice.randrange(1, len(lines))
        room.put("more", b"".join([*lines[:at], line.encode(), *lines[at:]]))
        result = room.good_output("ingest more --summary s1.json")
        room.demand(rows(result) == rows(reference), f"a line of {count} changes the rows")
        after = json.loads(room.read("s1.json"))
        moved = {
            name: after[name] - before[name] for name in (
                "lines", "events", "rejected", "filtered", "bots", "duplicates", "blank")
            if after[name] != before[name]}
        room.demand(moved == {"lines": 1, count: 1}, f"{count}: {moved}")


def shifted(stream: bytes, by: timedelta) -> bytes:
    """All times of an event stream moved; its checksum left out."""
    def move(match: "re.Match[bytes]") -> bytes:
        time = datetime.strptime(match.group().decode(), "%Y-%m-%dT%H:%M:%S.%fZ") + by
        return time.strftime("%Y-%m-%dT%H:%M:%S.%fZ").encode()

    moved = re.sub(rb"(?m)^\d{4}-\d\d-\d\dT[\d:.]{15}Z", move, stream)
    return re.sub(rb" checksum=\w+", b"", moved)


@case("F12d", "all times shifted: sessions and rates stay")
def shifted_times(room: Room) -> None:
    room.bring("events.tsv")
    room.bring("journey.toml")
    # Weeks, so that weekdays, and not across a change of clocks, so that local days stay.
    room.put("moved.tsv", shifted(room.read("events.tsv"), timedelta(weeks=1)))
    found: List[Dict[str, bytes]] = []
    for name in ("events.tsv", "moved.tsv"):
        room.expect(
            room.run(
                f"sessionize {name} -o p && funnelstats --journey journey.toml p -o out"), 0)
        found.append({
            table: room.read(f"out/{table}") for table in (
                "funnel.csv", "funnel_totals.csv", "time_to_convert.csv", "dropoff_next.csv",
                "transitions.csv", "touchpoints.csv", "paths.csv", "friction.csv", "rework.csv",
                "stages.csv", "attribution.csv", "correlation.csv", "hours.csv")})
        room.remove("out")
    differing = [table for table in found[0] if found[0][table] != found[1][table]]
    room.demand(not differing, f"other tables: {differing}")


@case("D4", "another clock, or one that runs 1,000 times too fast: the same bytes", ALL)
def other_clock(room: Room) -> None:
    reference, named = room.good_output(), room.reference()
    for start in (1_546_300_800, 4_102_444_800, 1):
        under = f"env LD_PRELOAD={room.lab.preload} FAULTS_CLOCK={start}"
        room.expect_same(room.run(f"{under} {room.good}"), reference)
        room.expect(room.run(f"{under} {room.named}"), 0)
        room.demand(room.content(room.stage.output) == named, f"another file at {start}")


@case("D5", "a tenth of the lines shuffled by seconds: the same sessions and tables")
def shuffled_lines(room: Room) -> None:
    room.bring("access.gz")
    room.bring("journey.toml")
    lines = lines_of(room, "access.gz")
    for _ in range(room.lab.count(2, 20)):
        moved = list(lines)
        for _ in range(len(lines) // 10):
            at = room.dice.randrange(len(moved) - 4)
            moved.insert(at + room.dice.randrange(4), moved.pop(at))
        room.put("shuffled", b"".join(moved))
        made = []
        for name in ("access.gz", "shuffled"):
            room.expect(
                room.run(
                    f"ingest {name} | sessionize --sessions s.csv -o p && funnelstats --journey"
                    " journey.toml p -o out"), 0)
            made.append((room.read("s.csv").count(b"\n"), room.read("out/funnel.csv")))
            room.remove("out")
        room.demand(made[0] == made[1], "other sessions or funnels")
