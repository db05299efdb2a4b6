import StatsFolder

// 13. What customers do beyond a funnel.
extension Page {
    func customers(into html: inout HTML) {
        section(.customers, into: &html) { html in
            returns(into: &html)
            metrics(into: &html)
            whoComes(into: &html)
            html.element("h3", text: "Who comes back")
            retention(into: &html)
            html.element("h3", text: "Which channels get the credit")
            attribution(into: &html)
        }
    }

    // MARK: Return after a bad and after a clean session

    private static let returnMetrics = ["return_7d", "return_30d"]

    private func returns(into html: inout HTML) {
        guard let chart = returnChart() else { return }
        html.element("h3", text: "Return after a bad and after a clean session")
        html.wide("Returns as a chart") { $0.chart(chart) }
        let rows = tables.rows(.metrics)
        for metric in Self.returnMetrics {
            guard let row = rows.first(where: { $0.text("metric") == metric + "_difference" }),
                row.number("value") != nil
            else { continue }
            html.element("p", .literal("class", "note")) { html in
                html.text(
                    "Within \(metric == "return_7d" ? "7" : "30") days, a bad session is associated "
                        + "with ")
                html.span(row.cell("value"), .points)
                html.text(" return (95\u{A0}% interval ")
                html.span(row.cell("ci_low"), .points)
                html.text(" to ")
                html.span(row.cell("ci_high"), .points)
                html.text(").")
            }
        }
    }

    /// Nil where no return was measured.
    func returnChart() -> ForestChart? {
        let all = tables.rows(.metrics)
        let rows = Self.returnMetrics.flatMap { metric in
            all.filter { $0.text("metric") == metric && $0.number("value") != nil }
        }
        guard !rows.isEmpty else { return nil }
        var look = ForestChart.Look()
        look.columns = [("sessions", 100), ("return", 80)]
        look.names = ForestChart.Look.room(for: rows.map(Self.words), most: 250)
        let range = ForestChart.range(width: 920, look: look)
        let axis = Axis(holding: rows.compactMap { $0.number("ci_high") } + [0], range: range)
        look.ticks = axis.ticks(4).map { ($0, Figure.wholePercent.text($0)) }
        let dots = rows.map { row in
            IntervalRow(
                name: Self.words(row), value: Spot(row.cell("value")),
                low: Spot(row.cell("ci_low")), high: Spot(row.cell("ci_high")),
                texts: [
                    Figure.count.text(row.number("denominator")),
                    Figure.percent.text(row.number("value")),
                ], isFaint: row.count("denominator") < Detail.fewUnits)
        }
        let words = zip(dots, rows).map {
            "\($0.name): \(Figure.percent.text($1.number("value"))) of \($1.text("denominator"))"
        }
        return ForestChart(
            title: "Return after bad and clean sessions", summary: words.joined(separator: "; "),
            rows: dots, axis: axis, look: look)
    }

    private static func words(_ row: Row) -> String {
        let span = row.text("metric") == "return_7d" ? "7 days" : "30 days"
        return "\(span), \(row.text("segment").replacing("_", with: " ")) visit"
    }

    // MARK: Metrics

    private func metrics(into html: inout HTML) {
        let rows = tables.rows(.metrics)
        html.element("h3", text: "Journey metrics")
        guard !rows.isEmpty else { return html.missing(.metrics, in: tables) }
        let shown = listed(rows)
        html.table(
            "Metrics",
            [
                .name("metric"), .name("segment"), .name("unit"), "value", "95 % low", "95 % high",
                "of these", "counted",
            ]
        ) { html in
            for row in shown { metricRow(row, into: &html) }
        }
        html.source(.metrics, left: rows.count - shown.count)
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
            html.cell(name: cut(row.text("unit")))
            html.number(row.cell("value"), figure, .literal("class", "main"))
            html.number(row.cell("ci_low"), figure)
            html.number(row.cell("ci_high"), figure)
            html.number(row.cell("denominator"), .count)
            html.number(row.cell("numerator"), Self.numeratorFigure(row))
        }
    }

    /// `purchase: cart` is a funnel and its step; others are words of the table.
    func metricSegment(_ segment: String) -> String {
        for funnel in funnels where segment.hasPrefix(funnel.name + ": ") {
            let step = String(segment.dropFirst(funnel.name.count + 2))
            return names.step(step, of: funnel.name)
        }
        return Names.plain(segment)
    }

    /// How the value of a metric is shown, by its name and unit.
    static func figure(of row: Row) -> Figure {
        switch row.text("metric") {
        case "average_order_value": .money(row.text("unit"))
        case "first_response_median", "first_response_p90": .duration
        case "nps": .decimal(2)
        case let name where name.hasSuffix("_difference"): .points
        default: .percent
        }
    }

    private static func numeratorFigure(_ row: Row) -> Figure {
        row.text("metric") == "average_order_value" ? .money(row.text("unit")) : .count
    }

    // MARK: Retention

    private func retention(into html: inout HTML) {
        let rows = tables.rows(.retention)
        guard !rows.isEmpty else { return html.missing(.retention, in: tables) }
        let triangle = RetentionTriangle(rows, most: min(detail.heat, 12))
        retentionWords(into: &html)
        html.wide("Retention") { html in
            html.element("table", .literal("class", "heat tri")) { html in
                html.element(
                    "caption", text: "Retention by \(retentionPeriod) of the \(retentionStart)")
                html.element("thead") { html in
                    html.row { html in
                        html.element(
                            "th", .literal("scope", "col"), text: "\(retentionPeriod) of")
                        html.element("th", .literal("scope", "col"), text: "customers")
                        for period in 0..<triangle.periods {
                            html.element("th", .literal("scope", "col"), text: "+\(period)")
                        }
                    }
                }
                html.element("tbody") { html in
                    for cohort in triangle.cohorts { cohortRow(cohort, triangle, into: &html) }
                }
            }
        }
        html.source(.retention)
    }

    /// `day`, `week` or `month`.
    private var retentionPeriod: String { tables.manifest.retention?.period ?? "week" }

    private var retentionStart: String {
        tables.manifest.retention?.from == nil ? "first row" : "start"
    }

    private func retentionWords(into html: inout HTML) {
        let rules = tables.manifest.retention
        html.element("p") { html in
            html.text("Of the customers ")
            if let from = rules?.from {
                html.text("who first came to ")
                html.name(cut(from))
            } else {
                html.text("first seen")
            }
            html.text(" in a \(retentionPeriod), the share ")
            if let returning = rules?.returning {
                html.text("who came to ")
                html.name(cut(returning))
            } else {
                html.text("with a session")
            }
            html.text(" so many ")
            html.text(
                rules?.basis == "rolling"
                    ? Self.rollingWords(retentionPeriod) : "\(retentionPeriod)s")
            html.text(" later. It is no funnel: a later \(retentionPeriod) may be higher.")
        }
    }

    private static func rollingWords(_ period: String) -> String {
        switch period {
        case "day": "times 24 hours"
        case "month": "times 30 days"
        default: "times 7 days"
        }
    }

    private func cohortRow(
        _ cohort: RetentionTriangle.Cohort, _ triangle: RetentionTriangle, into html: inout HTML
    ) {
        html.row { html in
            html.element("th", .literal("scope", "row"), text: cohort.name)
            html.number(cohort.customers, .count)
            for period in 0..<triangle.periods {
                if period < cohort.cells.count, let row = cohort.cells[period] {
                    html.number(
                        row.cell("rate"), .percent, note: "\(row.text("returned")) customers",
                        Heat.tone(row.number("rate"), most: 1))
                } else {
                    html.element("td")
                }
            }
        }
    }

    /// The triangle as a drawing of its own.
    func retentionChart() -> HeatChart? {
        let rows = tables.rows(.retention)
        guard !rows.isEmpty else { return nil }
        let triangle = RetentionTriangle(rows, most: 20)
        return HeatChart(
            title: "Who comes back",
            summary: "Share of each cohort by \(retentionPeriod)s since its first",
            rows: triangle.cohorts.map(\.name), columns: (0..<triangle.periods).map { "+\($0)" },
            cells: triangle.cohorts.map { cohort in
                (0..<triangle.periods).map { period in
                    period < cohort.cells.count ? cohort.cells[period]?.number("rate") : nil
                }
            }, figure: .wholePercent)
    }
}
