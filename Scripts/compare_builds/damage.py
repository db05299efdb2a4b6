"""Damages lines and files, the same way for the same seed."""

from __future__ import annotations

import random
from typing import List, Sequence

#: What decoders look for, and what they should not meet.
PIECES = (
    b'"', b"\\", b"\\\\", b"\\n", b"\\u0041", b"\\ud83d\\ude00", b"\\ud800", b"\t", b"\r", b"\0", b" ",
    b"  ", b"-", b"--", b",", b";", b":", b"[", b"]", b"{", b"}", b"%20", b"%", b"%zz", b"+", b"&", b"=",
    b"?", b"#", b"/", b"//", b"..", b"0", b"9" * 20, b"-1", b"1e400", b"null", b"true", b"\xff",
    b"\xc3\xa4", b"\xe2\x82", b"\xf0\x9f\x98\x80", b"\xef\xbb\xbf", b"x" * 70, b"y" * 5000,
)


def damaged(line: bytes, dice: random.Random) -> bytes:
    """The line with one change at any byte of it."""
    at = dice.randrange(len(line) + 1)
    other = dice.randrange(len(line) + 1)
    start, end = min(at, other), max(at, other)
    way = dice.randrange(7)
    if way == 0:
        return line[:at] + bytes([dice.randrange(256)]) + line[at + 1:]
    if way == 1:
        return line[:at] + line[at + dice.randrange(1, 4):]
    if way in (2, 3):
        return line[:at] + dice.choice(PIECES) + line[at:]
    if way == 4:
        return line[:at] + dice.choice(PIECES) + line[at + 1:]
    if way == 5:
        return line[:end] + line[start:end][:300] + line[end:]
    return line[:at]


def damaged_lines(lines: Sequence[bytes], count: int, seed: str) -> bytes:
    """`count` lines, half of them with one to three changes; some are joined from two."""
    dice = random.Random(seed)
    made: List[bytes] = []
    while len(made) < count:
        line = dice.choice(lines)
        if dice.random() < 0.05:
            other = dice.choice(lines)
            line = line[:dice.randrange(len(line) + 1)] + other[dice.randrange(len(other) + 1):]
        if dice.random() < 0.5:
            for _ in range(dice.randrange(1, 4)):
                line = damaged(line, dice)
        made.append(line)
    return b"\n".join(made) + b"\n"


def damaged_files(content: bytes, count: int, seed: str) -> List[bytes]:
    """`count` copies with one change each; one in four is cut, one in four has two lines exchanged."""
    dice = random.Random(seed)
    made = []
    for number in range(count):
        lines = content.split(b"\n")
        if number % 4 == 0:
            made.append(content[:dice.randrange(len(content))])
        elif number % 4 == 1:
            one, two = dice.randrange(len(lines)), dice.randrange(len(lines))
            lines[one], lines[two] = lines[two], lines[one]
            made.append(b"\n".join(lines))
        else:
            # Half of the changes are in the first and last lines, where headers and ends are.
            at = dice.choice([0, 1, -2, dice.randrange(len(lines)), dice.randrange(len(lines))])
            at = min(at, len(lines) - 1) if at >= 0 else max(at, -len(lines))
            lines[at] = damaged(lines[at], dice)
            made.append(b"\n".join(lines))
    return made
