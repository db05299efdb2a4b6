import StatsFolder

/// A table of the output folder whose rates are compared: its keys, its rates, where their counts stand.
package struct ComparedTable: Sendable {
    struct Rate: Sendable {
        let column: String
        let counts: Counts
    }

    /// Where the successes and trials of a rate stand.
    enum Counts: Sendable {
        /// In two columns of the row.
        case columns(part: String, whole: String)
        /// `reached` of the row, and those who entered or reached the required step before.
        case reachedOfEntered
        case reachedOfPrevious
        /// Of so many in this column; the table has no column of the part, which is a whole number.
        case share(of: String)
        /// `numerator` and `denominator`, where the metric is a proportion.
        case proportion
        /// The rate has none, and so no interval.
        case none
    }

    let shape: TableShape
    let keys: [String]
    let rates: [Rate]

    /// Stops where the table has not all columns that are named.
    private init(_ shape: TableShape, keys: [String], rates: [Rate]) {
        self.shape = shape
        self.keys = keys
        self.rates = rates
        precondition(Set(columns).isSubset(of: shape.names()), "\(shape.file) lacks a column")
    }

    /// The table's name in `compare.csv`.
    var name: String { shape.name }

    /// The columns that must be there.
    var columns: [String] {
        keys
            + rates.flatMap { rate -> [String] in
                switch rate.counts {
                case .columns(let part, let whole): [rate.column, part, whole]
                case .reachedOfEntered, .reachedOfPrevious: [rate.column, "reached"]
                case .share(let whole): [rate.column, whole]
                case .proportion: [rate.column, "numerator", "denominator"]
                case .none: [rate.column]
                }
            }
    }

    /// In the order of `compare.csv`.
    static let all = [
        ComparedTable(
            .funnel, keys: ["funnel", "breakdown", "segment", "step"],
            rates: [
                Rate(column: "rate_from_first", counts: .reachedOfEntered),
                Rate(column: "rate_from_previous", counts: .reachedOfPrevious),
                Rate(
                    column: "dropoff_rate", counts: .columns(part: "dropoff", whole: "reached")),
            ]),
        ComparedTable(
            .totals, keys: ["funnel", "breakdown", "segment"],
            rates: [
                Rate(column: "rate", counts: .columns(part: "converted", whole: "entered")),
                Rate(column: "km_rate", counts: .none),
            ]),
        ComparedTable(
            .touchpoints, keys: ["touchpoint"],
            rates: [
                Rate(column: "exit_rate", counts: .columns(part: "exits", whole: "events")),
                Rate(column: "error_rate", counts: .columns(part: "errors", whole: "events")),
            ]),
        ComparedTable(
            .rework, keys: ["touchpoint"],
            rates: [
                Rate(column: "rework_rate", counts: .share(of: "sessions")),
                Rate(column: "conversion_with", counts: .none),
                Rate(column: "conversion_without", counts: .none),
            ]),
        ComparedTable(.stages, keys: ["stage"], rates: [advance]),
        ComparedTable(.channels, keys: ["stage", "channel"], rates: [advance]),
        ComparedTable(
            .metrics, keys: ["metric", "segment", "unit"],
            rates: [Rate(column: "value", counts: .proportion)]),
    ]

    /// Their names, as a sentence lists them.
    package static var list: String {
        let names = all.map(\.name)
        return names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    }

    private static let advance = Rate(
        column: "advance_rate", counts: .columns(part: "advanced", whole: "entered"))

    /// Journey metrics with a numerator and a denominator that are no proportions.
    static let notProportions: Set<String> = ["average_order_value", "nps"]
}
