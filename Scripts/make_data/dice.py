"""Chance that is the same on every machine: only `random()` and `getrandbits()`, integers after."""

from __future__ import annotations

import random
from typing import List, Sequence, Tuple, TypeVar

Item = TypeVar("Item")


class Dice:
    """A source of chance for one part of the work, named by numbers."""

    def __init__(self, *name: int) -> None:
        source = random.Random("/".join(str(part) for part in name))
        self.share = source.random
        self.bits = source.getrandbits

    def below(self, limit: int) -> int:
        return int(self.share() * limit)

    def pick(self, items: Sequence[Item]) -> Item:
        return items[int(self.share() * len(items))]

    def skewed(self, items: Sequence[Item]) -> Item:
        """The first items are the popular ones."""
        share = self.share()
        return items[int(share * share * len(items))]

    def uuid(self) -> str:
        text = f"{self.bits(128):032x}"
        return f"{text[:8]}-{text[8:12]}-4{text[13:16]}-a{text[17:20]}-{text[20:]}"


def weighted(*choices: Tuple[int, Item]) -> List[Item]:
    """A list to pick from: every item as often as its weight."""
    return [item for weight, item in choices for _ in range(weight)]
