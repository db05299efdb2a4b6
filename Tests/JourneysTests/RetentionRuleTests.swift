import Testing

@testable import Journeys

/// `[retention]` by worked examples; `PeerTableTests` compares tables with DuckDB's.
struct RetentionRuleTests {
    private static let touchpoints = PathRows.touchpoints("see", "join", "buy::conversion")

    private static func cells(
        _ rows: PathRows, _ rules: String, until horizon: String
    ) throws -> [String] {
        let journey = touchpoints + "[retention]\n" + rules
        return try rows.tables(journey, horizon: horizon).lines(
            "retention", "cohort", "period", "customers", "returned")
    }

    private static func rows(_ all: [(String, String, String)]) -> PathRows {
        var rows = PathRows()
        for (number, (customer, time, event)) in all.enumerated() {
            rows.add(customer, "\(number)", exactly: time, event)
        }
        return rows
    }

    /// a comes 23 hours later, on the next day; b 25 hours later.
    @Test func daysOfTheCalendarAndOfTheCustomer() throws {
        let rows = Self.rows([
            ("a", "2026-11-02T12:00:00Z", "see"), ("a", "2026-11-03T11:00:00Z", "see"),
            ("b", "2026-11-02T06:00:00Z", "see"), ("b", "2026-11-03T07:00:00Z", "see"),
        ])
        #expect(
            try Self.cells(rows, "period = \"day\"", until: "2026-11-05T00:00:00.000000Z") == [
                "2026-11-02,0,2,2", "2026-11-02,1,2,2", "2026-11-02,2,2,0",
            ])
        let rolling = "period = \"day\"\nbasis = \"rolling\""
        // The second 24 hours of a end on the 4th at 12:00.
        #expect(
            try Self.cells(rows, rolling, until: "2026-11-04T11:59:59.999999Z")
                == ["2026-11-02,0,2,2"])
        #expect(
            try Self.cells(rows, rolling, until: "2026-11-04T12:00:00.000000Z")
                == ["2026-11-02,0,2,2", "2026-11-02,1,2,1"])
    }

    /// 30 days from 2026-01-31 end on 2026-03-02; the calendar's next month is February.
    @Test func monthsOfTheCalendarAndOfTheCustomer() throws {
        let rows = Self.rows([
            ("a", "2026-01-31T00:00:00Z", "see"), ("a", "2026-03-01T23:59:59Z", "see"),
            ("b", "2026-01-31T00:00:00Z", "see"), ("b", "2026-03-02T00:00:00Z", "see"),
        ])
        #expect(
            try Self.cells(rows, "period = \"month\"", until: "2026-04-01T00:00:00.000000Z")
                == ["2026-01-01,0,2,2", "2026-01-01,1,2,0", "2026-01-01,2,2,2"])
        #expect(
            try Self.cells(
                rows, "period = \"month\"\nbasis = \"rolling\"",
                until: "2026-04-01T00:00:00.000000Z")
                == ["2026-01-01,0,2,2", "2026-01-01,1,2,1"])
    }

    /// Of those who joined, who buys later; c never joined, and what a bought before counts for nothing.
    @Test func fromATouchpointToAnother() throws {
        let rows = Self.rows([
            ("a", "2026-11-02T00:00:00Z", "buy"), ("a", "2026-11-09T00:00:00Z", "join"),
            ("a", "2026-11-17T00:00:00Z", "see"), ("a", "2026-11-24T00:00:00Z", "buy"),
            ("b", "2026-11-10T00:00:00Z", "join"), ("b", "2026-11-16T00:00:00Z", "buy"),
            ("b", "2026-11-18T00:00:00Z", "buy"), ("c", "2026-11-10T00:00:00Z", "buy"),
        ])
        #expect(
            try Self.cells(
                rows, "from = \"join\"\nreturning = \"buy\"", until: "2026-11-30T00:00:00.000000Z")
                == ["2026-11-09,0,2,2", "2026-11-09,1,2,1", "2026-11-09,2,2,1"])
        // Any session returns where nothing is said: that of a on the 17th too.
        #expect(
            try Self.cells(rows, "from = \"join\"", until: "2026-11-23T00:00:00.000000Z")
                == ["2026-11-09,0,2,2", "2026-11-09,1,2,2"])
    }

    @Test func theManifestTellsTheRules() throws {
        let rows = Self.rows([("a", "2026-11-02T12:00:00Z", "see")])
        let plain =
            #""retention":{"period":"week","basis":"calendar","from":null,"returning":null}"#
        #expect(try rows.tables(Self.touchpoints).manifest.contains(plain))
        let rules = "[retention]\nperiod = \"day\"\nbasis = \"rolling\"\nfrom = \"see\"\n"
        let told = #""retention":{"period":"day","basis":"rolling","from":"see","returning":null}"#
        #expect(try rows.tables(Self.touchpoints + rules).manifest.contains(told))
    }

    @Test(arguments: [
        (
            "period = \"weeks\"",
            "retention, period: 'weeks' is not one of day, week, month; did you mean 'week'?"
        ),
        (
            "basis = \"rollin\"",
            "retention, basis: 'rollin' is not one of calendar, rolling; did you mean 'rolling'?"
        ),
        ("from = \"joi\"", "retention, from: no touchpoint 'joi'; did you mean 'join'?"),
        ("returning = \"buyy\"", "retention, returning: no touchpoint 'buyy'; did you mean 'buy'?"),
        ("perod = \"day\"", "retention, perod: unknown key; did you mean 'period'?"),
    ])
    func mistakesAreTold(rules: String, message: String) throws {
        let failure = try #require(throws: (any Error).self) {
            try JourneyFile.journey(
                from: "version = 1\n" + Self.touchpoints + "[retention]\n" + rules + "\n",
                path: "j.toml")
        }
        #expect("\(failure)".contains("j.toml:13:1: \(message)"), "\(failure)")
    }
}
