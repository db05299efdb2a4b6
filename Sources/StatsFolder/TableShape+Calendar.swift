/// Tables by the calendar of the journey's zone.
extension TableShape {
    public static let retention = TableShape(
        "retention", "Who comes back in later periods, by the period of their start.",
        [
            .date("cohort", "First day of the period in which they started."),
            .count("period", "So many periods later."),
            .count("customers", "Customers who started then."),
            .count("returned", "Of these, who came back in that period."),
            .rate("rate", "Returned / customers."), .low, .high,
        ])
    public static let activity = TableShape(
        "activity", "Customers, sessions, conversions by day, week and month.",
        [
            .text("period", "Length of the period.", values: ["day", "week", "month"]),
            .date("period_start", "Its first day; weeks start on Monday."),
            .count("customers", "Customers with a row in it."),
            .count("new", "Of these, without an earlier row."),
            .count("returning", "Of these, with a row in the period before."),
            .count("resurrected", "Of these, with an earlier row, but none in the period before."),
            .count("sessions", "Sessions that begin in it."), .count("events", "Rows."),
            .count("conversions", "Conversions."),
            .decimal("value", "Value of the conversions."), .currency,
        ])
    public static let hours = TableShape(
        "hours", "The hours of the week.",
        [
            .count("weekday", "1 is Monday, 7 Sunday.", from: 1, to: 7),
            .count("hour", "Hour of the local day.", to: 23), .count("events", "Rows."),
            .count("sessions", "Sessions that begin in it."),
            .count("conversions", "Conversions."),
        ])
}
