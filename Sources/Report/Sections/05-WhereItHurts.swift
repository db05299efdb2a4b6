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
            html.paragraph(.frictionIntro)
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
            html.dots(chart)
            html.note(.dashed, ["words": .words(.noDifference)])
        } else {
            html.nothing(.noEstimate)
        }
        let shown = detail.listed(of: ranked.count)
        if shown > 0 {
            folded(.frictionFolded, of: funnel, .friction, into: &html) { html in
                frictionTable(ranked.prefix(shown), into: &html)
                html.source(.friction, left: ranked.count - shown)
            }
        }
        guard !rest.isEmpty, funnel.number <= detail.tables else { return }
        html.folded(.withoutEstimate) { html in
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
        look.heading = .columnSignal
        look.columns = [(.columnMoreLeave, 104), (.columnExcess, 74), (.columnScore, 64)]
        look.reference = 0
        look.referenceWords = words.text(.noDifference)
        let range = ForestChart.range(width: 920, look: look)
        let values = rows.flatMap { row in
            ["rd_low", "rd_high"].compactMap { row.number($0) }
        }
        let axis = Axis(holding: values + [0], range: range)
        let step = axis.tickStep(4)
        look.ticks = axis.ticks(4).map { ($0, words.pointsTick($0, step: step)) }
        return ForestChart(
            title: words.text(.frictionTitle, ["name": .text(names.funnel(funnel.name))]),
            summary: frictionWords(rows), words: words, rows: rows.map(frictionDots), axis: axis,
            look: look)
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
            numbers: [
                (row.cell("risk_difference"), .points), (row.cell("excess_dropoffs"), .decimal(0)),
                (row.cell("friction_score"), .decimal(1)),
            ], isFaint: status == "inconclusive", isClear: status == "ok")
    }

    private func frictionWords(_ rows: ArraySlice<Row>) -> String {
        rows.map { row in
            words.text(
                .frictionTold,
                [
                    "name": .text("\(names.signal(row.text("signal"))), \(between(row))"),
                    "rd": .cell(row.cell("risk_difference"), .points),
                    "low": .cell(row.cell("rd_low"), .points),
                    "high": .cell(row.cell("rd_high"), .points),
                ])
        }.joined(separator: "; ")
    }

    /// What a user can say so that a signal can be compared, each once.
    private func cures(into html: inout HTML) {
        var told: Set<String> = []
        for row in tables.rows(.friction)
        where FrictionRanking.needsAnswers(row) && told.insert(row.text("signal")).inserted {
            html.note(
                .cure,
                [
                    "signal": .name(cut(names.signal(row.text("signal")))),
                    "from": .name(cut(names.step(row.text("from"), of: row.text("funnel")))),
                    "to": .name(cut(names.step(row.text("to"), of: row.text("funnel")))),
                    "key": FrictionRanking.errorTouchpoint(row).map { .code(cut($0)) }
                        ?? .words(.anErrorTouchpoint),
                ])
        }
    }

    private func thresholds(into html: inout HTML) {
        let rules = tables.manifest.friction
        func window(_ text: String) -> Gap { .text(words.window(text)) }
        html.note(.frictionMethod)
        html.note(
            .frictionThresholds,
            [
                "slow": .fact(Double(rules.slowMs), .count, "manifest:friction.slow_ms"),
                "repeat": window(rules.rapidRepeat), "loop": window(rules.pageLoop),
                "back": window(rules.quickBack), "retry": window(rules.retryWithin),
                "dwell": window(rules.longDwell), "support": window(rules.supportWithin),
                "units": .text("\(rules.minUnits)"), "cell": .text("\(rules.minCell)"),
            ])
        for answer in rules.answers ?? [] {
            let name = Gap.name(cut(names.touchpoint(answer.touchpoint)))
            if answer.attempts.isEmpty {
                html.note(.answersNothing, ["name": name])
            } else {
                let attempts = answer.attempts.map(names.touchpoint).joined(separator: ", ")
                html.note(.answersAttempts, ["name": name, "attempts": .name(cut(attempts))])
            }
        }
        guard !rules.off.isEmpty else { return }
        html.note(
            .signalsOff, ["names": .name(cut(rules.off.map(names.signal).joined(separator: ", ")))])
    }

    private func signals(into html: inout HTML) {
        let rows = tables.rows(.signals)
        guard !rows.isEmpty else { return html.missing(.signals, in: tables) }
        let shown = detail.listed(of: rows.count)
        html.folded(.signalsFolded) { html in
            html.table(
                .signalsCaption,
                [
                    .name(.columnSignal), .name(.columnTouchpoint), Heading(.columnTimes),
                    Heading(.columnSessions), Heading(.columnCustomers), .name(.columnThreshold),
                ]
            ) { html in
                for row in rows.prefix(shown) {
                    html.row { html in
                        html.head(name: cut(names.signal(row.text("signal"))))
                        html.cell(name: cut(names.touchpoint(row.text("touchpoint"))))
                        html.number(row.cell("events"), .count)
                        html.number(row.cell("sessions"), .count)
                        html.number(row.cell("customers"), .count)
                        html.cell(code: cut(row.text("threshold")))
                    }
                }
            }
            html.source(.signals, left: rows.count - shown)
        }
    }
}
