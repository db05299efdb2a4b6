// A chart of dots as a table of the page: names and numbers are text, and the dots stretch with their
// column, so that it is drawn anew for every window.
extension HTML {
    private static let rowHeight = 26.0

    mutating func dots(_ chart: ForestChart) {
        let look = chart.look
        element(
            "div", .literal("class", "wide"), .literal("role", "region"), .whole("tabindex", 0),
            .label("\(nextRegion()): \(chart.title)")
        ) { html in
            html.element("table", .literal("class", "dots")) { html in
                html.element("caption", .literal("class", "unseen"), text: chart.title)
                html.element("thead") { html in
                    html.row { html in
                        html.say(look.heading, in: "th", .literal("scope", "col"))
                        html.dotHeading(look, look.main)
                        html.element("th", .literal("scope", "col"), .literal("class", "plot")) {
                            $0.say(.chart, in: "span", .literal("class", "unseen"))
                            $0.dotAxis(chart)
                        }
                        for column in look.columns.indices where column != look.main {
                            html.dotHeading(look, column)
                        }
                    }
                }
                html.element("tbody") { html in
                    for (row, line) in zip(chart.rows, chart.plot.lines) {
                        html.dotRow(row, line, chart)
                    }
                }
            }
        }
        lineBreak()
    }

    private mutating func dotHeading(_ look: ForestChart.Look, _ column: Int) {
        say(look.columns[column].words, in: "th", .literal("scope", "col"))
    }

    /// The share of the plot's width at which a number is drawn.
    private static func share(_ position: Double, _ chart: ForestChart) -> Double {
        let range = chart.plot.axis.range
        return min(max((position - range.low) / range.length, 0), 1)
    }

    private mutating func dotAxis(_ chart: ForestChart) {
        let look = chart.look
        open(
            "svg",
            [.literal("width", "100%"), .whole("height", 18), .literal("aria-hidden", "true")])
        for (index, tick) in look.ticks.enumerated() {
            let share = Self.share(chart.plot.axis.position(tick.value), chart)
            // In a narrow window there is room for the first and the last.
            let isEnd = index == 0 || index == look.ticks.count - 1
            label(tick.words, .shares, share, y: 13, isEnd ? "s" : "s t2", edge: 0.12)
        }
        close("svg")
    }

    private mutating func dotRow(
        _ row: IntervalRow, _ line: IntervalPlot.Line, _ chart: ForestChart
    ) {
        let look = chart.look
        element("tr", .literal("class", row.isFaint ? "few" : "sure")) { html in
            html.element("th", .literal("scope", "row")) { html in
                html.name(row.name)
                if !row.detail.isEmpty { html.element("small") { $0.name(row.detail) } }
            }
            html.dotNumber(row, look.main)
            html.element("td", .literal("class", "plot")) { $0.dotPlot(row, line, chart) }
            for column in look.columns.indices where column != look.main {
                html.dotNumber(row, column)
            }
        }
    }

    private mutating func dotNumber(_ row: IntervalRow, _ column: Int) {
        guard row.numbers.indices.contains(column) else { return nothing() }
        number(row.numbers[column].cell, row.numbers[column].figure)
    }

    private mutating func dotPlot(
        _ row: IntervalRow, _ line: IntervalPlot.Line, _ chart: ForestChart
    ) {
        let (look, middle) = (chart.look, Self.rowHeight / 2)
        open(
            "svg",
            [
                .literal("width", "100%"), .length("height", Self.rowHeight),
                .literal("aria-hidden", "true"),
            ])
        element("title", text: chart.told(row))
        for tick in look.ticks {
            upright(
                .shares, Self.share(chart.plot.axis.position(tick.value), chart), from: -14,
                to: Self.rowHeight + 14, .literal("class", "grid"))
        }
        if let reference = look.reference, chart.plot.axis.holds(reference) {
            upright(
                .shares, Self.share(chart.plot.axis.position(reference), chart), from: -14,
                to: Self.rowHeight + 14, .literal("class", "ref"))
        }
        if let bar = line.bar { dotInterval(bar, row, line, chart) }
        for (position, spot, tone, radius) in [
            (line.before, row.before, "was" as StaticString, 5.0),
            (line.dot, row.value, chart.tone(row), 5.0),
        ] {
            guard let position, let spot else { continue }
            mark(
                "circle",
                [
                    .literal("class", tone), .share("cx", Self.share(position, chart)),
                    .length("cy", middle), .length("r", radius), .literal("data-mark", look.kind),
                    spot.source,
                ])
        }
        close("svg")
    }

    private mutating func dotInterval(
        _ bar: Extent, _ row: IntervalRow, _ line: IntervalPlot.Line, _ chart: ForestChart
    ) {
        let tone: StaticString =
            chart.look.isWhisker ? "whisk" : row.isFaint ? "ci few" : "ci"
        var attributes: [Attr] = [
            .literal("class", tone), .share("x1", Self.share(bar.low, chart)),
            .length("y1", Self.rowHeight / 2), .share("x2", Self.share(bar.high, chart)),
            .length("y2", Self.rowHeight / 2),
        ]
        if chart.look.isWhisker, !line.isCutHigh, let high = row.high {
            attributes += [
                .literal("data-mark", chart.look.kind), .literal("data-end", "2"), high.source,
            ]
        }
        mark("line", attributes)
        for (isCut, share, sign) in [
            (line.isCutLow, 0.0, "‹"), (line.isCutHigh, 1.0, "›"),
        ] where isCut { label(sign, .shares, share, y: Self.rowHeight / 2 + 4, "halo beyond") }
    }
}
