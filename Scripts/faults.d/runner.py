"""Runs cases, those that measure no time side by side, and prints a line for each in their order."""

from __future__ import annotations

import os
import traceback
from concurrent.futures import ThreadPoolExecutor
from typing import List, Sequence, Tuple

from cases import Case, Fault, Skip
from lab import Lab
from room import Room

PASSED, FAILED, SKIPPED = "passed", "FAILED", "skipped"


class Runner:
    def __init__(self, lab: Lab) -> None:
        self.lab = lab
        self.results: List[str] = []

    def run(self, cases: Sequence[Case]) -> int:
        """The exit of the program: 1 where a case failed."""
        beside = [case for case in cases if not case.is_alone]
        with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
            try:
                for case, (result, text) in zip(beside, pool.map(self.judge, beside)):
                    self.tell(case, result, text)
            except KeyboardInterrupt:
                pool.shutdown(cancel_futures=True)
                raise
        for case in cases:
            if case.is_alone:
                self.tell(case, *self.judge(case))
        count = self.results.count
        print(f"{count(PASSED)} passed, {count(FAILED)} failed, {count(SKIPPED)} skipped")
        return 1 if FAILED in self.results else 0

    def judge(self, case: Case) -> Tuple[str, str]:
        room = Room(self.lab, case)
        result, text = FAILED, ""
        try:
            case.check(room)
            result = PASSED
        except Skip as reason:
            result, text = SKIPPED, str(reason)
        except Fault as fault:
            text = str(fault)
        except Exception:  # a case that is wrong itself must not pass
            text = traceback.format_exc()
        room.leave(keeps=result == FAILED)
        return result, text

    def tell(self, case: Case, result: str, text: str) -> None:
        self.results.append(result)
        reason = f" ({text})" if result == SKIPPED else ""
        print(f"{case.label:<18}{result:<9}{case.what}{reason}", flush=True)
        if result == FAILED:
            print("\n".join(f"    {line}" for line in text.splitlines()), flush=True)
