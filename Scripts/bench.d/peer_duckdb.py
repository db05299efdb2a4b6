"""DuckDB on a night: load into memory, funnel, sessions, transitions. Argument: DIR."""

from __future__ import annotations

import sys
from typing import Dict

import duckdb

import peer

COLUMNS = (
    "{type: 'VARCHAR', event: 'VARCHAR', anonymousId: 'VARCHAR', userId: 'VARCHAR',"
    " timestamp: 'VARCHAR', context: 'STRUCT(page STRUCT(path VARCHAR))'}")


def load(folder: str) -> str:
    return f"""
        CREATE TABLE night AS
        SELECT epoch_ms(time) AS t, visitor, what, event, path,
            CASE WHEN what = 'page' THEN split_part(path, '/', 2) ELSE event END AS touch
        FROM (
            SELECT try_cast(timestamp AS TIMESTAMP) AS time,
                coalesce(anonymousId, userId) AS visitor, type AS what, event,
                context.page.path AS path
            FROM read_json('{folder}/events-*.ndjson.gz', format = 'newline_delimited',
                columns = {COLUMNS}, ignore_errors = true))
        WHERE time IS NOT NULL AND visitor IS NOT NULL"""


def funnel() -> str:
    """Carries the latest start of an attempt from step to step; gives visitors by deepest step."""
    cases = " ".join(f"WHEN {rule} THEN {step}" for step, rule in enumerate(peer.STEPS, 1))
    query = f"SELECT visitor, t, CASE {cases} END AS step FROM night"
    query = f"SELECT visitor, t, step FROM ({query}) WHERE step IS NOT NULL"
    for step in range(1, len(peer.STEPS) + 1):
        start = "t" if step == 1 else f"s{step - 1}"
        query = f"""
            SELECT *, max(CASE WHEN step = {step} AND t - {start} <= {peer.WINDOW_MS}
                THEN {start} END) OVER (PARTITION BY visitor ORDER BY t ROWS UNBOUNDED PRECEDING)
                AS s{step}
            FROM ({query})"""
    depth = " + ".join(f"(max(s{step}) IS NOT NULL)::INT" for step in range(1, len(peer.STEPS) + 1))
    return f"""
        SELECT level, count(*) FROM (SELECT {depth} AS level FROM ({query}) GROUP BY visitor)
        GROUP BY level"""


SESSIONS = f"""
    SELECT count(*) FILTER (before IS NULL OR t - before > {peer.TIMEOUT_MS})
    FROM (SELECT t, lag(t) OVER (PARTITION BY visitor ORDER BY t) AS before FROM night)"""

TRANSITIONS = f"""
    SELECT came_from, touch, count(*) FROM (
        SELECT t, touch, lag(t) OVER path AS before, lag(touch) OVER path AS came_from
        FROM night WINDOW path AS (PARTITION BY visitor ORDER BY t))
    WHERE t - before <= {peer.TIMEOUT_MS} GROUP BY came_from, touch"""


def work(night: duckdb.DuckDBPyConnection, folder: str) -> Dict[str, object]:
    night.execute(load(folder))
    levels = dict(night.execute(funnel()).fetchall())
    sessions = night.execute(SESSIONS).fetchall()[0][0]
    pairs = night.execute(TRANSITIONS).fetchall()
    return {
        "version": duckdb.__version__, "reached": peer.reached(levels), "sessions": sessions,
        "transitions": sum(pair[2] for pair in pairs)}


if __name__ == "__main__":
    connection = duckdb.connect(config={"threads": 2})
    peer.answer(lambda: work(connection, sys.argv[1]))
