/// Shades for numbers: eight classes of one hue, so that a glance finds the large ones.
enum Heat {
    static let grades = 8

    /// 0 for nothing, else 1 to 8: equal steps of the square root, so that small numbers differ too.
    static func grade(_ value: Double?, most: Double) -> Int {
        guard let value, value > 0, most > 0 else { return 0 }
        return min(grades, 1 + Int((value / most).squareRoot() * Double(grades) - 1e-9))
    }

    /// The shade of a number; one of fewer than 30 units is pale, however large.
    static func tone(_ value: Double?, most: Double, isFew: Bool = false, isWin: Bool = false)
        -> Attr
    {
        if isFew { return .literal("class", "few") }
        let grade = grade(value, most: most)
        return isWin ? .win(grade) : .shade(grade)
    }
}

extension HTML {
    /// What the shades of a heat map mean, from 0 to the largest number.
    mutating func legend(_ most: String) {
        element("p", .literal("class", "legend")) { html in
            html.text("0 ")
            for grade in 1...Heat.grades {
                html.element("span", .shade(grade), .literal("aria-hidden", "true"))
            }
            html.text(" \(most). ")
            html.say(.paleIsFew)
        }
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

    private static let tones: [StaticString] = [
        "h0", "h1", "h2", "h3", "h4", "h5", "h6", "h7", "h8",
    ]
    /// Of the words on a shade.
    private static let inks: [StaticString] = [
        "on", "on", "on", "on", "on", "on i5", "on i6", "on i6", "on i6",
    ]
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
        show: (Double) -> String
    ) {
        self.title = title
        self.summary = summary
        self.rows = rows
        self.columns = columns
        squareWidth = max(40, min(90, (920 - Self.names) / Double(max(columns.count, 1))))
        squares = Self.layout(cells, squareWidth, show)
        width = Self.names + Double(columns.count) * squareWidth + 60
    }

    static func layout(
        _ cells: [[Double?]], _ squareWidth: Double, _ show: (Double) -> String
    ) -> [Square] {
        let most = cells.joined().compactMap { $0 }.max() ?? 0
        return cells.enumerated().flatMap { row, values in
            values.enumerated().compactMap { column, value in
                value.map {
                    Square(
                        x: names + Double(column) * squareWidth, y: top + Double(row) * rowHeight,
                        grade: Heat.grade($0, most: most), words: show($0))
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
