import BasicContainers
import Statistics
import TestSupport
import Testing

@testable import Journeys

struct LandmarkTests {
    private static func journey(_ funnel: String, _ friction: String = "") -> String {
        Journey.text(
            "A B C F x s", kinds: ["F": "error", "s": "support_request"],
            "[[funnel]]\nname = \"f\"\n\(funnel)\n[friction]\n\(friction)\n")
    }

    private static func strata(_ analysis: borrowing Analysis, pair: Int = 0) throws -> [[Int]] {
        let found = try #require(analysis.funnels[0].landmark).pairs[pair]
        let signal = try #require(found.signals.last)
        return found.exposures[signal].byRows.tables(of: found.byRows).map(\.cells)
    }

    /// The first attempt at A counts, not the one that converts; rows past the window do not.
    @Test func followsFromTheFirstTimeAStepIsReached() throws {
        let steps = "steps = [\"A\", \"B\", \"C\"]\nwindow = \"10s\""
        let paths = WrittenPaths("A@0 F@0.5 B@1 x@2 A@5 B@6 F@7 C@12")
        let analysis = try paths.analysis(Self.journey(steps))
        #expect(try Self.strata(analysis) == [[0, 0, 0, 1], [0, 1, 0, 0]])
        // From row 2 on: x, A, B, F within 10 s after it.
        #expect(
            try Self.strata(analysis, pair: 1)
                == [[0, 0, 0, 1], [0, 0, 0, 1], [0, 0, 0, 1], [0, 0, 0, 1], [0, 1, 0, 0]])
    }

    @Test(arguments: [
        // The window is inclusive.
        ("A@0 x@4 F@10", "window = \"10s\"", [[0, 0, 1, 0], [0, 0, 1, 0], [1, 0, 0, 0]]),
        ("A@0 x@4 F@11", "window = \"10s\"", nil),
        // Only the unit's own rows count.
        ("A@0#1 F@4#2 F@5#1", "unit = \"session\"", [[0, 0, 1, 0], [1, 0, 0, 0]]),
        (
            "A@0%a F@4%b x@5%a F@6%a", "unit = \"visitor\"",
            [[0, 0, 1, 0], [0, 0, 1, 0], [1, 0, 0, 0]]
        ),
        (
            "A@0#1 F@4#2 F@5#1", "unit = \"customer\"",
            [[0, 0, 1, 0], [1, 0, 0, 0], [0, 0, 0, 0]]
        ),
        // The row of the step itself is row 0.
        ("F@0 x@1", "steps = [\"F\", \"B\"]", [[1, 0, 0, 0], [0, 0, 0, 0]]),
        // Each attempt is a unit: its rows end where the next begins.
        (
            "A@0 x@1 A@20 F@21", "entry = \"every\"\nwindow = \"10s\"",
            [[0, 0, 2, 0], [1, 0, 1, 0]]
        ),
        ("A@0 x@1 A@20 F@21", "entry = \"first\"\nwindow = \"10s\"", nil),
        // A unit that leaves the funnel is not there.
        ("A@0 x@1 F@2", "exclude = [{ touchpoint = \"x\", to = 2 }]", nil),
    ])
    func rowsOfTheUnitOnly(rows: String, option: String, strata: [[Int]]?) throws {
        let steps = option.hasPrefix("steps") ? "" : "steps = [\"A\", \"B\"]\n"
        let analysis = try WrittenPaths(rows).analysis(Self.journey(steps + option))
        let landmark = try #require(analysis.funnels[0].landmark)
        guard let strata else {
            #expect(landmark.pairs[0].signals.filter { $0 >= Signal.allCases.count }.isEmpty)
            return
        }
        #expect(try Self.strata(analysis) == strata)
    }

    /// A support contact counts for a day after the step.
    @Test func supportContactsCountForAWhile() throws {
        for (hours, isThere) in [(24.0, true), (24.001, false)] {
            let analysis = try WrittenPaths("A@0 s@\(hours * 3600)#2").analysis(
                Self.journey("steps = [\"A\", \"B\"]"))
            let pair = try #require(analysis.funnels[0].landmark).pairs[0]
            #expect(pair.signals.contains(Int(Signal.supportContact.rawValue)) == isThere)
        }
    }

    @Test func rowsPastTheThousandthShareAStratum() throws {
        let long = "A@0 " + (1...1500).map { "x@\($0 * 60)#\($0)" }.joined(separator: " ")
        var paths = WrittenPaths()
        paths.add("a", long)
        paths.add("b", long + " F@100000")
        paths.add("c", long + " F@100000 B@100001")
        paths.add("d", long.replacing("x@60060#1001", with: "F@60060#1001"))
        let strata = try Self.strata(
            paths.analysis(Self.journey("steps = [\"A\", \"B\"]\nwindow = \"none\"")))
        #expect(strata.count == 1002)
        #expect(strata[1000] == [0, 0, 3, 1])
        #expect(strata[1001] == [2, 1, 1, 0])
    }

    @Test func aFunnelOfAnyOrderHasNoFriction() throws {
        let analysis = try WrittenPaths("A@0 F@1 B@2").analysis(
            Self.journey("steps = [\"A\", \"B\"]\norder = \"unordered\""))
        #expect(analysis.frictionTable().rows.isEmpty)
        let count = analysis.signals.counts.all.count
        #expect(count > 0)
    }
}
