import StatsFolder

// 11. Weekdays and hours.
extension Page {
    private var weekdays: [String] {
        words.template(.weekdays).split(separator: " ").map(String.init)
    }

    func when(into html: inout HTML) {
        section(.hours, into: &html) { html in
            let week = week()
            guard !week.isEmpty else { return html.missing(.hours, in: tables) }
            let events = week.values.map { $0.number("events") ?? 0 }.max() ?? 0
            hourTable(.eventsByHour, into: &html) { day, hour, html in
                guard let row = week[day * 24 + hour] else { return html.element("td") }
                html.number(
                    row.cell("events"), .short, Heat.tone(row.number("events"), most: events))
            }
            html.legend(words.show(events, .short))
            let most =
                week.values.filter { $0.count("sessions") >= Detail.fewUnits }
                .compactMap(Self.conversionShare).max() ?? 0
            hourTable(.conversionsByHour, isOurs: true, into: &html) { day, hour, html in
                guard let row = week[day * 24 + hour], let share = Self.conversionShare(row) else {
                    return html.element("td")
                }
                let isFew = row.count("sessions") < Detail.fewUnits
                let tone = Heat.tone(share, most: most, isFew: isFew)
                let text = words.show(share, .wholePercent)
                // Where there are many numbers, the table alone says that they are the page's own.
                guard detail.tables > 1 else { return html.element("td", tone, text: text) }
                html.element(
                    "td", tone, .quotient(row.reference("conversions"), row.reference("sessions")),
                    text: text)
            }
            html.legend(words.show(most, .wholePercent))
            html.note(.hoursNote, ["zone": .name(tables.manifest.timezone)])
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
        _ caption: Phrase, isOurs: Bool = false, into html: inout HTML,
        _ cell: (Int, Int, inout HTML) -> Void
    ) {
        html.wide(caption) { html in
            html.element("table", .literal("class", "hours"), isOurs ? .sum([]) : .shade(0)) {
                html in
                html.say(caption, in: "caption")
                html.element("thead") { html in
                    html.row { html in
                        html.say(.columnHour, in: "th", .literal("scope", "col"))
                        for hour in 0..<24 {
                            html.element("th", .literal("scope", "col"), text: "\(hour)")
                        }
                    }
                }
                html.element("tbody") { html in
                    for (day, name) in weekdays.enumerated() {
                        html.row { html in
                            html.element("th", .literal("scope", "row"), text: name)
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
            title: words.text(.eventsByHour), summary: words.text(.eventsByHour),
            rows: weekdays, columns: (0..<24).map { "\($0)" },
            cells: (0..<7).map { day in
                (0..<24).map { week[day * 24 + $0]?.number("events") }
            }
        ) { words.show($0, .short) }
    }
}
