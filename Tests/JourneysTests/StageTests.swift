import Testing

@testable import Journeys

struct StageTests {
    private static let journey = PathRows.touchpoints(
        "ad:awareness", "home:interest", "search:interest", "buy:purchase:conversion", "login")

    private static func stages(
        _ rows: PathRows, _ table: String = "stages", _ journey: String = journey
    ) throws -> [String] {
        let rest = ["customers", "sessions", "events", "entered", "advanced", "advance_rate"]
        return try rows.tables(journey).rows(table).map { row in
            let first = table == "stages" ? ["stage"] : ["stage", "channel"]
            return (first + rest + ["median_s"]).map { row[$0] ?? "?" }.joined(separator: ",")
        }
    }

    /// In the order of the file; the last stage and rows without one have nowhere to go.
    @Test func customersGoOnToLaterStages() throws {
        var rows = PathRows()
        rows.add("1", "1", at: 0, events: ["ad", "home", "search", "login", "buy"])
        rows.add("2", "1", at: 0, events: ["home", "ad", "x"])  // back is not on
        rows.add("2", "2", at: 9000, events: ["buy"])
        rows.add("3", "1", at: 0, events: ["ad"])
        rows.add("3", "2", at: 9000, events: ["ad"])
        #expect(
            try Self.stages(rows) == [
                // 1 after 60 s; 2, who came at 60 s, at 9000 s; 3 never.
                "awareness,3,4,4,3,2,0.666666667,4500", "interest,2,2,3,2,2,1,4590",
                "purchase,2,2,2,2,,,", "(unmapped),2,2,2,2,,,",
            ])
    }

    @Test func nobodyAtAStageLeavesItsRates() throws {
        var rows = PathRows()
        rows.add("1", "1", "home")
        #expect(
            try Self.stages(rows) == [
                "awareness,0,0,0,0,0,,", "interest,1,1,1,1,0,0,", "purchase,0,0,0,0,,,",
                "(unmapped),0,0,0,0,,,",
            ])
    }

    @Test func withoutStagesAllIsUnmapped() throws {
        var rows = PathRows()
        rows.add("1", "1", events: ["a", "b"])
        #expect(try Self.stages(rows, "stages", "") == ["(unmapped),1,1,2,1,,,"])
        #expect(try Self.stages(rows, "stage_channels", "") == ["(unmapped),,1,1,2,1,,,"])
        #expect(try Self.stages(PathRows(), "stages", "") == ["(unmapped),0,0,0,0,,,"])
        #expect(try Self.stages(PathRows(), "stage_channels", "").isEmpty)
    }

    /// `customers` may be in several channels, `entered` in one: that of the first row of the stage.
    @Test func channelsAddUp() throws {
        var rows = PathRows()
        rows.add("1", "1", at: 0, events: ["ad"], channel: "paid")
        rows.add("1", "2", at: 9000, events: ["ad", "home"], channel: "mail")
        rows.add("2", "1", at: 0, events: ["ad"], channel: "mail")
        rows.add("3", "1", at: 0, events: ["ad"])
        #expect(
            try Self.stages(rows, "stage_channels") == [
                "awareness,mail,2,2,2,1,0,0,", "awareness,,1,1,1,1,0,0,",
                "awareness,paid,1,1,1,1,1,1,9060", "interest,mail,1,1,1,1,0,0,",
            ])
        #expect(try Self.stages(rows)[0] == "awareness,3,4,4,3,1,0.333333333,9060")
    }

    /// Every row of a session counts under the session's channel: that of its first row with one.
    @Test func rowsCountUnderTheChannelOfTheirSession() throws {
        var rows = PathRows()
        rows.add("1", "1", at: 0, "ad")
        rows.add("1", "1", at: 1, "ad", channel: "direct")
        rows.add("1", "1", at: 2, "home", channel: "mail")
        rows.add("1", "1", at: 3, "home", channel: "paid")
        #expect(
            try Self.stages(rows, "stage_channels") == [
                "awareness,mail,1,1,2,1,1,1,2", "interest,mail,1,1,2,1,0,0,",
            ])
    }
}
