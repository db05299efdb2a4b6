import Rows
import Testing

@testable import StageSupport

struct LocalClockTests {
    private static func time(_ text: String) throws -> Int64 {
        try #require(LoggedTime(iso: Array(text.utf8).span)?.time).microseconds
    }

    /// By Python's `zoneinfo` and `isoformat`. Liberia's clocks were 44 min 30 s behind; the text is the same
    /// moment with whole minutes.
    @Test(arguments: [
        ("Europe/Helsinki", "2026-11-20T00:00:01.682Z", "2026-11-20T02:00:01.682000+02:00"),
        ("Europe/Helsinki", "2026-10-25T00:59:59.999999Z", "2026-10-25T03:59:59.999999+03:00"),
        ("Asia/Kathmandu", "2026-11-20T18:15:00Z", "2026-11-21T00:00:00.000000+05:45"),
        ("America/St_Johns", "2026-11-20T02:00:00Z", "2026-11-19T22:30:00.000000-03:30"),
        ("America/Los_Angeles", "2026-01-01T07:59:00Z", "2025-12-31T23:59:00.000000-08:00"),
        ("UTC", "1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.500000+00:00"),
        ("Africa/Monrovia", "1971-06-01T00:00:00Z", "1971-05-31T23:15:00.000000-00:45"),
    ])
    func aTimeHasItsOffset(zone: String, moment: String, text: String) throws {
        var clock = try LocalClock(zone: zone)
        #expect(String(decoding: clock.text(at: try Self.time(moment)), as: UTF8.self) == text)
    }

    /// Whatever lies in the span of a moment is of its day and hour, and what lies just outside is not, or the
    /// offset changes there.
    @Test(arguments: ["UTC", "Europe/Helsinki", "America/St_Johns", "Australia/Lord_Howe"])
    func spansAreOfOneDayAndHour(zone: String) throws {
        let rules = try TimeZoneRules(named: zone)
        var clock = LocalClock(in: rules)
        let hour: Int64 = 3_600_000_000
        var time = try Self.time("2006-01-01T00:00:00Z") - 1
        let last = try Self.time("2007-01-01T00:00:00Z")
        while time < last {
            let (day, days) = clock.dayAndSpan(at: time)
            let (number, hours) = clock.hour(at: time)
            #expect(days.contains(time) && hours.contains(time))
            for edge in [days.lowerBound, days.upperBound - 1] {
                #expect(clock.day(at: edge) == day)
            }
            for edge in [hours.lowerBound, hours.upperBound - 1] {
                #expect(clock.reading(at: edge).flooredQuotient(by: hour) == Int64(number))
            }
            let end = Timestamp(microseconds: days.upperBound)
            let isChange = rules.span(at: end).lowerBound == days.upperBound
            #expect(isChange || clock.day(at: days.upperBound) == day + 1)
            time += 7 * hour / 2
        }
    }
}
