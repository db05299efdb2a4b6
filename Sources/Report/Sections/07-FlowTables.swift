// 7, continued. The flow for a narrow window: a small table for each column, since ribbons need room.
extension Page {
    func flowTables(_ flow: PathFlow, into html: inout HTML) {
        for (column, nodes) in flow.nodes.enumerated() where !nodes.isEmpty {
            html.element("table", .literal("class", "short")) { html in
                let isEnd = column == PathFlow.columns
                html.say(
                    isEnd ? .flowEnds : .flowStep, ["n": .text("\(column + 1)")], in: "caption")
                html.element("thead", .literal("class", "unseen")) { html in
                    html.row { html in
                        for heading in [Phrase.columnTouchpoint, .columnCustomers, .columnNext] {
                            html.say(heading, in: "th", .literal("scope", "col"))
                        }
                    }
                }
                html.element("tbody") { html in
                    for (node, customers) in nodes { flowRow(node, customers, flow, into: &html) }
                }
            }
        }
    }

    private func flowRow(
        _ node: PathFlow.Node, _ customers: Double, _ flow: PathFlow, into html: inout HTML
    ) {
        html.row { html in
            html.element("th", .literal("scope", "row")) {
                $0.name(cut(SankeyChart.name(node, words)))
            }
            html.element(
                "td", .literal("class", "main"), .sum([]), text: words.show(customers, .count))
            html.element("td", .literal("class", "b")) { html in
                html.bar(
                    customers / max(flow.customers, 1), SankeyChart.tone(node.kind),
                    .value(customers))
                // What follows the last of them is how the path ended, however long it went on.
                guard node.column < PathFlow.columns - 1 else { return }
                let next = flow.ribbons.filter { $0.from == node }
                    .max { $0.customers < $1.customers }
                guard let next else { return }
                html.say(
                    .flowNext,
                    [
                        "name": .name(cut(SankeyChart.name(next.to, words))),
                        "share": .derived(next.customers / customers, .wholePercent, .sum([])),
                    ], in: "small")
            }
        }
    }
}
