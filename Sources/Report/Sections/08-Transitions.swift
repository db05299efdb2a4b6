// 8. What follows what within sessions, and what is done again.
extension Page {
    func transitions(into html: inout HTML) {
        section(.transitions, into: &html) { html in
            if let grid = TransitionGrid(tables, most: detail.heat) {
                html.paragraph(.transitionsIntro)
                transitionTable(grid, into: &html)
                html.legend(words.show(1, .wholePercent))
                html.source(.transitions)
            } else {
                html.missing(.transitions, in: tables)
            }
            html.say(.againHeading, in: "h3")
            rework(into: &html)
        }
    }

    private func transitionTable(_ grid: TransitionGrid, into html: inout HTML) {
        let wins = Set(names.touchpoints(ofKind: "conversion"))
        html.wide(.transitionsCaption) { html in
            html.element("table", .literal("class", "heat")) { html in
                html.say(.transitionsCaption, in: "caption")
                html.element("thead") { html in
                    html.row { html in
                        html.say(.columnFrom, in: "th", .literal("scope", "col"))
                        for name in grid.columns {
                            html.element(
                                "th", .literal("scope", "col"),
                                .literal("class", wins.contains(name) ? "v good" : "v")
                            ) {
                                html in
                                html.element("div") { $0.name(cut(names.touchpoint(name))) }
                            }
                        }
                    }
                }
                html.element("tbody") { html in
                    for (index, (name, cells)) in zip(grid.rows, grid.cells).enumerated() {
                        html.row { html in
                            html.head(name: cut(names.touchpoint(name)))
                            for (column, cell) in zip(grid.columns, cells) {
                                transitionCell(
                                    cell, isFew: grid.counts[index] < Detail.fewUnits,
                                    isWin: wins.contains(column), into: &html)
                            }
                        }
                    }
                }
            }
        }
        html.lineBreak()
    }

    private func transitionCell(
        _ cell: TransitionGrid.Cell, isFew: Bool, isWin: Bool, into html: inout HTML
    ) {
        let tone = Heat.tone(cell.share, most: 1, isFew: isFew, isWin: isWin)
        switch cell {
        case .none: html.element("td")
        case .one(let row):
            if row.number("median_s") != nil {
                let note = words.text(.medianTold, ["time": .cell(row.cell("median_s"), .duration)])
                html.number(row.cell("probability"), .wholePercent, note: note, tone)
            } else {
                html.number(row.cell("probability"), .wholePercent, tone)
            }
        case .several(let share, _):
            html.element("td", tone, .sum([]), text: words.show(share, .wholePercent))
        }
    }

    /// The grid as a drawing of its own.
    func transitionChart() -> HeatChart? {
        guard let grid = TransitionGrid(tables, most: 20) else { return nil }
        return HeatChart(
            title: words.text(.transitionsHeading), summary: words.text(.transitionsCaption),
            rows: grid.rows.map(names.touchpoint), columns: grid.columns.map(names.touchpoint),
            cells: grid.cells.map { $0.map(\.share) }
        ) { words.show($0, .wholePercent) }
    }

    private func rework(into html: inout HTML) {
        let rows = tables.rows(.rework)
        guard !rows.isEmpty else { return html.missing(.rework, in: tables) }
        let sorted = Ranking.largest(rows, count: detail.list, by: Self.again)
        let shown = detail.listed(of: rows.count)
        html.folded(.againFolded) { html in
            html.table(
                .againCaption,
                [
                    .name(.columnTouchpoint), Heading(.columnSessions), Heading(.columnSelfLoops),
                    Heading(.columnRepetitions), Heading(.columnRework),
                    Heading(.columnConvertWith), Heading(.columnConvertWithout),
                ]
            ) { html in
                for row in sorted.prefix(shown) {
                    html.row { html in
                        html.head(name: cut(names.touchpoint(row.text("touchpoint"))))
                        html.number(row.cell("sessions"), .count)
                        html.number(row.cell("self_loops"), .count)
                        html.number(row.cell("repetitions"), .count)
                        html.number(row.cell("rework_rate"), .percent, .literal("class", "main"))
                        html.number(row.cell("conversion_with"), .percent)
                        html.number(row.cell("conversion_without"), .percent)
                    }
                }
            }
            html.source(.rework, left: rows.count - shown)
        }
    }

    private static func again(_ row: Row) -> Double {
        Double(row.count("sessions")) * (row.number("rework_rate") ?? 0)
    }
}

/// The most frequent touchpoints against each other, the others pooled.
struct TransitionGrid {
    enum Cell {
        case none
        case one(Row)
        /// The share, and the times that it is of.
        case several(share: Double, count: Int)

        var share: Double? {
            switch self {
            case .none: nil
            case .one(let row): row.number("probability")
            case .several(let share, _): share
            }
        }
    }

    let rows: [String]
    let columns: [String]
    let cells: [[Cell]]
    /// By row: the times that its touchpoint was left.
    let counts: [Int]

    /// Nil where there are no transitions within sessions.
    init?(_ tables: Tables, most: Int) {
        let names = Self.mostFrequent(tables, most)
        var grid = Counts(names)
        for row in tables.rows(.transitions) where row.text("scope") == "session" {
            grid.add(row)
        }
        guard grid.hasRows else { return nil }
        let hasOther = grid.hasOther
        rows = ["(entry)"] + names + (hasOther ? ["(other)"] : [])
        columns = names + (hasOther ? ["(other)"] : []) + ["(exit)"]
        cells = grid.cells(hasOther: hasOther)
        counts = grid.rowCounts(hasOther: hasOther)
    }

    /// The most frequent touchpoints in the order of their stages.
    private static func mostFrequent(_ tables: Tables, _ most: Int) -> [String] {
        let stages = tables.rows(.stages).map { $0.text("stage") }.filter { $0 != "(unmapped)" }
        let place = Dictionary(stages.enumerated().map { ($1, $0) }) { first, _ in first }
        return Ranking.largest(tables.rows(.touchpoints), count: most) {
            Double($0.count("events"))
        }
        .enumerated().sorted {
            let (left, right) = (place[$0.element.text("stage")], place[$1.element.text("stage")])
            // Those of no stage come last; ties by how often they were seen.
            return (left ?? .max, $0.offset) < (right ?? .max, $1.offset)
        }.map { $0.element.text("touchpoint") }
    }

    /// Rows and columns by number: 0 is the entry or the exit, then the names, last the others.
    private struct Counts {
        private let numbers: [String: Int]
        private let size: Int
        private var single: [[Row?]]
        private var counts: [[Int]]
        private(set) var hasRows = false

        init(_ names: [String]) {
            size = names.count + 2
            numbers = Dictionary(names.enumerated().map { ($1, $0 + 1) }) { first, _ in first }
            single = [[Row?]](repeating: [Row?](repeating: nil, count: size), count: size)
            counts = [[Int]](repeating: [Int](repeating: 0, count: size), count: size)
        }

        mutating func add(_ row: Row) {
            let (from, to) = (number(row.text("from")), number(row.text("to")))
            hasRows = true
            single[from][to] = row
            counts[from][to] += row.count("count")
        }

        private func number(_ name: String) -> Int {
            if let number = numbers[name] { return number }
            return name == "(entry)" || name == "(exit)" ? 0 : size - 1
        }

        var hasOther: Bool {
            counts[size - 1].contains { $0 > 0 } || counts.contains { $0[size - 1] > 0 }
        }

        func rowCounts(hasOther: Bool) -> [Int] {
            (0...(hasOther ? size - 1 : size - 2)).map { counts[$0].reduce(0, +) }
        }

        func cells(hasOther: Bool) -> [[Cell]] {
            let last = hasOther ? size - 1 : size - 2
            return (0...last).map { from in
                let all = counts[from].reduce(0, +)
                return (Array(1...last) + [0]).map { to in
                    guard counts[from][to] > 0 else { return .none }
                    if from < size - 1, to < size - 1, let row = single[from][to] {
                        return .one(row)
                    }
                    return .several(
                        share: Double(counts[from][to]) / Double(all), count: counts[from][to])
                }
            }
        }
    }
}
