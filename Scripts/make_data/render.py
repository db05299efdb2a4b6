"""The two forms of a row: a Segment record, and a line of a combined access log."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Dict, Tuple

from make_data.dice import Dice
from make_data.rows import Row
from make_data.shop import URL

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
#: Names of days by their number from 1970-01-01, in both logs, and of the parts of a day.
ISO_DAYS: Dict[int, str] = {}
LOG_DAYS: Dict[int, str] = {}
CLOCK = [
    f"{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}" for second in range(86400)]
MILLIS = [f".{number:03d}Z" for number in range(1000)]


def name_days(first: int, count: int) -> None:
    """Names `count` days from the day `first` after 1970-01-01."""
    for number in range(first, first + count):
        day = date(1970, 1, 1) + timedelta(number)
        ISO_DAYS[number] = day.isoformat() + "T"
        LOG_DAYS[number] = f"{day.day:02d}/{MONTHS[day.month - 1]}/{day.year}:"


def iso(time: int) -> str:
    second, milli = divmod(time, 1000)
    day, second = divmod(second, 86400)
    return ISO_DAYS[day] + CLOCK[second] + MILLIS[milli]


def log_time(time: int) -> str:
    day, second = divmod(time // 1000, 86400)
    return LOG_DAYS[day] + CLOCK[second]


def delay(dice: Dice) -> int:
    """Milliseconds from the event to its receipt: a moment; 1 % a minute; 0.5 % many hours."""
    share = dice.share()
    if share < 0.985:
        return 20 + int(share * 300)
    if share < 0.995:
        return 1000 + dice.below(60_000)
    return 3_600_000 + dice.below(20 * 3_600_000)


def segment(row: Row, dice: Dice) -> Tuple[int, str]:
    """When the collector received the record, and the record."""
    touch, device = row.touch, row.device
    held = delay(dice) if touch.method else 250
    received = row.time + held
    original = row.time - 5 - dice.bits(4)
    visitor = f'"anonymousId":"{device.visitor}",' if device else ""
    user = f'"userId":"{row.user}",' if row.user else ""
    if touch.method and device:
        context = f'{device.context}{row.campaign},"page":{{{page(row)}}}'
    else:
        context = '"library":{"name":"server"}'
    what = f'"{"name" if touch.type == "page" else "event"}":"{touch.name}",' if touch.name else ""
    props = f'"properties":{{{row.props}}}'
    if touch.type == "identify":
        props = '"traits":{"loyalty":true}'
    elif touch.channel:
        props = f'"properties":{{"channel":"{touch.channel}"{"," if row.props else ""}{row.props}}}'
    return received, (
        f'{{"type":"{touch.type}",{what}{visitor}{user}'
        f'"messageId":"{dice.uuid()}","originalTimestamp":"{iso(original)}",'
        f'"sentAt":"{iso(original + held)}","receivedAt":"{iso(received)}",'
        f'"timestamp":"{iso(row.time)}","context":{{{context}}},{props}}}')


def page(row: Row) -> str:
    """Pages have a title, and in a browser the page before."""
    address = f'"path":"{row.path}","url":"{URL}{row.path}{row.query}"'
    if row.touch.type != "page":
        return address
    if row.referrer and not row.device.is_app:
        address += f',"referrer":"{row.referrer}"'
    return f'{address},"title":"{row.touch.name}"'


def combined(row: Row, dice: Dice) -> str:
    """The request of a row that makes one."""
    touch, device = row.touch, row.device
    size = 0 if touch.status == "302" else 900 + dice.bits(15)
    return access_line(
        device.address, row.time, f"{touch.method} {row.path}{row.query}", touch.status, size,
        "" if device.is_app else row.referrer, device.agent)


def access_line(
    address: str, time: int, request: str, status: str, size: int, referrer: str, agent: str
) -> str:
    return (
        f'{address} - - [{log_time(time)} +0000] "{request} HTTP/2.0" {status} {size} '
        f'"{referrer or "-"}" "{agent}"')


def page_url(row: Row) -> str:
    return URL + row.path + row.query
