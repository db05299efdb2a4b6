import Testing

@testable import Journeys

/// `activity.csv` by worked examples; `PeerTableTests` compares it with DuckDB's.
struct ActivityTests {
    private static let buys = PathRows.touchpoints("see", "buy::conversion")

    private static func rows(
        _ rows: PathRows, of period: String, _ columns: [String], _ journey: String = ""
    ) throws -> [String] {
        try rows.tables(journey + buys).rows("activity").filter { $0["period"] == period }.map {
            row in columns.map { row[$0] ?? "?" }.joined(separator: ",")
        }
    }

    /// 2026-11-02 is a Monday. On the 5th b was not there the day before, and is resurrected.
    @Test func customersAreNewReturningOrResurrected() throws {
        var paths = PathRows()
        for (customer, session, time) in [
            ("a", "1", "2026-11-02T10:00:00Z"), ("a", "2", "2026-11-03T10:00:00Z"),
            ("a", "3", "2026-11-10T10:00:00Z"), ("b", "1", "2026-11-03T00:00:00Z"),
            ("b", "2", "2026-11-05T23:59:59Z"), ("c", "1", "2026-11-30T10:00:00Z"),
            ("c", "2", "2026-12-01T10:00:00Z"),
        ] {
            paths.add(customer, session, exactly: time, "see")
        }
        let columns = ["period_start", "customers", "new", "returning", "resurrected"]
        let days = try Self.rows(paths, of: "day", columns)
        #expect(days.count == 30)
        #expect(
            Array(days.prefix(4)) == [
                "2026-11-02,1,1,0,0", "2026-11-03,2,1,1,0", "2026-11-04,0,0,0,0",
                "2026-11-05,1,0,0,1",
            ])
        #expect(days.filter { !$0.hasSuffix(",0,0,0,0") }.count == 6)
        #expect(
            try Self.rows(paths, of: "week", columns) == [
                "2026-11-02,2,2,0,0", "2026-11-09,1,0,1,0", "2026-11-16,0,0,0,0",
                "2026-11-23,0,0,0,0", "2026-11-30,1,1,0,0",
            ])
        #expect(
            try Self.rows(paths, of: "month", columns)
                == ["2026-11-01,3,3,0,0", "2026-12-01,1,0,1,0"])
    }

    /// The session over midnight starts on the first day; its order of 12.50 counts on the second.
    @Test func whatCustomersDoCountsWhereItHappens() throws {
        var paths = PathRows()
        paths.add("a", "1", exactly: "2026-11-30T23:59:00Z", "see")
        paths.add(
            "a", "1", exactly: "2026-12-01T00:01:00Z", "buy", value: "12.50", currency: "EUR")
        paths.add(
            "b", "1", exactly: "2026-12-01T08:00:00Z", "buy", value: "7.5", currency: "EUR")
        paths.add("b", "1", exactly: "2026-12-01T08:01:00Z", "see", value: "99", currency: "EUR")
        let columns = ["period_start", "sessions", "events", "conversions", "value", "currency"]
        #expect(
            try Self.rows(paths, of: "day", columns)
                == ["2026-11-30,1,1,0,,", "2026-12-01,1,3,2,20,EUR"])
        #expect(
            try Self.rows(paths, of: "week", columns) == ["2026-11-30,2,4,2,20,EUR"])
        #expect(
            try Self.rows(paths, of: "month", columns)
                == ["2026-11-01,1,1,0,,", "2026-12-01,1,3,2,20,EUR"])
    }

    @Test func valuesOfTwoCurrenciesAreNoSum() throws {
        var paths = PathRows()
        for (customer, currency) in [("a", "EUR"), ("b", "USD")] {
            paths.add(
                customer, "1", exactly: "2026-11-30T10:00:00Z", "buy", value: "5",
                currency: currency)
        }
        #expect(
            try Self.rows(paths, of: "day", ["conversions", "value", "currency"]) == ["2,,"])
    }

    /// In Helsinki 21:00 UTC of the 24th is midnight, and clocks go back an hour on the 25th, 2026-10-25.
    @Test func daysAreLocal() throws {
        var paths = PathRows()
        for (session, time) in [
            ("1", "2026-10-24T20:59:59Z"), ("2", "2026-10-24T21:00:00Z"),
            ("3", "2026-10-25T21:59:59Z"), ("4", "2026-10-25T22:00:00Z"),
        ] {
            paths.add("a", session, exactly: time, "see")
        }
        let found = try Self.rows(
            paths, of: "day", ["period_start", "events"], "timezone = \"Europe/Helsinki\"\n")
        #expect(found == ["2026-10-24,1", "2026-10-25,2", "2026-10-26,1"])
    }

    /// In Newfoundland clocks went back from 00:01 to 23:01 on 2006-10-29, so that day begins twice.
    @Test func aDayThatBeginsTwiceIsOne() throws {
        var paths = PathRows()
        for time in ["2006-10-29T02:30:30Z", "2006-10-29T02:40:00Z", "2006-10-29T03:40:00Z"] {
            paths.add("a", "1", exactly: time, "see")
        }
        let found = try Self.rows(
            paths, of: "day", ["period_start", "events", "new", "returning"],
            "timezone = \"America/St_Johns\"\n")
        #expect(found == ["2006-10-28,1,1,0", "2006-10-29,2,0,1"])
    }

    /// One row of 121 is in 2038, and one customer's: the year 2026 has its periods, and no other.
    @Test func aWrongClockMakesNoPeriods() throws {
        var paths = PathRows()
        for number in 0..<60 {
            paths.add("c\(number)", "1", exactly: "2026-11-02T10:00:00Z", "see")
            paths.add("c\(number)", "2", exactly: "2026-11-04T10:00:00Z", "see")
        }
        paths.add("c7", "3", exactly: "2038-01-19T03:14:07Z", "see")
        let columns = ["period_start", "customers", "new", "returning", "resurrected", "events"]
        #expect(
            try Self.rows(paths, of: "day", columns)
                == ["2026-11-02,60,60,0,0,60", "2026-11-03,0,0,0,0,0", "2026-11-04,60,0,0,60,60"])
        #expect(try Self.rows(paths, of: "month", columns) == ["2026-11-01,60,60,0,0,120"])
    }

    /// Customers come by name, from the last year to the first; years are shown whole.
    @Test func periodsComeInAnyOrder() throws {
        var paths = PathRows()
        paths.add("a", "1", exactly: "2026-01-01T00:00:00Z", "see")
        paths.add("b", "1", exactly: "2024-12-31T00:00:00Z", "see")
        paths.add("c", "1", exactly: "2024-02-29T00:00:00Z", "see")
        let months = try Self.rows(paths, of: "month", ["period_start", "new"])
        #expect(months.count == 24)
        #expect(months.first == "2024-02-01,1" && months.last == "2026-01-01,1")
        #expect(months.filter { $0.hasSuffix(",1") }.count == 3)
    }
}
