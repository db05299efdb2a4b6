// 13, continued. The models of attribution side by side.
extension Page {
    func attribution(into html: inout HTML) {
        let grid = AttributionGrid(tables)
        guard !grid.channels.isEmpty else { return html.missing(.attribution, in: tables) }
        let shown = min(grid.channels.count, detail.heat)
        html.paragraph(.attributionIntro)
        attributionTable(.attributionCaption, grid, "conversions", shown, into: &html)
        if grid.hasValues, detail.list > 10 {
            html.folded(.attributionValues) { html in
                attributionTable(.attributionValues, grid, "value", shown, into: &html)
            }
        }
        html.source(.attribution, left: (grid.channels.count - shown) * grid.models.count)
    }

    private func attributionTable(
        _ caption: Phrase, _ grid: AttributionGrid, _ column: StaticString, _ shown: Int,
        into html: inout HTML
    ) {
        let cells = grid.channels.prefix(shown).map(\.cells)
        let most =
            cells.joined().compactMap { $0?.number(column.description) }.max() ?? 0
        html.wide(caption) { html in
            html.element("table", .literal("class", "heat")) { html in
                html.say(caption, in: "caption")
                html.element("thead") { html in
                    html.row { html in
                        html.say(.columnChannel, in: "th", .literal("scope", "col"))
                        for model in grid.models {
                            html.element("th", .literal("scope", "col")) {
                                $0.name(names.model(model))
                            }
                        }
                    }
                }
                html.element("tbody") { html in
                    for channel in grid.channels.prefix(shown) {
                        html.row { html in
                            html.head(name: cut(names.channel(channel.name)))
                            for row in channel.cells {
                                attributionCell(row, column, most, into: &html)
                            }
                        }
                    }
                }
            }
        }
        html.lineBreak()
    }

    private func attributionCell(
        _ row: Row?, _ column: StaticString, _ most: Double, into html: inout HTML
    ) {
        guard let row else { return html.nothing() }
        let tone = Heat.tone(row.number(column.description), most: most)
        let isValue = column.description == "value"
        html.number(
            row.cell(column), isValue ? .money(row.text("currency")) : .decimal(1), tone)
    }
}

/// Channels by models.
struct AttributionGrid {
    struct Channel {
        let name: String
        var cells: [Row?]
    }

    /// In the order of the table.
    let models: [String]
    /// By conversions of the first model falling.
    let channels: [Channel]
    let hasValues: Bool

    init(_ tables: Tables) {
        let rows = tables.rows(.attribution)
        var models: [String] = []
        var (channels, numbers): ([Channel], [String: Int]) = ([], [:])
        var hasValues = false
        for row in rows {
            let model = row.text("model")
            if models.last != model, !models.contains(model) { models.append(model) }
            let name = row.text("channel")
            let number = numbers[name] ?? channels.count
            if number == channels.count {
                numbers[name] = number
                channels.append(Channel(name: name, cells: []))
            }
            while channels[number].cells.count < models.count { channels[number].cells.append(nil) }
            channels[number].cells[models.count - 1] = row
            hasValues = hasValues || !row.text("value").isEmpty
        }
        for number in channels.indices {
            while channels[number].cells.count < models.count { channels[number].cells.append(nil) }
        }
        self.models = models
        self.hasValues = hasValues
        self.channels = channels.enumerated().sorted {
            let (left, right) = (Self.size($0.element), Self.size($1.element))
            return left == right ? $0.offset < $1.offset : left > right
        }.map(\.element)
    }

    private static func size(_ channel: Channel) -> Double {
        channel.cells.first.flatMap { $0?.number("conversions") } ?? 0
    }
}
