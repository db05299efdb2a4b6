// 1. Sentences by rule, each with the row it speaks of.
extension Page {
    func readFirst(into html: inout HTML) {
        section(.first, into: &html) { html in
            let alarms = Alarms(tables, funnels).lines
            if !alarms.isEmpty {
                html.element("ul", .literal("class", "alarms")) { html in
                    for alarm in alarms.prefix(12) {
                        html.element("li") { html in
                            html.element("strong", text: "⚠ Data quality: ")
                            html.element("bdi", text: cut(alarm))
                        }
                    }
                }
            }
            if funnels.contains(where: { $0.entered > 0 }) {
                html.element("ol", .literal("class", "first")) { html in
                    largestDropoff(into: &html)
                    topFriction(into: &html)
                    slowestStep(into: &html)
                    mostChanged(into: &html)
                }
            } else {
                nobodyEntered(into: &html)
            }
        }
    }

    private func link(
        _ funnel: FunnelFacts, step: Row, into html: inout HTML, _ words: StaticString
    ) {
        let isShown = shownFunnels.contains { $0.number == funnel.number }
        let anchor =
            isShown
            ? Anchor("step", funnel.number, step.count("step")) : PageSection.steps.anchor
        html.element("a", .link(anchor), text: words.description)
    }

    private func ofFunnel(_ funnel: FunnelFacts, into html: inout HTML) {
        guard funnels.count > 1 else { return }
        html.text(" in ")
        html.name(cut(funnel.name))
    }

    private func largestDropoff(into html: inout HTML) {
        let steps = funnels.flatMap { funnel in funnel.steps.map { (funnel: funnel, row: $0) } }
        var largest: (funnel: FunnelFacts, row: Row)?
        for step in steps
        where step.row.count("dropoff") > largest?.row.count("dropoff") ?? 0
            && !step.funnel.isDeadEnd(step.row)
        { largest = step }
        guard let (funnel, row) = largest else { return }
        html.element("li") { html in
            html.element("strong", text: "Largest drop-off: ")
            html.span(row.cell("dropoff"), .count)
            html.text(" of ")
            html.span(row.cell("reached"), .count)
            html.text(" \(funnel.units) (")
            html.span(row.cell("dropoff_rate"), .percent)
            html.text(") go no further than ")
            html.name(cut(row.text("touchpoint")))
            ofFunnel(funnel, into: &html)
            if row.count("still_open") > 0 {
                html.text("; ")
                html.span(row.cell("still_open"), .count)
                html.text(" of them are still open")
            }
            html.text(". ")
            link(funnel, step: row, into: &html, "See the step")
        }
    }

    private func topFriction(into html: inout HTML) {
        let rows = tables.rows(.friction)
        if let row = FrictionRanking.top(of: rows) {
            html.element("li") { html in
                html.element("strong", text: "Top friction: ")
                friction(row, into: &html)
            }
        } else if rows.contains(where: FrictionRanking.hasEstimate) {
            html.element("li") { html in
                html.element("strong", text: "Top friction: ")
                html.text("no bad experience stands out.")
                guard let habit = FrictionRanking.habit(of: rows) else { return }
                html.void("br")
                friction(habit, into: &html)
            }
        }
    }

    private func friction(_ row: Row, into html: inout HTML) {
        html.name(cut(row.text("signal")))
        html.text(" between ")
        html.name(cut(row.text("from")))
        html.text(" and ")
        html.name(cut(row.text("to")))
        if let funnel = funnels.first(where: { $0.name == row.text("funnel") }) {
            ofFunnel(funnel, into: &html)
        }
        html.text(" is associated with ")
        html.span(row.cell("risk_difference"), .points)
        html.text(" drop-off (95\u{A0}% interval ")
        html.span(row.cell("rd_low"), .points)
        html.text(" to ")
        html.span(row.cell("rd_high"), .points)
        html.text("), about ")
        html.span(row.cell("excess_dropoffs"), .decimal(0))
        html.text(" drop-offs more than without it. ")
        let isShown = shownFunnels.contains { $0.name == row.text("funnel") }
        let anchor = isShown ? Anchor("friction", row.record) : PageSection.friction.anchor
        html.element("a", .link(anchor), text: "See the signal")
    }

    private func slowestStep(into html: inout HTML) {
        var slowest: (funnel: FunnelFacts, row: Row, seconds: Double)?
        for funnel in funnels {
            for row in funnel.steps {
                guard let median = row.number("median_s"), median > slowest?.seconds ?? 0 else {
                    continue
                }
                slowest = (funnel, row, median)
            }
        }
        guard let (funnel, row, _) = slowest else { return }
        html.element("li") { html in
            html.element("strong", text: "Slowest step: ")
            html.text("half of those who reach ")
            html.name(cut(row.text("touchpoint")))
            ofFunnel(funnel, into: &html)
            html.text(" need more than ")
            html.span(row.cell("median_s"), .duration)
            html.text(" from the step before, one in ten more than ")
            html.span(row.cell("p90_s"), .duration)
            html.text(". ")
            link(funnel, step: row, into: &html, "See the step")
        }
    }

    private func mostChanged(into html: inout HTML) {
        guard let row = changes.clear.first else { return }
        html.element("li") { html in
            html.element("strong", text: "Most changed: ")
            html.name(cut(row.text("metric")))
            html.text(" of ")
            html.name(cut(row.text("key")))
            html.text(" from ")
            html.span(row.cell("before"), .percent)
            html.text(" to ")
            html.span(row.cell("after"), .percent)
            html.text(" (")
            html.span(row.cell("difference"), .points)
            html.text(", 95\u{A0}% interval ")
            html.span(row.cell("ci_low"), .points)
            html.text(" to ")
            html.span(row.cell("ci_high"), .points)
            html.text("). ")
            html.element("a", .link(Anchor("change", row.record)), text: "See the change")
        }
    }

    private func nobodyEntered(into html: inout HTML) {
        html.element(
            "p", .literal("class", "lead"),
            text: "Nobody entered a funnel. Do the first steps match what the log holds?")
        let rows = tables.rows(.touchpoints)
        guard !rows.isEmpty else {
            html.missing(.touchpoints, in: tables)
            return
        }
        html.element("p", text: "Touchpoints seen:")
        html.element("ul", .literal("class", "seen")) { html in
            for row in rows.prefix(detail.shown(of: rows.count)) {
                html.element("li") { html in
                    html.name(cut(row.text("touchpoint")))
                    html.text(" ")
                    html.span(row.cell("events"), .count)
                }
            }
        }
        html.source(.touchpoints, left: rows.count - detail.shown(of: rows.count))
    }
}
