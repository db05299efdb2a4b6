/// A question that is asked of the tables again and again, as a view of DuckDB.
struct TableView {
    let name: String
    let about: String
    /// The tables that it reads.
    let tables: [String]
    let query: String

    var statement: String {
        """
        CREATE OR REPLACE VIEW \(name) AS
        \(query);
        COMMENT ON VIEW \(name) IS \(TableSQL.quoted(about));

        """
    }

    static func all(_ calendar: FolderCalendar) -> [TableView] {
        [abandoners(calendar), buyersByChannel, funnelByWeek]
    }

    private static func abandoners(_ calendar: FolderCalendar) -> TableView {
        TableView(
            name: "last_day_abandoners",
            about: "Who came to a step on the last day of the data and went no further.",
            tables: ["funnel", "members"],
            query: """
                SELECT funnel, step, unit, held, entered_at, reached_at, value, currency
                FROM members
                WHERE depth < (SELECT max(funnel.step) FROM funnel WHERE funnel.funnel = members.funnel)
                    AND CAST(reached_at AT TIME ZONE \(TableSQL.quoted(calendar.zone)) AS DATE)
                        = \(calendar.lastDay.map { "DATE '\($0)'" } ?? "NULL")
                ORDER BY value DESC NULLS LAST, reached_at, unit
                """)
    }

    private static let buyersByChannel = TableView(
        name: "buyers_by_channel",
        about: "Buyers per visitor by channel, of funnels with breakdown = [\"channel\"].",
        tables: ["funnel_totals"],
        query: """
            SELECT funnel, segment AS channel, entered AS visitors, converted AS buyers,
                rate AS buyers_per_visitor, ci_low, ci_high, value, currency
            FROM funnel_totals
            WHERE breakdown = 'channel'
            ORDER BY funnel, buyers DESC, channel
            """)

    private static let funnelByWeek = TableView(
        name: "funnel_by_week",
        about: "Each funnel by week of entry; a sum of days where trend is day.",
        tables: ["funnel_trend"],
        query: """
            SELECT funnel, CAST(date_trunc('week', period_start) AS DATE) AS week,
                CAST(sum(entered) AS BIGINT) AS entered, CAST(sum(converted) AS BIGINT) AS converted,
                1.0 * sum(converted) / nullif(sum(entered), 0) AS rate,
                CAST(sum(still_open) AS BIGINT) AS still_open
            FROM funnel_trend
            GROUP BY funnel, week
            ORDER BY funnel, week
            """)
}
