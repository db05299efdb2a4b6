// 10. The rate by the period of entry.
extension Page {
    func overTime(into html: inout HTML) {
        section(.trend, into: &html) { html in
            guard tables.rowCount(.trend) > 0 else { return html.missing(.trend, in: tables) }
            html.note(
                """
                Dots: share of those who entered in the period and converted, with the 95 % interval. \
                Bars: how many entered. Shaded: some windows end after the data, so rates will rise. \
                Grey: that, or fewer than 30 entered.
                """)
            eachFunnel(.trend, into: &html) { funnel, html in
                guard let chart = trendChart(of: funnel) else {
                    return html.missing(.trend, in: tables)
                }
                html.wide("Rates over time as a chart") { $0.chart(chart) }
                trendTable(funnel, into: &html)
            }
        }
    }

    /// Nil where nobody entered.
    func trendChart(of funnel: FunnelFacts) -> TrendChart? {
        let periods = funnel.trend.suffix(800).compactMap { row -> TrendChart.Period? in
            guard let day = TrendChart.day(row.text("period_start")) else { return nil }
            return TrendChart.Period(
                day: day, entered: Spot(row.cell("entered")) ?? Spot(0),
                rate: Spot(row.cell("rate")), low: row.number("ci_low"),
                high: row.number("ci_high"), open: row.count("still_open"),
                isFew: row.count("entered") < Detail.fewUnits)
        }
        guard !periods.isEmpty else { return nil }
        let words = funnel.trend.suffix(62).map { row in
            "\(row.text("period_start")): \(Figure.percent.text(row.number("rate"))) of "
                + Figure.count.text(row.number("entered"))
        }
        return TrendChart(
            title: "Over time: \(names.funnel(funnel.name))",
            summary: words.joined(separator: "; "),
            periods: periods, tellsBars: detail.tables > 1)
    }

    private func trendTable(_ funnel: FunnelFacts, into html: inout HTML) {
        let shown = detail.shown(of: funnel.trend.count)
        folded("Rates over time as a table", of: funnel, .trend, into: &html) { html in
            html.table(
                "Rates by the period of entry",
                [
                    .name("from"), "entered", "converted", "rate", "95 % low", "95 % high",
                    "still open",
                ]
            ) { html in
                for row in funnel.trend.prefix(shown) {
                    html.row { html in
                        html.element("th", .literal("scope", "row"), text: row.text("period_start"))
                        html.number(row.cell("entered"), .count)
                        html.number(row.cell("converted"), .count)
                        html.number(row.cell("rate"), .percent, .literal("class", "main"))
                        html.number(row.cell("ci_low"), .percent)
                        html.number(row.cell("ci_high"), .percent)
                        html.number(row.cell("still_open"), .count)
                    }
                }
            }
            html.source(.trend, left: funnel.trend.count - shown)
        }
    }
}
