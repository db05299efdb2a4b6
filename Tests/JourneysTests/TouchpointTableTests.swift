import Testing

@testable import Journeys

struct TouchpointTableTests {
    /// Errors by status or kind; server time of the rows that have one; dwell within the session alone;
    /// quantiles between the two values next to them. Touchpoints that nobody met come last.
    @Test func whatHappensAtATouchpoint() throws {
        var rows = PathRows()
        rows.add("1", "1", at: 0, "page", status: "200", duration: "100")
        rows.add("1", "1", at: 10, "page", status: "404", duration: "200.5")
        rows.add("1", "1", at: 40, "pay", status: "500")
        rows.add("1", "1", at: 41, "declined", status: "200", duration: "7")
        rows.add("1", "2", at: 9000, "page", status: "399", duration: "0")
        rows.add("2", "1", at: 0, "pay")
        let journey = PathRows.touchpoints(
            "declined:purchase:error", "unseen", "pay:purchase", "page")
        let columns = [
            "touchpoint", "stage", "events", "customers", "sessions", "entries", "exits",
            "exit_rate", "errors", "error_rate", "median_dwell_s", "p90_dwell_s",
            "median_duration_ms", "p95_duration_ms",
        ]
        let lines = try rows.tables(journey).rows("touchpoints").map { row in
            columns.map { row[$0] ?? "?" }.joined(separator: ",")
        }
        #expect(
            lines == [
                // Dwell 10 and 30 s; 0, 100, 200.5 ms.
                "page,,3,1,2,2,1,0.333333333,1,0.333333333,20,28,100,190.45",
                "pay,purchase,2,2,2,1,1,0.5,1,0.5,1,1,,",
                "declined,purchase,1,1,1,0,1,1,1,1,,,7,7", "(unmapped),,0,0,0,0,0,,0,,,,,",
                "unseen,,0,0,0,0,0,,0,,,,,",
            ])
    }

    /// The journey file tells it, whether rows were counted or not.
    @Test func stagesOfTouchpointsThatNobodyMet() throws {
        let journey = PathRows.touchpoints("pay:purchase", "page")
        let lines = try PathRows().tables(journey).lines("touchpoints", "touchpoint", "stage")
        #expect(lines == ["(unmapped),", "page,", "pay,purchase"])
    }

    /// Customer scope runs by time over all sessions: a call between two rows of a web session stands
    /// between them.
    @Test func transitionsOfBothScopes() throws {
        var rows = PathRows()
        rows.add("1", "web", at: 0, "a")
        rows.add("1", "phone", at: 10, "call")
        rows.add("1", "web", at: 60, "a")
        rows.add("2", "web", at: 0, "a")
        let lines = try rows.tables("").lines(
            "transitions", "scope", "from", "to", "count", "customers", "probability", "median_s")
        #expect(
            lines == [
                "session,(entry),a,2,2,0.666666667,", "session,a,(exit),2,2,0.666666667,",
                "session,(entry),call,1,1,0.333333333,", "session,a,a,1,1,0.333333333,60",
                "session,call,(exit),1,1,1,", "customer,(entry),a,2,2,1,",
                "customer,a,(exit),2,2,0.666666667,", "customer,a,call,1,1,0.333333333,10",
                "customer,call,a,1,1,1,50",
            ])
    }
}
