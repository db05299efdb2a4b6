import StageSupport
import TestSupport
import Testing

@testable import FunnelStats
@testable import Journeys

/// Where a row came from is where its session came from.
struct SessionChannelTests {
    private static let journey =
        PathRows.touchpoints("view", "buy")
        + "[[funnel]]\nname = \"f\"\nsteps = [\"view\", \"buy\"]\nbreakdown = [\"channel\"]\n"

    /// A session whose second row says that an e-mail brought it, and one that says nothing of itself.
    private static var rows: PathRows {
        var rows = PathRows()
        for customer in 0..<30 {
            rows.add("a\(customer)", "1", at: 0, "view", channel: "direct")
            rows.add("a\(customer)", "1", at: 1, "other", channel: "email")
            rows.add("a\(customer)", "1", at: 2, "buy", channel: "direct")
            rows.add("b\(customer)", "1", at: 0, "view")
        }
        return rows
    }

    @Test(arguments: ["first", "last", "all", "step:1"])
    func breakdownsTakeTheSessionsChannel(attribution: String) throws {
        let tables = try Self.rows.tables(Self.journey + "attribution = \"\(attribution)\"\n")
        #expect(
            try tables.lines("funnel_totals", "breakdown", "segment", "entered", "converted") == [
                ",,60,30", "channel,,30,0", "channel,email,30,30",
            ])
    }

    @Test func correlationDoesToo() throws {
        let tables = try Self.rows.tables(Self.journey)
        let names = try tables.lines("correlation", "kind", "name", "converted_with")
        #expect(names.contains("property,channel=email,30"))
        #expect(!names.contains { $0.contains("direct") })
    }

    /// Where the funnel table alone is asked for, sessions are looked at for it.
    @Test func theFunnelTableAloneSaysTheSame() throws {
        let scratch = try Scratch()
        let journey = try JourneyFile.journey(from: "version = 1\n" + Self.journey, path: "j.toml")
        var analysis = try Analysis(journey, isWhole: false)
        var merge = try PathMerge([scratch.file("paths.tsv", Self.rows.stream().utf8)])
        var progress = Progress("test", total: 0, mode: .never)
        try analysis.read(&merge, &progress)
        let rows = try analysis.funnelTable(nil).written()
        #expect(
            rows.filter { $0["step"] == "2" }.map {
                "\($0["segment"] ?? "?") \($0["reached"] ?? "?")"
            }
                == [" 30", " 0", "email 30"])
    }
}
