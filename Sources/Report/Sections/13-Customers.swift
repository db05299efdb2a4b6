import StatsFolder

// 13. What customers do beyond a funnel.
extension Page {
    func customers(into html: inout HTML) {
        section(.customers, into: &html) { html in
            metrics(into: &html)
            returns(into: &html)
            whoComes(into: &html)
            html.say(.retentionHeading, in: "h3")
            retention(into: &html)
            html.say(.attributionHeading, in: "h3")
            attribution(into: &html)
        }
    }

    // MARK: Return after a bad and after a clean session

    private static let returnMetrics = ["return_7d", "return_30d"]

    private func returns(into html: inout HTML) {
        guard let chart = returnChart() else { return }
        html.say(.returnsHeading, in: "h3")
        html.dots(chart)
        let rows = tables.rows(.metrics)
        for metric in Self.returnMetrics {
            guard let row = rows.first(where: { $0.text("metric") == metric + "_difference" }),
                row.number("value") != nil
            else { continue }
            html.note(
                metric == "return_7d" ? .returnDifference7 : .returnDifference30,
                [
                    "value": .cell(row.cell("value"), .points),
                    "low": .cell(row.cell("ci_low"), .points),
                    "high": .cell(row.cell("ci_high"), .points),
                ])
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
        look.columns = [(.columnReturn, 80), (.columnSessions, 100)]
        look.names = ForestChart.Look.room(for: rows.map(returnWords), most: 300)
        let range = ForestChart.range(width: 920, look: look)
        let axis = Axis(holding: rows.compactMap { $0.number("ci_high") } + [0], range: range)
        let step = axis.tickStep(4)
        look.ticks = axis.ticks(4).map { ($0, words.share($0, step: step)) }
        let dots = rows.map { row in
            IntervalRow(
                name: returnWords(row), value: Spot(row.cell("value")),
                low: Spot(row.cell("ci_low")), high: Spot(row.cell("ci_high")),
                numbers: [
                    (row.cell("value"), .percent), (row.cell("denominator"), .count),
                ], isFaint: row.count("denominator") < Detail.fewUnits)
        }
        let told = zip(dots, rows).map {
            words.text(
                .segmentTold,
                [
                    "name": .text($0.name), "rate": .cell($1.cell("value"), .percent),
                    "n": .cell($1.cell("denominator"), .count),
                ])
        }
        return ForestChart(
            title: words.text(.returnsHeading), summary: told.joined(separator: "; "),
            words: words, rows: dots, axis: axis, look: look)
    }

    private func returnWords(_ row: Row) -> String {
        switch (row.text("metric") == "return_7d", row.text("segment") == "after_bad") {
        case (true, true): words.text(.return7AfterBad)
        case (true, false): words.text(.return7AfterClean)
        case (false, true): words.text(.return30AfterBad)
        case (false, false): words.text(.return30AfterClean)
        }
    }

    // MARK: Retention

    private func retention(into html: inout HTML) {
        let rows = tables.rows(.retention)
        guard !rows.isEmpty else { return html.missing(.retention, in: tables) }
        let triangle = RetentionTriangle(rows, most: min(detail.heat, 12))
        retentionWords(into: &html)
        html.wide(.retentionHeading) { html in
            html.element("table", .literal("class", "heat tri")) { html in
                html.say(.retentionCaption, retentionGaps, in: "caption")
                html.element("thead") { html in
                    html.row { html in
                        html.say(.columnCohort, retentionGaps, in: "th", .literal("scope", "col"))
                        html.say(.columnCustomers, in: "th", .literal("scope", "col"))
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
        html.legend(words.show(1, .wholePercent))
        html.source(.retention)
    }

    private var retentionGaps: KeyValuePairs<String, Gap> {
        let rules = tables.manifest.retention
        return [
            "period": .words(Words.period(rules?.period ?? "week")),
            "start": rules?.from.map { .name(cut(names.touchpoint($0))) } ?? .words(.firstSeen),
        ]
    }

    private func retentionWords(into html: inout HTML) {
        let rules = tables.manifest.retention
        let period = rules?.period ?? "week"
        if let from = rules?.from {
            html.paragraph(
                .retentionFrom,
                [
                    "name": .name(cut(names.touchpoint(from))),
                    "period": .words(Words.period(period)),
                ])
        } else {
            html.paragraph(.retentionFirst, ["period": .words(Words.period(period))])
        }
        if let returning = rules?.returning {
            html.paragraph(.retentionReturning, ["name": .name(cut(names.touchpoint(returning)))])
        } else {
            html.paragraph(.retentionAny)
        }
        html.note(
            rules?.basis == "rolling" ? Words.rolling(period) : .retentionCalendar,
            ["periods": .words(Words.periods(period))])
    }

    private func cohortRow(
        _ cohort: RetentionTriangle.Cohort, _ triangle: RetentionTriangle, into html: inout HTML
    ) {
        html.row { html in
            html.day(cohort.name)
            html.number(cohort.customers, .count)
            for period in 0..<triangle.periods {
                if period < cohort.cells.count, let row = cohort.cells[period] {
                    html.number(
                        row.cell("rate"), .percent,
                        note: words.text(
                            .countedCustomers, ["n": .cell(row.cell("returned"), .count)]),
                        Heat.tone(
                            row.number("rate"), most: 1,
                            isFew: row.count("customers") < Detail.fewUnits))
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
            title: words.text(.retentionHeading),
            summary: words.text(.retentionCaption, retentionGaps),
            rows: triangle.cohorts.map { words.day($0.name) },
            columns: (0..<triangle.periods).map { "+\($0)" },
            cells: triangle.cohorts.map { cohort in
                (0..<triangle.periods).map { period in
                    period < cohort.cells.count ? cohort.cells[period]?.number("rate") : nil
                }
            }
        ) { words.show($0, .wholePercent) }
    }
}
