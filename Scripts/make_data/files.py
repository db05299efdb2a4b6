"""The files of a night: unsorted parts by shard, then one sorted gzip file after another."""

from __future__ import annotations

import hashlib
import os
import struct
import zlib
from typing import Dict, List, NamedTuple, Tuple

from make_data.dice import Dice

#: Fixed, so that the bytes do not depend on the number of cores.
SHARDS = 8
FILES = 4


class Order(NamedTuple):
    seed: int
    rows: int
    folder: str

    def part(self, kind: str, shard: int, file: int) -> str:
        return os.path.join(self.folder, ".parts", f"{kind}-{shard}-{file}")


class Files:
    """The lines of one shard for each file of a kind, each behind its two keys."""

    def __init__(self, order: Order, kind: str, shard: int) -> None:
        self.paths = [order.part(kind, shard, file) for file in range(FILES)]
        self.lines: List[List[str]] = [[] for _ in range(FILES)]

    def add(self, file: int, logged: int, time: int, text: str) -> None:
        """`logged` decides the place in the file; `time` tells what is out of order there."""
        self.lines[file].append(f"{logged:013d}{time:013d}{text}\n")

    def add_request(self, file: int, time: int, text: str, dice: Dice) -> None:
        """A request is logged when it has been answered, up to two seconds later."""
        answer = dice.bits(11) if dice.bits(4) == 0 else dice.bits(7)
        self.add(file, time + answer, time // 1000 * 1000, text)

    def write(self) -> None:
        for path, lines in zip(self.paths, self.lines):
            with open(path, "w", encoding="ascii", newline="\n") as out:
                out.writelines(lines)


def make_file(task: Tuple[Order, str, int]) -> Dict[str, object]:
    """Sorts the parts of one file into it."""
    order, kind, file = task
    lines: List[bytes] = []
    for shard in range(SHARDS):
        with open(order.part(kind, shard, file), "rb") as part:
            lines.extend(part)
    lines.sort()
    latest, disorder = b"", 0
    for line in lines:
        time = line[13:26]
        if time < latest:
            disorder += 1
        else:
            latest = time
    name = f"{kind}-{file + 1}.{'ndjson' if kind == 'events' else 'log'}.gz"
    facts = write_gzip(os.path.join(order.folder, name), lines)
    return {"name": name, "lines": len(lines), **facts, "out_of_order": disorder}


def write_gzip(path: str, lines: List[bytes]) -> Dict[str, object]:
    """Writes the lines without their keys; no name and no time in the header."""
    size, crc, digest = 0, 0, hashlib.sha256()
    deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
    with open(path, "wb") as out:
        out.write(b"\x1f\x8b\x08" + bytes(6) + b"\xff")
        for start in range(0, len(lines), 4096):
            block = b"".join([line[26:] for line in lines[start : start + 4096]])
            size += len(block)
            crc = zlib.crc32(block, crc)
            digest.update(block)
            out.write(deflate.compress(block))
        out.write(deflate.flush())
        out.write(struct.pack("<II", crc, size & 0xFFFF_FFFF))
    return {"bytes": size, "sha256": digest.hexdigest()}
