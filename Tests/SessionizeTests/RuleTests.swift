import Foundation
import Rows
import StageSupport
import TestSupport
import Testing

@testable import Sessionize
@testable import Sessions

struct RuleTests {
    /// One visitor's day: row, UTC, campaign.
    private static let day: [TestRow] = [
        ("21:40:00Z", ""), ("21:55:00Z", "spring"), ("22:05:00Z", ""), ("22:35:00Z", ""),
        ("22:40:00Z", "SPRING"), ("22:45:00Z", "summer"), ("23:15:00.000001Z", ""),
    ].map {
        TestRow("2026-11-20T\($0.0)", ["visitor": "v1", "event": "e", "campaign": $0.1])
    }

    /// The table of the worked example in the specification of sessions.
    @Test(arguments: [
        ("gt", [1, 1, 1, 1, 1, 1, 2]), ("ge", [1, 1, 1, 2, 2, 2, 3]),
        ("midnight", [1, 1, 2, 2, 2, 2, 3]), ("campaign", [1, 1, 1, 1, 1, 2, 3]),
        ("all", [1, 1, 2, 3, 3, 4, 5]),
    ])
    func splitsTheWorkedExample(rules: String, expected: [Int]) throws {
        let engine = try Engine()
        if rules == "ge" || rules == "all" { engine.rule.boundary = .ge }
        if rules == "midnight" || rules == "all" {
            engine.rule.midnight = try LocalClock(zone: "Europe/Helsinki")
        }
        engine.rule.splitsOnCampaign = rules == "campaign" || rules == "all"
        let result = try engine.run(Self.day)
        #expect(result.paths.compactMap { $0["session_index"].flatMap { Int($0) } } == expected)
        // sha256("v1" 0x1F "1795210800000000"), by the specification.
        #expect(result.paths.first?["session_id"] == "2018551f5c619d1c9212")
    }

    @Test(arguments: [
        // A day of 25 hours: 24 October ends at 21:00Z, 25 October at 22:00Z.
        ("Europe/Helsinki", "2026-10-25T21:30:00Z", "2026-10-25T21:59:59Z", 1),
        ("Europe/Helsinki", "2026-10-25T21:59:59Z", "2026-10-25T22:00:00Z", 2),
        ("Europe/Helsinki", "2026-10-24T20:59:59.999999Z", "2026-10-24T21:00:00Z", 2),
        // A day of 23 hours: 29 March begins at 22:00Z and ends at 21:00Z.
        ("Europe/Helsinki", "2026-03-28T21:59:59Z", "2026-03-28T22:00:00Z", 2),
        ("Europe/Helsinki", "2026-03-29T20:59:59Z", "2026-03-29T21:00:00Z", 2),
        // A day without a midnight: 23:59:59 is followed by 01:00:00.
        ("Africa/Cairo", "2026-04-23T21:59:59Z", "2026-04-23T22:00:00Z", 2),
        ("UTC", "2026-10-25T23:59:58Z", "2026-10-26T00:00:01Z", 2),
        ("UTC", "2026-10-25T21:59:59Z", "2026-10-25T22:00:00Z", 1),
        // New York goes back on 1 November 2026 at 06:00Z; both sides are the 1st.
        ("America/New_York", "2026-11-01T05:59:59Z", "2026-11-01T06:00:00Z", 1),
        ("America/New_York", "2026-11-02T04:59:59Z", "2026-11-02T05:00:00Z", 2),
    ])
    func splitsAtLocalMidnight(zone: String, one: String, other: String, count: Int) throws {
        let engine = try Engine()
        engine.rule.midnight = try LocalClock(zone: zone)
        let result = try engine.run([
            TestRow(one, ["visitor": "v"]), TestRow(other, ["visitor": "v"]),
        ])
        #expect(result.table.count == count)
    }

    @Test func customerWithManyOpenSessionsKeepsThemApart() throws {
        let engine = try Engine()
        var rows: [TestRow] = []
        for round in 0..<3 {
            for number in 0..<3000 {
                // Every visitor comes each 25 minutes; the last round is an hour later.
                let minutes = Int64(round == 2 ? 85 : round * 25)
                rows.append(
                    TestRow(
                        minutes * 60_000_000 + Int64(number),
                        [
                            "visitor": "v\(number)", "user": "kiosk",
                            "event_id": "\(round)-\(number)",
                        ]))
            }
        }
        rows.append(TestRow(0, ["visitor": "z", "event_id": "z"]))
        let result = try engine.run(rows)
        #expect(result.sessions == PlainModel(rule: engine.rule).sessions(rows))
        #expect(result.table.count == 6001)
    }

    @Test func keysAreVisitorThenUser() throws {
        let engine = try Engine()
        engine.joinsIdentities = false
        let result = try engine.run([
            TestRow("2026-01-01T00:00:00Z", ["user": "u", "event_id": "1"]),
            TestRow("2026-01-01T00:01:00Z", ["visitor": "v", "user": "u", "event_id": "2"]),
            TestRow("2026-01-01T00:02:00Z", ["user": "u", "event_id": "3"]),
            TestRow("2026-01-01T00:03:00Z", ["event_id": "4"]),
        ])
        #expect(Set(result.paths.sessions("event_id").values) == [["1", "3"], ["2"]])
        #expect(result.paths.filter { $0["event_id"] == "1" }.first?["visitor"] == "")
        #expect(result.quarantine.map { $0["event_id"] } == ["4"])
        #expect(result.quarantine.first?["customer"] == "")
        #expect(result.report.counts.noKey == 1)
    }

    @Test func oneVisitorWithTwoCustomersHasTwoKeys() throws {
        let engine = try Engine()
        let result = try engine.run([
            TestRow("2026-01-01T00:00:00Z", ["visitor": "v", "user": "a", "event_id": "1"]),
            TestRow("2026-01-01T00:00:00Z", ["visitor": "v", "user": "b", "event_id": "2"]),
            TestRow("2026-01-01T00:01:00Z", ["visitor": "v", "user": "a", "event_id": "3"]),
        ])
        #expect(Set(result.paths.sessions("event_id").values) == [["1", "3"], ["2"]])
        let ids = result.table.compactMap { $0["session_id"] }
        #expect(ids.count == 2)
        // Same visitor, same start: the second by customer is told apart.
        #expect(ids.last == (ids.first ?? "") + "-2")
        #expect(result.table.map { $0["customer"] } == ["a", "b"])
    }

    @Test func equalTimesStayInInputOrder() throws {
        let engine = try Engine()
        engine.rule.boundary = .ge
        let rows = (0..<50).map {
            TestRow("2026-01-01T00:00:00Z", ["visitor": "v", "event_id": "\($0)"])
        }
        let result = try engine.run(rows)
        #expect(result.paths.compactMap { $0["event_id"] } == (0..<50).map(String.init))
        #expect(result.paths.compactMap { $0["step"] } == (1...50).map(String.init))
        #expect(result.table.count == 1)
    }

    @Test func campaignsAtOneMomentMakeTwoSessions() throws {
        let engine = try Engine()
        engine.rule.splitsOnCampaign = true
        let result = try engine.run([
            TestRow("2026-01-01T00:00:00Z", ["visitor": "v", "campaign": "a"]),
            TestRow("2026-01-01T00:00:00Z", ["visitor": "v", "campaign": "b"]),
        ])
        let ids = result.paths.compactMap { $0["session_id"] }
        #expect(ids.count == 2)
        #expect(ids.last == (ids.first ?? "") + "-2")
    }
}

struct DeclaredTests {
    private func row(_ clock: String, _ session: String, _ id: String) -> TestRow {
        TestRow("2026-01-01T\(clock)Z", ["visitor": "v", "session": session, "event_id": id])
    }

    @Test func idsRunInParallelAndEmptyOnesAreCutByTime() throws {
        let engine = try Engine()
        engine.rule.usesDeclared = true
        let result = try engine.run([
            row("00:00:00", "s", "1"), row("00:01:00", "t", "2"), row("00:02:00", "s", "3"),
            row("00:03:00", "", "4"), row("02:00:00", "s", "5"), row("02:10:00", "", "6"),
        ])
        #expect(
            Set(result.paths.sessions("event_id").values) == [
                ["1", "3", "5"], ["2"], ["4"], ["6"],
            ])
        #expect(result.report.counts.undeclared == 2)
        // From 3 to 5 lie 118 minutes.
        #expect(result.report.counts.declaredGaps == 1)
        // 2 and 4 begin within 30 minutes of a row of another session, and so does 6.
        #expect(result.report.counts.declaredNeighbours == 3)
        #expect(result.paths.first { $0["event_id"] == "5" }?["step"] == "3")
    }

    @Test func strayRowLaterThanTheLimitStartsAnotherSession() throws {
        let engine = try Engine()
        engine.rule.usesDeclared = true
        let result = try engine.run([
            row("00:00:00", "s", "1"), row("12:00:00", "s", "2"), row("12:00:00.000001", "s", "3"),
        ])
        #expect(Set(result.paths.sessions("event_id").values) == [["1", "2"], ["3"]])
    }

    @Test func equalStartsAreMarkedByDeclaredID() throws {
        let engine = try Engine()
        engine.rule.usesDeclared = true
        let result = try engine.run([
            row("00:00:00", "t", "1"), row("00:00:00", "s", "2"), row("00:00:00", "r", "3"),
        ])
        let ids = Dictionary(
            uniqueKeysWithValues: result.paths.map { ($0["session"] ?? "", $0["session_id"] ?? "") }
        )
        let plain = ids["r"] ?? ""
        #expect(!plain.contains("-"))
        #expect(ids == ["r": plain, "s": plain + "-2", "t": plain + "-3"])
    }
}

struct QuarantineTests {
    @Test(arguments: [(3, 0), (2, 1)])
    func tooManyRowsAreNoPerson(limit: Int, quarantined: Int) throws {
        let engine = try Engine()
        engine.rule.maximumEvents = limit
        let rows = ["00:00:00", "00:01:00", "00:02:00", "01:00:00"].map {
            TestRow("2026-01-01T\($0)Z", ["visitor": "v"])
        }
        let result = try engine.run(rows)
        #expect(result.quarantine.count == quarantined * 3)
        #expect(result.paths.count == 4 - quarantined * 3)
        #expect(result.table.map { $0["quarantined"] } == ["\(quarantined == 1)", "false"])
        #expect(
            result.table.map { $0["session_index"] }
                == (quarantined == 1 ? ["", "1"] : ["1", "2"]))
        #expect(result.report.counts.quarantinedSessions == quarantined)
        #expect(result.quarantine.allSatisfy { $0["session_index"] == "" })
        #expect(
            result.quarantine.compactMap { $0["step"] }
                == (quarantined == 1 ? ["1", "2", "3"] : []))
    }

    @Test(arguments: [(60, 0), (59, 1)])
    func tooLongIsNoPerson(minutes: Int64, quarantined: Int) throws {
        let engine = try Engine()
        engine.rule.maximumLength = minutes * 60_000_000
        let rows = ["00:00:00", "00:20:00", "00:40:00", "01:00:00"].map {
            TestRow("2026-01-01T\($0)Z", ["visitor": "v"])
        }
        let result = try engine.run(rows)
        #expect(result.report.counts.quarantinedSessions == quarantined)
        #expect(result.quarantine.count == quarantined * 4)
    }
}

struct TableTests {
    @Test func columnsSayWhatTheRowsHold() throws {
        let engine = try Engine()
        let result = try engine.run([
            TestRow(
                "2026-01-01T10:00:00Z",
                [
                    "visitor": "v", "event": "page_view", "page": "/a", "channel": "direct",
                    "country": "FI",
                ]),
            TestRow(
                "2026-01-01T10:00:01.5Z",
                [
                    "visitor": "v", "event": "page_view", "page": "=b", "channel": "email",
                    "source": "news", "medium": "email", "campaign": "x,y", "device": "mobile",
                    "status": "404",
                ]),
            TestRow(
                "2026-01-01T10:00:02.5Z",
                [
                    "visitor": "v", "event": "purchase", "channel": "paid_search", "value": "19.90",
                    "currency": "EUR", "status": "500", "device": "tv",
                ]),
            TestRow(
                "2026-01-01T10:00:02.75Z",
                [
                    "visitor": "v", "event": "purchase", "value": "5", "currency": "EUR",
                    "status": "200",
                ]),
        ])
        let row = try #require(result.table.first)
        let expected = [
            "customer": "v", "visitor": "v", "session_index": "1",
            "start": "2026-01-01T10:00:00.000000Z", "end": "2026-01-01T10:00:02.750000Z",
            "duration_s": "2.75", "events": "4", "page_views": "2", "entry_page": "/a",
            "exit_page": "'=b", "channel": "email", "source": "news", "medium": "email",
            "campaign": "x,y", "device": "mobile", "country": "FI", "errors": "2",
            "value": "24.90", "currency": "EUR", "bounced": "false", "start_cropped": "true",
            "end_cropped": "true", "quarantined": "false",
        ]
        for (column, value) in expected { #expect(row[column] == value, "\(column)") }
        #expect(row.count == expected.count + 1)
    }

    @Test(arguments: [
        (["direct", "email"], "email"), (["direct", ""], "direct"), (["", "direct"], "direct"),
        (["", ""], ""), (["email", "paid_search"], "email"),
    ])
    func attributionIsOfOneRow(channels: [String], expected: String) throws {
        let engine = try Engine()
        let result = try engine.run(
            channels.map { TestRow("2026-01-01T10:00:00Z", ["visitor": "v", "channel": $0]) })
        #expect(result.table.first?["channel"] == expected)
    }

    /// An amount without a currency takes no other's.
    @Test(arguments: [
        (["EUR", "SEK"], "", ""), (["EUR", ""], "", ""), (["", "EUR"], "", ""),
        (["", ""], "2", ""),
        (["EUR", "EUR"], "2", "EUR"),
    ])
    func twoCurrenciesHaveNoSum(currencies: [String], value: String, currency: String) throws {
        let engine = try Engine()
        let result = try engine.run(
            currencies.map {
                TestRow(
                    "2026-01-01T10:00:00Z",
                    ["visitor": "v", "event": "purchase", "value": "1", "currency": $0])
            })
        #expect(result.table.map { $0["value"] } == [value])
        #expect(result.table.map { $0["currency"] } == [currency])
    }

    @Test func linesAreSortedByCustomerStartID() throws {
        let engine = try Engine()
        let result = try engine.run([
            TestRow("2026-01-01T12:00:00Z", ["visitor": "é"]),
            TestRow("2026-01-01T11:00:00Z", ["visitor": "b", "user": "u"]),
            TestRow("2026-01-01T11:00:00Z", ["visitor": "a", "user": "u"]),
            TestRow("2026-01-01T10:00:00Z", ["visitor": "c", "user": "u"]),
            TestRow("2026-01-01T12:00:00Z", ["visitor": "B"]),
        ])
        let places = result.table.map {
            [$0["customer"] ?? "", $0["start"] ?? "", $0["session_id"] ?? ""]
        }
        #expect(places.map { $0[0] } == ["B", "u", "u", "u", "é"])
        #expect(
            places.map { Array($0.joined(separator: "\t").utf8) }
                == places
                .map { Array($0.joined(separator: "\t").utf8) }.sorted {
                    $0.lexicographicallyPrecedes($1)
                })
    }

    @Test func cropFlagsLookAtTheEdgesOfTheLog() throws {
        let engine = try Engine()
        let result = try engine.run([
            TestRow("2026-01-01T00:00:00Z", ["visitor": "a"]),
            TestRow("2026-01-01T00:29:59.999999Z", ["visitor": "b"]),
            TestRow("2026-01-01T00:30:00Z", ["visitor": "c"]),
            TestRow("2026-01-01T23:30:00Z", ["visitor": "d"]),
            TestRow("2026-01-01T23:30:00.000001Z", ["visitor": "e"]),
            TestRow("2026-01-02T00:00:00Z", ["visitor": "f"]),
        ])
        #expect(
            result.table.map { $0["start_cropped"] } == [
                "true", "true", "false", "false", "false", "false",
            ])
        #expect(
            result.table.map { $0["end_cropped"] } == [
                "false", "false", "false", "false", "true", "true",
            ])
    }

    /// One in a thousand rows may lie 30 days and a microsecond behind the others; two are too many.
    @Test func wrongClocksDoNotMoveTheHorizon() throws {
        let engine = try Engine()
        let late: Int64 = 998_000_000_000 + 30 * 86_400_000_000 + 1
        var rows = (0..<999).map { TestRow(Int64($0) * 1_000_000_000, ["visitor": "v\($0)"]) }
        rows.append(TestRow(late, ["visitor": "w"]))
        let result = try engine.run(rows)
        #expect(result.report.span?.future == 1)
        #expect(result.report.span?.last == 998_000_000_000)
        rows.append(TestRow("2030-01-01T00:00:00Z", ["visitor": "w"]))
        let more = try engine.run(rows)
        #expect(more.report.span?.future == 1)
        #expect(more.report.span?.last == late)
    }

    /// In few rows a wrong clock cannot be told.
    @Test(arguments: [(98, 0), (99, 1)])
    func aHundredRowsAreNeeded(others: Int, strays: Int) throws {
        let engine = try Engine()
        var rows = (0..<others).map {
            TestRow(1_767_225_600_000_000 + Int64($0) * 1_000_000, ["visitor": "v"])
        }
        rows.append(TestRow("2038-01-19T03:14:07Z", ["visitor": "w"]))
        #expect(try engine.run(rows).report.span?.future == strays)
        rows[others] = TestRow("2000-01-01T00:00:00Z", ["visitor": "w"])
        #expect(try engine.run(rows).report.span?.ancient == strays)
    }

    /// GA4 sends some events by itself.
    @Test(arguments: [
        (["session_start", "first_visit", "page_view"], "v", "true"), (["page_view"], "v", "true"),
        (["page_view", "user_engagement"], "v", "true"), (["session_start"], "v", "false"),
        (["page_view", "page_view"], "v", "false"), (["page_view", "scroll"], "v", "false"),
        (["page_view"], "", "false"),
    ])
    func aBounceIsOneRow(events: [String], visitor: String, bounced: String) throws {
        let engine = try Engine()
        let result = try engine.run(
            events.enumerated().map {
                TestRow(
                    Int64($0.offset) * 1_000_000,
                    ["visitor": visitor, "user": "u", "event": $0.element])
            })
        #expect(result.table.map { $0["bounced"] } == [bounced])
        #expect(result.table.map { $0["events"] } == ["\(events.count)"])
    }

    /// The ids of a visitor and of a user with one name differ: sha256("7" 0x1F "0"), sha256("7" 0x1E "0").
    @Test func sessionIDsTellVisitorsFromUsers() throws {
        let engine = try Engine()
        let result = try engine.run([
            TestRow(0, ["visitor": "7"]), TestRow(0, ["user": "7"]),
        ])
        let ids = Dictionary(
            uniqueKeysWithValues: result.paths.map {
                ($0["customer"] ?? "", $0["session_id"] ?? "")
            })
        #expect(ids == ["visitor:7": "ea33cfdec91189d95866", "7": "532f4b90caf5c1b810c7"])
    }
}
