"""Folders of tables as funnelstats writes them, each made once."""

import functools
import json
import os
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLACE = tempfile.TemporaryDirectory(prefix="polku-tables-")

NIGHT = f"ingest {ROOT}/Data/night/events-*.ndjson.gz | sessionize --sessions sessions.csv -o paths.tsv.gz"
ECOM = f"ingest {ROOT}/Data/ecom/ecom.csv.gz | sessionize -o paths.tsv.gz"
COUNT = "funnelstats --quiet --journey {journey} paths.tsv.gz -o out/ {options}"


def shell(command, folder, check=True):
    path = f"{os.environ['POLKU_BIN']}:{ROOT}/Scripts:{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], cwd=folder, env=os.environ | {"PATH": path}, check=check,
        capture_output=True, text=True)


# Names that a quote, a table or a spreadsheet could stumble over; refunds; two currencies; no value at all.
HOSTILE_JOURNEY = """
version = 1
timezone = "America/St_Johns"
[[touchpoint]]
name = "=1+1, \\"x\\"; DROP TABLE funnel;--"
stage = "it's\\n"
match = [{ event = "view" }]
[[touchpoint]]
name = "buy"
kind = "conversion"
match = [{ event = "buy" }]
[[touchpoint]]
name = "view2"
match = [{ event = "view2" }]
[[funnel]]
name = "f'\\u00e4"
steps = ["=1+1, \\"x\\"; DROP TABLE funnel;--", "buy"]
breakdown = ["device", "channel", "props.c"]
[[funnel]]
name = "one"
steps = ["buy"]
[[funnel]]
name = "open"
steps = ["view2", "buy"]
entry = "any"
"""


def hostile_events():
    lines = []
    for number in range(90):
        who = f"'{number};--"
        day = 1 + number % 28
        for hour, event, extra in [
            (1, "view", {"c": "\n\"',"}), (2, "view2", {}),
            (3, "buy", {"value": ["9.90", "-3", "0.0000001", ""][number % 4],
                        "currency": ["EUR", "SEK", ""][number % 3]}),
        ]:
            if event == "buy" and number % 5:
                continue
            lines.append(json.dumps({
                "time": f"2026-11-{day:02}T{hour:02}:59:59.5Z", "visitor": who, "event": event,
                "device": ["mobile", "desktop"][number % 2], **extra}))
    return "\n".join(lines) + "\n"


@functools.cache
def folder(name):
    """The folder above `out/`."""
    place = pathlib.Path(PLACE.name) / name
    place.mkdir()
    if name in ("night", "excel"):
        logs, journey = NIGHT, ROOT / "Data/journey.toml"
    elif name == "ecom":
        logs, journey = ECOM, ROOT / "Data/ecom/journey.toml"
    else:
        journey = place / "journey.toml"
        journey.write_text(HOSTILE_JOURNEY)
        (place / "log.ndjson").write_text(hostile_events() if name == "hostile" else "")
        logs = "ingest log.ndjson --format json | tee events.tsv | sessionize --sessions sessions.csv -o paths.tsv.gz"
    shell(logs, place)
    options = "" if name == "ecom" else "--members" + (" --excel" if name == "excel" else "")
    shell(COUNT.format(journey=journey, options=options), place)
    return place


ALL = ["night", "excel", "ecom", "hostile", "empty"]


@functools.cache
def nights():
    """The folder of three nights; above it, their journey."""
    place = pathlib.Path(PLACE.name) / "nights"
    for day in (1, 2, 3):
        logs = place / f"logs/2026-11-0{day}"
        logs.mkdir(parents=True)
        lines = hostile_events().splitlines()
        night = [line for line in lines if f'"2026-11-0{day}T' in line]
        (logs / "log.ndjson").write_text("\n".join(night) + "\n")
        # A visitor who is there at midnight: the session is open.
        with open(logs / "log.ndjson", "a", encoding="utf-8") as file:
            file.write(json.dumps({"time": f"2026-11-0{day}T23:59:00Z", "visitor": "#late", "event": "view"}) + "\n")
        (place / "journey.toml").write_text(HOSTILE_JOURNEY)
        shell(f"nightly --logs logs/2026-11-0{day} --date 2026-11-0{day} --out out --journey journey.toml", place)
    return place / "out"
