import Foundation
import Rows
import TestSupport
import Testing

@testable import Sessionize
@testable import Sessions

/// Rows of wrong clocks from night to night.
struct ClockTests {
    private static let stray = TestRow("2038-01-19T03:14:07Z", ["visitor": "stray"])

    /// Visitors of a night of January, one row a minute.
    private static func night(_ number: Int, rows: Int) -> [TestRow] {
        (0..<rows).map {
            TestRow(
                1_767_225_600_000_000 + Int64(number) * 86_400_000_000 + Int64($0) * 60_000_000,
                ["visitor": "n\(number)-\($0)"])
        }
    }

    /// One row of 2038 in any night, and again the next: each other night's sessions go out but for the last
    /// hour's, no row is late, and what lies in 2038 waits.
    @Test(arguments: [1, 64 << 20])
    func aWrongClockStallsNoLaterNight(memory: Int) throws {
        let engine = try Engine()
        engine.memory = memory
        engine.keepsState = true
        var delivered = 0
        for number in 0..<5 {
            let rows = Self.night(number, rows: number == 1 ? 1400 : 200)
            let strays = number == 1 || number == 2 ? [Self.stray] : []
            let result = try engine.run(rows + strays)
            #expect(result.report.late == 0)
            #expect(result.report.span?.future == strays.count)
            #expect(result.report.span?.last == rows.last?.time)
            // The last hour's, and those that lie in 2038.
            #expect(result.report.counts.heldRows == 61 + min(number, 2))
            delivered += result.paths.count
        }
        #expect(delivered == 1400 + 4 * 200 - 61)
        engine.keepsState = false
        let rest = try engine.run(files: [engine.scratch.path("state")])
        #expect(rest.paths.filter { $0["visitor"] == "stray" }.count == 2)
        #expect(rest.paths.count == 61 + 2)
        #expect(rest.report.span?.last == Self.night(4, rows: 200).last?.time)
    }

    /// Where the first night has too few rows to tell a wrong clock, later ones can.
    @Test func aShortFirstNightIsMadeGood() throws {
        let engine = try Engine()
        engine.keepsState = true
        let first = try engine.run(Self.night(0, rows: 60) + [Self.stray])
        #expect(first.report.span?.last == Self.stray.time)
        let second = try engine.run(Self.night(1, rows: 60))
        #expect(second.report.span?.last == Self.night(1, rows: 60).last?.time)
        #expect(second.report.span?.future == 0)
        let third = try engine.run(Self.night(2, rows: 60))
        #expect(third.report.late == 0)
        #expect(third.report.span?.last == Self.night(2, rows: 60).last?.time)
    }

    /// After a pause of more than 30 days the log goes on, whatever came before.
    @Test func aLongPauseIsNoWrongClock() throws {
        let engine = try Engine()
        engine.keepsState = true
        _ = try engine.run(Self.night(0, rows: 1000))
        let later = try engine.run(Self.night(40, rows: 20))
        #expect(later.report.span?.future == 0)
        #expect(later.report.span?.last == Self.night(40, rows: 20).last?.time)
        #expect(later.report.span?.first == Self.night(0, rows: 1).last?.time)
    }

    /// What the program says, and what it writes on the end line.
    @Test(arguments: [
        (
            "2038-01-19T03:14:07Z",
            "1 row lies more than 30 days after all others, which end at "
                + "2026-01-01T03:19:00.000000Z: a wrong clock? the end of the data stays there"
        ),
        (
            "2000-01-01T00:00:00Z",
            "1 row lies more than 30 days before all others, which begin at "
                + "2026-01-01T00:00:00.000000Z: a wrong clock? the start of the data stays there"
        ),
    ])
    func wrongClocksAreTold(time: String, message: String) throws {
        let stream = EventStream(Self.night(0, rows: 200) + [TestRow(time, ["visitor": "w"])])
        let result = try Program("sessionize").run([], input: Data(stream.bytes))
        #expect(result.status == 0)
        #expect(result.errors == "sessionize: \(message)\n")
        let end = try #require(result.text.split(separator: "\n").last)
        #expect(end.contains(" first=2026-01-01T00:00:00.000000Z "))
        #expect(end.contains(" horizon=2026-01-01T03:19:00.000000Z "))
        let quiet = try Program("sessionize").run(["--quiet"], input: Data(stream.bytes))
        #expect(quiet.errors.isEmpty)
    }
}
