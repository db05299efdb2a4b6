import StatsFolder

// 11. Weekdays and hours.
extension Page {
    private static let weekdays: [StaticString] = [
        "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
    ]

    func when(into html: inout HTML) {
        section(.hours, into: &html) { html in
            let week = week()
            guard !week.isEmpty else { return html.missing(.hours, in: tables) }
            let events = week.values.map { $0.number("events") ?? 0 }.max() ?? 0
            hourTable("Events by weekday and hour", into: &html) { day, hour, html in
                guard let row = week[day * 24 + hour] else { return html.element("td") }
                html.number(
                    row.cell("events"), .short, Heat.tone(row.number("events"), most: events))
            }
            let most = week.values.compactMap(Self.conversionShare).max() ?? 0
            hourTable("Conversions per session", isOurs: true, into: &html) { day, hour, html in
                guard let row = week[day * 24 + hour], let share = Self.conversionShare(row) else {
                    return html.element("td")
                }
                let tone = Heat.tone(share, most: most)
                let text = Figure.wholePercent.text(share)
                // Where there are many numbers, the table alone says that they are the page's own.
                guard detail.tables > 1 else { return html.element("td", tone, text: text) }
                html.element(
                    "td", tone, .quotient(row.reference("conversions"), row.reference("sessions")),
                    text: text)
            }
            html.element("p", .literal("class", "note")) { html in
                html.text("Hours in ")
                html.name(tables.manifest.timezone)
                html.text(
                    ". Sessions count by their start, conversions by their own time; "
                        + "an hour without sessions is empty.")
            }
            html.source(.hours)
        }
    }

    /// The rows by hour of the week.
    private func week() -> [Int: Row] {
        Dictionary(
            tables.rows(.hours).map { (($0.count("weekday") - 1) * 24 + $0.count("hour"), $0) }
        ) { first, _ in first }
    }

    private static func conversionShare(_ row: Row) -> Double? {
        let sessions = row.count("sessions")
        return sessions == 0 ? nil : Double(row.count("conversions")) / Double(sessions)
    }

    private func hourTable(
        _ caption: StaticString, isOurs: Bool = false, into html: inout HTML,
        _ cell: (Int, Int, inout HTML) -> Void
    ) {
        html.wide(caption) { html in
            html.element("table", .literal("class", "hours"), isOurs ? .sum([]) : .shade(0)) {
                html in
                html.element("caption", text: caption.description)
                html.element("thead") { html in
                    html.row { html in
                        html.element("th", .literal("scope", "col"), text: "hour")
                        for hour in 0..<24 {
                            html.element("th", .literal("scope", "col"), text: "\(hour)")
                        }
                    }
                }
                html.element("tbody") { html in
                    for (day, name) in Self.weekdays.enumerated() {
                        html.row { html in
                            html.element("th", .literal("scope", "row"), text: name.description)
                            for hour in 0..<24 { cell(day, hour, &html) }
                        }
                    }
                }
            }
        }
        html.lineBreak()
    }

    /// The events as a drawing of its own.
    func hourChart() -> HeatChart? {
        let week = week()
        guard !week.isEmpty else { return nil }
        return HeatChart(
            title: "When: events", summary: "Events by weekday and hour",
            rows: Self.weekdays.map(\.description), columns: (0..<24).map { "\($0)" },
            cells: (0..<7).map { day in
                (0..<24).map { week[day * 24 + $0]?.number("events") }
            }, figure: .short)
    }
}
