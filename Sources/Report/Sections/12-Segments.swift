// 12. The rate of each segment.
extension Page {
    /// Smaller segments are not shown.
    private static let least = 5

    func segments(into html: inout HTML) {
        section(.segments, into: &html) { html in
            guard tables.rowCount(.totals) > 0 else { return html.missing(.totals, in: tables) }
            eachFunnel(.segments, into: &html) { funnel, html in
                let breakdowns = Self.breakdowns(funnel)
                if breakdowns.isEmpty { html.note("No breakdown was asked for.") }
                for (index, name) in breakdowns.enumerated() {
                    let all = funnel.segments.filter { $0.totals.text("breakdown") == name }
                    html.element(minorHeading, .literal("class", "minor")) { html in
                        html.text("By ")
                        html.name(cut(names.breakdown(name)))
                    }
                    if let chart = segmentChart(of: funnel, breakdown: index) {
                        html.wide("Segments as a chart") { $0.chart(chart) }
                    } else {
                        html.note("No segment has five entrants.")
                    }
                    segmentTable(all, of: funnel, into: &html)
                }
            }
        }
    }

    static func breakdowns(_ funnel: FunnelFacts) -> [String] {
        var names: [String] = []
        for segment in funnel.segments {
            let name = segment.totals.text("breakdown")
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// Nil where no segment is large enough.
    func segmentChart(of funnel: FunnelFacts, breakdown: Int) -> ForestChart? {
        let name = Self.breakdowns(funnel)[breakdown]
        let rows = funnel.segments.map(\.totals)
            .filter { $0.text("breakdown") == name && $0.count("entered") >= Self.least }
            .prefix(detail.dots)
        guard !rows.isEmpty else { return nil }
        let whole = funnel.totals?.number("rate")
        var look = ForestChart.Look()
        look.columns = [("entered", 90), ("converted", 90), ("rate", 80)]
        look.reference = whole
        look.referenceWords = whole.map { "all \(Figure.percent.text($0))" } ?? ""
        look.names = ForestChart.Look.room(for: rows.map(segmentName), most: 250)
        let range = ForestChart.range(width: 920, look: look)
        let values = rows.compactMap { $0.number("ci_high") } + [0, whole ?? 0]
        let axis = Axis(holding: values, range: range)
        look.ticks = axis.ticks(4).map { ($0, Figure.wholePercent.text($0)) }
        let words = rows.map {
            "\(segmentName($0)): \(Figure.percent.text($0.number("rate"))) of "
                + Figure.count.text($0.number("entered"))
        }
        return ForestChart(
            title: "Segments by \(names.breakdown(name)): \(names.funnel(funnel.name))",
            summary: words.joined(separator: "; "),
            rows: rows.map { segmentDots($0, whole: whole) }, axis: axis, look: look)
    }

    private func segmentName(_ row: Row) -> String {
        names.segment(row.text("segment"), of: row.text("breakdown"))
    }

    private func segmentDots(_ row: Row, whole: Double?) -> IntervalRow {
        let (low, high) = (row.number("ci_low"), row.number("ci_high"))
        let isClear = (low ?? 0) > whole ?? 1 || (high ?? 1) < whole ?? 0
        return IntervalRow(
            name: segmentName(row),
            value: Spot(row.cell("rate")), low: Spot(row.cell("ci_low")),
            high: Spot(row.cell("ci_high")),
            texts: [
                Figure.count.text(row.number("entered")),
                Figure.count.text(row.number("converted")),
                Figure.percent.text(row.number("rate")),
            ], isFaint: row.count("entered") < Detail.fewUnits, isClear: isClear)
    }

    private func segmentTable(
        _ segments: [FunnelFacts.Segment], of funnel: FunnelFacts, into html: inout HTML
    ) {
        let large = segments.filter { $0.totals.count("entered") >= Self.least }
        guard !large.isEmpty else { return html.source(.totals, left: segments.count) }
        let shown = detail.shown(of: large.count)
        folded("Segments as a table", of: funnel, .totals, into: &html) { html in
            html.table(
                "Segments, largest first",
                [
                    .name("segment"), "entered", "converted", "rate", "95 % low", "95 % high",
                    "expected", "median", .name("most leave at"), "left there",
                ]
            ) { html in
                for segment in large.prefix(shown) { segmentRow(segment, into: &html) }
            }
            html.source(.totals, left: segments.count - shown)
        }
    }

    private func segmentRow(_ segment: FunnelFacts.Segment, into html: inout HTML) {
        let totals = segment.totals
        html.row { html in
            html.head(name: cut(segmentName(totals)))
            html.number(totals.cell("entered"), .count)
            html.number(totals.cell("converted"), .count)
            let isFew = totals.count("entered") < Detail.fewUnits
            html.number(totals.cell("rate"), .percent, .literal("class", isFew ? "few" : "main"))
            html.number(totals.cell("ci_low"), .percent)
            html.number(totals.cell("ci_high"), .percent)
            html.number(totals.cell("km_rate"), .percent)
            html.number(totals.cell("median_s"), .duration)
            if let worst = segment.worst {
                html.cell(
                    name: cut(
                        names.step(
                            worst.text("touchpoint"), worst.count("step"), of: worst.text("funnel"))
                    ))
                html.number(worst.cell("dropoff"), .count)
            } else {
                html.nothing()
                html.nothing()
            }
        }
    }
}
