import StatsFolder

// 5. Signals of friction by what they are associated with.
extension Page {
    func friction(into html: inout HTML) {
        section(.friction, into: &html) { html in
            guard tables.rowCount(.friction) > 0 else {
                if tables.has(.friction) {
                    html.nothing(.noSignalFired)
                } else {
                    html.missing(.friction, in: tables)
                }
                return signals(into: &html)
            }
            html.paragraph(
                """
                Each row compares those who met a signal after a step with those who had come as far \
                without it. A dot right of 0 is associated with more drop-off before the next step. \
                Harder tasks meet more signals, and no log can rule that out.
                """)
            eachFunnel(.friction, into: &html) { funnel, html in
                guard !funnel.friction.isEmpty else {
                    return html.nothing(.noSignalFired)
                }
                frictionOf(funnel, into: &html)
            }
            cures(into: &html)
            thresholds(into: &html)
            signals(into: &html)
        }
    }

    private func frictionOf(_ funnel: FunnelFacts, into html: inout HTML) {
        let ranked = funnel.friction.filter(FrictionRanking.hasEstimate)
        let rest = funnel.friction.filter { !FrictionRanking.hasEstimate($0) }
        if let chart = frictionChart(funnel) {
            html.wide("Friction as a chart") { $0.chart(chart) }
        } else {
            html.note("No signal has an estimate.")
        }
        let shown = detail.listed(of: ranked.count)
        if shown > 0 {
            folded("All numbers of these signals", of: funnel, .friction, into: &html) { html in
                frictionTable(ranked.prefix(shown), into: &html)
                html.source(.friction, left: ranked.count - shown)
            }
        }
        guard !rest.isEmpty, funnel.number <= detail.tables else { return }
        html.folded("Signals without an estimate") { html in
            withoutEstimate(rest.prefix(detail.list), into: &html)
            html.source(.friction, left: max(0, rest.count - detail.list))
        }
    }

    /// Nil where no signal has an estimate.
    func frictionChart(_ funnel: FunnelFacts) -> ForestChart? {
        let rows = funnel.friction.filter(FrictionRanking.hasEstimate).prefix(detail.dots)
        guard !rows.isEmpty else { return nil }
        var look = ForestChart.Look()
        look.names = ForestChart.Look.room(
            for: rows.map { names.signal($0.text("signal")) }, most: 200)
        look.details = ForestChart.Look.room(for: rows.map(between), most: 210)
        look.columns = [("more drop-off", 104), ("excess", 74), ("score", 64)]
        look.reference = 0
        look.referenceWords = "no difference"
        let range = ForestChart.range(width: 920, look: look)
        let values = rows.flatMap { row in
            ["rd_low", "rd_high"].compactMap { row.number($0) }
        }
        let axis = Axis(holding: values + [0], range: range)
        look.ticks = axis.ticks(4).map {
            ($0, Figure.signed($0 * 100, places: 0) + "\u{202F}pp")
        }
        return ForestChart(
            title: "Where it hurts: \(names.funnel(funnel.name))", summary: frictionWords(rows),
            rows: rows.map(frictionDots), axis: axis, look: look)
    }

    private func between(_ row: Row) -> String {
        let funnel = row.text("funnel")
        return names.step(row.text("from"), of: funnel) + " → "
            + names.step(row.text("to"), of: funnel)
    }

    private func frictionDots(_ row: Row) -> IntervalRow {
        let status = row.text("status")
        return IntervalRow(
            name: names.signal(row.text("signal")), detail: between(row),
            value: Spot(row.cell("risk_difference")), low: Spot(row.cell("rd_low")),
            high: Spot(row.cell("rd_high")),
            texts: [
                Figure.points.text(row.number("risk_difference")),
                Figure.decimal(0).text(row.number("excess_dropoffs")),
                Figure.decimal(1).text(row.number("friction_score")),
            ], isFaint: status == "inconclusive", isClear: status == "ok")
    }

    private func frictionWords(_ rows: ArraySlice<Row>) -> String {
        rows.map { row in
            "\(names.signal(row.text("signal"))), \(between(row)): "
                + Figure.points.text(row.number("risk_difference")) + " ("
                + Figure.points.text(row.number("rd_low")) + " to "
                + Figure.points.text(row.number("rd_high")) + ")"
        }.joined(separator: "; ")
    }

    /// What a user can say so that a signal can be compared, each once.
    private func cures(into html: inout HTML) {
        var told: Set<String> = []
        for row in tables.rows(.friction)
        where FrictionRanking.needsAnswers(row) && told.insert(row.text("signal")).inserted {
            html.element("p", .literal("class", "note")) { $0.name(cut(FrictionRanking.cure(row))) }
        }
    }

    private func thresholds(into html: inout HTML) {
        let rules = tables.manifest.friction
        html.note(
            """
            Difference, interval and q: risk difference within strata of equally many rows or attempts \
            (Mantel–Haenszel), 95\u{A0}%, Benjamini–Hochberg. Excess: drop-offs more than without the \
            signal. Score: share of the step's drop-off associated with the signal, at the lower limit. \
            Bad experiences come first, then obstacles, then habits of those who are leaving anyhow.
            """)
        html.element("p", .literal("class", "note")) { html in
            html.text("Thresholds: slow over ")
            html.element("span", .json("manifest:friction.slow_ms"), text: "\(rules.slowMs) ms")
            html.text(", rapid repeat \(rules.rapidRepeat), page loop \(rules.pageLoop), ")
            html.text("quick back \(rules.quickBack), retry \(rules.retryWithin), ")
            html.text("long dwell \(rules.longDwell), support within \(rules.supportWithin); ")
            html.text("an estimate needs \(rules.minUnits) exposed and others, ")
            html.text("\(rules.minCell) in each cell.")
            for answer in rules.answers ?? [] {
                html.text(" ")
                html.name(cut(answer.touchpoint))
                html.text(answer.attempts.isEmpty ? " answers nothing" : " answers ")
                if !answer.attempts.isEmpty {
                    html.name(cut(answer.attempts.joined(separator: ", ")))
                }
                html.text(".")
            }
            if !rules.off.isEmpty {
                html.text(" Off: ")
                html.name(cut(rules.off.joined(separator: ", ")))
                html.text(".")
            }
        }
    }

    private func signals(into html: inout HTML) {
        let rows = tables.rows(.signals)
        guard !rows.isEmpty else { return html.missing(.signals, in: tables) }
        let shown = detail.listed(of: rows.count)
        html.folded("How often each signal fired") { html in
            html.table(
                "Firings of each signal, over all rows",
                [
                    .name("signal"), .name("touchpoint"), "times", "sessions", "customers",
                    .name("threshold"),
                ]
            ) { html in
                for row in rows.prefix(shown) {
                    html.row { html in
                        html.head(name: cut(names.signal(row.text("signal"))))
                        html.cell(name: cut(names.touchpoint(row.text("touchpoint"))))
                        html.number(row.cell("events"), .count)
                        html.number(row.cell("sessions"), .count)
                        html.number(row.cell("customers"), .count)
                        html.cell(name: cut(row.text("threshold")))
                    }
                }
            }
            html.source(.signals, left: rows.count - shown)
        }
    }
}
