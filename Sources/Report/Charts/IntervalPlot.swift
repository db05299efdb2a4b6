/// A number that a mark shows, and the cell that it stands in.
struct Spot {
    let value: Double
    let reference: CellReference?

    init(_ value: Double, _ reference: CellReference? = nil) {
        self.value = value
        self.reference = reference
    }

    /// Where the number stands; the number itself where it stands in no one cell.
    var source: Attr { reference.map { .csv($0) } ?? .value(value) }

    init?(_ cell: Cell) {
        guard let value = cell.number else { return nil }
        self.init(value, cell.reference)
    }
}

/// A row of a chart of dots and intervals.
struct IntervalRow {
    var name: String
    /// Behind the name, in a column of its own.
    var detail = ""
    var value: Spot?
    var low: Spot?
    var high: Spot?
    /// What it was before, as a ring.
    var before: Spot?
    /// Shown in the columns.
    var numbers: [(cell: Cell, figure: Figure)] = []
    /// Too few to say much.
    var isFaint = false
    /// Whether the interval excludes what is compared with.
    var isClear = false
    /// Whether it is for the better; a dot of its own colour.
    var verdict: Changes.Verdict?
}

/// Where the dots and intervals of rows are drawn.
struct IntervalPlot {
    struct Line: Equatable {
        let y: Double
        let dot: Double?
        var before: Double?
        let bar: Extent?
        /// Whether the interval goes on beyond the axis.
        let isCutLow: Bool
        let isCutHigh: Bool
    }

    static let pitch = 26.0
    static let top = 30.0
    static let foot = 30.0

    let axis: Axis
    let lines: [Line]
    let height: Double

    init(rows: [IntervalRow], axis: Axis) {
        self.axis = axis
        lines = rows.enumerated().map { index, row in
            Self.line(row, y: Self.top + (Double(index) + 0.5) * Self.pitch, axis)
        }
        height = Self.top + Double(rows.count) * Self.pitch + Self.foot
    }

    private static func line(_ row: IntervalRow, y: Double, _ axis: Axis) -> Line {
        func position(_ spot: Spot?) -> Double? {
            guard let value = spot?.value, value.isFinite, !axis.isLog || value > 0 else {
                return nil
            }
            return axis.position(value)
        }
        let before = position(row.before)
        let dot = position(row.value).flatMap { isWithin($0, axis.range) ? $0 : nil }
        guard let low = row.low, let high = row.high, let end = position(high) else {
            return Line(y: y, dot: dot, before: before, bar: nil, isCutLow: false, isCutHigh: false)
        }
        // A limit of 0 lies beyond the low end of any log axis.
        let start = position(low) ?? axis.range.low - 1
        let bar = Extent(
            low: min(max(start, axis.range.low), axis.range.high),
            high: max(min(end, axis.range.high), axis.range.low))
        return Line(
            y: y, dot: dot, before: before, bar: bar, isCutLow: start < axis.range.low - 0.01,
            isCutHigh: end > axis.range.high + 0.01)
    }

    private static func isWithin(_ x: Double, _ range: Extent) -> Bool {
        x >= range.low - 0.01 && x <= range.high + 0.01
    }
}
