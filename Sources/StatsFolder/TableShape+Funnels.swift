/// Tables that look at each funnel.
extension TableShape {
    public static let funnel = TableShape(
        "funnel", "Each funnel step by step: who reached it, who left there, and how long it took.",
        [
            .funnel, breakdown, segment, .count("step", "Number of the step.", from: 1),
            .text("touchpoint", "What the step is."),
            .count("reached", "Units that came to this step or further."),
            .rate("rate_from_first", "Reached / entered.").drawn,
            .rate("rate_from_previous", "Of those at the required step before, who came here."),
            .rate("ci_low", "Lower limit of the 95 % interval of rate_from_previous (Wilson).")
                .asDetail,
            .rate("ci_high", "Upper limit of the 95 % interval of rate_from_previous (Wilson).")
                .asDetail,
            .count("dropoff", "Units whose last step this is; empty on the last one.").orEmpty,
            .rate("dropoff_rate", "Dropoff / reached."),
            .count("still_open", "Of the dropoff, whose window was still open when the data ended.")
                .orEmpty,
            .seconds("mean_s", "Mean time from the step before.").asDetail,
            .seconds("median_s", "Median time from the step before."),
            .seconds("p75_s", "75 % came from the step before in this time.").asDetail,
            .seconds("p90_s", "90 % came from the step before in this time.").asDetail,
            .seconds("p95_s", "95 % came from the step before in this time.").asDetail,
        ])
    public static let totals = TableShape(
        "funnel_totals", "Each funnel from end to end, as a whole and by segment.",
        [
            .funnel, breakdown, segment,
            .text("unit", "What is counted.", values: ["customer", "visitor", "session"]),
            .count("entered", "Units that did the first step."),
            .count("converted", "Units that did all required steps within the window.").orEmpty,
            .rate("rate", "Converted / entered."), .low, .high,
            .count("still_open", "Not converted, and the window was open when the data ended.")
                .orEmpty,
            .count("removed", "Units that an exclusion took out of the funnel."),
            .rate("km_rate", "Rate that takes open units as open, not as lost (Kaplan-Meier)."),
            .seconds("median_s", "Median time from first step to conversion."),
            .seconds("p90_s", "90 % of the conversions took at most this time."),
            .decimal("value", "Sum of the values of the converting rows."), .currency,
        ])
    public static let trend = TableShape(
        "funnel_trend", "Each funnel by the day, week or month of entry.",
        [
            .funnel, .date("period_start", "First day of the period, in the journey's zone."),
            .count("entered", "Units that entered in the period."),
            .count("converted", "Of these, who converted.").orEmpty,
            .rate("rate", "Converted / entered."), .low, .high,
            .count("still_open", "Of these, who may still convert after the data end.").orEmpty,
        ])
    public static let times = TableShape(
        "time_to_convert", "Histogram of the time from first step to conversion.",
        [
            .funnel, .count("bin_start_s", "The bin begins with this time.", unit: "s"),
            .count("bin_end_s", "The bin ends before this time.", unit: "s"),
            .count("units", "Conversions that took so long."),
        ])
    public static let next = TableShape(
        "dropoff_next", "Where those who left a funnel at a step went next.",
        [
            .funnel, .count("step", "Number of their last step.", from: 1),
            .text("touchpoint", "What that step is."),
            .text("next_touchpoint", "Their next row behind it; (exit) where there was none."),
            .count("units", "How many went there."),
            .rate("share", "Units / dropoff of the step."),
        ])
    public static let members = TableShape(
        "members", "Who stands at which step; written with --members only.",
        [
            .funnel, .id("unit", "The customer, visitor or session."),
            .id("held", "Value that all steps share, where the funnel holds one.").orEmpty,
            .count("depth", "Number of the last step.", from: 1),
            .text("step", "What that step is."),
            .time("entered_at", "When the first step was done."),
            .time("reached_at", "When the last step was done."),
            .decimal("value", "Value at stake: of the unit's last row with a value up to there."),
            .currency,
        ])
    public static let correlation = TableShape(
        "correlation", "Touchpoints and properties that go with conversion, or with dropping out.",
        [
            .funnel, .text("kind", "What the name is of.", values: ["touchpoint", "property"]),
            .text("name", "A touchpoint, or property=value."),
            .count("converted_with", "Converted units that have it."),
            .count("dropped_with", "Dropped units that have it."),
            .number("odds_ratio", "Odds of converting with it / without it.", from: 0),
            .number("ci_low", "Lower limit of the odds ratio's 95 % interval.", from: 0),
            .number("ci_high", "Upper limit of the odds ratio's 95 % interval.", from: 0), .qValue,
        ])

    private static let breakdown = TableColumn.text(
        "breakdown", "Column by whose values units are parted; empty for all of them."
    ).orEmpty
    private static let segment = TableColumn.text(
        "segment", "Value of that column; empty where it is missing."
    ).orEmpty
}
