"""D: times, and one visitor with more rows than anybody.

Rules of sessions and zones: RuleTests, NightTests, TimeZoneRulesTests.
"""

from __future__ import annotations

import json

from content import rows
from c_lines import event, events
from cases import case
from room import Room


@case("D1", "times that cannot be: rejected with their reason; in other units and zones: read")
def odd_times(room: Room) -> None:
    bad = (
        "2026-02-31T00:00:00Z", "2026-13-01T00:00:00Z", "2026-11-20T25:00:00Z", "2026-11-20T00:61:00Z",
        "2025-02-29T00:00:00Z", "", "yesterday", "2026-11-20T00:00:00+99:99")
    good = {
        "2026-11-20T05:45:00+05:45": b"2026-11-20T00:00:00.000000Z", "2026-11-20T05:45:00+0545": b"2026-11-20T00:00:00.000000Z",
        1795132800: b"2026-11-20T00:00:00.000000Z", 1795132800123: b"2026-11-20T00:00:00.123000Z",
        1795132800123456: b"2026-11-20T00:00:00.123456Z", 1795132800123456789: b"2026-11-20T00:00:00.123456Z",
        "2024-02-29T23:59:59.999999Z": b"2024-02-29T23:59:59.999999Z"}
    lines = [event(9000 + number, timestamp=text) for number, text in enumerate([*bad, *good])]
    room.put("log", events(100) + b"".join(lines))
    result = room.expect(room.run("ingest log --max-rejects 100% --summary s.json"), 0)
    found = {row.split(b"\t")[0] for row in rows(result.out)}
    missing = set(good.values()) - found
    room.demand(not missing, f"not read: {missing}", result)
    summary = json.loads(room.read("s.json"))
    room.demand(summary["rejected"] == len(bad), f"rejects {summary['rejects']}", result)


@case("D2", "an unknown zone: 64 with the nearest names; TZ of the environment is not used")
def unknown_zone(room: Room) -> None:
    room.bring("events.tsv")
    result = room.run("sessionize events.tsv --split-at midnight --timezone Europe/Helsinky")
    room.expect(result, 64, "Europe/Helsinki")
    plain = room.good_output("sessionize events.tsv --split-at midnight")
    for zone in ("Bogus/Zone", "Asia/Tokyo", ":/etc/passwd"):
        room.expect_same(room.run(f"TZ={zone} sessionize events.tsv --split-at midnight"), plain)


@case("D9", "one visitor with very many events: within --memory; too long a session goes whole to quarantine")
def one_visitor(room: Room) -> None:
    counts = (20_000, room.lab.count(200_000, 10_000_000))
    peaks = []
    for count in counts:
        with open(room.path("e"), "wb") as file:
            file.write(b"#polku events 1\ntime\tvisitor\tevent\tpage\n")
            for number in range(count):
                second, part = divmod(number, 2)
                file.write(
                    b"2026-11-%02dT%02d:%02d:%02d.%d00000Z\tv\tpage_view\t/p/%d\n" % (
                        second // 86400 % 28 + 1, second // 3600 % 24, second // 60 % 60, second % 60, part * 5, number % 100))
            file.write(b"#end rows=%d complete=true\n" % count)
        peaks.append(room.peak_memory(
            "sessionize e --memory 16M --max-session 48h --quarantine q --summary s.json -o p"))
        room.demand(len(rows(room.read("p"))) == 0, "delivered in pieces")
        room.demand(room.read("q").count(b"\n") == count + 3, "the quarantine is not whole")
        room.peak_memory("sessionize e --memory 16M --max-session 9999h --max-events 99999999 -o p")
        room.demand(room.read("p").count(b"\n") == count + 3, "rows are missing")
    room.demand(peaks[1] < max(60, 2.5 * peaks[0]), f"memory grows with the rows of one: {peaks} MB")
