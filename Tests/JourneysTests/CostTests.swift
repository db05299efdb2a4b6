import Rows
import StageSupport
import Testing

@testable import Journeys

/// What input can drive up, counted in rows and cells: it grows with the input and not with its square.
struct CostTests {
    private static let day: Int64 = 86_400 * 1_000_000

    private static func funnel(
        steps: Int, window: Int64?, order: FunnelRules.Order = .ordered
    ) -> Funnel {
        var rules = FunnelRules(
            steps: [FunnelRules.Step](repeating: .init(), count: steps), window: window)
        rules.order = order
        return Funnel(
            name: "f", steps: (0..<steps).map { .touchpoint("\($0)") }, rules: rules)
    }

    /// Rows with bits of steps, one after another at so many microseconds.
    private static func rows(_ steps: [UInt64], every gap: Int64) -> [LabelledRow] {
        steps.enumerated().map { index, steps in
            LabelledRow(time: Int64(index) * gap, steps: steps, exclusions: 0, row: index)
        }
    }

    private static func utc() throws -> TimeZoneRules { try TimeZoneRules(named: "UTC") }

    /// By period, as it is written down: the unit is looked at once more for each, with all of its rows.
    private static func plainPeriods(
        _ funnel: Funnel, _ rows: [LabelledRow]
    ) -> [[Int]] {
        var periods: [[Int]] = []
        let days = Set(
            rows.filter { $0.steps & 1 != 0 || funnel.rules.order == .unordered }
                .map { $0.time / day }
        ).sorted()
        for day in days {
            var matcher = FunnelMatcher(funnel.rules)
            matcher.findBest(of: rows[...], starts: day * Self.day..<(day + 1) * Self.day)
            let isConverted = matcher.outcome.depth == funnel.steps.count
            periods.append([Int(day), isConverted ? 1 : 0])
        }
        return periods
    }

    /// A customer who comes every day for years, and begins each day, but converts at the end alone, or
    /// never: the rows that periods look at grow with the rows.
    @Test(arguments: [nil, 14 * day], [FunnelRules.Order.ordered, .unordered])
    func daysOfOneCustomerAreLinear(window: Int64?, order: FunnelRules.Order) throws {
        for last: UInt64 in [0b001, 0b100] {
            let funnel = Self.funnel(steps: 3, window: window, order: order)
            let count = 500
            var steps = [UInt64](repeating: 0b001, count: count)
            for index in stride(from: 1, to: count, by: 2) { steps[index] = 0b011 }
            steps[count - 1] = last
            let rows = Self.rows(steps, every: Self.day)
            var trend = FunnelTrend(funnel, in: try Self.utc())
            var matcher = FunnelMatcher(funnel.rules)
            let given = trend.addPeriods(of: rows, &matcher)
            // With a window 15 days of rows a period, without one each row for each halving.
            #expect(given <= count * 15, "\(given) rows looked at")
            let entered = trend.periods(in: Self.span(of: rows)).reduce(0) { $0 + $1.cell.entered }
            #expect(entered == (order == .ordered && last == 0b100 ? count - 1 : count))
        }
    }

    private static func span(of rows: [LabelledRow]) -> LogSpan? {
        var times = LogTimes()
        for row in rows { times.observe(row.time) }
        return LogSpan(times.clusters())
    }

    /// The short way through periods against looking at all rows for each.
    @Test(arguments: 0..<10 as Range<UInt64>)
    func periodsAreThoseOfThePlainWay(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for unit in 0..<200 {
            let window = [nil, Self.day, 3 * Self.day][Int.random(in: 0..<3, using: &random)]
            var funnel = Self.funnel(
                steps: 3, window: window,
                order: FunnelRules.Order.allCases[Int.random(in: 0..<3, using: &random)])
            funnel.rules.windowFrom = Bool.random(using: &random) ? .first : .previous
            funnel.rules.steps[1].isOptional = Bool.random(using: &random)
            if funnel.rules.order == .unordered { funnel.rules.steps[1].isOptional = false }
            if Bool.random(using: &random) { funnel.rules.steps[2].within = Self.day }
            if funnel.rules.order == .unordered { funnel.rules.steps[2].within = nil }
            let count = Int.random(in: 1...12, using: &random)
            let steps = (0..<count).map { _ in UInt64.random(in: 1..<8, using: &random) }
            let gap = Int64.random(in: 1...20, using: &random) * Self.day / 10
            let rows = Self.rows(steps, every: gap)
            var trend = FunnelTrend(funnel, in: try Self.utc())
            var matcher = FunnelMatcher(funnel.rules)
            trend.addPeriods(of: rows, &matcher)
            let periods = trend.periods(in: Self.span(of: rows)).filter { $0.cell.entered > 0 }
            let found = periods.map { [$0.start.daysSince1970, $0.cell.converted] }
            #expect(
                found == Self.plainPeriods(funnel, rows), "unit \(unit): \(funnel.rules) \(rows)")
        }
    }

    /// A window of any order that holds many rows, and one that slides over many: a row that comes or goes
    /// does not have the others looked at.
    @Test(arguments: [nil, 1000] as [Int64?])
    func rowsOfOneWindowAreLinear(window: Int64?) {
        let funnel = Self.funnel(steps: 4, window: window, order: .unordered)
        let count = 20_000
        // One row that could be three steps is never enough for all four.
        var steps = [UInt64](repeating: 0b0001, count: count)
        for index in stride(from: 0, to: count, by: 1001) { steps[index] = 0b1110 }
        var matcher = UnorderedMatcher(rules: funnel.rules)
        matcher.match(Self.rows(steps, every: 1)[...], starts: Int64.min..<Int64.max)
        #expect(matcher.outcome.depth == (window == nil ? 4 : 2))
        #expect(matcher.rowsMatched <= 4 * 4000, "\(matcher.rowsMatched) rows looked at")
    }

    /// Sessions of one customer that all go on at once: the firings and attempts of the others are not looked
    /// at again for each.
    @Test func frictionOfOverlappingSessionsIsLinear() throws {
        let (sessions, rows) = (200, 30)
        let words = (0..<sessions * rows).map { index in
            "\(["A", "F", "x"][index / sessions % 3])@\(index)#\(index % sessions)"
        }
        let analysis = try WrittenPaths(words.joined(separator: " ")).analysis(
            Journey.text(
                "A B F x", kinds: ["F": "error"], answers: ["F": "\"A\""],
                "[[funnel]]\nname = \"f\"\nsteps = [\"A\", \"B\"]\nunit = \"session\"\n"))
        let landmark = try #require(analysis.funnels[0].landmark)
        #expect(landmark.pairs[0].eligible == sessions)
        #expect(landmark.lookups <= 6 * words.count, "\(landmark.lookups) looked at")
    }

    /// Beyond the 200 channels with most touches all are one state of the chain, and one row a model.
    @Test func eightHundredChannelsAreTwoHundredAndOthers() throws {
        var rows = PathRows()
        // Channels 0…199 come twice, all others once; the first 10 of each kind convert.
        for channel in 0..<800 {
            for visit in 0..<(channel < 200 ? 2 : 1) {
                let name = "c\(channel)-\(visit)"
                rows.add(name, "1", "see", channel: String(1000 + channel))
                if channel % 200 < 10 {
                    rows.add(name, "1", "buy", channel: String(1000 + channel))
                }
            }
        }
        let tables = try rows.tables(PathRows.touchpoints("see", "buy::conversion"))
        let lines = try tables.lines("attribution", "model", "channel", "conversions")
        // 10 · 2 of the channels kept, and 30 of the others.
        for model in Attribution.Model.allCases {
            let own = lines.filter { $0.hasPrefix(model.rawValue + ",") }
            #expect(own.count == 201, "\(own.count) rows and as many columns")
            #expect(own.last == "\(model.rawValue),(other),30")
            #expect(own.first == "\(model.rawValue),1000,2")
        }
    }
}
