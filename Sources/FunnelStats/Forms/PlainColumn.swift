import StageSupport
import StatsFolder

/// A column for people: as wide as its cells and the longest word of its name.
struct PlainColumn {
    let column: TableColumn
    /// Which cell of a row it shows.
    let index: Int
    /// Terminal columns of its cells, without a bar.
    var width: Int
    /// Terminal columns of the bar behind each cell; 0 where none is drawn.
    var barWidth = 0
    /// What its cells would take.
    let natural: Int

    private static let leastText = 16
    static let bars = 8...24

    /// `cells` are those that are known.
    init(_ column: TableColumn, index: Int, cells: [String]) {
        self.column = column
        self.index = index
        barWidth = column.isDrawn ? Self.bars.lowerBound : 0
        let cell = cells.reduce(0) { max($0, DisplayWidth.columns(of: $1)) }
        let word = Self.words(of: column).reduce(0) { max($0, $1.count) }
        natural = max(cell, word - (barWidth > 0 ? barWidth + 1 : 0))
        width = natural
    }

    /// With its bar.
    var total: Int { width + (barWidth > 0 ? barWidth + 1 : 0) }

    /// Whether text may still be cut. An id that is cut could not be looked up.
    var canShrink: Bool { column.kind == .text && width > Self.leastText }

    /// `rate_from_first` is three words. Cells tell the unit of a time.
    private static func words(of column: TableColumn) -> [Substring] {
        let words = column.name.description.split(separator: "_")[...]
        let hasUnit = column.kind == .seconds || column.kind == .milliseconds
        return Array(hasUnit ? words.dropLast() : words)
    }

    /// The name in lines that are no wider than the column.
    var head: [String] { Wrapped.lines(Self.words(of: column), width: total) }

    /// A line of the name.
    func filled(head line: String) -> String {
        Self.filled(line, to: total, toRight: column.isNumeric && barWidth == 0)
    }

    /// A cell, cut where it is too wide.
    func filled(_ cell: String) -> String {
        let text = column.kind == .id ? cell : DisplayWidth.cut(cell, to: width)
        return Self.filled(text, to: width, toRight: column.isNumeric)
    }

    /// The bar of a share, in eighths of a letter; the least share shows something.
    func bar(of share: Double?) -> String {
        guard let share, share > 0 else { return String(repeating: " ", count: barWidth) }
        let eighths = max(1, Int((min(share, 1) * Double(barWidth * 8)).rounded()))
        let part = eighths % 8 == 0 ? "" : String(Array("▏▎▍▌▋▊▉")[eighths % 8 - 1])
        let bar = String(repeating: "█", count: eighths / 8) + part
        return Self.filled(bar, to: barWidth, toRight: false)
    }

    private static func filled(_ text: String, to width: Int, toRight: Bool) -> String {
        let space = String(repeating: " ", count: max(width - DisplayWidth.columns(of: text), 0))
        return toRight ? space + text : text + space
    }
}

/// Words in lines.
enum Wrapped {
    /// As many words a line as `width` letters hold, one at least.
    static func lines(_ words: [Substring], width: Int) -> [String] {
        var lines: [String] = []
        for word in words {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
