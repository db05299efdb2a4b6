import Rows
import StageSupport
import Testing

/// Moments as users write them.
struct MomentOptionTests {
    private static func time(_ text: String, _ zone: TimeZoneRules = .utc) throws -> String {
        // 2026-11-28T07:13:00Z, a Saturday.
        let now = Timestamp(microseconds: 1_795_849_980_000_000)
        return try #require(MomentOption(argument: text)).time(in: zone, now: now).text
    }

    @Test(arguments: [
        ("2026-11-25T10:00:00Z", "2026-11-25T10:00:00.000000Z"),
        ("2026-11-25T10:00:00+02:00", "2026-11-25T08:00:00.000000Z"),
        ("2026-11-25", "2026-11-25T00:00:00.000000Z"), ("today", "2026-11-28T00:00:00.000000Z"),
        ("yesterday", "2026-11-27T00:00:00.000000Z"), ("-7d", "2026-11-21T07:13:00.000000Z"),
        ("-90m", "2026-11-28T05:43:00.000000Z"),
    ])
    func isRead(text: String, time: String) throws {
        #expect(try Self.time(text) == time)
    }

    @Test func daysAreThoseOfTheZone() throws {
        let zone = try TimeZoneRules(named: "Europe/Helsinki")
        #expect(try Self.time("2026-11-25", zone) == "2026-11-24T22:00:00.000000Z")
        #expect(try Self.time("2026-07-25", zone) == "2026-07-24T21:00:00.000000Z")
        #expect(try Self.time("yesterday", zone) == "2026-11-26T22:00:00.000000Z")
    }

    @Test(arguments: [
        "2026-11-25T10:00:00", "25.11.2026", "7d", "-7", "tomorrow", "", "1795849980",
    ])
    func isRefused(text: String) {
        #expect(MomentOption(argument: text) == nil)
        let error = #expect(throws: (any Error).self) { try MomentOption.option(text) }
        #expect(error.map { "\($0)".contains("2026-11-25T12:00:00+02:00") } == true)
    }
}
