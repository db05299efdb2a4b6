import Foundation
import TestSupport
import Testing

/// Rows that GA4 sends by itself, which are no visits of anybody.
struct AutomaticEventTests {
    /// `session_start`, `first_visit` and one page each: two bounces, which begin at the page.
    @Test(arguments: [false, true])
    func aPageWithAutomaticEventsIsABounce(areNamed: Bool) throws {
        let rule = """
            [[touchpoint]]
            name = "automatic"
            kind = "automatic"
            match = [{ event = "session_start" }, { event = "first_visit" }]

            """
        let found = try NumberCase("ga4-bounce") {
            areNamed ? $0.replacing("[[funnel]]", with: rule + "[[funnel]]") : $0
        }
        let name = areNamed ? "automatic" : "(unmapped)"
        #expect(try found.metric("bounce_rate") == ["session,2,2"])
        let touchpoints = try found.lines(
            "touchpoints", "touchpoint", "events", "sessions", "entries", "exits")
        #expect(Array(touchpoints.prefix(2)) == ["\(name),4,2,0,0", "page,2,2,2,2"])
        #expect(try found.lines("paths", "path", "customers") == ["page,2"])
        #expect(
            try found.lines("transitions", where: ["scope": "session"], "from", "to", "count") == [
                "(entry),page,2", "page,(exit),2",
            ])
    }

    /// The draft of a journey says so too.
    @Test func initDraftsThem() throws {
        let log = Fixture.path("numbers/ga4-bounce/events.ndjson")
        let draft = try Program("ingest").run(["init", "--format", "ga4", log])
        #expect(draft.status == 0, "\(draft.errors)")
        for name in ["session_start", "first_visit"] {
            #expect(
                draft.text.contains(
                    "name = \"\(name)\"\nkind = \"automatic\"\n"
                        + "match = [{ event = \"\(name)\" }]\n"), "\(draft.text)")
        }
        let steps = try #require(draft.text.split(separator: "\n").first { $0.contains("steps =") })
        #expect(!steps.contains("session_start") && !steps.contains("first_visit"))
    }
}
