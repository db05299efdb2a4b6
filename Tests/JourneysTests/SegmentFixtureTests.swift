import Foundation
import StageSupport
import Statistics
import TestSupport
import Testing
import Rows

@testable import Journeys

/// Fixtures that need more than a matcher: read as path rows with a journey, as a user has them.
struct SegmentFixtureTests {
    private final class Found {
        let analysis: Analysis
        let span: LogSpan?
        let object: [String: Any]
        let id: String

        init(_ analysis: consuming Analysis, _ object: [String: Any], id: String) {
            span = LogSpan(analysis.times.clusters())
            self.analysis = analysis
            self.object = object
            self.id = id
        }

        var expected: [String: Any] { object["expected"] as? [String: Any] ?? [:] }
    }

    private static func inline(_ object: [String: Any]) -> Funnel.Matcher {
        var conditions: [RowRule.Condition] = []
        if let event = object["event"] as? String {
            conditions.append(.init(field: .column(.event), test: .text(Array(event.utf8))))
        }
        for (name, value) in object["where"] as? [String: Any] ?? [:] {
            conditions.append(
                .init(
                    field: .property(Array(name.utf8)), test: .text(Array("\(value)".utf8))))
        }
        return .rule(RowRule(conditions: conditions), label: object["event"] as? String ?? "any")
    }

    private static func journey(_ object: [String: Any], _ rules: FunnelRules) -> Journey {
        let steps = (object["steps"] as? [[String: Any]] ?? []).map(inline)
        let exclusions = (object["exclusions"] as? [[String: Any]] ?? []).map(inline)
        var funnel = Funnel(name: "f", steps: steps, exclusions: exclusions, rules: rules)
        if let breakdown = object["breakdown"] as? [String: Any] {
            let names = breakdown["property"] as? [String]
            let name = names.map { _ in "joined" } ?? breakdown["property"] as? String ?? ""
            funnel.breakdown = [.property(Array(name.utf8))]
            funnel.breakdownLimit = breakdown["limit"] as? Int ?? funnel.breakdownLimit
            funnel.attribution =
                switch breakdown["attribution"] as? String {
                case "last_touch": .last
                case "all_events": .all
                case "step": .step(breakdown["step"] as? Int ?? 0)
                default: .first
                }
        }
        var journey = Journey()
        let counting = object["counting"] as? [String: Any]
        if let trend = counting?["trend"] as? [String: Any] {
            funnel.trend = CalendarPeriod(rawValue: trend["interval"] as? String ?? "") ?? .day
            journey.timezone = trend["timezone"] as? String ?? "UTC"
        }
        journey.funnels = [funnel]
        return journey
    }

    /// The events as a path stream: one session a visitor; two properties of one breakdown joined.
    private static func paths(_ found: FunnelCase, _ object: [String: Any]) -> String {
        let breakdown = object["breakdown"] as? [String: Any]
        let joined = breakdown?["property"] as? [String]
        var text = "#polku paths 1\ncustomer\tsession_id\tstep\ttime\tvisitor\tevent\tprops\n"
        let order = found.events.indices.filter { found.events[$0].unit != nil }.sorted {
            let (left, right) = (found.events[$0], found.events[$1])
            return (left.unit ?? "", left.time, $0) < (right.unit ?? "", right.time, $1)
        }
        for (step, place) in order.enumerated() {
            let event = found.events[place]
            var properties = event.properties
            if let joined {
                let values = joined.map { event.properties[$0] ?? "" }
                if values.contains(where: { !$0.isEmpty }) {
                    properties["joined"] = values.joined(separator: "|")
                }
            }
            let props = JSONValue.object(
                properties.keys.sorted().map { ($0, JSONValue.quoted(properties[$0] ?? "")) })
            let unit = event.unit ?? ""
            let time = Timestamp(microseconds: event.time).text
            text += "\(unit)\ts\(unit)\t\(step)\t\(time)\t\(unit)\t\(event.name)\t\(props)\n"
        }
        return text + "#end rows=\(order.count) complete=true\n"
    }

    private static func all(where key: String) throws -> [Found] {
        let scratch = try Scratch()
        let folder = Fixture.path("funnel")
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .filter { $0.hasSuffix(".json") }
            .flatMap { try Fixture.cases("funnel/\($0)") }
            .filter { ($0["expected"] as? [String: Any])?[key] != nil }
            .map { object in
                let found = try FunnelCase(object)
                let path = try scratch.file("paths.tsv", paths(found, object).utf8)
                var analysis = try Analysis(journey(object, found.rules))
                var merge = try PathMerge([path])
                var progress = Progress("test", total: 0, mode: .never)
                try analysis.read(&merge, &progress)
                try SelfCheck.check(
                    analysis, rowsRead: analysis.rowCount, duplicates: 0, members: nil)
                return Found(analysis, object, id: found.id)
            }
    }

    private static func segments(_ found: Found) -> [String: FunnelTally] {
        let tables = FunnelTables(segments: found.analysis.segments, span: found.span)
        let counter = found.analysis.funnels[0]
        let pooled = tables.pooled(
            counter.breakdowns[0], limit: counter.funnel.breakdownLimit)
        return Dictionary(
            uniqueKeysWithValues: pooled.map {
                (String(decoding: $0.name, as: UTF8.self), $0.tally)
            })
    }

    @Test func segmentsAgreeWithPostHog() throws {
        let all = try Self.all(where: "by_breakdown")
        #expect(all.count >= 18)
        for found in all {
            let ours = Self.segments(found)
            for (name, value) in found.expected["by_breakdown"] as? [String: [String: Any]] ?? [:] {
                let isPair = (found.object["breakdown"] as? [String: Any])?["property"] is [String]
                let tally = ours[isPair && name == "|" ? "" : name]
                #expect(
                    tally?.reached == value["steps"] as? [Int], "\(found.id) \(name): \(ours.keys)")
                for (step, seconds) in (value["average_seconds"] as? [Any] ?? []).enumerated() {
                    guard let seconds = (seconds as? NSNumber)?.doubleValue else { continue }
                    let mean = try #require(tally?.steps[step].times.mean)
                    #expect(abs(mean / 1_000_000 - seconds) < 0.01, "\(found.id) \(name)")
                }
            }
        }
    }

    @Test func segmentsAreThoseOfPostHog() throws {
        let all = try Self.all(where: "breakdown_values")
        #expect(all.count == 4)
        for found in all {
            let wanted = (found.expected["breakdown_values"] as? [String] ?? []).map {
                $0 == "Other" ? "(other)" : $0
            }
            #expect(Self.segments(found).keys.sorted() == wanted.sorted(), "\(found.id)")
        }
    }

    @Test func timesToConvertAgreeWithPostHog() throws {
        let all = try Self.all(where: "time_to_convert")
        #expect(all.count == 4)
        for found in all {
            let wanted = try #require(found.expected["time_to_convert"] as? [String: Any])
            let counter = found.analysis.funnels[0]
            let last = counter.funnel.steps.count - 1
            // Ours is of the whole funnel.
            guard wanted["from_step"] as? Int == 0, wanted["to_step"] as? Int == last else {
                #expect(FunnelFixtureTests.exceptions[found.id] != nil, "\(found.id)")
                continue
            }
            let bins = Histogram(sorted: counter.whole.conversions.sorted()).bins
            let theirs = wanted["bins"] as? [[Int]]
            #expect(bins.map { [Int($0.start), $0.count] } == theirs, "\(found.id)")
        }
    }

    @Test func trendsAgreeWithPostHog() throws {
        var checked = 0
        for found in try Self.all(where: "trend") {
            let counter = found.analysis.funnels[0]
            let counting = found.object["counting"] as? [String: Any]
            let trend = try #require(counting?["trend"] as? [String: Any])
            // Ours is from the first step to the last, and weeks start on Monday.
            guard trend["from_step"] as? Int == 0,
                trend["to_step"] as? Int == counter.funnel.steps.count - 1,
                trend["interval"] as? String != "week"
            else {
                #expect(FunnelFixtureTests.exceptions[found.id] != nil, "\(found.id)")
                continue
            }
            let ours = Dictionary(
                uniqueKeysWithValues: counter.trend.periods(in: found.span).map {
                    ($0.start.text, $0.cell)
                })
            for period in found.expected["trend"] as? [[String: Any]] ?? [] {
                let cell = ours[period["t"] as? String ?? ""]
                #expect(cell?.entered ?? 0 == period["from"] as? Int, "\(found.id) \(period)")
                #expect(cell?.converted ?? 0 == period["to"] as? Int, "\(found.id) \(period)")
            }
            checked += 1
        }
        #expect(checked >= 12)
    }

    /// 70 touchpoints, each met once, twice by `c`, which goes on, and by `d`, which does not.
    @Test func correlationCountsEachTouchpointOncePerUnit() throws {
        let names = (0..<70).map { "e\($0)" }
        let way = names.enumerated().map { "\($1)@\($0 + 1)" }.joined(separator: " ")
        var paths = WrittenPaths()
        paths.add("c", "in@0 \(way) e3@80 e68@81 out@90 e69@91")
        paths.add("d", "in@0 \(way) e3@80 e68@81")
        let funnel = "[[funnel]]\nname = \"f\"\nsteps = [\"in\", \"out\"]\n"
        let journey = Journey.text((["in", "out"] + names).joined(separator: " "), funnel)
        let analysis = try paths.analysis(journey)
        let correlation = analysis.funnels[0].correlation
        #expect(correlation.units == 2)
        for (touchpoint, counts) in correlation.touchpoints.enumerated() {
            let isStep = touchpoint < 2
            #expect(counts.converted == (isStep ? 0 : 1), "\(touchpoint)")
            #expect(counts.dropped == (isStep ? 0 : 1), "\(touchpoint)")
        }
        #expect(correlation.touchpoints.count == 72)
    }

    /// The counts: PostHog adds 1 to each cell of the odds ratio, where we add a half.
    @Test func correlationsCountAsPostHog() throws {
        for found in try Self.all(where: "rows") {
            guard found.object["kind"] as? String == "event" else {
                #expect(FunnelFixtureTests.exceptions[found.id] != nil, "\(found.id)")
                continue
            }
            let correlation = found.analysis.funnels[0].correlation
            let totals = found.object["totals"] as? [String: Int] ?? [:]
            #expect(correlation.converted == totals["success"], "\(found.id)")
            #expect(correlation.dropped == totals["failure"], "\(found.id)")
            for row in found.expected["rows"] as? [[String: Any]] ?? [] {
                let name = Array((row["name"] as? String ?? "").utf8)
                let place = try #require(
                    (0..<correlation.touchpoints.count).first {
                        found.analysis.name(Int32($0)) == name
                    })
                let counts = correlation.touchpoints[place]
                #expect(counts.converted == row["success"] as? Int, "\(found.id)")
                #expect(counts.dropped == row["failure"] as? Int, "\(found.id)")
            }
        }
    }
}
