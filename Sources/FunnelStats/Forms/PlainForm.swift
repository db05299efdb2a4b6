import Journeys
import StageSupport
import StatsFolder

/// A table for people: columns under their heads, numbers to the right, bars, no wider than the terminal.
///
/// Widths are those of the first rows; later cells that are wider are cut, or push their line out. Memory: those rows.
struct PlainForm: TableForm {
    private static let sampledRows = 1000

    let width: Int?
    let hasColors: Bool
    private var shape: TableShape?
    private var waiting: [[Cell]] = []
    private var layout: PlainLayout?
    /// The cells of the row before, where they say what the numbers are of.
    private var last: [String] = []

    init(width: Int?, hasColors: Bool) {
        self.width = width
        self.hasColors = hasColors
    }

    mutating func begin(_ shape: TableShape, to text: inout [UInt8]) { self.shape = shape }

    mutating func append(_ cells: [Cell], to text: inout [UInt8]) {
        guard layout == nil else { return append(row: cells, to: &text) }
        waiting.append(cells)
        if waiting.count == Self.sampledRows { layOut(areAll: false, &text) }
    }

    mutating func end(to text: inout [UInt8]) {
        if layout == nil { layOut(areAll: true, &text) }
        guard let leftOut = layout?.leftOut, !leftOut.isEmpty else { return }
        let words =
            "not shown: \(leftOut.joined(separator: ", ")); all of them: --output-format csv"
        for line in Wrapped.lines(words.split(separator: " "), width: width ?? .max) {
            append(line: colored(line, "2"), to: &text)
        }
    }

    /// Settles the widths, writes the heads and what waited for them.
    private mutating func layOut(areAll: Bool, _ text: inout [UInt8]) {
        guard let shape else { return }
        let rows = waiting.map { Self.shown($0, shape) }
        let layout = PlainLayout(shape, rows: rows, areAll: areAll, width: width)
        self.layout = layout
        let heads = layout.columns.map(\.head)
        let height = heads.map(\.count).max() ?? 0
        for line in 0..<height {
            let parts = zip(layout.columns, heads).map { column, head in
                let index = line - (height - head.count)
                return column.filled(head: index < 0 ? "" : head[index])
            }
            append(line: colored(Self.joined(parts), "1"), to: &text)
        }
        append(
            line: Self.joined(layout.columns.map { String(repeating: "─", count: $0.total) }),
            to: &text)
        for cells in waiting { append(row: cells, to: &text) }
        waiting = []
    }

    private mutating func append(row cells: [Cell], to text: inout [UInt8]) {
        guard let layout, let shape else { return }
        let shown = Self.shown(cells, shape)
        let names = layout.columns.prefix { $0.column.kind == .text }.map { shown[$0.index] }
        // What the row is of is said where it changes.
        let blank = zip(names, last).prefix { $0 == $1 }.count
        last = names
        let parts = layout.columns.enumerated().map { place, column in
            let cell = column.filled(place < blank ? "" : shown[column.index])
            guard column.barWidth > 0 else { return cell }
            return cell + " " + colored(column.bar(of: cells[column.index].share), "36")
        }
        append(line: Self.joined(parts), to: &text)
    }

    private static func shown(_ cells: [Cell], _ shape: TableShape) -> [String] {
        zip(cells, shape.columns).map { $0.shown(in: $1) }
    }

    /// Without blanks at its end.
    private static func joined(_ parts: [String]) -> String {
        let line = parts.joined(separator: String(repeating: " ", count: PlainLayout.gap))
        return String(line.dropLast(line.reversed().prefix { $0 == " " }.count))
    }

    private func colored(_ text: String, _ code: String) -> String {
        hasColors ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    private func append(line: String, to text: inout [UInt8]) {
        text.append(contentsOf: "\(line)\n".utf8)
    }
}

extension Cell {
    fileprivate var share: Double? {
        if case .rate(let rate) = self { rate } else { nil }
    }
}
