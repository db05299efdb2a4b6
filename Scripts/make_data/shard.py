"""A part of a night's customers, and what they leave in both logs."""

from __future__ import annotations

from collections import Counter
from typing import Dict, List

from make_data import shop
from make_data.customer import Customer
from make_data.dice import Dice
from make_data.files import FILES, SHARDS, Files, Order
from make_data.noise import Noise
from make_data.render import combined, iso, segment
from make_data.rows import DAY, HOUR, Period, Row
from make_data.visitors import Device

FIRST_DAY, DAYS = 20_773, 21  # 2026-11-16
PERIOD = Period(FIRST_DAY * DAY, (FIRST_DAY + DAYS) * DAY)
EDGE_PAGES = (shop.HOME, shop.LANDING, shop.CATEGORY, shop.GUIDE)


def share(count: int, shard: int) -> int:
    """How many of `count` lines the shard makes."""
    return count * (shard + 1) // SHARDS - count * shard // SHARDS


def spoilt(rows: int) -> Dict[str, int]:
    """How many lines of a night are malformed or doubled; a handful, and one in a thousand."""
    return {
        "truncated_json": 4 + rows // 100_000, "bad_time": 3 + rows // 100_000,
        "duplicates": rows // 1000, "truncated_access": 3 + rows // 100_000}


class Shard:
    """The customers of one shard, as lines of all files, not yet sorted."""

    def __init__(self, order: Order, number: int) -> None:
        self.order, self.number = order, number
        self.tally: "Counter[str]" = Counter()
        self.dice = Dice(order.seed, number, 1)
        self.rows: List[Row] = []
        self.customers = 0

    def make(self) -> "Counter[str]":
        bad = {name: share(count, self.number) for name, count in spoilt(self.order.rows).items()}
        lines = share(self.order.rows, self.number)
        self.fill(lines - bad["truncated_json"] - bad["bad_time"] - bad["duplicates"])
        self.write_events(bad)
        self.write_access(lines, bad["truncated_access"])
        self.tally.update(bad)
        self.tally["visitors"] = len({row.device for row in self.rows if row.device})
        self.tally["users"] = len({row.user for row in self.rows if row.user})
        return self.tally

    def fill(self, lines: int) -> None:
        """Customers until the next ones have too many rows, then one-page visits."""
        while True:
            people = self.people()
            if len(self.rows) + sum(len(one.rows) for one in people) > lines:
                break
            for one in people:
                self.accept(one)
        while len(self.rows) < lines:
            self.accept(self.passer_by())

    def people(self) -> List[Customer]:
        """One customer, or two who share a device."""
        has_account = self.dice.share() < 0.45
        kind = self.dice.share()
        devices = [Device(self.dice) for _ in range(2 if has_account and kind < 0.12 else 1)]
        people = [self.customer(devices, has_account)]
        if has_account and kind > 0.99:
            people.append(self.customer(devices, True))
        for one in people:
            one.logs_in_always = len(people) > 1
            one.live()
        return people

    def customer(self, devices: List[Device], has_account: bool) -> Customer:
        self.customers += 1
        user = f"u{self.number}{self.customers:06d}" if has_account else ""
        return Customer(self.dice, user, devices, PERIOD)

    def passer_by(self) -> Customer:
        one = self.customer([Device(self.dice)], False)
        time = PERIOD.start + self.dice.below(DAYS * DAY)
        one.rows.append(Row(time, shop.HOME, one.devices[0], "", "/", "", "", "", ""))
        return one

    def accept(self, one: Customer) -> None:
        self.rows.extend(one.rows)
        self.tally["customers"] += 1
        for attempt in one.attempts:
            for scope in ("first", "all") if attempt.is_first else ("all",):
                group = "declined" if attempt.is_declined else "accepted"
                self.tally[f"{scope} {group}"] += 1
                self.tally[f"{scope} {group} lost"] += attempt.is_lost

    def write_events(self, bad: Dict[str, int]) -> None:
        dice = Dice(self.order.seed, self.number, 2)
        files = Files(self.order, "events", self.number)
        extras: Dict[int, List[str]] = {}
        for name in ("duplicates", "truncated_json", "bad_time"):
            for _ in range(bad[name]):
                extras.setdefault(dice.below(len(self.rows)), []).append(name)
        for number, row in enumerate(self.rows):
            received, text = segment(row, dice)
            server = row.device.server if row.device else dice.bits(2)
            files.add(server, received, row.time, text)
            self.tally["late"] += received - row.time >= HOUR
            for name in extras.get(number, ()):
                self.spoil(name, files, dice, server, received, row, text)
        files.write()

    def spoil(
        self, name: str, files: Files, dice: Dice, server: int, received: int, row: Row, text: str
    ) -> None:
        """Another copy of the line: whole and to another server, or damaged."""
        if name == "duplicates":
            server = (server + 1) % FILES
        elif name == "truncated_json":
            text = text[: 20 + dice.below(len(text) - 30)]
        else:
            text = text.replace(f'"timestamp":"{iso(row.time)[:10]}', '"timestamp":"2026-11-31')
        files.add(server, received + 1000 + dice.below(30_000), row.time, text)

    def write_access(self, lines: int, truncated: int) -> None:
        dice = Dice(self.order.seed, self.number, 3)
        files = Files(self.order, "access", self.number)
        requests = [row for row in self.rows if row.touch.method and is_logged(row, dice)]
        del requests[lines - truncated:]
        for row in requests:
            files.add_request(row.device.server, row.time, combined(row, dice), dice)
        noise = Noise(dice, requests, PERIOD)
        for _ in range(lines - truncated - len(requests)):
            line = noise.line()
            files.add_request(line.server, line.time, line.text, dice)
        for _ in range(truncated):
            row = dice.pick(requests)
            text = combined(row, dice)
            files.add_request(row.device.server, row.time, text[: 12 + dice.below(60)], dice)
        self.tally["requests"] += len(requests)
        self.tally.update(noise.counts)
        files.write()


def is_logged(row: Row, dice: Dice) -> bool:
    """A third of the pages that are the same for everybody is answered before our servers."""
    return row.touch not in EDGE_PAGES or dice.share() > 0.35
