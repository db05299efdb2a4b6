"""B1–B8: compressed inputs that are cut, flipped, joined, padded or named wrongly."""

from __future__ import annotations

import gzip
import json

from cases import case
from content import access_lines, rows, text_of, zipped
from room import Room
from stages import FILTERS, FUNNELSTATS, INGEST, SESSIONIZE


def expect_damage(room: Room, name: str, says: str, reference: bytes) -> None:
    """65, a message that says it, the old output in place, and of `ingest` all that could be read."""
    old = room.make_old()
    result = room.expect(room.run(f"{room.program} {name} -o {room.stage.output}"), 65, says)
    room.demand(room.content(room.stage.output) == old, "the old output is gone", result)
    room.expect_nothing_left(result)
    piped = room.expect(room.run(f"{room.program} {name}"), 65, says)
    if room.stage == FUNNELSTATS:
        room.demand(piped.out == b"", "a table of damaged input", piped)
        return
    room.demand(b"complete=true" not in piped.out, "the end line says complete", piped)
    if room.stage == INGEST:
        room.demand(b"complete=false" in piped.out, "no end line that says complete=false", piped)
        found = rows(piped.out)
        room.demand(
            found == rows(reference)[:len(found)], "other rows than of the whole input", piped)


@case("B1", "gzip that is cut short: 65, the lines before it delivered, complete=false", FILTERS)
def cut_gzip(room: Room) -> None:
    content, reference = zipped(room), room.good_output()
    for share in (20, 11, 2, 1.05):
        room.put("cut.gz", content[:int(len(content) / share)])
        expect_damage(room, "cut.gz", "cut.gz: compressed data ends early after", reference)
    for tail in (1, 4, 8, 9):
        room.put("cut.gz", content[:-tail])
        expect_damage(room, "cut.gz", "compressed data ends early after", reference)
    if room.stage == INGEST:
        result = room.run("ingest --allow-partial --summary s.json cut.gz")
        room.expect(result, 0)
        room.demand(b"complete=true" in result.out, "allowed, but not complete", result)
        states = json.loads(room.read("s.json"))["inputs"]
        room.demand("cut.gz" in json.dumps(states), "not named in the summary", result)


@case("B2", "a byte of the trailer or a bit inside flipped: 65", FILTERS)
def flipped_trailer(room: Room) -> None:
    content, reference = zipped(room), room.good_output()
    for offset in (-8, -5, -4, -1, len(content) // 2):
        bad = bytearray(content)
        bad[offset] ^= 0x10
        room.put("bad.gz", bytes(bad))
        expect_damage(room, "bad.gz", "bad.gz", reference)


@case("B3", "random bit flips: never 0 with changed data", FILTERS)
def random_flips(room: Room) -> None:
    few = b"\n".join(text_of(room).split(b"\n")[:60]) + b"\n"
    if room.stage != INGEST:
        body = [line for line in few.split(b"\n")[:-1]]
        few = b"\n".join([*body, b"#end rows=%d complete=true\n" % (len(body) - 2)])
    content = gzip.compress(few, mtime=0)
    reference = room.good_output_of("few.gz", content)
    unchanged = 0
    share = {INGEST: 6000, SESSIONIZE: 2000, FUNNELSTATS: 2000}[room.stage]
    for _ in range(room.lab.count(share // 40, share)):
        # One in eight is in the header, where time and system do not matter.
        end = 10 if room.dice.randrange(8) == 0 else len(content)
        bad, bit = bytearray(content), room.dice.randrange(end * 8)
        bad[bit // 8] ^= 1 << bit % 8
        room.put("few.gz", bytes(bad))
        result = room.run(f"{room.program} few.gz")
        room.demand(result.code in (0, 65), f"exit {result.code}, byte {bit // 8} bit {bit % 8}", result)
        if result.code == 0:
            unchanged += 1
            room.demand(
                result.out == reference, f"changed data, byte {bit // 8} bit {bit % 8}", result)
    room.demand(unchanged > 0, "no flip in what does not matter: the test reaches too little")


@case("B4", "several members, one ending inside a line: all lines, whole", FILTERS)
def members(room: Room) -> None:
    text, reference = text_of(room), room.good_output()
    middle = len(text) // 2
    cuts = {text.index(b"\n", middle) + 1, middle, 1, len(text) - 1, 0}
    for cut in sorted(cuts):
        room.put("two.gz", gzip.compress(text[:cut]) + gzip.compress(text[cut:]))
        room.expect_same(room.run(f"{room.program} two.gz"), reference)
    small = [gzip.compress(text[at:at + 997]) for at in range(0, len(text), 997)]
    room.put("many.gz", b"".join(small))
    room.expect_same(room.run(f"{room.program} many.gz"), reference)
    room.put("many.gz", b"".join(small[:-1]))
    room.expect(room.run(f"{room.program} many.gz"), 0 if room.stage == INGEST else 65)


@case("B6", "zeros after the last member are padding", FILTERS)
def padded(room: Room) -> None:
    reference = room.good_output()
    for count in (1, 512, 100_000):
        room.put("padded.gz", zipped(room) + bytes(count))
        room.expect_same(room.run(f"{room.program} padded.gz"), reference)
        room.expect_same(room.run(f"{room.program} - <padded.gz"), reference)


@case("B7", "anything else after the last member: 65 with its offset, everything delivered", FILTERS)
def junk_behind(room: Room) -> None:
    content, reference = zipped(room), room.good_output()
    for junk in (b"JUNK\n", b"\x1f", b"\0" * 512 + b"x", b"\x1f\x8b"):
        room.put("junk.gz", content + junk)
        result = room.expect(room.run(f"{room.program} junk.gz"), 65, "junk.gz")
        if junk != b"\x1f\x8b":
            room.expect(result, 65, "data after the end of gzip at byte")
        if room.stage == INGEST:
            room.demand(rows(result.out) == rows(reference), "not everything delivered", result)
            room.demand(b"complete=false" in result.out, "complete", result)


@case("B8", "read by content, not by name; other compressions: 65 with what to do", FILTERS)
def names_do_not_matter(room: Room) -> None:
    text, reference = text_of(room), room.good_output()
    room.put("text.gz", text)
    room.expect_same(room.run(f"{room.program} text.gz"), reference)
    room.put("zipped.log", zipped(room))
    room.expect_same(room.run(f"{room.program} zipped.log"), reference)
    if room.stage != INGEST:
        return
    for name, head, says in (
        ("a.zst", b"\x28\xb5\x2f\xfd\x04\x00", "zstd"), ("a.xz", b"\xfd7zXZ\0\0", "xz"),
        ("a.bz2", b"BZh91AY&SY", "bz"), ("a.zip", b"PK\x03\x04\x14\0\0\0", "zip"),
        ("utf16.log", b"\xff\xfe" + access_lines(3).decode().encode("utf-16-le"), "UTF-16"),
    ):
        room.put(name, head + bytes(range(1, 200)) if not name.endswith(".log") else head)
        result = room.expect(room.run(f"ingest {name}"), 65)
        room.demand(says.lower() in result.err.lower(), f"does not say {says}", result)
