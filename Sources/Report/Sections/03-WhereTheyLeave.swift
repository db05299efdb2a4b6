// A bar for each step, and where those went who left.
extension Page {
    func leaving(_ funnel: FunnelFacts, into html: inout HTML) {
        if let chart = bars(of: funnel) {
            barKey(into: &html)
            stepBars(chart, of: funnel, into: &html)
        } else {
            html.nothing(funnel.entered > 0 ? .tooManySteps : .nobodyEntered)
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
                html.text(" ")
                html.say(words)
                html.text("  ")
            }
        }
    }

    private static let barTones: [(StaticString, Phrase)] = [
        ("bar", .keyWentOn), ("left", .keyLeft), ("open", .keyOpen),
    ]

    /// The bars with their words as text, which takes the room that there is.
    private func stepBars(_ chart: FunnelBars, of funnel: FunnelFacts, into html: inout HTML) {
        let next = topNext(funnel)
        html.element("ol", .literal("class", "steps")) { html in
            for (index, row) in funnel.steps.enumerated() {
                html.element("li") { html in
                    html.element("p") { html in
                        html.element("b") { $0.name(name(of: row, funnel)) }
                        html.say(
                            funnel.counted, ["n": .cell(row.cell("reached"), .count)], in: "span")
                    }
                    chart.bar(index, into: &html)
                    stepWords(row, index, of: funnel, next: next[row.count("step")], into: &html)
                }
            }
        }
    }

    private func stepWords(
        _ row: Row, _ index: Int, of funnel: FunnelFacts, next: Row?, into html: inout HTML
    ) {
        guard index + 1 < funnel.steps.count, let left = row.number("dropoff") else { return }
        html.element("p", .literal("class", "sub")) { html in
            let after = funnel.steps[index + 1]
            if after.number("rate_from_previous") != nil {
                html.say(
                    .stepContinued,
                    [
                        "rate": .cell(after.cell("rate_from_previous"), .percent),
                        "left": .cell(row.cell("dropoff"), .count),
                    ])
            } else {
                html.say(.leftHere, ["left": .cell(row.cell("dropoff"), .count)])
            }
            guard let next, left > 0 else { return }
            html.text(" ")
            let name = next.text("next_touchpoint")
            html.say(
                name == "(exit)" ? .nextNothing : .nextMost,
                [
                    "name": .name(cut(names.touchpoint(name))),
                    "n": .cell(next.cell("units"), .count),
                ])
        }
    }

    /// Nil where nobody entered or there are too many steps.
    func bars(of funnel: FunnelFacts) -> FunnelBars? {
        guard funnel.entered > 0, !funnel.steps.isEmpty, funnel.steps.count <= Detail.mostSteps
        else { return nil }
        let steps = funnel.steps.map { row in
            FunnelBars.Step(
                name: name(of: row, funnel), reached: Spot(row.cell("reached")) ?? Spot(0),
                left: Spot(row.cell("dropoff")), open: Spot(row.cell("still_open")),
                head: words.text(funnel.counted, ["n": .cell(row.cell("reached"), .count)]),
                note: row.number("dropoff") == nil
                    ? "" : words.text(.leftHere, ["left": .cell(row.cell("dropoff"), .count)]))
        }
        return FunnelBars(
            title: words.text(.leaveTitle, ["name": .text(names.funnel(funnel.name))]),
            summary: steps.map { "\($0.name): \($0.head); \($0.note)" }.joined(separator: "; "),
            steps: steps)
    }

    /// For each step, where most of those who left went.
    private func topNext(_ funnel: FunnelFacts) -> [Int: Row] {
        Dictionary(funnel.next.map { ($0.count("step"), $0) }) { first, _ in first }
    }

    private func nextTable(_ funnel: FunnelFacts, into html: inout HTML) {
        guard !funnel.next.isEmpty else { return html.missing(.next, in: tables) }
        let rows = firstNext(funnel)
        folded(.nextFolded, of: funnel, .next, into: &html) { html in
            html.table(
                .nextCaption,
                [
                    .name(.columnStep), .name(.columnNext), Heading(.columnUnits),
                    Heading(.columnShare),
                ]
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
