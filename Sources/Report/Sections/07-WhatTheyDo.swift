// 7. The first touchpoints of customers.
extension Page {
    func paths(into html: inout HTML) {
        section(.paths, into: &html) { html in
            guard let chart = pathChart() else { return html.missing(.paths, in: tables) }
            html.wide("Paths as a chart") { $0.chart(chart) }
            let rows = tables.rows(.paths)
            html.element("p", .literal("class", "note")) { html in
                html.text("Paths that are listed in the table cover ")
                if let last = rows.last(where: { !$0.text("rank").isEmpty }) {
                    html.span(last.cell("cumulative_share"), .percent)
                }
                html.text(
                    """
                     of the customers. Ribbons do not chain: a ribbon tells of two neighbours, not of \
                    who came from further left. Paths end at the first conversion; after the fifth \
                    touchpoint a ribbon leads to how the path ended. The thinnest ribbons are left out.
                    """)
            }
            pathTable(rows, into: &html)
        }
    }

    /// Nil where no path was written.
    func pathChart() -> SankeyChart? {
        let ranked = tables.rows(.paths).filter { !$0.text("rank").isEmpty }
        guard !ranked.isEmpty else { return nil }
        let flow = PathFlow(ranked.map(path))
        let words = flow.nodes.enumerated().map { column, nodes in
            "\(column + 1).: "
                + nodes.map { node, customers in
                    "\(SankeyChart.words(node)) \(Figure.count.text(customers))"
                }.joined(separator: ", ")
        }
        return SankeyChart(
            title: "What they do: the first five touchpoints",
            summary: words.joined(separator: "; "), flow: flow, mostBands: detail.ribbons)
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
        html.folded("The most frequent paths") { html in
            html.table(
                "Paths, by customers",
                ["rank", .name("path"), "customers", "so far", "converted"]
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
