"""What the estimate should say of each world, over many seeds of 3000 units.

Means are of the estimates that are given, `holds` is the share of these whose interval holds the truth, the
others are shares of statuses. `incident` is a signal that answers nothing, `declared` an error that says what
it answers, `undeclared` one that does not; `plain` are the plain rates with Newcombe's interval. Numbers from
a simulation of the formulas in NumPy, 1000 seeds each.
"""

from typing import Dict

Cells = Dict[str, float]

SAME_NULL = {"ok": 0.028, "unclear": 0.023}

EXPECTED: Dict[str, Dict[str, Cells]] = {
    "direct": {
        "plain": {"mean": 0.250, "holds": 0.95},
        "declared": {"mean": 0.250, "holds": 0.946},
        "undeclared": {"mean": 0.250, "holds": 0.946},
    },
    "direct_null": {
        "plain": {"mean": 0.0, "holds": 0.95},
        "declared": SAME_NULL,
        "undeclared": SAME_NULL,
    },
    "mix": {
        "plain": {"mean": 0.350, "holds": 0.95},
        "declared": {"mean": 0.350, "holds": 0.953},
        "undeclared": {"unclear": 1},
    },
    "mix_null": {
        "plain": {"mean": -0.001, "holds": 0.95},
        "declared": {"ok": 0.021, "unclear": 0.025},
        "undeclared": {"unclear": 1},
    },
    "bank_mix": {
        "plain": {"mean": 0.350, "holds": 0.95},
        "declared": {"mean": 0.350, "holds": 0.953},
        "undeclared": {"mean": 0.150, "holds": 0.973, "both": 1},
    },
    "repeat": {
        "plain": {"mean": 0.364, "holds": 0.96},
        "declared": {"mean": 0.364, "holds": 0.956},
        "undeclared": {"mean": 0.364, "holds": 0.956},
    },
    "repeat_null": {
        "plain": {"mean": 0.001, "holds": 0.94},
        "declared": {"ok": 0.035, "unclear": 0.031},
        "undeclared": {"ok": 0.035, "unclear": 0.031},
    },
    "later": {
        "plain": {"mean": 0.417, "holds": 0},
        "declared": {"ok": 0.012, "unclear": 0.029},
        "undeclared": {"unclear": 1},
    },
    "coupon_logged": {
        "plain": {"mean": 0.140, "holds": 0},
        "declared": {"ok": 0.029, "unclear": 0.017},
        "undeclared": {"ok": 0, "unclear": 0.30},
    },
    "wander": {
        "plain": {"mean": 0.173},
        "declared": {"mean": 0.237, "ok": 1},
        "undeclared": {"mean": 0.170, "ok": 1},
    },
    "wander_null": {
        "plain": {"mean": -0.176},
        "declared": {"unclear": 0.98},
        "undeclared": {"unclear": 1},
    },
    "fixed": {
        "plain": {"mean": 0.124, "holds": 0},
        "incident": {"mean": 0.0, "holds": 0.945},
        "undeclared": {"ok": 0.025},
    },
    "memoryless": {
        "plain": {"mean": 0.001, "holds": 0.94},
        "incident": {"mean": 0.0, "holds": 0.950},
        "undeclared": {"ok": 0.013},
    },
    "coupon": {
        "plain": {"mean": 0.140, "holds": 0},
        "incident": {"mean": 0.001, "holds": 0.955},
        "undeclared": {"ok": 0.025},
    },
    "detour": {
        "plain": {"mean": 0.326, "holds": 0},
        "incident": {"mean": 0.0, "holds": 0.954},
        "undeclared": {"ok": 0.024, "unclear": 0.976},
    },
    "real": {
        "plain": {"mean": 0.169, "holds": 0.94},
        "incident": {"mean": 0.146, "holds": 0.76},
        "undeclared": {"mean": 0.146, "holds": 0.969, "both": 1},
    },
    "http": {
        "plain": {"mean": 0.249, "holds": 0.95},
        "incident": {"mean": 0.249, "holds": 0.951},
        "undeclared": {"mean": 0.249, "holds": 0.951},
    },
    "page": {
        "plain": {"mean": 0.207},
        "declared": {"mean": 0.207, "ok": 1},
        "undeclared": {"mean": 0.207, "ok": 1},
    },
    "page_weak": {
        "plain": {"mean": -0.194},
        "declared": {"unclear": 1},
        "undeclared": {"unclear": 1},
    },
    "bounce_long": {"incident": {"ok": 0}},
    "lone_detour": {
        "incident": {"insufficient": 1},
        "undeclared": {"mean": 0.500, "ok": 1},
    },
}
