"""ClickHouse (chDB) on a night: load into memory, funnel, sessions, transitions. Argument: DIR."""

from __future__ import annotations

import sys
from typing import Dict, List

import chdb
from chdb.session import Session

import peer

#: Lines and JSONExtract: as fast as JSONEachRow, and a damaged line costs no good one.
SHAPE = (
    "Tuple(type String, event String, anonymousId String, userId String, timestamp String,"
    " context Tuple(page Tuple(path String)))")


def load(folder: str) -> str:
    return f"""
        CREATE TABLE night ENGINE = Memory AS
        SELECT assumeNotNull(toUnixTimestamp64Milli(time)) AS t,
            if(record.3 = '', record.4, record.3) AS visitor,
            toLowCardinality(record.1) AS what, toLowCardinality(record.2) AS event,
            record.6.1.1 AS path,
            toLowCardinality(if(what = 'page', splitByChar('/', path)[2], event)) AS touch
        FROM (
            SELECT JSONExtract(line, '{SHAPE}') AS record,
                parseDateTime64BestEffortOrNull(record.5, 3, 'UTC') AS time
            FROM file('{folder}/events-*.ndjson.gz', 'LineAsString', 'line String'))
        WHERE time IS NOT NULL AND visitor != ''
        SETTINGS max_threads = 2"""


FUNNEL = f"""
    SELECT level, count() FROM (
        SELECT windowFunnel({peer.WINDOW_MS})(toUInt64(t), {", ".join(peer.STEPS)}) AS level
        FROM night GROUP BY visitor)
    GROUP BY level SETTINGS max_threads = 2"""

SESSIONS = f"""
    SELECT sum(1 + arrayCount(gap -> gap > {peer.TIMEOUT_MS}, arrayDifference(times)))
    FROM (SELECT arraySort(groupArray(t)) AS times FROM night GROUP BY visitor)
    SETTINGS max_threads = 2"""

TRANSITIONS = f"""
    SELECT before.2, after.2, count() FROM (
        SELECT arraySort(groupArray((t, touch))) AS rows FROM night GROUP BY visitor)
    ARRAY JOIN arrayPopBack(rows) AS before, arrayPopFront(rows) AS after
    WHERE after.1 - before.1 <= {peer.TIMEOUT_MS}
    GROUP BY before.2, after.2 SETTINGS max_threads = 2"""


def rows(session: Session, query: str) -> List[List[str]]:
    text = str(session.query(query, "TabSeparated"))
    return [line.split("\t") for line in text.splitlines()]


def work(session: Session, folder: str) -> Dict[str, object]:
    session.query(load(folder))
    levels = {int(level): int(count) for level, count in rows(session, FUNNEL)}
    sessions = int(rows(session, SESSIONS)[0][0])
    pairs = rows(session, TRANSITIONS)
    return {
        "version": chdb.engine_version, "reached": peer.reached(levels), "sessions": sessions,
        "transitions": sum(int(pair[2]) for pair in pairs)}


if __name__ == "__main__":
    night = Session()
    night.query("CREATE DATABASE IF NOT EXISTS bench")
    night.query("USE bench")
    peer.answer(lambda: work(night, sys.argv[1]))
