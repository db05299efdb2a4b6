"""C: lines and texts that are bad, deep, long or odd, where a whole run is needed to see it.

What each bad line gives is in BadInputTests, FormatFixtureTests and HostileInputTests.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
from typing import List

from content import access_lines, rows
from cases import case
from room import Room


def event(number: int, **more: object) -> bytes:
    record = {
        "type": "track", "event": "view", "anonymousId": f"v{number % 50}", "messageId": f"m{number}",
        "timestamp": f"2026-11-20T{number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02}Z", **more}
    return json.dumps(record).encode() + b"\n"


def events(count: int) -> bytes:
    return b"".join(event(number) for number in range(count))


@case("C1", "20 bad lines first, then a good log: 20 rejects, the run goes on")
def bad_lines_first(room: Room) -> None:
    room.put("log", b"".join(b"bad line %d\n" % number for number in range(20)) + access_lines(5000))
    room.expect(room.run("ingest log --rejects r -o out"), 0)
    room.demand(room.read("r").count(b"\n") == 20, "rejects")
    room.demand(len(rows(room.read("out"))) == 5000, "events")
    room.remove("out")
    room.expect(room.run("ingest log --max-rejects 19 -o out"), 65)
    room.expect(room.run("ingest log --max-rejects 20 -o out"), 0)


@case("C2", "only bad lines: 65, format unknown, the first line named")
def only_bad_lines(room: Room) -> None:
    room.put("log", b"what is this\n" * 500)
    result = room.expect(room.run("ingest log -o out"), 65, "line 1")
    room.demand(room.content("out") is None, "published", result)
    room.demand("format" in result.err, "does not say that the format is unknown", result)


@case("C3", "rejects read again after a cure: the events of a good first run")
def replayed(room: Room) -> None:
    good = [event(number) for number in range(2000)]
    bad = list(good)
    for number in range(0, 2000, 150):
        bad[number] = bad[number].replace(b'"2026-', b'"26-')
    room.put("good", b"".join(good))
    room.put("bad", b"".join(bad))
    room.expect(room.run("ingest bad --rejects r --max-rejects 10% -o first"), 0)
    room.run("sed -i 's/\\\\\"26-/\\\\\"2026-/' r")
    room.expect(room.run("ingest --replay r -o second"), 0)
    wanted = sorted(rows(room.good_output("ingest good")))
    found = sorted(rows(room.read("first")) + rows(room.read("second")))
    room.demand(found == wanted, f"{len(found)} events, not {len(wanted)}")


@case("C6", "a line of 100 MB: line_too_long, flat memory, the next line is fine")
def long_line(room: Room) -> None:
    peak = room.peak_memory(
        "ingest - --rejects r --summary s.json -o out",
        "(cat a; head -c 100M /dev/zero | tr '\\0' x; echo; cat b) |"
        if room.put("a", events(100)) and room.put("b", event(101)) else "")
    summary = json.loads(room.read("s.json"))
    room.demand(summary["rejects"] == {"line_too_long": 1}, f"rejects {summary['rejects']}")
    room.demand(summary["events"] == 101, f"events {summary['events']}")
    room.demand(peak < 130, f"{peak:.0f} MB")


@case("C7", "JSON 1,000,000 levels deep: too_deep, and no slower than a flat line of its length", is_alone=True)
def deep_json(room: Room) -> None:
    start = b'{"event":"x","timestamp":"2026-11-20T00:00:00Z","a":'
    deep = b'{"a":' * 1_000_000 + b"1" + b"}" * 1_000_001
    lists = b"[" * 1_000_000
    for name, line in (("deep", deep), ("list", lists)):
        cost = {}
        for shape, text in (("none", b""), ("flat", b'"%s"}' % (b"x" * len(line))), (name, line)):
            room.put(shape, events(50) + (start + text if text else b"") + b"\n")
            cost[shape] = min(room.cost(f"ingest {shape} --summary s.json -o e")[1] for _ in range(5))
        code = json.loads(room.read("s.json"))["rejects"]
        room.demand(code in ({"too_deep": 1}, {"line_too_long": 1}), f"{name}: {code}")
        more, flat = cost[name] - cost["none"], cost["flat"] - cost["none"]
        # 11 MB have to be read in any case: 10 ms on a quiet machine. Where a flat line takes long, so may this one.
        room.demand(
            more < max(0.02, 1.5 * flat),
            f"{name}: {more * 1000:.0f} ms of processor time more; {flat * 1000:.0f} ms for a flat line")


@case("C9", "numbers at their limits: exact, or a reject with its reason; no trap")
def odd_numbers(room: Room) -> None:
    texts = (
        "9223372036854775808", "-9223372036854775809", "1e400", "-1e400", "1e-400", "-0", "007", "NaN",
        "Infinity", "1" * 400, "0." + "1" * 400, "1e99999999999999999999", "-", "1.", ".5", "+1", "[]", "null")
    lines = [
        b'{"type":"track","event":"buy","anonymousId":"v","messageId":"%d","timestamp":%s,"properties":{"value":%s,"n":%s}}\n'
        % (number * 3 + way, stamp, value, value)
        for number, text in enumerate(texts) for way, (stamp, value) in enumerate((
            (b'"2026-11-20T00:00:00Z"', text.encode()), (text.encode(), b"1"),
            (b'"%s"' % text.encode(), b'"%s"' % text.encode())))]
    room.put("log", events(200) + b"".join(lines))
    room.bring("journey.toml")
    room.expect(
        room.run(
            "ingest log --max-rejects 100% --rejects r --summary s.json | sessionize --sessions s.csv -o p &&"
            " funnelstats --journey journey.toml p -o out && report out -o out.html"), 0)
    summary = json.loads(room.read("s.json"))
    known = {"bad_number", "bad_time", "bad_json", "missing_field", "time_out_of_range"}
    room.demand(set(summary["rejects"]) <= known, f"codes {summary['rejects']}")


@case("C12", "tables read by another CSV reader hold what the rows held; formulas are text")
def round_trip(room: Room) -> None:
    names = [
        'a,b', 'quote "q" here', "line\nfeed", "cr\rhere", " blanks ", "=1+1", "+1", "-1", "@x", "\tx",
        "\nx", "\rx", "\uff1d1", "\uff0b1", "\uff0d1", "\uff20x", "1", "é", "e\u0301", "'x", "x\u200by"]
    lines = [
        event(number * 9 + turn, event=name) for number, name in enumerate(names) for turn in range(3)]
    room.put("log", b"".join(lines))
    room.expect(room.run("ingest log -o e && sessionize e -o p"), 0)
    steps = "funnelstats --steps a,b --window none p -o"
    room.expect(room.run(f"{steps} guarded && {steps} plain --no-formula-guard && {steps} excel --excel"), 0)
    plain = cells(room, "plain", "touchpoints.csv")
    guarded = cells(room, "guarded", "touchpoints.csv")
    room.demand(set(names) <= set(plain), f"lost: {set(names) - set(plain)}")
    dangerous = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
    for name in names:
        shown = "'" + name if name.startswith(dangerous) else name
        room.demand(shown in guarded, f"{name!r} is not {shown!r} in a table")
    excel = room.read("excel/touchpoints.csv")
    room.demand(excel.startswith(b"\xef\xbb\xbf") and b"\r\n" in excel, "--excel")


def cells(room: Room, folder: str, table: str) -> List[str]:
    text = room.read(f"{folder}/{table}").decode()
    return [row[0] for row in csv.reader(io.StringIO(text, newline=""))][1:]


@case("C15", "a funnel that nobody enters: empty rates, no NaN, and report says so")
def empty_funnel(room: Room) -> None:
    room.put("log", events(100))
    room.expect(
        room.run(
            "ingest log | sessionize -o p && funnelstats --steps no,such p -o out && report out -o r.html"), 0)
    for name in sorted(room.content("out") or {}):
        text = room.read(f"out/{name}").lower()
        room.demand(not any(f",{bad}" in text.decode() for bad in ("nan", "inf", "-inf")), name)
    room.demand(b"nobody" in room.read("r.html").lower() or b"no one" in room.read("r.html").lower(), "report")


@case("C18", "very many distinct pages: tables complete, memory bounded")
def many_pages(room: Room) -> None:
    count = room.lab.count(60_000, 1_000_000)
    with open(room.path("log"), "wb") as file:
        for number in range(count):
            file.write(
                b'203.0.%d.%d - - [20/Nov/2026:%02d:%02d:%02d +0000] "GET /p/%d HTTP/1.1" 200 5 "-" "Mozilla/5.0"\n'
                % (number // 250 % 250, number % 250, number // 3600 % 24, number // 60 % 60, number % 60, number))
    room.peak_memory("ingest log --dedupe off -o e")
    peaks = {"ingest": room.peak_memory("ingest log -o e"),
             "sessionize": room.peak_memory("sessionize e --memory 64M -o p")}
    room.expect(room.run("funnelstats --steps /p/1,/p/2 p -o out && report out -o r.html", limit=300), 0)
    room.demand(len(cells(room, "out", "touchpoints.csv")) >= count, "touchpoints.csv is not complete")
    room.demand(peaks["ingest"] < 200 and peaks["sessionize"] < 200, f"{peaks}")
    room.demand(len(room.read("r.html")) < 2_000_000, "the page is not light")


@case("C19", "equal to the eye, other bytes: two pages in all stages")
def two_forms(room: Room) -> None:
    composed, combined = "caf\u00e9", "cafe\u0301"
    room.put("log", b"".join(
        event(number, event=(composed, combined)[number % 2], anonymousId=(composed, combined)[number % 2])
        for number in range(20)))
    room.expect(room.run("ingest log -o e && sessionize e -o p"), 0)
    room.demand(len({row.split(b"\t")[1] for row in rows(room.read("p"))}) == 2, "sessions were joined")
    room.demand(len({row.split(b"\t")[0] for row in rows(room.read("p"))}) == 2, "customers were joined")
    room.expect(room.run("funnelstats --steps a,b p -o out"), 0)
    found = cells(room, "out", "touchpoints.csv")
    room.demand(composed in found and combined in found, f"touchpoints {found}")


@case("C20", "a log without its compression's end, in every format that can be guessed: never silent")
def random_cuts(room: Room) -> None:
    content = gzip.compress(events(300), mtime=0)
    for _ in range(room.lab.count(15, 300)):
        room.put("cut.gz", content[:room.dice.randrange(2, len(content))])
        result = room.expect(room.run("ingest cut.gz"), 65)
        room.demand(b"complete=true" not in result.out, "complete", result)


@case("C4", "bytes that are no UTF-8: kept, told apart, and never another character")
def no_utf8(room: Room) -> None:
    pages = [b"/a\xff", b"/a\xfe", b"/\xc0\xaf", b"//", b"/\xed\xa0\x80", b"/caf\xe9", b"/a%ff"]
    room.put("log", b"".join(
        b'203.0.113.1 - - [20/Nov/2026:00:00:%02d +0000] "GET /x%s HTTP/1.1" 200 5 "-" "Mozilla/5.0"\n'
        % (number, page) for number, page in enumerate(pages)))
    result = room.expect(room.run("ingest log --max-rejects 100% | sessionize"), 0)
    shown = [row.split(b"\t")[9] for row in rows(result.out)]
    room.demand(len(shown) == len(pages), f"{len(shown)} rows of {len(pages)}", result)
    result.out.decode("utf-8")
    room.demand(shown[2] != shown[3], "an overlong form became a slash", result)
    room.demand(shown[0] != shown[1], "two bytes became one character", result)


@case("C5", "NUL in ids, paths and names: kept or escaped, and ends nothing")
def nul_bytes(room: Room) -> None:
    room.put("log", b"".join(
        event(number, anonymousId=f"v\0{number % 3}", event=f"e\0{number % 2}") for number in range(12)))
    result = room.expect(room.run("ingest log | sessionize"), 0)
    found = rows(result.out)
    room.demand(len(found) == 12, f"{len(found)} rows", result)
    room.demand(len({row.split(b"\t")[5] for row in found}) == 3, "visitors were joined at NUL", result)
    room.demand(len({row.split(b"\t")[7] for row in found}) == 2, "events were joined at NUL", result)


@case("C8", "a lone surrogate from a browser: U+FFFD, the event kept")
def lone_surrogate(room: Room) -> None:
    room.put("log", events(20) + event(50, event="NAME").replace(b"NAME", b"a\\ud800b"))
    result = room.expect(room.run("ingest log"), 0)
    room.demand("a\ufffdb".encode() in result.out, "the event is gone", result)


@case("C10", "a list as time: bad_time; null is empty")
def wrong_kinds(room: Room) -> None:
    room.put("log", events(50) + event(60, timestamp=[]) + event(61, context={"page": {"url": None}})
             + event(62, timestamp={}))
    result = room.expect(room.run("ingest log --max-rejects 5 --summary s.json"), 0)
    summary = json.loads(room.read("s.json"))
    room.demand(summary["events"] == 51, f"{summary['events']} events", result)
    room.demand(summary["rejects"] == {"bad_time": 2}, f"rejects {summary['rejects']}", result)


@case("C11", "a ragged CSV row: fields_mismatch; a quote that never ends: bad_csv where it opened")
def ragged_rows(room: Room) -> None:
    head = b"timestamp,visitor,event,page\n"
    good = b"".join(b"2026-11-20T00:00:%02dZ,v%d,view,/p\n" % (number, number) for number in range(50))
    room.put("ragged", head + good + b"2026-11-20T00:01:00Z,v1,view\n" + good[:200].rsplit(b"\n", 1)[0] + b"\n")
    room.expect(room.run("ingest ragged --summary s.json --max-rejects 10"), 0)
    room.demand(json.loads(room.read("s.json"))["rejects"] == {"fields_mismatch": 1}, "ragged")
    room.put("open", head + good + b'2026-11-20T00:01:00Z,v1,"view,/p\n' + good)
    result = room.run("ingest open --rejects r --max-rejects 100%")
    room.expect(result, 0)
    reject = json.loads(room.read("r").splitlines()[0])
    room.demand(reject["code"] == "bad_csv" and reject["line"] == 52, f"{reject}", result)
