import Testing

@testable import Journeys

struct UnorderedMatcherTests {
    /// The largest number of steps that distinct rows of one window fill, by trying all.
    private static func plainDepth(_ rows: [LabelledRow], _ rules: FunnelRules) -> Int {
        var best = 0
        for first in rows.indices {
            let length = rules.window ?? Int64.max
            let window = rows[first...].filter { $0.time - rows[first].time <= length }
            best = max(best, fill(Array(window), step: 0, of: rules.steps.count, used: []))
        }
        return best
    }

    private static func fill(
        _ rows: [LabelledRow], step: Int, of count: Int, used: Set<Int>
    ) -> Int {
        guard step < count else { return 0 }
        var best = fill(rows, step: step + 1, of: count, used: used)
        for (place, row) in rows.enumerated()
        where row.steps & (1 << step) != 0 && !used.contains(place) {
            best = max(
                best, 1 + fill(rows, step: step + 1, of: count, used: used.union([place])))
        }
        return best
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func findsTheDepthOfThePlainModel(seed: UInt64) {
        var random = SeededGenerator(seed: seed &+ 1000)
        for unit in 0..<2000 {
            let count = Int.random(in: 2...4, using: &random)
            var rules = FunnelRules(steps: [FunnelRules.Step](repeating: .init(), count: count))
            rules.order = .unordered
            rules.window =
                Bool.random(using: &random) ? Int64.random(in: 0...8, using: &random) : nil
            let times = (0..<Int.random(in: 0...7, using: &random)).map { _ in
                Int64.random(in: 0...12, using: &random)
            }
            let rows = times.sorted().enumerated().map { place, time in
                LabelledRow(
                    time: time, steps: UInt64.random(in: 1..<1 << UInt64(count), using: &random),
                    exclusions: 0, row: place)
            }
            var matcher = FunnelMatcher(rules)
            matcher.findBest(of: rows[...], starts: Int64.min..<Int64.max)
            let depth = matcher.outcome.depth
            #expect(depth == Self.plainDepth(rows, rules), "seed \(seed) unit \(unit): \(rows)")
        }
    }

    @Test func timesAreThoseOfTheChosenWindow() {
        // A0 A8 B12, window 10: the set is A8 B12, two steps in 4.
        var rules = FunnelRules(steps: [.init(), .init()], window: 10)
        rules.order = .unordered
        let rows = [(0, 1), (8, 1), (12, 2)].enumerated().map { place, row in
            LabelledRow(time: Int64(row.0), steps: UInt64(row.1), exclusions: 0, row: place)
        }
        var matcher = FunnelMatcher(rules)
        matcher.findBest(of: rows[...], starts: Int64.min..<Int64.max)
        let outcome = matcher.outcome
        #expect(outcome.depth == 2)
        #expect(outcome.times == [8, 12])
    }
}

struct EntryTests {
    /// Outcomes of A, B, C rows such as `A0 B7` with a window of 10.
    private func depths(_ text: String, _ entry: FunnelRules.Entry, steps: Int) -> [[Int64]] {
        var rules = FunnelRules(
            steps: [FunnelRules.Step](repeating: .init(), count: steps), window: 10)
        rules.entry = entry
        let rows = text.split(separator: " ").enumerated().map { place, word in
            LabelledRow(
                time: Int64(word.dropFirst()) ?? 0, steps: 1 << ((word.utf8.first ?? 0) - 0x41),
                exclusions: 0, row: place)
        }
        var found: [[Int64]] = []
        var matcher = FunnelMatcher(rules)
        var next = 0
        while let range = matcher.next(of: rows, from: next) {
            next = range.upperBound
            found.append(Array(matcher.outcome.times.prefix(matcher.outcome.depth)))
        }
        return found
    }

    // The worked examples of the rules: `first` and `every` on the same rows.
    @Test func firstEntryIsTheOnlyOne() {
        #expect(depths("A0 A5 B8 C12", .best, steps: 3) == [[5, 8, 12]])
        #expect(depths("A0 A5 B8 C12", .first, steps: 3) == [[0, 8]])
    }

    @Test func everyEntryIsAUnit() {
        #expect(depths("A0 A5 B8 C12", .every, steps: 3) == [[0, 8]])
        #expect(depths("A0 B9 A20 B21", .best, steps: 2) == [[0, 9]])
        #expect(depths("A0 B9 A20 B21", .every, steps: 2) == [[0, 9], [20, 21]])
    }
}
