// The measures of the whole journey, in groups.
extension Page {
    private struct Group {
        let title: Phrase
        let metrics: [String]
    }

    private static let groups = [
        Group(
            title: .groupBuying,
            metrics: ["conversion_rate", "average_order_value", "repeat_purchase_rate"]),
        Group(title: .groupLeaving, metrics: ["abandonment_rate", "bounce_rate"]),
        Group(
            title: .groupTrouble,
            metrics: [
                "error_session_rate", "support_contact_rate", "first_response_median",
                "first_response_p90", "answered_within_24h",
            ]),
        Group(title: .groupLoyalty, metrics: ["nps", "csat", "referral_rate"]),
    ]
    /// Rows of a metric in a group; the table has the others.
    private static let mostOfOne = 5

    func metrics(into html: inout HTML) {
        let rows = tables.rows(.metrics)
        html.say(.metricsHeading, in: "h3")
        guard !rows.isEmpty else { return html.missing(.metrics, in: tables) }
        html.element("div", .literal("class", "groups")) { html in
            for group in Self.groups { self.group(group, rows, into: &html) }
        }
        metricTable(rows, into: &html)
    }

    /// Rows without a value are left out, and so is a group without rows.
    private func group(_ group: Group, _ rows: [Row], into html: inout HTML) {
        let shown = group.metrics.flatMap { metric in
            rows.filter { $0.text("metric") == metric && $0.number("value") != nil }
                .prefix(Self.mostOfOne)
        }
        guard !shown.isEmpty else { return }
        html.element("div", .literal("class", "card")) { html in
            html.say(group.title, in: minorHeading, .literal("class", "fn"))
            html.element("dl") { html in
                for row in shown {
                    html.element("div") { html in
                        html.element("dt") { $0.name(cut(metricName(row))) }
                        html.element("dd") { metricValue(row, into: &$0) }
                    }
                }
            }
        }
    }

    private func metricName(_ row: Row) -> String {
        let name = names.metric(row.text("metric"))
        if !row.isEmpty("segment") { return name + ": " + metricSegment(row.text("segment")) }
        guard row.text("metric") == "conversion_rate" else { return name }
        return name + ", " + metricUnit(row)
    }

    private func metricValue(_ row: Row, into html: inout HTML) {
        let figure = Self.figure(of: row)
        let isFew = row.count("denominator") < Detail.fewUnits && !row.isEmpty("ci_low")
        html.element("b", .literal("class", isFew ? "few" : "main")) {
            $0.span(row.cell("value"), figure)
        }
        guard row.number("ci_low") != nil else {
            return html.say(.ofCount, ["n": .cell(row.cell("denominator"), .count)], in: "small")
        }
        let bare: Figure = row.text("metric") == "nps" ? .score : .barePoints
        html.say(
            .ofCountSure,
            [
                "low": .cell(row.cell("ci_low"), bare), "high": .cell(row.cell("ci_high"), bare),
                "n": .cell(row.cell("denominator"), .count),
            ], in: "small")
    }

    private func metricTable(_ rows: [Row], into html: inout HTML) {
        let shown = listed(rows)
        html.folded(.metricsFolded) { html in
            html.table(
                .metricsCaption,
                [
                    .name(.columnMetric), .name(.columnSegment), .name(.columnUnit),
                    Heading(.columnValue), Heading(.columnLow), Heading(.columnHigh),
                    Heading(.columnOfThese), Heading(.columnCounted),
                ]
            ) { html in
                for row in shown { metricRow(row, into: &html) }
            }
            html.source(.metrics, left: rows.count - shown.count)
        }
    }

    /// Every metric, with its first few steps or currencies.
    private func listed(_ rows: [Row]) -> [Row] {
        var seen: [String: Int] = [:]
        return rows.filter { row in
            let name = row.text("metric")
            seen[name, default: 0] += 1
            return seen[name, default: 0] <= detail.top
        }
    }

    private func metricRow(_ row: Row, into html: inout HTML) {
        let figure = Self.figure(of: row)
        html.row { html in
            html.head(name: names.metric(row.text("metric")))
            html.cell(name: cut(metricSegment(row.text("segment"))))
            html.cell(name: cut(metricUnit(row)))
            html.number(row.cell("value"), figure, .literal("class", "main"))
            html.number(row.cell("ci_low"), figure)
            html.number(row.cell("ci_high"), figure)
            html.number(row.cell("denominator"), .count)
            html.number(row.cell("numerator"), Self.numeratorFigure(row))
        }
    }

    /// `purchase: cart` is a funnel and its step; others are words of the table.
    func metricSegment(_ segment: String) -> String {
        switch segment {
        case "after_bad": return words.text(.afterBad)
        case "after_clean": return words.text(.afterClean)
        default: break
        }
        for funnel in funnels where segment.hasPrefix(funnel.name + ": ") {
            let step = String(segment.dropFirst(funnel.name.count + 2))
            return names.step(step, of: funnel.name)
        }
        return Names.plain(segment)
    }

    private func metricUnit(_ row: Row) -> String {
        switch row.text("unit") {
        case "session": words.text(.perSession)
        case "customer": words.text(.perCustomer)
        case "request": words.text(.perRequest)
        case "answer": words.text(.perAnswer)
        case "s": words.text(.inTime)
        default: row.text("unit")
        }
    }

    /// How the value of a metric is shown, by its name and unit.
    static func figure(of row: Row) -> Figure {
        switch row.text("metric") {
        case "average_order_value": .money(row.text("unit"))
        case "first_response_median", "first_response_p90": .duration
        case "nps": .score
        case let name where name.hasSuffix("_difference"): .points
        default: .percent
        }
    }

    private static func numeratorFigure(_ row: Row) -> Figure {
        row.text("metric") == "average_order_value" ? .money(row.text("unit")) : .count
    }
}
