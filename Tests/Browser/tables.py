"""The tables of a `funnelstats` folder: their columns, how they are written, and how they are read.

Text cells are bytes, for a log may hold bytes that are no UTF-8; numbers are Python numbers.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Dict, List, Mapping, NamedTuple, Optional, Sequence, Union

Cell = Union[bytes, str, int, float, None]
Row = Sequence[Cell]

COLUMNS: Dict[str, str] = {
    "funnel": "funnel breakdown segment step touchpoint reached rate_from_first rate_from_previous"
              " ci_low ci_high dropoff dropoff_rate still_open mean_s median_s p75_s p90_s p95_s",
    "funnel_totals": "funnel breakdown segment unit entered converted rate ci_low ci_high still_open"
                     " removed km_rate median_s p90_s value currency",
    "funnel_trend": "funnel period_start entered converted rate ci_low ci_high still_open",
    "time_to_convert": "funnel bin_start_s bin_end_s units",
    "dropoff_next": "funnel step touchpoint next_touchpoint units share",
    "transitions": "scope from to count customers probability median_s p90_s p95_s",
    "touchpoints": "touchpoint stage contact events customers sessions entries exits exit_rate errors"
                   " error_rate median_dwell_s p90_dwell_s median_duration_ms p95_duration_ms",
    "paths": "rank path customers share cumulative_share conversion_rate median_s",
    "friction": "funnel from to signal status clock eligible exposed dropped_exposed unexposed"
                " dropped_unexposed plain_rate_exposed plain_rate_unexposed compared"
                " risk_difference rd_low rd_high q_value excess_dropoffs value_at_risk currency"
                " friction_score rank",
    "friction_signals": "signal touchpoint events sessions customers threshold",
    "rework": "touchpoint sessions self_loops repetitions rework_rate conversion_with"
              " conversion_without",
    "stages": "stage customers sessions events entered advanced advance_rate median_s",
    "stage_channels": "stage channel customers sessions events entered advanced advance_rate"
                      " median_s",
    "stage_experience": "stage customers bad_customers share ci_low ci_high",
    "attribution": "model channel conversions value currency removal_effect",
    "correlation": "funnel kind name converted_with dropped_with odds_ratio ci_low ci_high q_value",
    "journey_metrics": "metric segment unit numerator denominator value ci_low ci_high",
    "retention": "cohort period customers returned rate ci_low ci_high",
    "activity": "period period_start customers new returning resurrected sessions events conversions"
                " value currency",
    "hours": "weekday hour events sessions conversions",
    "compare": "table key metric before after difference ci_low ci_high q_value",
}
"""By the name of the file, without `.csv`."""

UNLISTED = {"compare"}
"""Tables that lie in the folder and are not in its manifest."""

FORMULA = (b"=", b"+", b"-", b"@", b"\t", b"\r", b"\xef\xbc\x9d", b"\xef\xbc\x8b",
           b"\xef\xbc\x8d", b"\xef\xbc\xa0")


def columns(table: str) -> List[str]:
    return COLUMNS[table].split()


def number(value: Union[int, float]) -> bytes:
    """Nine decimals at most, without trailing zeros."""
    if isinstance(value, int):
        return b"%d" % value
    text = f"{value:.9f}".rstrip("0").rstrip(".")
    return b"0" if text in ("-0", "") else text.encode()


def cell(value: Cell) -> bytes:
    if value is None:
        return b""
    if isinstance(value, (int, float)):
        return number(value)
    text = value.encode() if isinstance(value, str) else value
    if text.startswith(FORMULA):
        text = b"'" + text
    if text != text.strip(b" ") or any(mark in text for mark in (b",", b'"', b"\n", b"\r")):
        return b'"' + text.replace(b'"', b'""') + b'"'
    return text


def written(table: str, rows: Sequence[Row]) -> bytes:
    header = ",".join(columns(table)).encode()
    lines = [header] + [b",".join(cell(value) for value in row) for row in rows]
    return b"\n".join(lines) + b"\n"


def save(folder: Path, tables: Mapping[str, Sequence[Row]], manifest: Mapping[str, object]) -> Path:
    """Writes the tables, and last the manifest with their rows and SHA-256."""
    folder.mkdir(parents=True, exist_ok=True)
    outputs = []
    for name, rows in tables.items():
        data = written(name, rows)
        (folder / f"{name}.csv").write_bytes(data)
        if name not in UNLISTED:
            outputs.append({"name": f"{name}.csv", "rows": len(rows),
                            "sha256": hashlib.sha256(data).hexdigest()})
    text = json.dumps({**manifest, "outputs": outputs}, ensure_ascii=False, separators=(",", ":"))
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")
    return folder


class Table(NamedTuple):
    """A table as it lies on disk. Line 1 is the header; a record over several lines is one line."""

    columns: List[str]
    records: List[List[str]]

    def value(self, line: int, column: str) -> Optional[str]:
        """The cell; None where there is no such line or column."""
        if column not in self.columns or not 2 <= line <= len(self.records) + 1:
            return None
        return self.records[line - 2][self.columns.index(column)]


def read(folder: Path) -> Dict[str, Table]:
    csv.field_size_limit(1 << 24)
    return {path.stem: table(path) for path in sorted(folder.glob("*.csv"))}


def table(path: Path) -> Table:
    # The reader refuses NUL in some versions of Python; no number has one.
    text = path.read_bytes().replace(b"\0", b"").decode("utf-8-sig", errors="replace")
    records = list(csv.reader(io.StringIO(text, newline="")))
    return Table(records[0], records[1:])
