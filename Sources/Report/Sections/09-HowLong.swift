// 9. Times between steps and to conversion.
extension Page {
    func howLong(into html: inout HTML) {
        section(.time, into: &html) { html in
            guard tables.rowCount(.funnel) > 0 else { return html.missing(.funnel, in: tables) }
            eachFunnel(.time, into: &html) { funnel, html in
                html.say(.stepTimesHeading, in: minorHeading, .literal("class", "minor"))
                if let chart = whiskers(of: funnel) {
                    html.dots(chart)
                } else {
                    html.nothing(.noStepTimes)
                }
                html.source(.funnel)
                html.say(.convertTimesHeading, in: minorHeading, .literal("class", "minor"))
                if let chart = histogram(of: funnel) {
                    html.element("div", .literal("class", "half")) { $0.chart(chart) }
                    html.source(.times)
                } else {
                    html.missing(.times, in: tables)
                }
                timeTable(funnel, into: &html)
            }
        }
    }

    /// Nil where no step has a time.
    func whiskers(of funnel: FunnelFacts) -> ForestChart? {
        let rows = funnel.steps.filter { $0.number("median_s") != nil }
            .prefix(max(detail.dots, Detail.mostSteps))
        guard !rows.isEmpty else { return nil }
        return WhiskerChart.make(
            title: words.text(.stepTimesTitle, ["name": .text(names.funnel(funnel.name))]),
            rows: rows.map {
                WhiskerChart.Step(
                    name: name(of: $0, funnel), median: $0.cell("median_s"),
                    p90: $0.cell("p90_s"))
            }, words)
    }

    /// Nil where nobody converted.
    func histogram(of funnel: FunnelFacts) -> HistogramChart? {
        guard !funnel.times.isEmpty else { return nil }
        let bins = funnel.times.prefix(60).map { row in
            HistogramChart.Bin(
                start: row.number("bin_start_s") ?? 0, end: row.number("bin_end_s") ?? 0,
                units: Spot(row.cell("units")) ?? Spot(0))
        }
        let told = bins.map { bin in
            words.text(
                .timeTold,
                [
                    "time": .text(words.show(bin.end, .duration)),
                    "n": .text(words.show(bin.units.value, .count)),
                ])
        }
        return HistogramChart(
            title: words.text(.convertTimesTitle, ["name": .text(names.funnel(funnel.name))]),
            summary: told.joined(separator: "; "), bins: bins, words)
    }

    private func timeTable(_ funnel: FunnelFacts, into html: inout HTML) {
        guard !funnel.times.isEmpty else { return }
        let shown = detail.shown(of: funnel.times.count)
        folded(.timesFolded, of: funnel, .times, into: &html) { html in
            html.table(
                .timesCaption, [Heading(.columnOver), Heading(.columnUpTo), Heading(.columnUnits)]
            ) { html in
                for row in funnel.times.prefix(shown) {
                    html.row { html in
                        html.number(row.cell("bin_start_s"), .duration)
                        html.number(row.cell("bin_end_s"), .duration)
                        html.number(row.cell("units"), .count)
                    }
                }
            }
            html.source(.times, left: funnel.times.count - shown)
        }
    }
}
