// 9. Times between steps and to conversion.
extension Page {
    func howLong(into html: inout HTML) {
        section(.time, into: &html) { html in
            guard tables.rowCount(.funnel) > 0 else { return html.missing(.funnel, in: tables) }
            eachFunnel(.time, into: &html) { funnel, html in
                html.element("div", .literal("class", "pair")) { html in
                    html.element("div") { html in
                        minor("From the step before: median to p90", into: &html)
                        if let chart = whiskers(of: funnel) {
                            html.wide("Times of steps as a chart") { $0.chart(chart) }
                        } else {
                            html.note("No step was reached in a measured time.")
                        }
                        html.source(.funnel)
                    }
                    html.element("div") { html in
                        minor("From the first step to conversion", into: &html)
                        if let chart = histogram(of: funnel) {
                            html.wide("Times to convert as a chart") { $0.chart(chart) }
                            html.source(.times)
                        } else {
                            html.missing(.times, in: tables)
                        }
                    }
                }
                timeTable(funnel, into: &html)
            }
        }
    }

    /// A heading below that of the funnel, which stands only where there are several.
    private func minor(_ words: StaticString, into html: inout HTML) {
        html.element(minorHeading, .literal("class", "minor"), text: words.description)
    }

    /// Nil where no step has a time.
    func whiskers(of funnel: FunnelFacts) -> ForestChart? {
        let rows = funnel.steps.filter { $0.number("median_s") != nil }
            .prefix(max(detail.dots, Detail.mostSteps))
        guard !rows.isEmpty else { return nil }
        return WhiskerChart.make(
            title: "How long each step takes: \(names.funnel(funnel.name))",
            rows: rows.map {
                WhiskerChart.Step(
                    name: name(of: $0, funnel), median: $0.cell("median_s"),
                    p90: $0.cell("p90_s"))
            })
    }

    /// Nil where nobody converted.
    func histogram(of funnel: FunnelFacts) -> HistogramChart? {
        guard !funnel.times.isEmpty else { return nil }
        let bins = funnel.times.prefix(60).map { row in
            HistogramChart.Bin(
                start: row.number("bin_start_s") ?? 0, end: row.number("bin_end_s") ?? 0,
                units: Spot(row.cell("units")) ?? Spot(0))
        }
        let words = bins.map {
            "up to \(DurationText.text($0.end)): \(Figure.count.text($0.units.value))"
        }
        return HistogramChart(
            title: "Time to convert: \(names.funnel(funnel.name))",
            summary: "\(funnel.units) by time; " + words.joined(separator: "; "), bins: bins)
    }

    private func timeTable(_ funnel: FunnelFacts, into html: inout HTML) {
        guard !funnel.times.isEmpty else { return }
        let shown = detail.shown(of: funnel.times.count)
        folded("Times to convert as a table", of: funnel, .times, into: &html) { html in
            html.table("Conversions by time from the first step", ["over", "up to", "units"]) {
                html in
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
