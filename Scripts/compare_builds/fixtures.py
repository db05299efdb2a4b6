"""Turns the cases of Tests/Fixtures into logs, event streams and journeys."""

from __future__ import annotations

import glob
import json
import os
import re
from datetime import datetime, timezone
from typing import Dict, List, NamedTuple, Tuple

FIXTURES = "Tests/Fixtures"
COLUMNS = (
    "time", "visitor", "user", "event", "page", "device", "country", "status", "value", "session",
    "props")
Row = Dict[str, object]


class LogCase(NamedTuple):
    name: str
    format: str
    options: List[str]
    lines: List[bytes]


def cases(path: str) -> List[dict]:
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def log_cases() -> List[LogCase]:
    """The lines of formats and of ingest, with the options they are read with."""
    found = []
    for path in sorted(glob.glob(f"{FIXTURES}/formats/*.json")) + [f"{FIXTURES}/ingest/events.json"]:
        for case in cases(path):
            lines = [line.encode("utf-8", "surrogatepass") for line in case["lines"]]
            found.append(LogCase(case["id"], case["format"], case.get("args", []), lines))
    return found


def agent_log() -> bytes:
    """Combined lines with the agents of the fixtures."""
    return b"".join(
        f'192.0.2.{number % 250} - - [20/Nov/2026:00:{number // 60 % 60:02}:{number % 60:02} +0000]'
        f' "GET /p/{number} HTTP/1.1" 200 5 "-" "{case["agent"]}"\n'.encode()
        for number, case in enumerate(cases(f"{FIXTURES}/ingest/agents.json")))


def channel_log() -> bytes:
    """Events with the campaigns and referrers of the fixtures."""
    lines = []
    for number, case in enumerate(cases(f"{FIXTURES}/ingest/channels.json")):
        record = {"time": 1795826800 + number, "visitor": f"v{number}", "event": "page_view"}
        lines.append(json.dumps({**record, **case["input"]}).encode())
    return b"\n".join(lines) + b"\n"


def time_log() -> bytes:
    """Events with the texts of the fixtures as time."""
    texts = []
    for case in cases(f"{FIXTURES}/ingest/times.json"):
        texts += case.get("texts", [case.get("text", case.get("number"))])
    return b"".join(
        json.dumps({"time": text, "visitor": f"v{number % 3}", "event": "e"}).encode() + b"\n"
        for number, text in enumerate(texts))


def stream(rows: List[Row]) -> bytes:
    """An event stream as another program writes it: no checksum."""
    lines = ["#polku events 1", "\t".join(COLUMNS)]
    lines += ["\t".join(cell(row.get(column, "")) for column in COLUMNS) for row in rows]
    lines.append(f"#end rows={len(rows)} complete=true\n")
    return "\n".join(lines).encode()


def cell(value: object) -> str:
    text = str(value).replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")
    return text.replace("\r", "\\r")


def row(event: dict, key: str) -> Row:
    """A row of an event of a case; `key` keeps the visitors of cases apart."""
    properties = {
        name: value for name, value in sorted(event.get("props", {}).items())
        if isinstance(value, (str, int, float, bool))}
    for name in ("target", "url", "value"):
        if name in event and isinstance(event[name], (str, int, float)):
            properties[name] = event[name]
    return {
        "time": micros(event["t"]), "visitor": key + str(event.get("key", event["id"])),
        "user": event.get("user", ""), "event": event.get("event", "e") or "e",
        "page": event.get("page", ""), "status": event.get("status", ""),
        "session": event.get("session", ""), "value": event.get("value", ""),
        "props": json.dumps(properties, separators=(",", ":")) if properties else ""}


def micros(text: str) -> str:
    time = datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(timezone.utc)
    return time.strftime("%Y-%m-%dT%H:%M:%S.%f") + "Z"


def streams() -> "List[Tuple[str, bytes]]":
    """One event stream for each file of cases with events, all cases in it."""
    found = []
    for path in sorted(glob.glob(f"{FIXTURES}/*/*.json")):
        rows = [
            row(event, f"{case['id']}:") for case in cases(path)
            for event in case.get("events", []) if event.get("t")]
        if rows:
            found.append((os.path.relpath(path, FIXTURES)[:-5], stream(rows)))
    return found


def funnel_cases() -> "List[Tuple[str, bytes, bytes]]":
    """Name, event stream and journey of each case of the funnels."""
    found = []
    for path in sorted(glob.glob(f"{FIXTURES}/funnel/*.json")):
        for case in cases(path):
            rows = [row(event, "") for event in case.get("events", []) if event.get("t")]
            if rows and case.get("steps"):
                found.append((case["id"], stream(rows), journey(case)))
    return found


def journey(case: dict) -> bytes:
    """A journey file with the funnel of the case; what it has no word for is left out."""
    lines = ["version = 1", "[[funnel]]", 'name = "case"']
    steps = ", ".join(step(item) for item in case["steps"])
    lines.append(f"steps = [{steps}]")
    lines.append(f'order = "{case.get("mode", "ordered")}"')
    lines.append('unit = "visitor"')
    seconds = case.get("window_seconds")
    lines.append('window = "none"' if not seconds else f'window = "{max(1, int(seconds))}s"')
    excluded = [
        step(item, f', from = {item.get("from_step", 0) + 1}, to = {item.get("to_step", 1) + 1}')
        for item in case.get("exclusions", [])]
    if excluded:
        lines.append(f"exclude = [{', '.join(excluded)}]")
    names = (case.get("breakdown") or {}).get("property")
    if names:
        names = names if isinstance(names, list) else [names]
        lines.append("breakdown = [" + ", ".join(f'"props.{name}"' for name in names) + "]")
    return "\n".join(lines).encode() + b"\n"


def step(item: dict, more: str = "") -> str:
    name = item.get("event") or (item.get("any_of") or ["*"])[0] or "*"
    keys = [f"event = {json.dumps(name)}"]
    keys += [
        f"props.{key} = {json.dumps(str(value))}" for key, value in item.get("where", {}).items()
        if re.fullmatch(r"\w+", key)]
    if item.get("optional"):
        keys.append("optional = true")
    if item.get("first_time"):
        keys.append("first_time = true")
    return "{ " + ", ".join(keys) + more + " }"
