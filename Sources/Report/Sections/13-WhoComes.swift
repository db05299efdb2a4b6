// 13. How many customers come, and which of them were there before.
extension Page {
    func whoComes(into html: inout HTML) {
        html.say(.whoComesHeading, in: "h3")
        guard tables.rowCount(.activity) > 0 else { return html.missing(.activity, in: tables) }
        let period = activityPeriod
        let rows = tables.rows(.activity).filter { $0.text("period") == period.rawValue }
        let shown = rows.suffix(min(detail.heat, 12))
        html.paragraph(.whoComesIntro)
        html.table(
            period.caption,
            [
                .name(.columnFromDay), Heading(.columnCustomers), Heading(.columnNew),
                Heading(.columnReturning), Heading(.columnResurrected), Heading(.columnSessions),
                Heading(.columnConversions), Heading(.columnValue),
            ]
        ) { html in
            for row in shown { activityRow(row, into: &html) }
        }
        html.source(.activity, left: tables.rowCount(.activity) - shown.count)
    }

    private func activityRow(_ row: Row, into html: inout HTML) {
        html.row { html in
            html.day(row.text("period_start"))
            html.number(row.cell("customers"), .count, .literal("class", "main"))
            html.number(row.cell("new"), .count)
            html.number(row.cell("returning"), .count)
            html.number(row.cell("resurrected"), .count)
            html.number(row.cell("sessions"), .count)
            html.number(row.cell("conversions"), .count)
            html.number(row.cell("value"), .money(row.text("currency")))
        }
    }

    private enum ActivityPeriod: String {
        case day, week, month

        var caption: Phrase {
            switch self {
            case .day: .customersByDay
            case .week: .customersByWeek
            case .month: .customersByMonth
            }
        }
    }

    /// The longest period of which there are three or more, so that a change shows; else days.
    private var activityPeriod: ActivityPeriod {
        var counts: [String: Int] = [:]
        for row in tables.rows(.activity) { counts[row.text("period"), default: 0] += 1 }
        return [.month, .week].first { counts[$0.rawValue, default: 0] > 2 } ?? .day
    }
}
