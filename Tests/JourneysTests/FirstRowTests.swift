import Testing

@testable import Journeys

/// The rows at which a unit's depth first came to each step, which need not be those of its attempt.
struct FirstRowTests {
    // Three steps A B C within 10; the first three are of the rules of funnels.
    @Test(arguments: [
        ("A0 B1 A2 C3", [0, 1, 3], [0, 1, 3]),
        // The attempt that converts began later than the first to come to A and B.
        ("A0 B1 A5 B6 C12", [2, 3, 4], [0, 1, 4]),
        ("A0 A5 B8 C12", [1, 2, 3], [0, 2, 3]),
        // The first attempt is the best: a later one comes no deeper.
        ("A0 B1 A20 B21", [0, 1, -1], [0, 1, -1]),
        // The later start takes the place of the earlier one, whose steps were reached all the same.
        ("A0 B5 A8 B11 C18", [2, 3, 4], [0, 1, 4]),
        ("B0 A0 C5", [1, 0, 2], [1, 0, 2]), ("B0 C1", [-1, -1, -1], [-1, -1, -1]),
    ])
    func areTheEarliest(text: String, rows: [Int], firstRows: [Int]) {
        let rules = FunnelRules(
            steps: [FunnelRules.Step](repeating: .init(), count: 3), window: 10)
        let outcome = OrderedMatcher.outcome(text, rules)
        #expect(outcome.rows == rows)
        #expect(outcome.firstRows == firstRows)
    }

    // Two steps A B, x from 1 to 2.
    @Test(arguments: [
        ("A0 x1 A2 B3", FunnelRules.Effect.remove, [0, 3]),
        // B was reached by an excluded attempt first, then by a clean one.
        ("A0 x1 B2 A3 B4", .remove, [0, 4]), ("A0 x1 A2 B3", .reset, [2, 3]),
        ("A0 x1 A2 B3", .cut, [0, 3]),
    ])
    func excludedAttemptsReachNothing(
        text: String, effect: FunnelRules.Effect, firstRows: [Int]
    ) {
        var rules = FunnelRules(steps: [FunnelRules.Step](repeating: .init(), count: 2), window: 10)
        rules.exclusions = [.init(from: 0, to: 1)]
        rules.effect = effect
        #expect(OrderedMatcher.outcome(text, rules).firstRows == firstRows)
    }

    /// The depth of every beginning of the rows, by trying all choices: 20,000 random units.
    @Test(arguments: 0..<10 as Range<UInt64>)
    func agreeWithThePlainModel(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for unit in 0..<2000 {
            let count = Int.random(in: 2...4, using: &random)
            var rules = FunnelRules(steps: [FunnelRules.Step](repeating: .init(), count: count))
            if count > 2, Bool.random(using: &random) { rules.steps[1].isOptional = true }
            rules.window =
                Bool.random(using: &random) ? Int64.random(in: 0...12, using: &random) : nil
            rules.windowFrom = Bool.random(using: &random) ? .first : .previous
            let rows = Self.rows(count, &random)
            var matcher = OrderedMatcher(rules: rules)
            matcher.match(rows[...], starts: Int64.min..<Int64.max)
            let times = rules.steps.indices.filter { !rules.steps[$0].isOptional }.map { step in
                Self.timeReaching(step + 1, rows, rules)
            }
            let ours = rules.steps.indices.filter { !rules.steps[$0].isOptional }.map { step in
                let row = matcher.outcome.firstRows[step]
                return row < 0 ? nil : rows[row].time
            }
            #expect(ours == times, "seed \(seed) unit \(unit): \(rules) \(rows)")
            for (step, row) in matcher.outcome.firstRows.enumerated() where row >= 0 {
                #expect(rows[row].steps & (1 << UInt64(step)) != 0)
            }
        }
    }

    /// The time of the instant with which the depth comes to `depth`.
    private static func timeReaching(
        _ depth: Int, _ rows: [LabelledRow], _ rules: FunnelRules
    ) -> Int64? {
        for time in rows.map(\.time) {
            let beginning = rows.filter { $0.time <= time }
            if PlainFunnel(rules: rules).depth(beginning) >= depth { return time }
        }
        return nil
    }

    private static func rows(_ steps: Int, _ random: inout SeededGenerator) -> [LabelledRow] {
        let times = (0..<Int.random(in: 0...8, using: &random)).map { _ in
            Int64.random(in: 0...12, using: &random)
        }
        return times.sorted().enumerated().map { place, time in
            var mask: UInt64 = 1 << UInt64.random(in: 0..<UInt64(steps), using: &random)
            if Int.random(in: 0..<4, using: &random) == 0 {
                mask |= 1 << UInt64.random(in: 0..<UInt64(steps), using: &random)
            }
            return LabelledRow(time: time, steps: mask, exclusions: 0, row: place)
        }
    }
}
