import Foundation
import TestSupport
import Testing
import Rows

@testable import StageSupport

struct TimeZoneRulesTests {
    private static func time(_ text: String) -> Timestamp? {
        LoggedTime(iso: Array(text.utf8).span)?.time
    }

    /// Offsets by Python's `zoneinfo`: `ZONE SECONDS OFFSET` a line.
    @Test func offsetsAreThoseOfAnotherReader() throws {
        let text = try String(contentsOfFile: Fixture.path("ingest/zones.txt"), encoding: .utf8)
        let lines = text.split(separator: "\n").map { $0.split(separator: " ") }
        #expect(lines.count == 640)
        for line in lines {
            let zone = try TimeZoneRules(named: String(line[0]))
            let seconds = try #require(Int64(line[1]))
            let offset = zone.offset(at: Timestamp(microseconds: seconds * 1_000_000 + 999_999))
            #expect(offset == Int(line[2]), "\(line)")
        }
    }

    // By Python's `zoneinfo`, `fold` 0 and 1.
    @Test(arguments: [
        (
            "Europe/Helsinki", "2026-10-25T03:30:00",
            ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"]
        ),
        ("Europe/Helsinki", "2026-10-25T04:00:00", ["2026-10-25T02:00:00Z"]),
        ("Europe/Helsinki", "2026-03-29T03:00:00", []),
        ("Europe/Helsinki", "2026-03-29T03:59:59", []),
        ("Europe/Helsinki", "2026-03-29T04:00:00", ["2026-03-29T01:00:00Z"]),
        ("America/New_York", "2024-03-10T02:30:00", []),
        (
            "America/New_York", "2024-11-03T01:00:00",
            ["2024-11-03T05:00:00Z", "2024-11-03T06:00:00Z"]
        ),
        ("America/New_York", "2024-11-03T02:00:00", ["2024-11-03T07:00:00Z"]),
        ("Africa/Cairo", "2026-04-24T00:00:00", []), ("Africa/Cairo", "2026-04-24T00:30:00", []),
        ("Africa/Cairo", "2026-04-24T01:00:00", ["2026-04-23T22:00:00Z"]),
        (
            "Australia/Lord_Howe", "2024-04-07T01:45:00",
            ["2024-04-06T14:45:00Z", "2024-04-06T15:15:00Z"]
        ),
        ("UTC", "2026-10-25T03:30:00.5", ["2026-10-25T03:30:00.5Z"]),
    ])
    func localTimesHaveTheirInstants(name: String, local: String, instants: [String]) throws {
        let found = try TimeZoneRules(named: name).instants(ofLocal: #require(Self.time(local)))
        let wanted = try instants.map { try #require(Self.time($0)) }
        switch wanted.count {
        case 0: #expect(found == .none)
        case 1: #expect(found == .one(wanted[0]))
        default: #expect(found == .two(wanted[0], wanted[1]))
        }
    }

    @Test(arguments: [
        ("Africa/Cairo", "2026-04-23T21:59:59.9Z", "2026-04-23"),
        ("Africa/Cairo", "2026-04-23T22:00:00Z", "2026-04-24"),
        ("America/New_York", "2024-11-04T04:59:59Z", "2024-11-03"),
        ("America/New_York", "2024-11-04T05:00:00Z", "2024-11-04"),
        ("UTC", "1969-12-31T23:59:59Z", "1969-12-31"),
    ])
    func aMomentHasItsLocalDay(name: String, moment: String, day: String) throws {
        var clock = LocalClock(in: try TimeZoneRules(named: name))
        let days = clock.day(at: try #require(Self.time(moment)).microseconds)
        let midnight = try #require(Self.time(day + "T00:00:00"))
        #expect(Int64(days) * 86_400_000_000 == midnight.microseconds)
    }

    // The changes of years after the listed ones, found by stepping through the year in Python.
    @Test(arguments: [
        ("EET-2EEST,M3.5.0/3,M10.5.0/4", 2060, [2_847_661_200, 10_800, 2_866_410_000, 7200]),
        (
            "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 2044,
            [2_343_222_000, 37_800, 2_358_948_600, 39_600]
        ),
        ("EST5", 2060, []),
    ])
    func theFooterGoesOn(rule: String, year: Int, wanted: [Int64]) {
        let footer = ZoneFooter(Array(rule.utf8).span)
        let changes = footer?.changes(years: year...year).flatMap { [$0.time, $0.offset] }
        #expect(changes == wanted)
    }

    /// Around each change of some years, the offsets before and after it: by Python's `zoneinfo`. Files list
    /// changes up to 2037; from then on their last line holds.
    @Test(
        arguments: [
            ("Europe/Helsinki", 2_121_901_200, 7200, 10800),
            ("Europe/Helsinki", 2_140_045_200, 10800, 7200),
            ("Europe/Helsinki", 2_153_350_800, 7200, 10800),
            ("Europe/Helsinki", 2_172_099_600, 10800, 7200),
            ("Europe/Helsinki", 2_847_661_200, 7200, 10800),
            ("Europe/Helsinki", 2_866_410_000, 10800, 7200),
            ("Europe/Helsinki", 4_109_878_800, 7200, 10800),
            ("Europe/Helsinki", 4_128_627_600, 10800, 7200),
            ("America/New_York", 2_120_108_400, -18000, -14400),
            ("America/New_York", 2_140_668_000, -14400, -18000),
            ("America/New_York", 2_152_162_800, -18000, -14400),
            ("America/New_York", 2_172_722_400, -14400, -18000),
            ("America/New_York", 2_846_473_200, -18000, -14400),
            ("America/New_York", 2_867_032_800, -14400, -18000),
            ("America/New_York", 4_108_690_800, -18000, -14400),
            ("America/New_York", 4_129_250_400, -14400, -18000),
            ("Australia/Lord_Howe", 2_122_470_000, 39600, 37800),
            ("Australia/Lord_Howe", 2_138_196_600, 37800, 39600),
            ("Australia/Lord_Howe", 2_153_919_600, 39600, 37800),
            ("Australia/Lord_Howe", 2_169_646_200, 37800, 39600),
            ("Australia/Lord_Howe", 2_848_230_000, 39600, 37800),
            ("Australia/Lord_Howe", 2_863_956_600, 37800, 39600),
            ("Australia/Lord_Howe", 4_110_447_600, 39600, 37800),
            ("Australia/Lord_Howe", 4_126_174_200, 37800, 39600),
            ("Asia/Tokyo", 2_130_019_200, 32400, 32400),
            ("Asia/Tokyo", 2_161_555_200, 32400, 32400),
            ("Asia/Tokyo", 2_855_865_600, 32400, 32400),
            ("Asia/Tokyo", 4_118_083_200, 32400, 32400),
            ("Africa/Cairo", 2_124_136_800, 7200, 10800),
            ("Africa/Cairo", 2_140_462_800, 10800, 7200),
            ("Africa/Cairo", 2_156_191_200, 7200, 10800),
            ("Africa/Cairo", 2_171_912_400, 10800, 7200),
            ("Africa/Cairo", 2_850_501_600, 7200, 10800),
            ("Africa/Cairo", 2_866_222_800, 10800, 7200),
            ("Africa/Cairo", 4_112_719_200, 7200, 10800),
            ("Africa/Cairo", 4_128_440_400, 10800, 7200),
            ("America/Santiago", 2_122_513_200, -10800, -14400),
            ("America/Santiago", 2_135_822_400, -14400, -10800),
            ("America/Santiago", 2_153_962_800, -10800, -14400),
            ("America/Santiago", 2_167_272_000, -14400, -10800),
            ("America/Santiago", 2_848_273_200, -10800, -14400),
            ("America/Santiago", 2_861_582_400, -14400, -10800),
            ("America/Santiago", 4_110_490_800, -10800, -14400),
            ("America/Santiago", 4_123_800_000, -14400, -10800),
        ] as [(String, Int64, Int, Int)])
    func yearsBehindTheListHaveTheirChanges(
        name: String, change: Int64, before: Int, after: Int
    ) throws {
        let zone = try TimeZoneRules(named: name)
        #expect(zone.offset(at: Timestamp(microseconds: change * 1_000_000 - 1)) == before)
        #expect(zone.offset(at: Timestamp(microseconds: change * 1_000_000)) == after)
        var clock = LocalClock(in: zone)
        for (time, offset) in [(change - 1, before), (change, after), (change - 1, before)] {
            let reading = clock.reading(at: time * 1_000_000)
            #expect(reading == (time + Int64(offset)) * 1_000_000)
        }
    }

    @Test(arguments: [
        "", "E", "EET", "EET-2EEST,M13.1.0,M1.1.0", "EET-2EEST,M3.5.0",
        "EET-2EEST,M3.5.0/3,M10.5.0/4x",
        "EET-999", "<+03-3", "EET-2EEST,J0,J5", "EET-2EEST",
    ])
    func aBadFooterIsRefused(rule: String) {
        let footer = ZoneFooter(Array(rule.utf8).span)
        #expect(footer == nil)
    }

    @Test(arguments: [
        ("Europe/Helsinky", "Europe/Helsinki"), ("helsinki", "Europe/Helsinki"), ("../passwd", ""),
        ("/etc/passwd", ""), ("Europe/../Europe/Helsinki", ""), ("Europe", ""), ("", ""),
        ("tzdata.zi", ""),
        ("europe/helsinki", "Europe/Helsinki"), ("New_Yrok", "America/New_York"),
    ])
    func anUnknownNameIsAUsageErrorWithAHint(name: String, hint: String) {
        let failure = #expect(throws: Failure.self) { try TimeZoneRules(named: name) }
        #expect(failure?.status == .usage)
        #expect(hint.isEmpty || failure?.description.contains(hint) == true)
    }

    @Test func damagedFilesAreRefused() throws {
        let bytes = try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Helsinki"))
        let whole = ZoneFile(Array(bytes).span)
        #expect(whole != nil)
        for length in 0..<bytes.count - 40 {
            // No trap, and no zone where data is missing.
            let cut = ZoneFile(Array(bytes.prefix(length)).span)
            #expect(cut == nil)
        }
    }
}
