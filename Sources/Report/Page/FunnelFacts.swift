import Glibc
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
    /// The first of `correlation` by q, then by distance from 1, then as the table has them.
    private(set) var clearest: [Row] = []

    var name: String { rules.name }
    var entered: Int { totals?.count("entered") ?? rules.entered }
    /// One step: who reached it, and nothing more.
    var isSingleStep: Bool { rules.steps.count == 1 }
    /// Units may enter at any step.
    var isOpen: Bool { rules.entry == "any" }
    /// `12 customers`, and the word alone.
    var counted: Phrase {
        switch rules.unit {
        case "visitor": .countedVisitors
        case "session": .countedSessions
        default: .countedCustomers
        }
    }
    var plural: Phrase {
        switch rules.unit {
        case "visitor": .visitors
        case "session": .sessions
        default: .customers
        }
    }
    /// The word after `one in 5`.
    var among: Phrase {
        switch rules.unit {
        case "visitor": .amongVisitors
        case "session": .amongSessions
        default: .amongCustomers
        }
    }
    /// `customers`, `visitors` or `sessions`.
    var units: String { rules.unit + "s" }

    /// Of those who left, the share whose window ends after the data; nil where nobody left or windows never
    /// end.
    var shareOpen: Double? {
        let left = steps.reduce(0) { $0 + $1.count("dropoff") }
        guard rules.window != "none", left > 0, let totals else { return nil }
        return Double(totals.count("still_open")) / Double(left)
    }

    /// The required step before a step, from 1.
    func required(before step: Int) -> Int {
        func isOptional(_ step: Int) -> Bool {
            rules.stepRules.indices.contains(step - 1)
                && rules.stepRules[step - 1].split(separator: ", ").contains("optional")
        }
        var before = step - 1
        while before > 1, isOptional(before) { before -= 1 }
        return before
    }

    /// Steps that no row matches, from 1; in a funnel of any order the last ones, for which there are too few.
    var stepsWithoutRows: [Int] {
        let steps = rules.stepsWithoutRows ?? []
        guard rules.order == "unordered" else { return steps }
        return Array((rules.steps.count - steps.count + 1)..<(rules.steps.count + 1))
    }

    /// Whether nobody can go on from a step, because no row matches the required one after it.
    func isDeadEnd(_ step: Row) -> Bool {
        let number = step.count("step")
        let next = (number..<max(rules.stepRules.count, number)).first {
            !rules.stepRules[$0].split(separator: ", ").contains("optional")
        }
        return next.map { stepsWithoutRows.contains($0 + 1) } ?? false
    }

    /// The facts of each funnel of the manifest.
    static func all(_ tables: Tables) -> [FunnelFacts] {
        var facts = tables.manifest.funnels.enumerated().map {
            FunnelFacts(number: $0.offset + 1, rules: $0.element)
        }
        let numbers = Dictionary(facts.map { ($0.name, $0.number - 1) }) { first, _ in first }
        func each(_ table: TableName, _ add: (inout FunnelFacts, Row) -> Void) {
            var last: (name: [UInt8], number: Int?) = ([], nil)
            for row in tables.rows(table) {
                // A funnel's rows lie together.
                let name = row.row.bytes("funnel")
                if name != last.name || last.number == nil {
                    last = (name, numbers[String(decoding: name, as: UTF8.self)])
                }
                guard let number = last.number else { continue }
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
        for number in facts.indices { facts[number].findClearest() }
        return facts
    }

    private mutating func findClearest() {
        clearest = Ranking.largest(correlation, count: 50) { row in
            (
                -(row.number("q_value") ?? 2),
                abs(log(max(row.number("odds_ratio") ?? 1, 1e-300)))
            )
        }
    }

    private mutating func add(totals row: Row) {
        if row.text("breakdown").isEmpty {
            totals = row
        } else {
            segments.append(Segment(totals: row))
        }
    }

    /// Expects the segments in the order of their totals, each with its steps from 1.
    private mutating func add(step row: Row) {
        guard !row.isEmpty("breakdown") else { return steps.append(row) }
        if row.count("step") == 1 { lastSegment = segment(of: row) }
        guard segments.indices.contains(lastSegment), row.count("dropoff") > 0, !isDeadEnd(row)
        else { return }
        if row.count("dropoff") > segments[lastSegment].worst?.count("dropoff") ?? 0 {
            segments[lastSegment].worst = row
        }
    }

    /// The index of the segment that the last step belonged to.
    private var lastSegment = -1

    /// The next segment in most cases, else the one that has the row's names.
    private func segment(of row: Row) -> Int {
        func holds(_ index: Int) -> Bool {
            guard segments.indices.contains(index) else { return false }
            let totals = segments[index].totals
            return totals.text("breakdown") == row.text("breakdown")
                && totals.text("segment") == row.text("segment")
        }
        return holds(lastSegment + 1) ? lastSegment + 1 : segments.indices.first(where: holds) ?? -1
    }

    private init(number: Int, rules: StatsManifest.Funnel) {
        self.number = number
        self.rules = rules
    }
}
