import Rows
import Testing

@testable import Journeys

/// Funnels that units may enter at any step.
struct OpenFunnelTests {
    /// The definition as it is written: all pairs of rows.
    private struct Plain {
        let rules: FunnelRules
        let rows: [LabelledRow]

        func times(_ step: Int) -> [Int64] { of(step).map { rows[$0].time } }

        private func of(_ step: Int) -> [Int] {
            rows.indices.filter { rows[$0].steps & (1 << step) != 0 }
        }

        /// From the nearest row of the step before to the earliest row that follows one.
        func gap(_ step: Int) -> Int64? {
            let rule = rules.steps[step]
            var pairs: [(time: Int64, gap: Int64)] = []
            for own in of(step) {
                for before in of(step - 1) where before != own {
                    let gap = rows[own].time - rows[before].time
                    let isInTime = gap <= rules.window ?? .max && gap <= rule.within ?? .max
                    if isInTime, gap >= rule.after ?? 0 { pairs.append((rows[own].time, gap)) }
                }
            }
            let first = pairs.map { $0.time }.min()
            return pairs.filter { $0.time == first }.map { $0.gap }.min()
        }
    }

    /// 40,000 random units with ties and rows of several steps.
    @Test(arguments: 0..<10 as Range<UInt64>)
    func agreesWithAllPairsOfRows(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var (followed, stayed) = (0, 0)
        for unit in 0..<4000 {
            let count = Int.random(in: 1...5, using: &random)
            var rules = FunnelRules(steps: [FunnelRules.Step](repeating: .init(), count: count))
            rules.entry = .any
            rules.window =
                Bool.random(using: &random) ? Int64.random(in: 0...8, using: &random) : nil
            for step in 0..<count where Int.random(in: 0..<4, using: &random) == 0 {
                rules.steps[step].after = Int64.random(in: 0...4, using: &random)
                rules.steps[step].within = Int64.random(in: 2...9, using: &random)
            }
            let times = (0..<Int.random(in: 0...9, using: &random)).map { _ in
                Int64.random(in: 0...10, using: &random)
            }.sorted()
            let rows = times.enumerated().map { index, time in
                LabelledRow(
                    time: time, steps: UInt64.random(in: 0..<1 << UInt64(count), using: &random),
                    exclusions: 0, row: index)
            }
            let plain = Plain(rules: rules, rows: rows)
            var matcher = OpenMatcher(rules: rules)
            matcher.match(rows)
            let outcome = matcher.outcome
            let reached = (0..<count).filter { !plain.times($0).isEmpty }
            #expect(outcome.depth == (reached.last ?? -1) + 1)
            for step in 0..<count {
                #expect(outcome.time(ofStep: step) == plain.times(step).first)
                guard step > 0 else { continue }
                let gap = plain.gap(step)
                #expect(outcome.gaps[step] == gap, "seed \(seed) unit \(unit): \(rules) \(rows)")
                if gap == nil { stayed += 1 } else { followed += 1 }
            }
            if let entry = reached.compactMap({ plain.times($0).first }).min() {
                #expect(outcome.start == entry)
            }
        }
        #expect(followed > 1000 && stayed > 1000)
    }

    private static let journey = Journey.text(
        "a b c x",
        "[[funnel]]\nname = \"f\"\nsteps = [\"a\", \"b\", \"c\"]\nentry = \"any\"\n"
            + "window = \"10s\"\n")

    /// u goes all the way, v comes to b directly, w to c, and x to none; y comes to c long after b.
    private static var paths: WrittenPaths {
        var paths = WrittenPaths()
        paths.add("u", "a@0 x@1 b@4 c@6")
        paths.add("v", "b@0 x@3")
        paths.add("w", "c@0")
        paths.add("x", "x@0")
        paths.add("y", "a@0 b@2 c@50")
        return paths
    }

    @Test func stepsCountHoweverOneCame() throws {
        let analysis = try Self.paths.analysis(Self.journey)
        let tables = analysis.tables(LogSpan(analysis.times.clusters()))
        let rows = try tables[0].written()
        func column(_ name: String) -> [String?] { rows.map { $0[name] } }
        #expect(column("reached") == ["2", "3", "3"])
        #expect(column("rate_from_first") == ["0.5", "0.75", "0.75"])
        // Both came from a to b, after 4 and 2 s; from b to c within 10 s came one of three, after 2 s.
        #expect(column("rate_from_previous") == ["", "1", "0.333333333"])
        #expect(column("mean_s") == ["", "3", "2"])
        #expect(column("dropoff") == ["0", "1", ""])
        let totals = try tables[1].written()[0]
        #expect(totals["entered"] == "4" && totals["converted"] == "3" && totals["rate"] == "0.75")
        // 6, 0 and 50 s.
        #expect(totals["median_s"] == "6")
        let next = try analysis.dropoffNextTable().written()
        #expect(next.map { $0["next_touchpoint"] } == ["x"])
        #expect(try analysis.frictionTable().written().isEmpty)
    }

    @Test func theDayOfEntryCounts() throws {
        let analysis = try Self.paths.analysis(Self.journey)
        let rows = try analysis.trendTable(LogSpan(analysis.times.clusters())).written()
        #expect(rows.map { $0["entered"] } == ["4"] && rows[0]["converted"] == "3")
    }
}
