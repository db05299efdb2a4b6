/// The tables that `funnelstats` writes.
extension TableShape {
    /// All files of the output folder but its manifest.
    public static let all = [
        funnel, totals, trend, times, next, members, correlation, transitions, touchpoints, paths,
        rework, stages, channels, experience, attribution, metrics, retention, activity, hours,
        friction,
        signals, compare,
    ]

    public static let funnel = TableShape(
        "funnel",
        [
            .text("funnel"), .text("breakdown"), .text("segment"), .count("step"),
            .text("touchpoint"), .count("reached"), .rate("rate_from_first"),
            .rate("rate_from_previous"), .rate("ci_low"), .rate("ci_high"), .count("dropoff"),
            .rate("dropoff_rate"), .count("still_open"), .seconds("mean_s"), .seconds("median_s"),
            .seconds("p75_s"), .seconds("p90_s"), .seconds("p95_s"),
        ])
    public static let totals = TableShape(
        "funnel_totals",
        [
            .text("funnel"), .text("breakdown"), .text("segment"), .text("unit"),
            .count("entered"), .count("converted"), .rate("rate"), .rate("ci_low"),
            .rate("ci_high"), .count("still_open"), .count("removed"), .rate("km_rate"),
            .seconds("median_s"), .seconds("p90_s"), .decimal("value"), .text("currency"),
        ])
    public static let trend = TableShape(
        "funnel_trend",
        [
            .text("funnel"), .date("period_start"), .count("entered"), .count("converted"),
            .rate("rate"), .rate("ci_low"), .rate("ci_high"), .count("still_open"),
        ])
    public static let times = TableShape(
        "time_to_convert",
        [.text("funnel"), .count("bin_start_s"), .count("bin_end_s"), .count("units")])
    public static let next = TableShape(
        "dropoff_next",
        [
            .text("funnel"), .count("step"), .text("touchpoint"), .text("next_touchpoint"),
            .count("units"), .rate("share"),
        ])
    public static let members = TableShape(
        "members",
        [
            .text("funnel"), .id("unit"), .id("held"), .count("depth"), .text("step"),
            .time("entered_at"), .time("reached_at"), .decimal("value"), .text("currency"),
        ])
    public static let correlation = TableShape(
        "correlation",
        [
            .text("funnel"), .text("kind"), .text("name"), .count("converted_with"),
            .count("dropped_with"), .number("odds_ratio"), .number("ci_low"), .number("ci_high"),
            .number("q_value"),
        ])
    public static let transitions = TableShape(
        "transitions",
        [
            .text("scope"), .text("from"), .text("to"), .count("count"), .count("customers"),
            .rate("probability"), .seconds("median_s"), .seconds("p90_s"), .seconds("p95_s"),
        ])
    public static let touchpoints = TableShape(
        "touchpoints",
        [
            .text("touchpoint"), .text("stage"), .text("contact"), .count("events"),
            .count("customers"), .count("sessions"), .count("entries"), .count("exits"),
            .rate("exit_rate"),
            .count("errors"), .rate("error_rate"), .seconds("median_dwell_s"),
            .seconds("p90_dwell_s"), .milliseconds("median_duration_ms"),
            .milliseconds("p95_duration_ms"),
        ])
    public static let paths = TableShape(
        "paths",
        [
            .count("rank"), .text("path"), .count("customers"), .rate("share"),
            .rate("cumulative_share"), .rate("conversion_rate"), .seconds("median_s"),
        ])
    public static let rework = TableShape(
        "rework",
        [
            .text("touchpoint"), .count("sessions"), .count("self_loops"), .count("repetitions"),
            .rate("rework_rate"), .rate("conversion_with"), .rate("conversion_without"),
        ])
    public static let stages = TableShape("stages", [.text("stage")] + stageCounts)
    public static let channels = TableShape(
        "stage_channels", [.text("stage"), .text("channel")] + stageCounts)
    /// Customers of a stage whom a bad signal met there, each once.
    public static let experience = TableShape(
        "stage_experience",
        [
            .text("stage"), .count("customers"), .count("bad_customers"), .rate("share"),
            .rate("ci_low"), .rate("ci_high"),
        ])
    private static let stageCounts: [TableColumn] = [
        .count("customers"), .count("sessions"), .count("events"), .count("entered"),
        .count("advanced"), .rate("advance_rate"), .seconds("median_s"),
    ]
    /// Channels beyond the 200 with most touches are one row, `(other)`.
    public static let attribution = TableShape(
        "attribution",
        [
            .text("model"), .text("channel"), .decimal("conversions"), .decimal("value"),
            .text("currency"), .rate("removal_effect"),
        ])
    public static let metrics = TableShape(
        "journey_metrics",
        [
            .text("metric"), .text("segment"), .text("unit"), .decimal("numerator"),
            .count("denominator"), .number("value"), .number("ci_low"), .number("ci_high"),
        ])
    public static let retention = TableShape(
        "retention",
        [
            .date("cohort"), .count("period"), .count("customers"), .count("returned"),
            .rate("rate"), .rate("ci_low"), .rate("ci_high"),
        ])
    public static let activity = TableShape(
        "activity",
        [
            .text("period"), .date("period_start"), .count("customers"), .count("new"),
            .count("returning"), .count("resurrected"), .count("sessions"), .count("events"),
            .count("conversions"), .decimal("value"), .text("currency"),
        ])
    public static let hours = TableShape(
        "hours",
        [
            .count("weekday"), .count("hour"), .count("events"), .count("sessions"),
            .count("conversions"),
        ])
    public static let friction = TableShape(
        "friction",
        [
            .text("funnel"), .text("from"), .text("to"), .text("signal"), .text("status"),
            .text("clock"), .count("eligible"), .count("exposed"), .count("dropped_exposed"),
            .count("unexposed"), .count("dropped_unexposed"), .rate("plain_rate_exposed"),
            .rate("plain_rate_unexposed"), .count("compared"), .rate("risk_difference"),
            .rate("rd_low"), .rate("rd_high"), .number("q_value"), .rate("excess_dropoffs"),
            .rate("value_at_risk"), .text("currency"), .rate("friction_score"), .count("rank"),
        ])
    public static let signals = TableShape(
        "friction_signals",
        [
            .text("signal"), .text("touchpoint"), .count("events"), .count("sessions"),
            .count("customers"), .text("threshold"),
        ])
    /// Written by `funnelstats compare` into the folder of the later run.
    public static let compare = TableShape(
        "compare",
        [
            .text("table"), .text("key"), .text("metric"), .decimal("before"), .decimal("after"),
            .number("difference"), .rate("ci_low"), .rate("ci_high"), .number("q_value"),
        ])
}
