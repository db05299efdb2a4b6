import Statistics
import Testing

@testable import Journeys

/// Random customers: the tables of all strata, by the fast way and by the plain one.
struct LandmarkModelTests {
    private static let letters = ["A", "B", "C", "F", "s", "x", "G"]

    private static func customer(_ random: inout SeededGenerator) -> [PlainLandmark.Row] {
        var time: Int64 = 0
        return (0..<Int.random(in: 1...14, using: &random)).map { _ in
            // Some rows share an instant.
            let event = letters[Int.random(in: 0..<letters.count, using: &random)]
            let isStep = ["A", "B", "C"].contains(event)
            let gap = Int64.random(in: 0...6, using: &random)
            time += isStep ? max(gap, 1) : gap
            let visitor = Bool.random(using: &random) ? "v" : "w"
            return PlainLandmark.Row(
                time: time, event: event,
                session: visitor + "\(Int.random(in: 0...1, using: &random))", visitor: visitor)
        }
    }

    private static func text(_ row: PlainLandmark.Row) -> String {
        "\(row.event)@\(row.time)#\(row.session)%\(row.visitor)"
    }

    private static func units(
        _ customers: [[PlainLandmark.Row]], _ unit: Funnel.Unit
    ) -> [[PlainLandmark.Row]] {
        customers.flatMap { rows -> [[PlainLandmark.Row]] in
            switch unit {
            case .customer: [rows]
            case .visitor: ["v", "w"].map { name in rows.filter { $0.visitor == name } }
            case .session:
                ["v0", "v1", "w0", "w1"].map { name in rows.filter { $0.session == name } }
            }
        }
    }

    @Test(arguments: 0..<24 as Range<UInt64>)
    func agreeWithThePlainModel(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let customers = (0..<150).map { _ in Self.customer(&random) }
        let unit = Funnel.Unit.allCases[Int(seed % 3)]
        let seconds: Int64? = [nil, 5, 12, 30][Int(seed / 3 % 4)]
        let entry = seed % 5 == 0 ? FunnelRules.Entry.first : .best
        let from = seed % 7 == 0 ? FunnelRules.Origin.previous : .first
        var written = WrittenPaths()
        for (number, rows) in customers.enumerated() {
            written.add("c\(number)", rows.map(Self.text).joined(separator: " "))
        }
        let analysis = try written.analysis(
            Journey.text(
                "A B C F s x G", kinds: ["F": "error", "s": "support_request", "G": "error"],
                answers: ["G": "[\"x\", \"A\"]"],
                """
                [[funnel]]
                name = "f"
                steps = ["A", "B", "C"]
                unit = "\(unit)"
                entry = "\(entry)"
                window_from = "\(from)"
                window = "\(seconds.map { "\($0)s" } ?? "none")"
                [friction]
                support_within = "9s"
                """))
        var rules = FunnelRules(steps: [FunnelRules.Step](repeating: .init(), count: 3))
        rules.window = seconds
        rules.windowFrom = from
        rules.entry = entry
        let plain = PlainLandmark(steps: ["A", "B", "C"], rules: rules)
        let units = Self.units(customers, unit)
        let landmark = try #require(analysis.funnels[0].landmark)
        #expect(landmark.pairs[0].signals.count > 1)
        for (number, pair) in landmark.pairs.enumerated() {
            let error = Int(Signal.number(ofErrors: 3))
            expect(
                pair, error, plain.strata(units, from: number) { row, _ in row.event == "F" })
            expect(
                pair, Int(Signal.supportContact.rawValue),
                plain.strata(units, from: number) { row, start in
                    row.event == "s" && row.time - start.time <= 9
                })
            // An error of which nothing is said answers rows of the step, another what it says.
            expect(
                pair, error,
                plain.attempts(units, from: number, "F") { $0.event == plain.steps[number] })
            expect(
                pair, Int(Signal.number(ofErrors: 6)),
                plain.attempts(units, from: number, "G") { "xA".contains($0.event) })
        }
    }

    /// Whatever a funnel's rules: the eligible are those who reached the step, the dropped those who
    /// did not reach the next. The self-check of each run says so.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func sumsHoldForAnyFunnel(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var written = WrittenPaths()
        for number in 0..<60 {
            let rows = Self.customer(&random).map { row in
                // Ties of steps too: seconds by threes.
                "\(row.event)@\(row.time / 3)#\(row.session)%\(row.visitor)"
            }
            written.add("c\(number)", rows.joined(separator: " "))
        }
        let analysis = try written.analysis(
            Journey.text(
                "A B C F s x G",
                kinds: ["F": "error", "s": "support_request", "G": "error"],
                answers: ["G": ["[]", "\"A\"", "[\"x\", \"F\"]"][Int(seed % 3)]],
                (0..<6).map { Self.funnel($0, &random) }.joined()))
        for counter in analysis.funnels where counter.funnel.rules.order != .unordered {
            let pairs = try #require(counter.landmark).pairs
            #expect(pairs.map(\.eligible).reduce(0, +) > 0 || counter.whole.entered == 0)
        }
    }

    private static func funnel(_ number: Int, _ random: inout SeededGenerator) -> String {
        func one(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
        let within = one(["", ", within = \"5s\"", ", after = \"1s\"", ", optional = true"])
        let first = one(["", ", first_time = true"])
        let (other, to) = (one(["x", "F", "s"]), one(["2", "3", "4"]))
        return """
            [[funnel]]
            name = "f\(number)"
            steps = ["A", { touchpoint = "B"\(within)\(first) }, "C", "A"]
            unit = "\(one(["customer", "visitor", "session"]))"
            order = "\(one(["ordered", "ordered", "strict"]))"
            entry = "\(one(["best", "first", "every"]))"
            window = "\(one(["none", "3s", "10s"]))"
            window_from = "\(one(["first", "previous"]))"
            exclusion_effect = "\(one(["remove", "cut", "reset"]))"
            exclude = [{ touchpoint = "\(other)", from = 1, to = \(to) }]

            """
    }

    /// The same strata, but for empty ones at the end.
    private func expect(_ pair: Landmark.Pair, _ signal: Int, _ plain: [[Int]]) {
        let met = signal < pair.exposures.count ? pair.exposures[signal].byRows : Exposures()
        agree(met.tables(of: pair.byRows).map(\.cells), plain)
    }

    /// The same by attempts, and as many firings behind a row of the step.
    private func expect(
        _ pair: Landmark.Pair, _ signal: Int, _ plain: (strata: [[Int]], following: Int)
    ) {
        let isMet = signal < pair.exposures.count
        let kind: SignalKind =
            signal == Signal.number(ofErrors: 6) ? .answer(attempts: 0) : .undeclared
        let met = isMet ? pair.exposures[signal].byAttempts : Exposures()
        agree(met.tables(of: pair.attempts(for: kind)).map(\.cells), plain.strata)
        guard kind == .undeclared else { return }
        #expect((isMet ? pair.exposures[signal].following : 0) == plain.following)
    }

    private func agree(_ ours: [[Int]], _ plain: [[Int]]) {
        #expect(Array(ours.prefix(plain.count)) == plain)
        #expect(ours.dropFirst(plain.count).allSatisfy { $0 == [0, 0, 0, 0] })
    }
}

extension MantelHaenszel.Stratum {
    /// Dropped and went on among the exposed, then among the others.
    var cells: [Int] { [exposedCases, exposedOthers, unexposedCases, unexposedOthers] }
}
