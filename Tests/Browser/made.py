"""Made rows for every table, from names and sizes: plausible, and the same at every run."""

from __future__ import annotations

import random
from typing import Dict, List

import made_funnels as funnels
import made_journeys as journeys
from sizes import Names, Sizes
from tables import Row

Tables = Dict[str, List[Row]]


def tables(names: Names, sizes: Sizes, seed: int = 1) -> Tables:
    dice = random.Random(f"{seed}")
    made: Tables = {
        "funnel": list(funnels.funnel(names, sizes, dice)),
        "funnel_totals": [], "funnel_trend": [], "time_to_convert": [], "dropoff_next": [],
        "correlation": list(funnels.correlation(names, sizes, dice)),
        "transitions": list(journeys.transitions(names, sizes, dice)),
        "touchpoints": list(journeys.touchpoints(names, sizes, dice)),
        "paths": list(journeys.paths(names, sizes, dice)),
        "friction_signals": list(journeys.friction_signals(names, sizes, dice)),
        "rework": list(journeys.rework(names, sizes, dice)),
        "stages": list(journeys.stages(names, sizes, dice)),
        "stage_channels": list(journeys.stage_channels(names, sizes, dice)),
        "attribution": list(journeys.attribution(names, sizes, dice)),
        "journey_metrics": list(journeys.journey_metrics(names, sizes, dice)),
        "retention": list(journeys.retention(sizes, dice)),
        "activity": list(journeys.activity(sizes, random.Random("activity"))),
        "hours": list(journeys.hours(sizes, dice)),
    }
    made["stage_experience"] = list(
        journeys.stage_experience(names, sizes, random.Random("experience")))
    made["funnel_totals"] = list(funnels.totals(made["funnel"], dice))
    made["funnel_trend"] = list(funnels.trend(names, sizes, dice))
    made["time_to_convert"] = list(funnels.time_to_convert(names, sizes, dice))
    made["dropoff_next"] = list(funnels.dropoff_next(names, made["funnel"], dice))
    made["friction"] = funnels.friction(names, sizes, made["funnel"], dice)
    return made
