// Numbers of tables on the page, each with a reference to its cell.

extension HTML {
    /// A table cell that shows `cell`; whole in the title where it is rounded.
    mutating func number(_ cell: Cell, _ figure: Figure, _ attributes: Attr...) {
        figureElement("td", cell, figure, attributes, note: nil)
    }

    /// As `number`, with `note` behind the whole value in the title.
    mutating func number(_ cell: Cell, _ figure: Figure, note: String, _ attributes: Attr...) {
        figureElement("td", cell, figure, attributes, note: note)
    }

    /// The number of `cell` within a text.
    mutating func span(_ cell: Cell, _ figure: Figure) {
        figureElement("span", cell, figure, [], note: nil)
    }

    /// The number of `cell` within a text of a drawing.
    mutating func tspan(_ cell: Cell, _ figure: Figure) {
        open("tspan", [.csv(cell.reference)])
        text(words.show(cell.number, figure))
        if cell.number != nil { element("title", text: cell.raw) }
        close("tspan")
    }

    /// The number of `cell`, the main one of several.
    mutating func strong(_ cell: Cell, _ figure: Figure) {
        figureElement("b", cell, figure, [], note: nil)
    }

    /// A number within a text that stands in the manifest or a summary at `path`.
    mutating func span(_ number: Int, _ path: StaticString) {
        element("span", .json(path), text: words.show(Double(number), .count))
    }

    /// A table cell with a number of the manifest or a summary.
    mutating func number(_ number: Int, _ path: StaticString) {
        element("td", .json(path), text: words.show(Double(number), .count))
    }

    /// What the script sorts a table by where neither the title nor the text has the number; nothing where there is
    /// no script.
    func sortKey(_ number: Double?) -> Attr {
        guard isInteractive, let number else { return .shade(0) }
        return .value(number)
    }

    /// A table cell without a number.
    mutating func nothing() { element("td", text: Figure.none) }

    private mutating func figureElement(
        _ name: StaticString, _ cell: Cell, _ figure: Figure, _ attributes: [Attr], note: String?
    ) {
        guard let value = cell.number else {
            open(name, attributes + [.csv(cell.reference)])
            text(cell.raw.isEmpty ? Figure.none : cell.raw)
            close(name)
            return
        }
        let shown = words.show(value, figure)
        let whole = shown == cell.raw || Self.isWhole(cell.raw, figure) ? nil : cell.raw
        let parts = [whole, note].compactMap { $0 }
        var title: [Attr] = parts.isEmpty ? [] : [.title(parts.joined(separator: "; "))]
        if whole == nil, shown != cell.raw, !Self.isCount(figure) { title.append(sortKey(value)) }
        // The sentence has the unit.
        if case .barePoints = figure { title.append(.literal("data-unit", "pp")) }
        if case .score = figure { title.append(.literal("data-unit", "pp")) }
        open(name, attributes + [.csv(cell.reference)] + title)
        text(shown)
        close(name)
    }

    private static func isCount(_ figure: Figure) -> Bool {
        if case .count = figure { true } else { false }
    }

    /// Whether the page shows every digit of `raw`.
    private static func isWhole(_ raw: String, _ figure: Figure) -> Bool {
        switch figure {
        case .count: !raw.utf8.contains(0x2E)
        case .short: raw.utf8.count < 5
        default: raw == "0" || raw == "1"
        }
    }
}
