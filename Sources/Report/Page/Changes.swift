/// The rows of `compare.csv`, found by what changed.
struct Changes {
    private struct Key: Hashable {
        let table: String
        let key: String
        let metric: String
    }

    private let rows: [Key: Row]
    /// In the order of the table.
    let all: [Row]

    init(_ tables: Tables) {
        all = tables.rows(.compare)
        rows = Dictionary(
            all.map {
                (Key(table: $0.text("table"), key: $0.text("key"), metric: $0.text("metric")), $0)
            }
        ) { first, _ in first }
    }

    /// The change of the rate of a step; of the whole funnel where there is no step.
    func change(_ funnel: FunnelFacts, step: String? = nil, metric: String) -> Row? {
        // As `funnelstats compare` writes keys.
        let name = funnel.name.replacing("\\", with: "\\\\").replacing(";", with: "\\;")
        let key = "funnel=" + name + (step.map { ";step=" + $0 } ?? "")
        let table = step == nil ? "funnel_totals" : "funnel"
        return rows[Key(table: table, key: key, metric: metric)]
    }

    /// Whether the interval of the change excludes 0.
    static func isClear(_ row: Row) -> Bool {
        guard let low = row.number("ci_low"), let high = row.number("ci_high") else { return false }
        return low > 0 || high < 0
    }

    /// Those whose interval excludes 0, largest change first, then as the table has them.
    var clear: [Row] {
        all.filter(Self.isClear).enumerated().sorted {
            let (left, right) = (Self.size($0.element), Self.size($1.element))
            return left == right ? $0.offset < $1.offset : left > right
        }.map(\.element)
    }

    private static func size(_ row: Row) -> Double { (row.number("difference") ?? 0).magnitude }
}
