"""A night of both logs, and the truth about it."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
from collections import Counter
from typing import Dict, List, Tuple

from make_data.files import FILES, SHARDS, Order, make_file
from make_data.render import iso, name_days
from make_data.shard import DAYS, FIRST_DAY, PERIOD, Shard
from make_data.visit import COUPON_REJECTED_SHARE, DECLINED_SHARE, LOSS


def make_night(seed: int, rows: int, folder: str) -> Dict[str, object]:
    """Writes the logs and `truth.json`; returns the truth."""
    order = Order(seed, rows, folder)
    os.makedirs(os.path.join(folder, ".parts"), exist_ok=True)
    name_days(FIRST_DAY - 1, DAYS + 3)
    with multiprocessing.Pool(min(os.cpu_count() or 1, SHARDS)) as pool:
        tallies = pool.map(make_shard, [(order, number) for number in range(SHARDS)], 1)
        files = pool.map(
            make_file,
            [(order, kind, file) for kind in ("events", "access") for file in range(FILES)], 1)
    shutil.rmtree(os.path.join(folder, ".parts"))
    truth = truth_of(order, sum(tallies, Counter()), files)
    with open(os.path.join(folder, "truth.json"), "w", encoding="utf-8") as out:
        json.dump(truth, out, indent=2)
        out.write("\n")
    return truth


def make_shard(task: Tuple[Order, int]) -> "Counter[str]":
    order, number = task
    name_days(FIRST_DAY - 1, DAYS + 3)
    return Shard(order, number).make()


def truth_of(
    order: Order, tally: "Counter[str]", files: List[Dict[str, object]]
) -> Dict[str, object]:
    """What is planted, and how much of everything there is."""
    events, access = files[:FILES], files[FILES:]
    return {
        "seed": order.seed,
        "rows": order.rows,
        "period": {"start": iso(PERIOD.start), "end": iso(PERIOD.end)},
        "customers": tally["customers"],
        "visitors": tally["visitors"],
        "users": tally["users"],
        "events": {
            "lines": sum(file["lines"] for file in events),
            **{name: tally[name] for name in ("truncated_json", "bad_time", "duplicates", "late")},
            "out_of_order": sum(file["out_of_order"] for file in events),
        },
        "access": {
            "lines": sum(file["lines"] for file in access),
            **{name: tally[name] for name in (
                "requests", "bots", "static", "not_found", "server_errors", "truncated_access")},
            "out_of_order": sum(file["out_of_order"] for file in access),
        },
        "payment": {
            "planted": {
                "declined_share": DECLINED_SHARE, "loss": LOSS,
                "loss_difference": round(LOSS["declined"] - LOSS["accepted"], 6)},
            "first_attempt_of_a_customer": groups(tally, "first"),
            "all_attempts": groups(tally, "all"),
        },
        "coupon_rejected": {"planted": {"share": COUPON_REJECTED_SHARE, "loss_difference": 0}},
        "files": files,
    }


def groups(tally: "Counter[str]", scope: str) -> Dict[str, Dict[str, int]]:
    return {
        name: {"attempts": tally[f"{scope} {name}"], "lost": tally[f"{scope} {name} lost"]}
        for name in ("accepted", "declined")}
