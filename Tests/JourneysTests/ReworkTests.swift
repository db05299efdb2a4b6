import Testing

@testable import Journeys

struct ReworkTests {
    private static func rework(_ rows: PathRows, _ journey: String = "") throws -> [String] {
        try rows.tables(journey).lines(
            "rework", "touchpoint", "sessions", "self_loops", "repetitions", "rework_rate",
            "conversion_with", "conversion_without")
    }

    /// A A A B C B B A C: self loops A 1, B 1; repetitions A, B, C 1 each.
    @Test func workedExample() throws {
        var rows = PathRows()
        rows.add("1", "1", events: ["A", "A", "A", "B", "C", "B", "B", "A", "C"])
        #expect(
            try Self.rework(rows) == ["A,1,1,1,1,0,", "B,1,1,1,1,0,", "C,1,0,1,1,0,"])
    }

    /// Within sessions, and by what the session came to.
    @Test func ratesAreOfSessionsWithTheTouchpoint() throws {
        var rows = PathRows()
        rows.add("1", "1", at: 0, events: ["pay", "pay", "buy"])
        rows.add("1", "2", at: 9000, events: ["pay", "see", "pay"])
        rows.add("2", "1", at: 0, events: ["pay", "buy"])
        rows.add("3", "1", at: 0, events: ["pay"])
        rows.add("3", "2", at: 9000, events: ["pay", "see"])
        rows.add("4", "1", at: 0, events: ["buy", "buy"])
        // Two sessions at once: neither sees the rows of the other.
        rows.add("5", "1", at: 0, "see")
        rows.add("5", "2", at: 1, "pay")
        rows.add("5", "1", at: 2, "help")
        rows.add("5", "2", at: 3, "buy")
        #expect(
            try Self.rework(rows, PathRows.touchpoints("see", "pay", "help", "buy::conversion"))
                == [
                    "pay,6,1,1,0.333333333,0.5,0.5", "buy,4,1,0,0.25,1,1", "see,3,0,0,0,,0",
                    "help,1,0,0,0,,0",
                ])
    }

    /// A run that goes on over a session's end is two runs.
    @Test func runsEndWithTheSession() throws {
        var rows = PathRows()
        rows.add("1", "1", at: 0, events: ["A", "A"])
        rows.add("1", "2", at: 9000, events: ["A"])
        #expect(try Self.rework(rows) == ["A,2,1,0,0.5,0,0"])
    }
}
