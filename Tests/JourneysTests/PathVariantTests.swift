import Testing

@testable import Journeys

struct PathVariantTests {
    private static let journey = PathRows.touchpoints(
        "a", "b", "c", "a > b", "buy::conversion")

    private static func paths(_ rows: PathRows, _ journey: String = journey) throws -> [String] {
        try rows.tables(journey).lines(
            "paths", "rank", "path", "customers", "share", "cumulative_share", "conversion_rate",
            "median_s")
    }

    /// Up to the first conversion; repeats in a row are one; first row to conversion.
    @Test func aPathLeadsToTheFirstConversion() throws {
        var rows = PathRows()
        rows.add("1", "1", events: ["a", "a", "b", "buy", "c", "buy"])  // 180 s
        rows.add("2", "1", events: ["a", "b", "b", "b", "buy"])  // 240 s
        rows.add("3", "1", events: ["a", "b"])
        rows.add("4", "1", events: ["c", "x", "c"])
        rows.add("5", "1", events: ["buy", "a"])
        #expect(
            try Self.paths(rows) == [
                "1,a > b,3,0.6,0.6,0.666666667,210", "2,,1,0.2,0.8,1,0",
                "3,c > (unmapped) > c,1,0.2,1,0,",
            ])
    }

    /// A path goes on over sessions, and by time whatever the session.
    @Test func aPathIsOfTheCustomer() throws {
        var rows = PathRows()
        rows.add("1", "web", at: 0, "a")
        rows.add("1", "phone", at: 10, "b")
        rows.add("1", "web", at: 20, "c")
        rows.add("1", "later", at: 9000, "buy")
        #expect(try Self.paths(rows) == ["1,a > b > c,1,1,1,1,9000"])
    }

    @Test(arguments: [
        (10, "a > b > a > b > a > b > a > b > a > b"),
        (11, "a > b > a > b > a > b > a > b > a > b > …"),
        (30, "a > b > a > b > a > b > a > b > a > b > …"),
    ])
    func aPathIsCutAfterTen(length: Int, path: String) throws {
        var rows = PathRows()
        rows.add("1", "1", events: (0..<length).map { $0 % 2 == 0 ? "a" : "b" })
        #expect(try Self.paths(rows) == ["1,\(path),1,1,1,0,"])
    }

    /// A name that looks like two steps is written as one; those who took it stay apart from the others.
    @Test func aNameIsOneStep() throws {
        var rows = PathRows()
        rows.add("1", "1", events: ["a > b", "c"])
        rows.add("2", "1", events: ["a", "b", "c"])
        #expect(
            try Self.paths(rows) == ["1,a > b > c,1,0.5,0.5,0,", "2,a>b > c,1,0.5,1,0,"])
    }

    /// 1200 paths, p0001 taken by two: the first thousand by customers, then bytes; the rest is pooled.
    @Test func whatComesAfterAThousandIsPooled() throws {
        var rows = PathRows()
        for number in 1...1200 { rows.add("c\(number)", "1", "p\(10_000 + number)") }
        for number in [1150, 1200] {
            rows.add("again\(number)", "1", at: 0, "p\(10_000 + number)")
            rows.add("again\(number)", "1", at: 7, "buy")
        }
        let funnel = "[[funnel]]\nname = \"f\"\nsteps = [{event = \"p10001\"}, {event = \"buy\"}]\n"
        let found = try Self.paths(rows, funnel)
        #expect(found.count == 1001)
        #expect(found[0] == "1,p11150,2,0.001663894,0.001663894,0.5,7")
        #expect(found[1].hasPrefix("2,p11200,2,"))
        #expect(found[2].hasPrefix("3,p10001,1,"))
        #expect(found[999].hasPrefix("1000,p10998,1,"))
        // 1202 customers, 1002 of them above.
        #expect(found[1000] == ",(other),200,0.166389351,1,0,")
    }

    @Test func nobodyHasNoPath() throws {
        #expect(try Self.paths(PathRows()).isEmpty)
    }
}
