"""G: what comes from a log runs nowhere and names no file. The page itself: Tests/Browser."""

from __future__ import annotations

import os
import re
from typing import List

from content import access_lines
from c_lines import event
from cases import case
from room import Room
from stages import ALL
from tracing import trace

HOSTILE = (
    "\x1b]0;x\x07", "\x1b[2J", "\u009b31m", "\x7f", "\u202eabc", "\u200bzero", "\u2066iso", "\ufeffbom",
    "../../etc/x", "..", "CON", "x" * 300, "a/b", "-o", "--help", "<script>alert(1)</script>", "$(id)", "`id`", "%s%n")
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]")


def check_messages(room: Room, texts: List[str]) -> None:
    for text in texts:
        found = CONTROL.search(text)
        room.demand(found is None, f"a raw control in a message: {text!r}"[:400])
        for line in text.splitlines():
            room.demand(len(line) <= 1000, f"a message of {len(line)} characters")


@case("G6", "controls and bidi marks in options, names and lines are shown escaped", ALL)
def escaped_messages(room: Room) -> None:
    said = []
    for text in HOSTILE:
        name = text.encode().decode("latin-1").encode("unicode_escape").decode().replace("'", "\\x27")
        quoted = f"$'{name}'"
        for script in (
            f"{room.good} {quoted}", f"{room.good} --nosuch={quoted}", f"{room.good} --progress={quoted}",
            f"{room.good} -o missing/{quoted}", f"{room.good} --color={quoted}", f"{room.program} {quoted}",
            f"{room.good} --summary missing/{quoted}", f"{room.good} --{quoted}",
        ):
            said.append(room.run(script).err)
    check_messages(room, said)


@case("G6b", "controls in lines: escaped in messages, rejects and explanations")
def escaped_lines(room: Room) -> None:
    room.put("log", b"".join(text.encode() + b" bad line\n" for text in HOSTILE) + access_lines(20))
    said = [room.run(script).err for script in (
        "ingest log", "ingest log --max-rejects 0", "ingest log -v --rejects r", "ingest check log >checked",
        "ingest explain log:1 >explained", "ingest explain log:5 >>explained")]
    said += [room.read(name).decode("utf-8", "replace") for name in ("checked", "explained")]
    check_messages(room, said)
    room.put("named", b"".join(event(number, event=text) for number, text in enumerate(HOSTILE)))
    room.expect(room.run("ingest named -o e && sessionize e -o p"), 0)
    for script in (
        "ingest init named >drafted", "ingest check named",
        "funnelstats --steps a,b p -v --output-format table >table"
    ):
        said.append(room.run(script).err)
    check_messages(room, said)


@case("G8", "names in data make no file anywhere")
def no_names_from_data(room: Room) -> None:
    room.put("log", b"".join(
        event(number, event=text, anonymousId=text, userId=text) for number, text in enumerate(HOSTILE * 3)))
    room.bring("journey.toml")
    os.mkdir(room.path("t"))
    for command in (
        "ingest log -o e --rejects r", "sessionize e -o p --memory 1M --tmp-dir t --sessions s.csv",
        "funnelstats --steps a,b p -o out --members", "report out -o r.html --svg svg"
    ):
        traced = trace(room, command, "openat,mkdir,mkdirat")
        room.expect(traced.result, 0)
        made = [call for call in traced.calls if "O_CREAT" in call or "mkdir" in call]
        for call in made:
            name = os.path.basename(re.findall(r'"([^"]*)"', call)[0])
            room.demand(
                re.fullmatch(r"[a-z0-9_.-]+", name) is not None and len(name) < 80,
                f"a strange name: {name}")


@case("G9", "a temporary name that is there already: another is tried, nothing is followed", ALL)
def taken_temporary_name(room: Room) -> None:
    traced = trace(room, room.named, "openat,open,creat")
    room.expect(traced.result, 0)
    made = [call for call in traced.calls if "O_CREAT" in call and ".tmp" in call]
    room.demand(bool(made), "no temporary file was made", traced.result)
    for call in made:
        room.demand("O_EXCL" in call and "O_NOFOLLOW" in call, call)
        mark = re.search(r"\.([0-9a-z]+)\.tmp", call)
        room.demand(mark is not None and len(mark.group(1)) >= 8, f"a short mark: {call}")


@case("G10", "a key that others may read or that is short: 66; the key stands nowhere")
def key(room: Room) -> None:
    secret = b"S3cretKeyOfThisTestThatIsLongEnough!"
    room.put("log", access_lines(50))
    for mode in (0o644, 0o640, 0o604, 0o660):
        os.chmod(room.put("key", secret), mode)
        room.expect(room.run("ingest log --key-file key -o out"), 66)
        os.unlink(room.path("key"))
    os.chmod(room.put("key", b"short"), 0o600)
    room.expect(room.run("ingest log --key-file key -o out"), 66)
    os.chmod(room.put("key", secret), 0o600)
    traced = trace(
        room, "ingest log --key-file key --summary s.json --metrics m --rejects r -v -o out", "prctl,setrlimit,prlimit64")
    result = room.expect(traced.result, 0)
    for name in ("s.json", "m", "r", "out"):
        room.demand(secret not in room.read(name), f"the key is in {name}")
    room.demand(secret.decode() not in result.err, "the key is in a message")
    room.demand(
        any("PR_SET_DUMPABLE, SUID_DUMP_DISABLE" in call or "PR_SET_DUMPABLE, 0" in call or
            "RLIMIT_CORE" in call and "rlim_cur=0" in call for call in traced.calls),
        "core dumps stay on while the key is held")


@case("G11", "patterns of many stars on long texts: linear time", is_alone=True)
def linear_patterns(room: Room) -> None:
    page = "/" + "a" * 7000
    room.put("log", b"".join(event(number, type="page", name="x", properties={"path": page})
                             for number in range(200)))
    room.expect(room.run("ingest log -o e && sessionize e -o p"), 0)
    stars = "*a" * 40
    seconds = []
    for pattern in ("/b*", f"/{stars}b", "/**a**a**a**b", "/" + "**a" * 30 + "b"):
        room.put("j.toml", (
            'version = 1\n[[touchpoint]]\nname = "t"\nmatch = [{ page = "%s" }]\n[[funnel]]\nname = "f"\n'
            'steps = ["t", { event = "x" }]\n' % pattern).encode())
        result = room.run("funnelstats --journey j.toml p -o out")
        room.demand(result.code in (0, 78), f"exit {result.code}", result)
        seconds.append(result.seconds)
    room.demand(max(seconds) < seconds[0] + 1.5, f"seconds {seconds}")


@case("G13", "a journey that is nested 100,000 deep or huge, a bad identities file: 78 or 65, a short message")
def hostile_files(room: Room) -> None:
    room.bring("paths.tsv")
    room.bring("events.tsv")
    for text in (
        "a = " + "[" * 100_000, "a = " + "{a=" * 100_000, "[" + "a." * 100_000 + "a]", "a." * 100_000 + "a = 1",
        "version = 1\n" + "#" * 30_000_000, 'include = "/etc/passwd"\nversion = 1', "version = 1\nname = \"" + "x" * 5_000_000,
    ):
        room.put("j.toml", text.encode())
        result = room.expect(room.run("funnelstats --journey j.toml paths.tsv"), 78)
        room.demand(
            max((len(line) for line in result.err.splitlines()), default=0) <= 300,
            f"a message of {len(result.err)} characters")
        room.demand("root:" not in result.err, "a file was included", result)
    room.put("i.tsv", b"#polku identities 1\nvisitor\tuser\tfirst_seen\tlast_seen\n" + b"\t" * 1_000_000 + b"\n")
    room.expect(room.run("sessionize events.tsv --identities i.tsv"), 65)


@case("G14", "what is told of a run holds no address and no agent")
def nothing_personal(room: Room) -> None:
    room.put("log", access_lines(200) + b'198.51.100.77 - - [bad] "x" anna@example.com Mozilla\n')
    room.expect(
        room.run("ingest log --summary s.json --metrics m -v -o e 2>talk && sessionize e -o p --sessions s.csv"), 0)
    for name in ("s.json", "m", "talk", "e", "p", "s.csv"):
        text = room.read(name)
        for bad in (b"203.0.113.", b"198.51.100.", b"anna@", b"Mozilla"):
            room.demand(bad not in text, f"{bad!r} is in {name}")
