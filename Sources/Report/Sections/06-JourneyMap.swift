// 6. Stages by channels.
extension Page {
    func journeyMap(into html: inout HTML) {
        section(.map, into: &html) { html in
            let map = JourneyMap(tables, most: min(detail.heat, 12))
            guard !map.stages.isEmpty else { return html.missing(.stages, in: tables) }
            html.paragraph(
                """
                In each cell: customers with the stage in a session of the channel, the share who went \
                on to a later stage, and the median time until they did. Darker: more customers.
                """)
            mapTable(map, into: &html)
            html.element("p", .literal("class", "src")) { html in
                if map.left > 0 {
                    html.element("span", .sum([]), text: "\(map.left)")
                    html.text(" more in ")
                }
                html.element("code", text: TableName.stages.file)
                html.text(", ")
                html.element("code", text: TableName.channels.file)
            }
        }
    }

    private func mapTable(_ map: JourneyMap, into html: inout HTML) {
        html.wide("Journey map") { html in
            html.element("table", .literal("class", "map")) { html in
                html.element("caption", text: "Stages and channels")
                html.element("thead") { html in
                    html.row { html in
                        html.element("th", .literal("scope", "col"), text: "channel")
                        for stage in map.stages {
                            html.element("th", .literal("scope", "col")) {
                                $0.name(cut(stage.text("stage")))
                            }
                        }
                    }
                }
                html.element("tbody") { html in
                    mapRows(map, into: &html)
                }
            }
        }
        html.lineBreak()
    }

    private func mapRows(_ map: JourneyMap, into html: inout HTML) {
        html.element("tr", .literal("class", "all")) { html in
            html.element("th", .literal("scope", "row"), text: "all channels")
            for stage in map.stages { mapCell(stage, most: 0, into: &html) }
        }
        for channel in map.channels {
            html.row { html in
                html.head(name: cut(channel.name))
                for cell in channel.cells {
                    if let cell {
                        mapCell(cell, most: map.most, into: &html)
                    } else {
                        html.nothing()
                    }
                }
            }
        }
        html.element("tr", .literal("class", "pain")) { html in
            html.element("th", .literal("scope", "row"), text: "top friction")
            for row in map.friction {
                html.element("td") { html in
                    guard let row else { return html.text(Figure.none) }
                    html.name(cut(row.text("signal")))
                    html.void("br")
                    html.span(row.cell("risk_difference"), .points)
                }
            }
        }
    }

    private func mapCell(_ row: Row, most: Double, into html: inout HTML) {
        html.element("td", Heat.tone(row.number("customers"), most: most)) { html in
            html.strong(row.cell("customers"), .count)
            guard row.number("advance_rate") != nil else { return }
            html.void("br")
            html.span(row.cell("advance_rate"), .percent)
            guard row.number("median_s") != nil else { return }
            html.void("br")
            html.span(row.cell("median_s"), .duration)
        }
    }
}

/// The cells of the journey map, and under each stage its first row of friction.
struct JourneyMap {
    struct Channel {
        let name: String
        var cells: [Row?]
        var customers = 0
    }

    let stages: [Row]
    let channels: [Channel]
    let friction: [Row?]
    /// The customers of the fullest cell.
    let most: Double
    /// Stages and channels that are not shown.
    let left: Int

    init(_ tables: Tables, most limit: Int) {
        let all = tables.rows(.stages)
        let stages = Array(all.prefix(limit))
        let indexes = Dictionary(stages.enumerated().map { ($1.text("stage"), $0) }) { first, _ in
            first
        }
        var channels: [Channel] = []
        var numbers: [String: Int] = [:]
        for row in tables.rows(.channels) {
            let name = row.text("channel")
            let number = numbers[name] ?? channels.count
            if number == channels.count {
                numbers[name] = number
                channels.append(
                    Channel(name: name, cells: [Row?](repeating: nil, count: stages.count)))
            }
            channels[number].customers += row.count("customers")
            if let index = indexes[row.text("stage")] { channels[number].cells[index] = row }
        }
        let sorted = channels.enumerated().sorted {
            $0.element.customers == $1.element.customers
                ? $0.offset < $1.offset : $0.element.customers > $1.element.customers
        }.map(\.element)
        self.stages = stages
        self.channels = Array(sorted.prefix(limit))
        most =
            self.channels.flatMap(\.cells).compactMap { $0?.number("customers") }.max() ?? 0
        left = all.count - stages.count + sorted.count - self.channels.count
        friction = Self.friction(tables, stages)
    }

    /// The top row of friction of those that start at a touchpoint of the stage.
    private static func friction(_ tables: Tables, _ stages: [Row]) -> [Row?] {
        let rows = tables.rows(.friction)
        let wanted = Set(rows.map { $0.text("from") })
        var stageOf: [String: String] = [:]
        for row in tables.rows(.touchpoints) where wanted.contains(row.text("touchpoint")) {
            stageOf[row.text("touchpoint")] = row.text("stage")
        }
        return stages.map { stage in
            FrictionRanking.top(
                of: rows.filter { stageOf[$0.text("from")] == stage.text("stage") })
        }
    }
}
