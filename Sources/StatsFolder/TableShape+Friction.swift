/// Tables of what makes a way hard, and of what a change did.
extension TableShape {
    public static let friction = TableShape(
        "friction", "How much more drop-off each signal goes with, between each pair of steps.",
        [
            .funnel, .text("from", "Step where the units stand."),
            .text("to", "Next required step."), .text("signal", "Signal that met them there."),
            .text(
                "status", "What the estimate says.",
                values: ["insufficient", "unclear", "ok", "protective", "inconclusive"]),
            .text(
                "clock", "Whom they are compared with: those of as many rows, attempts, or both.",
                values: ["rows", "attempts", "both"]
            ).orEmpty,
            .count("eligible", "Units at `from`."),
            .count("exposed", "Of these, whom the signal met."),
            .count("dropped_exposed", "Of the exposed, who did not come to `to`."),
            .count("unexposed", "Eligible units that the signal did not meet."),
            .count("dropped_unexposed", "Of the unexposed, who did not come to `to`."),
            .rate("plain_rate_exposed", "Dropped_exposed / exposed; for comparison only."),
            .rate("plain_rate_unexposed", "Dropped_unexposed / unexposed; for comparison only."),
            .count("compared", "Exposed units that have others beside them."),
            .difference("risk_difference", "How much more of the compared dropped than of those."),
            .difference("rd_low", "Lower limit of its 95 % interval (Klingenberg)."),
            .difference("rd_high", "Upper limit of its 95 % interval (Klingenberg)."), .qValue,
            .estimate("excess_dropoffs", "Drop-offs that the signal goes with.", unit: "1"),
            .estimate("value_at_risk", "What those would have been worth."), .currency,
            .estimate(
                "friction_score", "Share of the pair's drop-offs at the lower limit, in percent.",
                unit: "%"),
            .count("rank", "What to look at first; empty without an estimate.", from: 1).orEmpty,
        ])
    public static let signals = TableShape(
        "friction_signals", "How often each signal fired, and where.",
        [
            .text("signal", "Its name."), .text("touchpoint", "Touchpoint that it is charged to."),
            .count("events", "Firings."), .count("sessions", "Sessions that it fired in."),
            .count("customers", "Customers whom it met."),
            .text("threshold", "When it fires.").orEmpty,
        ])
    /// Written by `funnelstats compare` into the folder of the later run.
    public static let compare = TableShape(
        "compare", "Every rate before and after.",
        [
            .text("table", "Table that the rate stands in."),
            .text("key", "Its row: column=value;…"), .text("metric", "Its column."),
            .decimal("before", "Rate of the earlier folder."),
            .decimal("after", "Rate of the later folder."),
            .number("difference", "After - before."),
            .difference("ci_low", "Lower limit of the difference's 95 % interval (Newcombe).")
                .asDetail,
            .difference("ci_high", "Upper limit of the difference's 95 % interval (Newcombe).")
                .asDetail,
            .qValue,
        ])
}
