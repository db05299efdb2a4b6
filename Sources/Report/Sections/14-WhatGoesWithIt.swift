// 14. Touchpoints and properties of those who converted.
extension Page {
    func correlation(into html: inout HTML) {
        section(.correlation, into: &html) { html in
            guard tables.rowCount(.correlation) > 0 else {
                return html.missing(.correlation, in: tables)
            }
            html.paragraph(.correlationIntro)
            eachFunnel(.correlation, into: &html) { funnel, html in
                let rows = funnel.clearest
                guard let chart = correlationChart(of: funnel) else {
                    return html.missing(.correlation, in: tables)
                }
                html.dots(chart)
                html.note(.dashed, ["words": .words(.noDifference)])
                correlationTable(rows, of: funnel, into: &html)
            }
        }
    }

    /// Nil where nothing was counted.
    func correlationChart(of funnel: FunnelFacts) -> ForestChart? {
        let rows = funnel.clearest.filter { $0.number("odds_ratio") != nil }.prefix(detail.dots)
        guard !rows.isEmpty else { return nil }
        var look = ForestChart.Look()
        look.names = ForestChart.Look.room(for: rows.map(correlationName), most: 280)
        look.columns = [(.columnOdds, 90), (.columnQ, 70)]
        look.kind = "log-x"
        look.reference = 1
        look.referenceWords = words.text(.noDifference)
        let range = ForestChart.range(width: 920, look: look)
        // Intervals reach far; the dots set the axis, and arrows show what goes beyond it.
        let dots = rows.compactMap { $0.number("odds_ratio") }.filter { $0 > 0.005 && $0 < 200 }
        let axis = Axis(
            holding: dots.flatMap { [$0 / 1.6, $0 * 1.6] } + [1], range: range, isLog: true)
        look.ticks = axis.ticks(among: Axis.ratios, gap: 40).map {
            ($0, Figure.plain($0).replacing(".", with: words.template(.decimalMark)))
        }
        let told = rows.map {
            correlationName($0) + ": " + words.show($0.number("odds_ratio"), .ratio)
        }
        return ForestChart(
            title: words.text(.correlationTitle, ["name": .text(names.funnel(funnel.name))]),
            summary: told.joined(separator: "; "), words: words, rows: rows.map(correlationDots),
            axis: axis, look: look)
    }

    /// A touchpoint, or a property with its value: `Channel: E-mail`.
    private func correlationName(_ row: Row) -> String {
        let name = row.text("name")
        guard row.text("kind") == "property", let place = name.firstIndex(of: "=") else {
            return names.touchpoint(name)
        }
        let (column, value) = (String(name[..<place]), String(name[name.index(after: place)...]))
        return names.breakdown(column) + ": " + names.segment(value, of: column)
    }

    private func correlationDots(_ row: Row) -> IntervalRow {
        let chance = row.number("q_value") ?? 1
        return IntervalRow(
            name: correlationName(row), value: Spot(row.cell("odds_ratio")),
            low: Spot(row.cell("ci_low")), high: Spot(row.cell("ci_high")),
            numbers: [
                (row.cell("odds_ratio"), .ratio), (row.cell("q_value"), .chance),
            ], isFaint: chance > 0.05, isClear: chance <= 0.05)
    }

    private func correlationTable(
        _ rows: [Row], of funnel: FunnelFacts, into html: inout HTML
    ) {
        let shown = detail.listed(of: rows.count)
        folded(.correlationFolded, of: funnel, .correlation, into: &html) { html in
            html.table(
                .correlationCaption,
                [
                    .name(.columnName), .name(.columnKind), Heading(.columnConvertedWith),
                    Heading(.columnDroppedWith), Heading(.columnOdds), Heading(.columnLow),
                    Heading(.columnHigh), Heading(.columnQ),
                ]
            ) { html in
                for row in rows.prefix(shown) {
                    html.row { html in
                        html.head(name: cut(correlationName(row)))
                        html.cell(row.text("kind") == "property" ? .kindProperty : .kindTouchpoint)
                        html.number(row.cell("converted_with"), .count)
                        html.number(row.cell("dropped_with"), .count)
                        html.number(row.cell("odds_ratio"), .ratio, .literal("class", "main"))
                        html.number(row.cell("ci_low"), .ratio)
                        html.number(row.cell("ci_high"), .ratio)
                        html.number(row.cell("q_value"), .chance)
                    }
                }
            }
            html.source(.correlation, left: funnel.correlation.count - shown)
        }
    }
}
