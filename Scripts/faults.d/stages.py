"""The four stages, as the cases see them: a program, a good input, and an output that has a name."""

from __future__ import annotations

from typing import NamedTuple, Tuple


class Stage(NamedTuple):
    name: str
    input: str
    """The good input's name in a room."""
    output: str
    options: Tuple[str, ...] = ()
    makes_folder: bool = False
    reads_stdin: bool = True


INGEST = Stage("ingest", "log.gz", "out.tsv")
SESSIONIZE = Stage("sessionize", "events.tsv", "out.tsv")
FUNNELSTATS = Stage(
    "funnelstats", "paths.tsv", "out", ("--journey", "journey.toml"), makes_folder=True)
REPORT = Stage("report", "tables", "out.html", reads_stdin=False)

ALL = (INGEST, SESSIONIZE, FUNNELSTATS, REPORT)
#: Stages with one output file.
FILES = (INGEST, SESSIONIZE, REPORT)
#: Stages that can read standard input.
FILTERS = (INGEST, SESSIONIZE, FUNNELSTATS)
#: Stages that read streams of the stage before.
READERS = (SESSIONIZE, FUNNELSTATS)
#: Stages with threads and temporary folders.
WORKERS = (INGEST, SESSIONIZE)
