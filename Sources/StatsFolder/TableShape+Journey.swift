/// Tables that look at all paths, whatever the funnels are.
extension TableShape {
    public static let transitions = TableShape(
        "transitions", "Which touchpoint follows which.",
        [
            .text(
                "scope", "Within sessions, or over all rows of a customer.",
                values: ["session", "customer"]),
            .text("from", "Touchpoint; (entry) before the first row."),
            .text("to", "The one behind it; (exit) after the last row."),
            .count("count", "How often."), .count("customers", "Customers who did so."),
            .rate("probability", "Count / all that leave `from`."),
            .seconds("median_s", "Median time between the two."),
            .seconds("p90_s", "90 % took at most this time."),
            .seconds("p95_s", "95 % took at most this time."),
        ])
    public static let touchpoints = TableShape(
        "touchpoints", "Visits, exits, errors and times of each touchpoint.",
        [
            .text("touchpoint", "Its name."), .text("stage", "Its stage in the journey.").orEmpty,
            .text("contact", "Where it meets people: web, app, email, sms, chat, phone, store…."),
            .count("events", "Rows of it."), .count("customers", "Customers who have such a row."),
            .count("sessions", "Sessions that have such a row."),
            .count("entries", "Sessions that begin with it."),
            .count("exits", "Sessions that end with it."), .rate("exit_rate", "Exits / events."),
            .count("errors", "Rows with a status from 400 on, or of kind error."),
            .rate("error_rate", "Errors / events."),
            .seconds("median_dwell_s", "Median time to the session's next row."),
            .seconds("p90_dwell_s", "90 % of these times are at most this."),
            .milliseconds("median_duration_ms", "Median time that the server took."),
            .milliseconds("p95_duration_ms", "95 % of these times are at most this."),
        ])
    public static let paths = TableShape(
        "paths", "The ways up to the first conversion, those of most customers first.",
        [
            .count("rank", "By customers; empty for (other).", from: 1).orEmpty,
            .text("path", "Touchpoints with > between; (other) for all further ways."),
            .count("customers", "Customers who took it."),
            .rate("share", "Customers / all customers."),
            .rate("cumulative_share", "Share of this path and those above."),
            .rate("conversion_rate", "Share of its customers who converted."),
            .seconds("median_s", "Median time from the first row to the conversion."),
        ])
    public static let rework = TableShape(
        "rework", "Touchpoints that sessions come back to, and what that goes with.",
        [
            .text("touchpoint", "Its name."), .count("sessions", "Sessions that have it."),
            .count("self_loops", "Runs of it directly behind itself."),
            .count("repetitions", "Later runs of it, after something else."),
            .rate("rework_rate", "Share of the sessions with a self loop or repetition."),
            .rate("conversion_with", "Share of these sessions that convert."),
            .rate("conversion_without", "Share of the other sessions that convert."),
        ])
    public static let stages = TableShape(
        "stages", "The journey in its stages: who came, who went on, how fast.",
        [stage] + stageCounts)
    public static let channels = TableShape(
        "stage_channels", "The stages by channel of the session.",
        [stage, .text("channel", "Channel; empty where it is missing.").orEmpty] + stageCounts)
    public static let experience = TableShape(
        "stage_experience", "Customers of each stage whom a bad signal met there, each once.",
        [
            stage, .count("customers", "Customers with a row of the stage."),
            .count("bad_customers", "Of these, whom a bad signal met there."),
            .rate("share", "Bad customers / customers."), .low, .high,
        ])
    private static let stage = TableColumn.text(
        "stage", "Stage of the journey; (unmapped) for rows without one.")
    private static let stageCounts: [TableColumn] = [
        .count("customers", "Customers with a row of the stage."),
        .count("sessions", "Sessions with a row of the stage."),
        .count("events", "Rows of the stage."),
        .count("entered", "Customers, each under the channel of their first row in the stage."),
        .count("advanced", "Of these, who have a later row of a later stage.").orEmpty,
        .rate("advance_rate", "Advanced / entered."),
        .seconds("median_s", "Median time from the stage's first row to a later stage."),
    ]
    /// Channels beyond the 200 with most touches are one row, `(other)`.
    public static let attribution = TableShape(
        "attribution", "Conversions and value that each model credits to each channel.",
        [
            .text(
                "model", "How credit is shared.",
                values: [
                    "first", "last", "last_non_direct", "linear", "position_based", "time_decay",
                    "markov", "shapley",
                ]),
            .text("channel", "Channel; empty where it is missing, (other) for the rare ones.")
                .orEmpty,
            .decimal("conversions", "Conversions credited, in parts."),
            .decimal("value", "Value credited."), .currency,
            .rate("removal_effect", "Share of conversions lost without the channel (Markov)."),
        ])
    public static let metrics = TableShape(
        "journey_metrics", "Key figures of the journey.",
        [
            .text("metric", "Name of the figure."),
            .text("segment", "Part that it is of; empty for the whole.").orEmpty,
            .text("unit", "What is counted; s for times, a currency for amounts.").orEmpty,
            .decimal("numerator", "What the value is a share or sum of."),
            .count("denominator", "Divided by this; empty where there is more than one.").orEmpty,
            .number("value", "Numerator / denominator, or a time in seconds."),
            .number("ci_low", "Lower limit of its 95 % interval."),
            .number("ci_high", "Upper limit of its 95 % interval."),
        ])
}
