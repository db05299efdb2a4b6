import Testing

@testable import Journeys

struct OrderedMatcherTests {
    /// 100,000 random units in all, with overlapping steps, ties and optional steps.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func findsTheDepthOfThePlainModel(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var reached: Set<Int> = []
        for unit in 0..<5000 {
            let rules = Self.rules(&random)
            let rows = Self.rows(rules.steps.count, &random)
            var matcher = OrderedMatcher(rules: rules)
            matcher.match(rows[...], starts: Int64.min..<Int64.max)
            let depth = matcher.outcome.depth
            reached.insert(depth)
            #expect(
                depth == PlainFunnel(rules: rules).depth(rows),
                "seed \(seed) unit \(unit): \(rules) \(rows)")
            Self.expectSound(matcher.outcome, rules, rows)
        }
        #expect(reached.isSuperset(of: 0...4))
    }

    private static func rules(_ random: inout SeededGenerator) -> FunnelRules {
        let count = Int.random(in: 2...5, using: &random)
        var rules = FunnelRules(steps: [FunnelRules.Step](repeating: .init(), count: count))
        for step in 1..<count - 1 where Int.random(in: 0..<4, using: &random) == 0 {
            rules.steps[step].isOptional = true
        }
        rules.window = Bool.random(using: &random) ? Int64.random(in: 0...12, using: &random) : nil
        rules.windowFrom = Bool.random(using: &random) ? .first : .previous
        return rules
    }

    private static func rows(_ steps: Int, _ random: inout SeededGenerator) -> [LabelledRow] {
        let overlaps = Bool.random(using: &random)
        let times = (0..<Int.random(in: 0...8, using: &random)).map { _ in
            Int64.random(in: 0...12, using: &random)
        }
        return times.sorted().enumerated().map { place, time in
            var mask: UInt64 = 1 << UInt64.random(in: 0..<UInt64(steps), using: &random)
            if overlaps, Int.random(in: 0..<3, using: &random) == 0 {
                mask |= 1 << UInt64.random(in: 0..<UInt64(steps), using: &random)
            }
            return LabelledRow(time: time, steps: mask, exclusions: 0, row: place)
        }
    }

    /// The rows told are distinct, fit their steps, and do not go back in time.
    private static func expectSound(
        _ outcome: Outcome, _ rules: FunnelRules, _ rows: [LabelledRow]
    ) {
        var last = Int64.min
        var used: Set<Int> = []
        for step in 0..<outcome.depth {
            let row = outcome.rows[step]
            guard row >= 0 else {
                #expect(rules.steps[step].isOptional)
                continue
            }
            #expect(used.insert(row).inserted)
            #expect(rows[row].steps & (1 << step) != 0)
            #expect(rows[row].time == outcome.times[step])
            if !rules.steps[step].isOptional {
                #expect(rows[row].time >= last)
                last = rows[row].time
            }
        }
    }

    /// The worked examples of the rules, one letter a row: A to C fill steps, x excludes.
    @Test(arguments: [
        ("A0 B7 C12", FunnelRules.Origin.first, 2), ("A0 B7 C12", .previous, 3),
        ("A0 A5 B8 C12", .first, 3), ("A0 B1 A2 C3", .first, 3), ("A0 B1 A5 B6 C12", .first, 3),
        ("B0 A0", .first, 2), ("A0 B10", .first, 2), ("A0 B11", .first, 1),
    ])
    func countsTheWorkedExamples(text: String, from: FunnelRules.Origin, depth: Int) {
        var rules = FunnelRules(steps: [FunnelRules.Step](repeating: .init(), count: 3), window: 10)
        rules.windowFrom = from
        #expect(OrderedMatcher.outcome(text, rules).depth == depth)
    }

    @Test(arguments: [
        ("A0 x1 B2", FunnelRules.Effect.remove, 0), ("A0 x1 B2", .cut, 1),
        ("A0 x1 B2", .reset, 0), ("A0 x1 A2 B3", .remove, 2), ("A0 x5 B5", .remove, 2),
    ])
    func excludesAsTheWorkedExamplesSay(text: String, effect: FunnelRules.Effect, depth: Int) {
        var rules = FunnelRules(steps: [FunnelRules.Step](repeating: .init(), count: 2), window: 10)
        rules.exclusions = [.init(from: 0, to: 1)]
        rules.effect = effect
        let outcome = OrderedMatcher.outcome(text, rules)
        #expect((outcome.isRemoved ? 0 : outcome.depth) == depth)
    }

    @Test func aCutAttemptKeepsItsDepth() {
        var rules = FunnelRules(steps: [FunnelRules.Step](repeating: .init(), count: 3), window: 10)
        rules.exclusions = [.init(from: 1, to: 2)]
        let text = "A0 B1 A20 B21 x22 C23"
        #expect(OrderedMatcher.outcome(text, rules).isRemoved)
        rules.effect = .cut
        #expect(OrderedMatcher.outcome(text, rules).depth == 2)
    }

    @Test(arguments: [("A0 y1 B2", 1), ("A0 B1 B2 C3", 3), ("A0 B1 A2 C3", 2)])
    func strictIsBrokenByForeignRows(text: String, depth: Int) {
        var rules = FunnelRules(steps: [FunnelRules.Step](repeating: .init(), count: 3), window: 10)
        rules.order = .strict
        #expect(OrderedMatcher.outcome(text, rules).depth == depth)
    }

    @Test func theLaterStartWinsOverAnOptionalStep() {
        var rules = FunnelRules(steps: [FunnelRules.Step](repeating: .init(), count: 4), window: 10)
        rules.steps[1].isOptional = true
        // A, then the optional B, then C and D: A0 B1 A9 C9.5 D12 in tenths of a unit.
        rules.window = 100
        let outcome = OrderedMatcher.outcome("A0 B10 A90 C95 D120", rules)
        #expect(outcome.depth == 4)
        #expect(outcome.time(ofStep: 1) == nil)
    }
}
