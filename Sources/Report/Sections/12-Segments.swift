// 12. The rate of each segment.
extension Page {
    /// Smaller segments are not shown.
    private static let least = 5

    func segments(into html: inout HTML) {
        section(.segments, into: &html) { html in
            guard tables.rowCount(.totals) > 0 else { return html.missing(.totals, in: tables) }
            eachFunnel(.segments, into: &html) { funnel, html in
                let breakdowns = Self.breakdowns(funnel)
                if breakdowns.isEmpty { html.nothing(.noBreakdown) }
                html.tabs(
                    .segmentsHeading, "segments", funnel.number,
                    names: breakdowns.map { cut(names.breakdown($0)) }
                ) { index, html in
                    if breakdowns.count == 1 {
                        html.say(
                            .byBreakdown, ["name": .name(cut(names.breakdown(breakdowns[0])))],
                            in: minorHeading, .literal("class", "minor"))
                    }
                    segments(of: funnel, breakdown: index, into: &html)
                }
            }
        }
    }

    private func segments(of funnel: FunnelFacts, breakdown index: Int, into html: inout HTML) {
        let name = Self.breakdowns(funnel)[index]
        if let chart = segmentChart(of: funnel, breakdown: index) {
            html.dots(chart)
            html.note(.dashed, ["words": .text(chart.look.referenceWords)])
        } else {
            html.nothing(.smallSegments)
        }
        segmentTable(
            funnel.segments.filter { $0.totals.text("breakdown") == name }, of: funnel, into: &html)
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
        look.columns = [(.columnRate, 80), (.columnEntered, 90), (.columnConverted, 90)]
        look.heading = .columnSegment
        look.reference = whole
        look.referenceWords = words.text(.allSegments, ["rate": .text(words.show(whole, .percent))])
        look.names = ForestChart.Look.room(for: rows.map(segmentName), most: 250)
        let range = ForestChart.range(width: 920, look: look)
        let values = rows.compactMap { $0.number("ci_high") } + [0, whole ?? 0]
        let axis = Axis(holding: values, range: range)
        let step = axis.tickStep(4)
        look.ticks = axis.ticks(4).map { ($0, words.share($0, step: step)) }
        let told = rows.map {
            words.text(
                .segmentTold,
                [
                    "name": .text(segmentName($0)), "rate": .cell($0.cell("rate"), .percent),
                    "n": .cell($0.cell("entered"), .count),
                ])
        }
        return ForestChart(
            title: words.text(
                .segmentsTitle,
                [
                    "breakdown": .text(names.breakdown(name)),
                    "name": .text(names.funnel(funnel.name)),
                ]), summary: told.joined(separator: "; "), words: words,
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
            numbers: [
                (row.cell("rate"), .percent), (row.cell("entered"), .count),
                (row.cell("converted"), .count),
            ], isFaint: row.count("entered") < Detail.fewUnits, isClear: isClear)
    }

    private func segmentTable(
        _ segments: [FunnelFacts.Segment], of funnel: FunnelFacts, into html: inout HTML
    ) {
        let large = segments.filter { $0.totals.count("entered") >= Self.least }
        guard !large.isEmpty else { return html.source(.totals, left: segments.count) }
        let shown = detail.shown(of: large.count)
        folded(.segmentsFolded, of: funnel, .totals, into: &html) { html in
            html.table(
                .segmentsCaption,
                [
                    .name(.columnSegment), Heading(.columnEntered), Heading(.columnConverted),
                    Heading(.columnRate), Heading(.columnLow), Heading(.columnHigh),
                    Heading(.columnExpected), Heading(.columnMedian), .name(.columnMostLeaveAt),
                    Heading(.columnLeftThere),
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
