"""Texts and rows that several groups use."""

from __future__ import annotations

import gzip
from typing import List

from room import Room
from stages import INGEST

LINE = b'203.0.113.%d - - [20/Nov/2026:00:%02d:%02d +0000] "GET /p/%d HTTP/1.1" 200 5 "-" "Mozilla/5.0"\n'


def text_of(room: Room) -> bytes:
    content = room.read(room.stage.input)
    return gzip.decompress(content) if room.stage == INGEST else content


def zipped(room: Room) -> bytes:
    return gzip.compress(text_of(room), mtime=0)


def access_lines(count: int, start: int = 0) -> bytes:
    return b"".join(
        LINE % (number % 250, number // 60 % 60, number % 60, number)
        for number in range(start, start + count))


def rows(stream: bytes) -> List[bytes]:
    return [line for line in stream.splitlines() if not line.startswith(b"#")][1:]


def parts(room: Room, *counts: int) -> List[str]:
    """The event log in parts of so many lines, the rest in the last: `part0.gz`, `part1.gz`, …"""
    lines = gzip.decompress(room.read("log.gz")).splitlines(keepends=True)
    names, start = [], 0
    for number, count in enumerate([*counts, len(lines)]):
        names.append(f"part{number}.gz")
        room.put(names[-1], gzip.compress(b"".join(lines[start:start + count]), mtime=0))
        start += count
    return names
