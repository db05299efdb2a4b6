"""What both logs are written from, and what is known about it."""

from __future__ import annotations

from typing import NamedTuple, Optional

from make_data.shop import Touch
from make_data.visitors import Device

SECOND, MINUTE, HOUR, DAY = 1000, 60_000, 3_600_000, 86_400_000


class Row(NamedTuple):
    """One touch; times are milliseconds from 1970-01-01 UTC."""

    time: int
    touch: Touch
    device: Optional[Device]
    user: str
    path: str
    query: str
    referrer: str
    campaign: str
    props: str


class Attempt(NamedTuple):
    """One attempt to pay."""

    is_first: bool
    is_declined: bool
    is_lost: bool


class Period(NamedTuple):
    start: int
    end: int
