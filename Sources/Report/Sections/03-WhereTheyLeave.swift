// 3. A bar for each step.
extension Page {
    /// The bars of a funnel, and where those went who left.
    func leaving(_ funnel: FunnelFacts, into html: inout HTML) {
        if let chart = bars(of: funnel) {
            barKey(into: &html)
            html.chart(chart)
        } else {
            html.note("No bars: nobody entered, or there are more than 12 steps. See the table.")
        }
        nextTable(funnel, into: &html)
    }

    private func barKey(into html: inout HTML) {
        html.element("p", .literal("class", "key")) { html in
            for (tone, words) in Self.barTones {
                html.element(
                    "svg", .literal("width", "22"), .literal("height", "12"),
                    .literal("aria-hidden", "true")
                ) { html in
                    html.mark(
                        "rect",
                        [
                            .literal("class", tone), .literal("width", "22"),
                            .literal("height", "12"),
                        ])
                }
                html.text(" \(words)  ")
            }
        }
    }

    private static let barTones: [(StaticString, String)] = [
        ("bar", "went on"), ("left", "went no further"), ("open", "of them still open"),
    ]

    /// Nil where nobody entered or there are too many steps.
    func bars(of funnel: FunnelFacts) -> FunnelBars? {
        guard funnel.entered > 0, !funnel.steps.isEmpty, funnel.steps.count <= Detail.mostSteps
        else { return nil }
        let next = topNext(funnel)
        let steps = funnel.steps.enumerated().map { index, row in
            let after = index + 1 < funnel.steps.count ? funnel.steps[index + 1] : nil
            return FunnelBars.Step(
                name: "\(row.count("step")). \(name(of: row, funnel))",
                reached: Spot(row.cell("reached")) ?? Spot(0), left: Spot(row.cell("dropoff")),
                open: Spot(row.cell("still_open")),
                head: head(row, of: funnel),
                notes: funnel.isSingleStep
                    ? [] : notes(row, after: after, next: next[row.count("step")]))
        }
        return FunnelBars(
            title: "Where they leave: \(names.funnel(funnel.name))", summary: words(funnel),
            steps: steps)
    }

    private func head(_ row: Row, of funnel: FunnelFacts) -> String {
        let reached = Figure.count.text(row.number("reached"))
        guard row.count("step") > 1 || funnel.isOpen else { return "\(reached) \(funnel.units)" }
        return "\(reached) · \(Figure.percent.text(row.number("rate_from_first")))"
    }

    private func notes(_ row: Row, after: Row?, next: Row?) -> [String] {
        guard let after, let left = row.number("dropoff") else {
            return ["converted"]
        }
        var first = Figure.count.text(left) + " left"
        if let rate = after.number("rate_from_previous") {
            first = Figure.percent.text(rate) + " continued · " + first
        }
        guard let next, left > 0 else { return [first] }
        let name = Label.fitted(
            names.touchpoint(next.text("next_touchpoint")), width: 170, size: 12)
        return [first, "next: \(name) \(Figure.percent.text(next.number("share")))"]
    }

    /// For each step, where most of those who left went.
    private func topNext(_ funnel: FunnelFacts) -> [Int: Row] {
        Dictionary(funnel.next.map { ($0.count("step"), $0) }) { first, _ in first }
    }

    private func words(_ funnel: FunnelFacts) -> String {
        funnel.steps.map { row in
            let left = row.number("dropoff").map { ", \(Figure.count.text($0)) left" } ?? ""
            let open = row.count("still_open")
            return "\(name(of: row, funnel)): \(row.count("reached")) \(funnel.units)\(left)"
                + (open > 0 ? ", \(open) of them still open" : "")
        }.joined(separator: "; ")
    }

    private func nextTable(_ funnel: FunnelFacts, into html: inout HTML) {
        guard !funnel.next.isEmpty else { return html.missing(.next, in: tables) }
        let rows = firstNext(funnel)
        folded("Where those who left went next", of: funnel, .next, into: &html) { html in
            html.table(
                "The next touchpoints of those who went no further",
                [.name("step"), .name("next"), "units", "share"]
            ) { html in
                for row in rows {
                    html.row { html in
                        html.head(name: name(of: row, funnel))
                        html.cell(name: cut(names.touchpoint(row.text("next_touchpoint"))))
                        html.number(row.cell("units"), .count)
                        html.number(row.cell("share"), .percent)
                    }
                }
            }
            html.source(.next, left: funnel.next.count - rows.count)
        }
    }

    /// The three most frequent of each step.
    private func firstNext(_ funnel: FunnelFacts) -> [Row] {
        var kept: [Int: Int] = [:]
        let rows = funnel.next.filter { row in
            kept[row.count("step"), default: 0] += 1
            return kept[row.count("step"), default: 0] <= 3
        }
        return Array(rows.prefix(detail.shown(of: rows.count)))
    }
}
