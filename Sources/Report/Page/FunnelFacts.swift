import StatsFolder

/// The rows of one funnel, from all tables that tell of it.
struct FunnelFacts {
    struct Segment {
        let totals: Row
        /// The step at which most of the segment leave; nil where nobody does.
        var worst: Row?
    }

    /// From 1, in the order of the journey file.
    let number: Int
    let rules: StatsManifest.Funnel
    /// Of all units, by step.
    var steps: [Row] = []
    var totals: Row?
    /// By breakdown, then as the table has them: by size.
    var segments: [Segment] = []
    var trend: [Row] = []
    var times: [Row] = []
    var next: [Row] = []
    var friction: [Row] = []
    var correlation: [Row] = []

    var name: String { rules.name }
    var entered: Int { totals?.count("entered") ?? rules.entered }
    /// `customers`, `visitors` or `sessions`.
    var units: String { rules.unit + "s" }

    /// The facts of each funnel of the manifest.
    static func all(_ tables: Tables) -> [FunnelFacts] {
        var facts = tables.manifest.funnels.enumerated().map {
            FunnelFacts(number: $0.offset + 1, rules: $0.element)
        }
        let numbers = Dictionary(facts.map { ($0.name, $0.number - 1) }) { first, _ in first }
        func each(_ table: TableName, _ add: (inout FunnelFacts, Row) -> Void) {
            for row in tables.rows(table) {
                guard let number = numbers[row.text("funnel")] else { continue }
                add(&facts[number], row)
            }
        }
        each(.totals) { $0.add(totals: $1) }
        each(.funnel) { $0.add(step: $1) }
        each(.trend) { $0.trend.append($1) }
        each(.times) { $0.times.append($1) }
        each(.next) { $0.next.append($1) }
        each(.friction) { $0.friction.append($1) }
        each(.correlation) { $0.correlation.append($1) }
        return facts
    }

    private mutating func add(totals row: Row) {
        if row.text("breakdown").isEmpty {
            totals = row
        } else {
            segments.append(Segment(totals: row))
        }
    }

    /// Expects the parts of the funnel in the order of its totals.
    private mutating func add(step row: Row) {
        let breakdown = row.text("breakdown")
        guard !breakdown.isEmpty else { return steps.append(row) }
        if !holds(place, breakdown, row) {
            place = segments.indices.first { holds($0, breakdown, row) } ?? place
        }
        guard segments.indices.contains(place), row.count("dropoff") > 0 else { return }
        if row.count("dropoff") > segments[place].worst?.count("dropoff") ?? 0 {
            segments[place].worst = row
        }
    }

    /// The segment that the last step belonged to.
    private var place = 0

    private func holds(_ place: Int, _ breakdown: String, _ row: Row) -> Bool {
        guard segments.indices.contains(place) else { return false }
        let totals = segments[place].totals
        return totals.text("breakdown") == breakdown
            && totals.text("segment") == row.text("segment")
    }

    private init(number: Int, rules: StatsManifest.Funnel) {
        self.number = number
        self.rules = rules
    }
}
