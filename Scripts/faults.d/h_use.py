"""H: mistakes of people who call the programs."""

from __future__ import annotations

import os
import re

from cases import case
from e_process import at_terminal
from room import Room
from stages import ALL, FILTERS, FUNNELSTATS, INGEST
from tracing import trace

JOURNEY = """version = 1
sesion_gap = 1
[[touchpoint]]
name = "a"
match = [{ event = "x" }]
[[touchpoint]]
name = "b"
match = [{ event = "x" }]
[[funnel]]
name = "f"
steps = ["a", "nosuch"]
window = "14 parsecs"
"""


@case("H1", "mistakes in a journey: 78 with their places and the nearest key, all in one run")
def journey_mistakes(room: Room) -> None:
    room.bring("paths.tsv")
    room.put("j.toml", JOURNEY.encode())
    for command in ("funnelstats check --journey j.toml", "funnelstats --journey j.toml paths.tsv -o out"):
        result = room.expect(room.run(command), 78)
        for text in ("sesion_gap", "nosuch", "parsecs", "j.toml"):
            room.demand(text in result.err, f"does not tell of {text}", result)
        room.demand(re.search(r"j\.toml:\d+:\d+|funnel\[0\]", result.err) is not None, "no place", result)
    room.demand(room.content("out") is None, "work was done")
    room.put("j.toml", b"version = 1\nname = \nname = 2\n")
    room.expect(room.run("funnelstats check --journey j.toml"), 78, "j.toml:2")


@case("H2", "a step that nothing matches: a warning at run time, exit 0")
def step_without_events(room: Room) -> None:
    room.bring("paths.tsv")
    result = room.expect(room.run("funnelstats --steps product_view,purchas paths.tsv"), 0)
    room.demand("purchas" in result.err, "no doubt is told", result)
    room.demand(result.err.count("\n") <= 2, "more than a line or two", result)


@case("H3", "a rule hidden behind an earlier one: `check` names both")
def hidden_rule(room: Room) -> None:
    room.put("j.toml", JOURNEY.replace("sesion_gap = 1\n", "").replace("nosuch", "b").replace("14 parsecs", "14d").encode())
    result = room.expect(room.run("funnelstats check --journey j.toml"), 0)
    said = result.out.decode() + result.err
    room.demand(re.search(r'\bb\b.*\ba\b|\ba\b.*\bb\b', said) is not None, f"does not name both: {said}")


@case("H4", "standard input is a terminal and there is no FILE: help, 64, at once", FILTERS)
def nothing_to_read(room: Room) -> None:
    said, code = at_terminal(room, room.program)
    room.demand(code == 64, f"exit {code}: {said!r}")
    room.demand(room.stage.name.encode() in said, f"no help: {said!r}")


@case("H5", "--dry-run says what it would read and write, and makes nothing", ALL)
def dry_run(room: Room) -> None:
    before = sorted(os.listdir(room.folder))
    traced = trace(room, f"{room.named} --dry-run", "openat,mkdir,rename")
    room.expect(traced.result, 0)
    made = [call for call in traced.calls if "O_CREAT" in call or "mkdir" in call or "rename" in call]
    room.demand(not made, f"{made}", traced.result)
    said = traced.result.out.decode() + traced.result.err
    room.demand(room.stage.input in said and room.stage.output in said, f"does not say: {said}")
    room.demand(sorted(os.listdir(room.folder)) == before, "something was made")


@case("H6", "unknown options and values: 64, one line, the nearest name", ALL)
def unknown_options(room: Room) -> None:
    for script, says in (
        (f"{room.good} --sumary s", "--summary"), (f"{room.good} --progress alway", "always"),
        (f"{room.good} --nosuchoptionatall", "--help"),
    ):
        result = room.expect(room.run(script), 64, says)
        room.demand(result.out == b"", "work was done", result)
        room.demand(result.err.count("\n") <= 2, "more than one line", result)
    if room.stage in (INGEST, FUNNELSTATS):
        room.expect(room.run(f"{room.stage.name} chek"), 66)
