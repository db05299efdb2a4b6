// All numbers of each step, and what changed.
extension Page {
    func steps(into html: inout HTML) {
        section(.steps, into: &html) { html in
            guard tables.rowCount(.funnel) > 0 else { return html.missing(.funnel, in: tables) }
            eachFunnel(.steps, into: &html) { funnel, html in
                leaving(funnel, into: &html)
                stepTable(funnel, into: &html)
            }
            html.note(.stepNote)
            html.source(.funnel)
        }
    }

    private func stepTable(_ funnel: FunnelFacts, into html: inout HTML) {
        let isCompared = tables.rowCount(.compare) > 0
        var headings: [Heading] = [
            Heading(.columnNumber), .name(.columnStep), Heading(.columnReached),
            Heading(.columnOfFirst), Heading(.columnContinued), Heading(.columnLow),
            Heading(.columnHigh), Heading(.columnLeft), Heading(.columnLeftOfThese),
            Heading(.columnOpen), Heading(.columnMedian), Heading(.columnP75), Heading(.columnP90),
        ]
        if isCompared { headings.append(Heading(.columnChange)) }
        html.table(.stepCaption, headings) { html in
            var before = funnel.entered
            for row in funnel.steps.prefix(detail.shown(of: funnel.steps.count)) {
                stepRow(row, of: funnel, isFew: before < Detail.fewUnits, isCompared, into: &html)
                before = row.count("reached")
            }
        }
        let left = funnel.steps.count - detail.shown(of: funnel.steps.count)
        if left > 0 { html.source(.funnel, left: left) }
    }

    private func stepRow(
        _ row: Row, of funnel: FunnelFacts, isFew: Bool, _ isCompared: Bool, into html: inout HTML
    ) {
        html.element("tr", .id(Anchor("step", funnel.number, row.count("step")))) { html in
            html.number(row.cell("step"), .count)
            html.head(name: name(of: row, funnel))
            html.number(row.cell("reached"), .count)
            html.number(row.cell("rate_from_first"), .percent)
            let tone: Attr = .literal("class", isFew ? "few" : "main")
            html.number(row.cell("rate_from_previous"), .percent, tone)
            html.number(row.cell("ci_low"), .percent)
            html.number(row.cell("ci_high"), .percent)
            html.number(row.cell("dropoff"), .count)
            html.number(row.cell("dropoff_rate"), .percent)
            html.number(row.cell("still_open"), .count)
            html.number(row.cell("median_s"), .duration)
            html.number(row.cell("p75_s"), .duration)
            html.number(row.cell("p90_s"), .duration)
            guard isCompared else { return }
            let change = changes.change(
                funnel, step: row.text("step"), metric: "rate_from_previous")
            if let change {
                self.change(change, "td", into: &html)
            } else {
                html.nothing()
            }
        }
    }
}
