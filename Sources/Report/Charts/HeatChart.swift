/// Shades for numbers: four classes of one blue, so that a glance finds the large ones.
enum Heat {
    /// 0 for nothing, else 1 to 4: equal steps of the square root, so that small numbers differ too.
    static func grade(_ value: Double?, most: Double) -> Int {
        guard let value, value > 0, most > 0 else { return 0 }
        return min(4, 1 + Int((value / most).squareRoot() * 4 - 1e-9))
    }

    static func tone(_ value: Double?, most: Double) -> Attr {
        .shade(grade(value, most: most))
    }
}

/// A heat map as a drawing; the page itself shows it as a table.
struct HeatChart: Chart {
    struct Square: Equatable {
        let x: Double
        let y: Double
        let grade: Int
        let words: String
    }

    private static let tones: [StaticString] = ["h0", "h1", "h2", "h3", "h4"]
    /// Of the words on a shade.
    private static let inks: [StaticString] = ["on", "on", "on", "on i3", "on i4"]
    static let names = 170.0
    static let rowHeight = 24.0
    static let top = 96.0

    let title: String
    let summary: String
    let rows: [String]
    let columns: [String]
    let squares: [Square]
    let squareWidth: Double
    let width: Double
    var height: Double { Self.top + Double(rows.count) * Self.rowHeight + 4 }

    /// `cells` by row and column; nil where there is none.
    init(
        title: String, summary: String, rows: [String], columns: [String], cells: [[Double?]],
        figure: Figure
    ) {
        self.title = title
        self.summary = summary
        self.rows = rows
        self.columns = columns
        squareWidth = max(40, min(90, (920 - Self.names) / Double(max(columns.count, 1))))
        squares = Self.layout(cells, squareWidth, figure)
        width = Self.names + Double(columns.count) * squareWidth + 60
    }

    static func layout(_ cells: [[Double?]], _ squareWidth: Double, _ figure: Figure) -> [Square] {
        let most = cells.joined().compactMap { $0 }.max() ?? 0
        return cells.enumerated().flatMap { row, values in
            values.enumerated().compactMap { column, value in
                value.map {
                    Square(
                        x: names + Double(column) * squareWidth, y: top + Double(row) * rowHeight,
                        grade: Heat.grade($0, most: most), words: figure.text($0))
                }
            }
        }
    }

    func draw(into svg: inout HTML) {
        for square in squares {
            svg.mark(
                "rect",
                [
                    .literal("class", Self.tones[square.grade]), .length("x", square.x + 0.5),
                    .length("y", square.y + 0.5), .length("width", squareWidth - 1),
                    .length("height", Self.rowHeight - 1),
                ])
            svg.label(
                square.words, x: square.x + squareWidth / 2, y: square.y + 16,
                .literal("class", Self.inks[square.grade]))
        }
        for (index, name) in rows.enumerated() {
            svg.label(
                name: name, width: Self.names - 8, .literal("class", "name"), .length("x", 0),
                .length("y", Self.top + Double(index) * Self.rowHeight + 16))
        }
        for (index, name) in columns.enumerated() {
            let x = Self.names + (Double(index) + 0.5) * squareWidth
            svg.label(
                name: name, width: 110, size: 12, .literal("class", "s"), .length("x", x),
                .length("y", Self.top - 6), .turned(-45, x, Self.top - 6))
        }
    }
}
