import Rows
import Testing

/// Times as logs, databases, languages and mails write them.
struct LoggedTimeTests {
    /// Sources: PostgreSQL "Date/Time Output", BigQuery "Timestamp type", Go `time.Time.String`, Caddy `time_format`,
    /// RFC 9110 section 5.6.7, RFC 9557 section 4, ISO 8601 basic form, Jackson's numbers.
    @Test(arguments: [
        ("2026-03-02", "2026-03-02T00:00:00.000000Z", false),
        ("2026/03/02 12:45:30", "2026-03-02T12:45:30.000000Z", false),
        ("2026/03/02 12:45:30.5", "2026-03-02T12:45:30.500000Z", false),
        ("2026-03-02 04:45:50.123 UTC", "2026-03-02T04:45:50.123000Z", true),
        ("2026-03-02 04:45:50 GMT", "2026-03-02T04:45:50.000000Z", true),
        ("2026-03-02 04:45:50,5+02:00", "2026-03-02T02:45:50.500000Z", true),
        ("2026-03-02 04:45:50.5+00", "2026-03-02T04:45:50.500000Z", true),
        ("2026-03-02 04:45:56 +0000 UTC", "2026-03-02T04:45:56.000000Z", true),
        ("2026-03-02T04:45:50+02:00[Europe/Helsinki]", "2026-03-02T02:45:50.000000Z", true),
        ("2026-03-02T04:45:50Z[UTC]", "2026-03-02T04:45:50.000000Z", true),
        ("2026-03-02 04:45", "2026-03-02T04:45:00.000000Z", false),
        ("2026-03-02T04:45Z", "2026-03-02T04:45:00.000000Z", true),
        ("2026-03-02T04:45:53.1234567890Z", "2026-03-02T04:45:53.123456Z", true),
        ("20260302T044554Z", "2026-03-02T04:45:54.000000Z", true),
        ("20260302T044554+0200", "2026-03-02T02:45:54.000000Z", true),
        ("Mon, 02 Mar 2026 04:45:57 GMT", "2026-03-02T04:45:57.000000Z", true),
        ("Mon, 2 Mar 2026 04:45:57 +0200", "2026-03-02T02:45:57.000000Z", true),
        ("1.357020044E9", "2013-01-01T06:00:44.000000Z", true),
        ("1.772409600123e12", "2026-03-02T00:00:00.123000Z", true),
        ("1.7724096e+09", "2026-03-02T00:00:00.000000Z", true),
        (" 2026-03-02T04:45:50Z ", "2026-03-02T04:45:50.000000Z", true),
    ])
    func readsOtherForms(text: String, time: String, isZoned: Bool) throws {
        let bytes = Array(text.utf8)
        let found = LoggedTime(bytes.span)
        let logged = try #require(found)
        #expect(logged.time.text == time)
        #expect(logged.isZoned == isZoned)
    }

    @Test(arguments: [
        "02.03.2026", "3/2/2026 1:00:00 AM", "02/03/2026 04:45:50", "26-03-02", "2026-3-2 4:45:59",
        "Mar 2 2026 04:45:59", "2026-03-02 04:45:58 Europe/Helsinki",
        "2026-03-02T04:45:50[Europe/Helsinki]",
        "1,772,409,600", "2026-02-30", "2026/02/30 00:00:00", "2026-03-02 25:00",
        "2026-03-02 04:61", "1e400",
        "1e-9", "e9", "20261302T000000Z", "Mon, 32 Mar 2026 04:45:57 GMT", "yesterday", "2026-03",
        "2026-03-02 04:45:50 EET", "2026-03/02 00:00:00",
    ])
    func refusesWhatIsNoTimeOrCouldBeAnother(text: String) {
        let bytes = Array(text.utf8)
        let found = LoggedTime(bytes.span)
        #expect(found == nil)
    }

    @Test(arguments: [
        ("%d.%m.%Y %H:%M", "02.03.2026 04:45", "2026-03-02T04:45:00.000000Z", false),
        ("%d.%m.%Y %H:%M", "2.3.2026 4:45", "2026-03-02T04:45:00.000000Z", false),
        ("%m/%d/%Y %I:%M:%S %p", "3/2/2026 1:00:00 AM", "2026-03-02T01:00:00.000000Z", false),
        ("%m/%d/%Y %I:%M:%S %p", "3/2/2026 12:00:01 PM", "2026-03-02T12:00:01.000000Z", false),
        ("%d %b %Y %T %z", "2 Mar 2026 04:45:50 +0200", "2026-03-02T02:45:50.000000Z", true),
        ("%B %d %Y %H:%M:%S", "March 2 2026 04:45:59", "2026-03-02T04:45:59.000000Z", false),
        (
            "%Y-%m-%d %H:%M:%S.%f %Z", "2026-03-02 04:45:59.25 UTC", "2026-03-02T04:45:59.250000Z",
            true
        ),
        ("%s", "1772409600", "2026-03-02T00:00:00.000000Z", true),
        ("%d/%m/%Y", "02/03/2026", "2026-03-02T00:00:00.000000Z", false),
    ])
    func readsTimesInAFormat(format: String, text: String, time: String, isZoned: Bool) throws {
        let bytes = Array(text.utf8)
        let found = try TimeFormat(format).time(bytes.span)
        let logged = try #require(found)
        #expect(logged.time.text == time)
        #expect(logged.isZoned == isZoned)
    }

    @Test(arguments: [
        ("%d.%m.%Y", "31.02.2026"), ("%d.%m.%Y", "02.03.26"), ("%d.%m.%Y", "02.03.2026 04:45"),
        ("%I:%M %p %F", "13:00 AM 2026-03-02"), ("%F %H:%M", "2026-03-02 24:00"),
        ("%F %Z", "2026-03-02 EET"),
    ])
    func aFormatTakesNothingElse(format: String, text: String) throws {
        let bytes = Array(text.utf8)
        let found = try TimeFormat(format).time(bytes.span)
        #expect(found == nil)
    }

    @Test(arguments: ["%H:%M", "%Y-%m", "%Q", "%", ""])
    func aFormatNeedsAWholeDay(format: String) {
        #expect(throws: TimeFormatError.self) { try TimeFormat(format) }
    }
}
