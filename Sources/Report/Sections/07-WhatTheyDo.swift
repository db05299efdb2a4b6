// 7. The first touchpoints of customers.
extension Page {
    func paths(into html: inout HTML) {
        section(.paths, into: &html) { html in
            guard let flow = pathFlow() else { return html.missing(.paths, in: tables) }
            html.element("div", .literal("class", "broad")) { html in
                html.wide(.pathsTitle) { $0.chart(pathChart(flow)) }
                html.note(.ribbonsNote)
            }
            html.element("div", .literal("class", "slim")) { flowTables(flow, into: &$0) }
            let rows = tables.rows(.paths)
            if let last = rows.last(where: { !$0.text("rank").isEmpty }) {
                html.note(.pathsNote, ["share": .cell(last.cell("cumulative_share"), .percent)])
            }
            pathTable(rows, into: &html)
        }
    }

    /// Nil where no path was written.
    func pathFlow() -> PathFlow? {
        let ranked = tables.rows(.paths).filter { !$0.text("rank").isEmpty }
        return ranked.isEmpty ? nil : PathFlow(ranked.map(path), isBefore: words.isBefore)
    }

    func pathChart(_ flow: PathFlow) -> SankeyChart {
        let told = flow.nodes.enumerated().map { column, nodes in
            "\(column + 1).: "
                + nodes.map { node, customers in
                    "\(SankeyChart.name(node, words)) \(words.show(customers, .count))"
                }.joined(separator: ", ")
        }
        var chart = SankeyChart(
            title: words.text(.pathsTitle), summary: told.joined(separator: "; "), flow: flow,
            words, mostBands: detail.ribbons)
        chart.isLinked = isInteractive
        return chart
    }

    private func path(_ row: Row) -> PathFlow.Path {
        let customers = Double(row.count("customers"))
        let converted = (customers * (row.number("conversion_rate") ?? 0)).rounded()
        return PathFlow.Path(
            touchpoints: Self.stops(Array(row.text("path").utf8)).map(names.touchpoint),
            customers: customers,
            converted: converted)
    }

    /// The names between ` > `; by bytes, for a name may begin with a combining mark.
    static func stops(_ path: [UInt8]) -> [String] {
        var names: [String] = []
        var start = 0
        var at = 0
        while at + 2 < path.count {
            if path[at] == 0x20, path[at + 1] == 0x3E, path[at + 2] == 0x20 {
                names.append(String(decoding: path[start..<at], as: UTF8.self))
                at += 3
                start = at
            } else {
                at += 1
            }
        }
        return names + [String(decoding: path[start...], as: UTF8.self)]
    }

    private func pathTable(_ rows: [Row], into html: inout HTML) {
        let shown = detail.listed(of: rows.count)
        html.folded(.pathsFolded) { html in
            html.table(
                .pathsCaption,
                [
                    Heading(.columnRank), .name(.columnPath), Heading(.columnCustomers),
                    Heading(.columnSoFar), Heading(.columnConverted),
                ]
            ) { html in
                for row in rows.prefix(shown) {
                    html.row { html in
                        html.number(row.cell("rank"), .count)
                        html.cell(
                            name: cut(
                                Self.stops(Array(row.text("path").utf8)).map(names.touchpoint)
                                    .joined(separator: " > ")))
                        html.number(row.cell("customers"), .count)
                        html.number(row.cell("cumulative_share"), .percent)
                        html.number(row.cell("conversion_rate"), .percent)
                    }
                }
            }
            html.source(.paths, left: rows.count - shown)
        }
    }
}
