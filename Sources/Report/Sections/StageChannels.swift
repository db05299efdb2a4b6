// The stages by the channel that the session came from.
extension Page {
    func stageChannels(into html: inout HTML) {
        let grid = StageChannels(tables, most: min(detail.heat, 12))
        guard !grid.channels.isEmpty else { return }
        html.folded(.stagesByChannel) { html in
            html.note(.stagesByChannelNote)
            channelTable(grid, into: &html)
            html.legend(words.show(grid.most, .count))
            html.source(.channels, left: grid.left)
        }
    }

    private func channelTable(_ grid: StageChannels, into html: inout HTML) {
        html.wide(.stagesByChannel) { html in
            html.element("table", .literal("class", "map")) { html in
                html.say(.stagesByChannel, in: "caption")
                html.element("thead") { html in
                    html.row { html in
                        html.say(.columnChannel, in: "th", .literal("scope", "col"))
                        for stage in grid.stages {
                            html.element("th", .literal("scope", "col")) {
                                $0.name(cut(names.stage(stage.text("stage"))))
                            }
                        }
                    }
                }
                html.element("tbody") { html in
                    html.element("tr", .literal("class", "all")) { html in
                        html.say(.allChannels, in: "th", .literal("scope", "row"))
                        for stage in grid.stages { channelCell(stage, most: 0, into: &html) }
                    }
                    for channel in grid.channels {
                        html.row { html in
                            html.head(name: cut(names.channel(channel.name)))
                            for cell in channel.cells {
                                if let cell {
                                    channelCell(cell, most: grid.most, into: &html)
                                } else {
                                    html.nothing()
                                }
                            }
                        }
                    }
                }
            }
        }
        html.lineBreak()
    }

    private func channelCell(_ row: Row, most: Double, into html: inout HTML) {
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

/// The cells of `stage_channels.csv`, channels by customers falling.
struct StageChannels {
    struct Channel {
        let name: String
        var cells: [Row?]
        var customers = 0
    }

    let stages: [Row]
    let channels: [Channel]
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
    }
}
