"""Loads the groups, in the order in which their cases are told."""

from __future__ import annotations

import importlib

GROUPS = (
    "a_output", "loops", "b_gzip", "b_input", "c_lines", "d_time", "e_process", "signals",
    "f_pipeline", "f_nights", "same", "g_security", "h_use", "matrix", "traps")


def load() -> None:
    for name in GROUPS:
        importlib.import_module(name)
