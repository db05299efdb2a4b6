import Testing

@testable import Journeys

struct CalendarTests {
    private static let helsinki = "timezone = \"Europe/Helsinki\"\n"
    private static let buys = PathRows.touchpoints("see", "buy::conversion")

    /// The hours in which anything was, `weekday hour: events sessions conversions`.
    private static func hours(_ rows: PathRows, _ journey: String) throws -> [String] {
        let all = try rows.tables(journey + buys).lines(
            "hours", "weekday", "hour", "events", "sessions", "conversions")
        #expect(all.count == 168)
        #expect(all.first?.hasPrefix("1,0,") == true && all.last?.hasPrefix("7,23,") == true)
        return all.filter { !$0.hasSuffix(",0,0,0") }
    }

    /// 2026-10-25 is a Sunday: from 04:00 (+03:00) clocks go back to 03:00 (+02:00), at 01:00 UTC.
    @Test func theHourRepeatedInAutumnAddsToItsRow() throws {
        var rows = PathRows()
        for (customer, time) in [
            ("a", "2026-10-24T23:59:59Z"), ("b", "2026-10-25T00:00:00Z"),
            ("c", "2026-10-25T00:59:59Z"), ("d", "2026-10-25T01:00:00Z"),
            ("e", "2026-10-25T01:59:59Z"), ("f", "2026-10-25T02:00:00Z"),
        ] {
            rows.add(customer, "1", exactly: time, "see")
        }
        #expect(try Self.hours(rows, Self.helsinki) == ["7,2,1,1,0", "7,3,4,4,0", "7,4,1,1,0"])
        #expect(
            try Self.hours(rows, "") == ["6,23,1,1,0", "7,0,2,2,0", "7,1,2,2,0", "7,2,1,1,0"])
    }

    /// 2026-03-29 is a Sunday: from 03:00 (+02:00) clocks go forward to 04:00 (+03:00), at 01:00 UTC.
    @Test func theHourLeftOutInSpringHasNothing() throws {
        var rows = PathRows()
        for (customer, time) in [("a", "2026-03-29T00:59:59Z"), ("b", "2026-03-29T01:00:00Z")] {
            rows.add(customer, "1", exactly: time, "see")
        }
        #expect(try Self.hours(rows, Self.helsinki) == ["7,2,1,1,0", "7,4,1,1,0"])
    }

    /// Rows and conversions by their time, sessions by their start; zones off the hour, and days before
    /// 1970.
    @Test(arguments: [
        ("UTC", "2026-11-29T23:59:59Z", "2026-11-30T00:00:00Z", ["1,0,1,0,1", "7,23,1,1,0"]),
        (
            "Asia/Kathmandu", "2026-11-29T18:14:59Z", "2026-11-29T18:15:00Z",
            ["1,0,1,0,1", "7,23,1,1,0"]
        ),
        (
            "America/St_Johns", "2026-11-30T03:29:59Z", "2026-11-30T03:30:00Z",
            ["1,0,1,0,1", "7,23,1,1,0"]
        ),
        // 1969-12-28 was a Sunday.
        ("UTC", "1969-12-28T23:59:59Z", "1969-12-29T00:00:00Z", ["1,0,1,0,1", "7,23,1,1,0"]),
    ])
    func hoursAreLocal(zone: String, first: String, second: String, hours: [String]) throws {
        var rows = PathRows()
        rows.add("a", "1", exactly: first, "see")
        rows.add("a", "1", exactly: second, "buy")
        #expect(try Self.hours(rows, "timezone = \"\(zone)\"\n") == hours)
    }

    private static func retention(
        _ rows: PathRows, _ journey: String = "", until horizon: String
    ) throws -> [String] {
        try rows.tables(journey + buys, horizon: horizon).lines(
            "retention", "cohort", "period", "customers", "returned", "rate")
    }

    /// 2026-11-02, 09, 16, 23 are Mondays.
    @Test func customersReturnInLaterWeeks() throws {
        var rows = PathRows()
        rows.add("a", "1", exactly: "2026-11-08T23:59:59Z", "see")
        rows.add("a", "2", exactly: "2026-11-16T00:00:00Z", "see")
        rows.add("a", "3", exactly: "2026-11-17T00:00:00Z", "see")
        rows.add("b", "1", exactly: "2026-11-02T00:00:00Z", "see")
        // One session over the week's end starts once.
        rows.add("b", "2", exactly: "2026-11-15T23:59:00Z", "see")
        rows.add("b", "2", exactly: "2026-11-16T00:01:00Z", "see")
        rows.add("c", "1", exactly: "2026-11-09T12:00:00Z", "see")
        let first = [
            "2026-11-02,0,2,2,1", "2026-11-02,1,2,1,0.5",
        ]
        let second = "2026-11-09,0,1,1,1"
        #expect(
            try Self.retention(rows, until: "2026-11-23T00:00:00.000000Z")
                == first + ["2026-11-02,2,2,1,0.5", second, "2026-11-09,1,1,0,0"])
        // A microsecond earlier the week of the 16th is not over.
        #expect(
            try Self.retention(rows, until: "2026-11-22T23:59:59.999999Z") == first + [second])
        #expect(try Self.retention(rows, until: "2026-11-08T23:59:59.000000Z").isEmpty)
    }

    /// Wilson's interval of 1 of 2: statsmodels, proportion_confint(1, 2, method="wilson").
    @Test func ratesHaveIntervals() throws {
        var rows = PathRows()
        for customer in ["a", "b"] {
            rows.add(customer, "1", exactly: "2026-11-02T00:00:00Z", "see")
        }
        rows.add("a", "2", exactly: "2026-11-09T00:00:00Z", "see")
        let found = try rows.tables("", horizon: "2026-11-16T00:00:00.000000Z").lines(
            "retention", "period", "rate", "ci_low", "ci_high")
        #expect(found[1] == "1,0.5,0.094531206,0.905468794")
    }

    /// Sunday 22:30 UTC is Monday in Helsinki; the week of the change of clocks has 169 hours.
    @Test func weeksAreLocal() throws {
        var rows = PathRows()
        rows.add("a", "1", exactly: "2026-10-18T21:00:00Z", "see")  // Monday 00:00 +03:00
        rows.add("a", "2", exactly: "2026-10-25T21:59:59Z", "see")  // Sunday 23:59:59 +02:00
        rows.add("a", "3", exactly: "2026-10-25T22:00:00Z", "see")  // Monday
        let end = "2026-11-01T22:00:00.000000Z"
        #expect(
            try Self.retention(rows, Self.helsinki, until: end)
                == ["2026-10-19,0,1,1,1", "2026-10-19,1,1,1,1"])
        #expect(
            try Self.retention(rows, Self.helsinki, until: "2026-10-25T21:59:59.999999Z").isEmpty)
        #expect(
            try Self.retention(rows, Self.helsinki, until: "2026-10-25T22:00:00.000000Z")
                == ["2026-10-19,0,1,1,1"])
    }
}
