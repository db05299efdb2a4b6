import Statistics

/// Of how many units the rates of `compare.csv` are.
///
/// Those after stand in the tables of the folder. Those before do not; the interval of the difference tells
/// whether they are enough, for it is Newcombe's: `(d - low)² = (p1 - l1)² + (u0 - p0)²`, with Wilson's
/// limits of both rates.
struct ComparedUnits {
    private struct Key: Hashable {
        let table: String
        let key: String
    }

    private let rows: [Key: Row]
    private let funnels: [String: FunnelFacts]

    private static let compared: [(table: TableName, keys: [String])] = [
        (.funnel, ["funnel", "breakdown", "segment", "step"]),
        (.totals, ["funnel", "breakdown", "segment"]), (.touchpoints, ["touchpoint"]),
        (.rework, ["touchpoint"]), (.stages, ["stage"]), (.channels, ["stage", "channel"]),
        (.metrics, ["metric", "segment", "unit"]),
    ]

    init(_ tables: Tables, _ funnels: [FunnelFacts]) {
        var rows: [Key: Row] = [:]
        for (table, keys) in Self.compared {
            for row in tables.rows(table) {
                let key = ComparedKey.text(keys.map { ($0, row.text($0)) })
                rows[Key(table: table.name, key: key)] = row
            }
        }
        self.rows = rows
        self.funnels = Dictionary(funnels.map { ($0.name, $0) }) { first, _ in first }
    }

    /// Whether a row of `compare.csv` is of at least 30 units before and after.
    func areEnough(_ row: Row) -> Bool {
        guard let after = units(after: row), after >= Double(Detail.fewUnits),
            let old = row.number("before"), let new = row.number("after"),
            let low = row.number("ci_low"), let high = row.number("ci_high")
        else { return false }
        let least = Wilson(rate: old, trials: Double(Detail.fewUnits))
        let now = Wilson(rate: new, trials: after)
        // The side on which Wilson's limit of the rate before lies further off tells more.
        let (whole, part, most) =
            old < 0.5
            ? (new - old - low, new - now.low, least.high - old)
            : (high - new + old, now.high - new, old - least.low)
        return max(whole * whole - part * part, 0).squareRoot() <= most + 1e-6
    }

    private func units(after row: Row) -> Double? {
        let (table, key) = (row.text("table"), row.text("key"))
        guard let found = rows[Key(table: table, key: key)] else { return nil }
        switch (table, row.text("metric")) {
        case ("funnel", "rate_from_first"): return reached(1, of: found)
        case ("funnel", "rate_from_previous"): return reached(before(found), of: found)
        case ("funnel", _): return found.number("reached")
        case ("funnel_totals", _), ("stages", _), ("stage_channels", _):
            return found.number("entered")
        case ("rework", _): return found.number("sessions")
        case ("journey_metrics", _): return found.number("denominator")
        default: return found.number("events")
        }
    }

    /// The number of the required step before.
    private func before(_ row: Row) -> Int {
        funnels[row.text("funnel")]?.required(before: row.count("step")) ?? row.count("step") - 1
    }

    private func reached(_ step: Int, of row: Row) -> Double? {
        let key = ComparedKey.text(
            ["funnel", "breakdown", "segment"].map { ($0, row.text($0)) } + [("step", "\(step)")])
        return rows[Key(table: "funnel", key: key)]?.number("reached")
    }
}
