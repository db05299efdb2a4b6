"""The list of cases: what each requires, for which stages, and the function that checks it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Callable, List, NamedTuple, Optional, Sequence

from stages import Stage

if TYPE_CHECKING:
    from room import Room

Check = Callable[["Room"], None]


class Fault(Exception):
    """The programs do not do what the case requires."""


class Skip(Exception):
    """The case cannot be tried on this machine; the text says why."""


class Case(NamedTuple):
    id: str
    what: str
    check: Check
    stage: Optional[Stage]
    is_long: bool
    """Left out of `quick`."""
    is_alone: bool
    """Measures time: nothing else runs beside it."""

    @property
    def label(self) -> str:
        return f"{self.id}:{self.stage.name}" if self.stage else self.id

    def matches(self, wanted: str) -> bool:
        """By its id, its label, or the letter of its group."""
        return wanted in (self.id, self.label) or (
            len(wanted) == 1 and re.fullmatch(wanted + r"\d+\w?", self.id) is not None)


CASES: List[Case] = []


def case(
    number: str, what: str, stages: Sequence[Optional[Stage]] = (None,), is_long: bool = False,
    is_alone: bool = False
) -> Callable[[Check], Check]:
    """Registers a function as the check of a case, once for each of the stages."""

    def register(check: Check) -> Check:
        CASES.extend(Case(number, what, check, stage, is_long, is_alone) for stage in stages)
        return check

    return register


def chosen(wanted: Sequence[str], everything: bool) -> List[Case]:
    """The cases that are asked for; all where none is named. `KeyError` for an unknown one."""
    for name in wanted:
        if not any(one.matches(name) for one in CASES):
            raise KeyError(name)
    return [
        one for one in CASES
        if (everything or not one.is_long)
        and (not wanted or any(one.matches(name) for name in wanted))]
