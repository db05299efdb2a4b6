import Foundation
import TestSupport
import Testing

@testable import Journeys

struct JourneyMetricsTests {
    private static let journey = MetricRows.journey(
        [
            "view": "", "cart": "", "buy": "conversion", "ask": "support_request",
            "reply": "support_reply", "rate": "feedback", "tell": "referral", "fail": "error",
        ],
        """
        [[funnel]]
        name = "f"
        steps = ["view", "cart", "buy"]

        [[funnel]]
        name = "g"
        steps = [{ event = "cart" }, "view", "tell"]
        """)

    @Test func metricsComeInTheirOrder() throws {
        let rows = try MetricRows().run(Self.journey).metrics
        #expect(
            rows.map { "\($0["metric"] ?? "") \($0["segment"] ?? "") \($0["unit"] ?? "")" } == [
                "conversion_rate  session", "conversion_rate  customer", "average_order_value  ",
                "repeat_purchase_rate  customer", "abandonment_rate f: view session",
                "abandonment_rate f: cart session", "abandonment_rate g: event=cart session",
                "abandonment_rate g: view session", "bounce_rate  session",
                "error_session_rate  session", "return_7d after_bad session",
                "return_7d after_clean session", "return_30d after_bad session",
                "return_30d after_clean session", "return_7d_difference  session",
                "return_30d_difference  session", "support_contact_rate  session",
                "first_response_median  s", "first_response_p90  s",
                "answered_within_24h  request", "nps  answer", "csat  answer",
                "referral_rate  customer",
            ])
        // Of nothing there is no value; denominators are written all the same.
        #expect(rows.metric("nps", of: "answer") == "0/0=")
        #expect(rows.metric("conversion_rate", of: "session") == "0/0=")
        #expect(rows.metric("average_order_value", of: "") == "/0=")
        #expect(rows.metric("return_7d_difference", of: "session") == "/=")
        #expect(rows.metric("first_response_median", of: "s") == "/0=")
    }

    @Test func customersAndSessionsConvert() throws {
        var rows = MetricRows()
        rows.add("a", session: "1", at: 0, "view")
        rows.add("a", session: "1", at: 1, "buy", value: "10.50", currency: "EUR")
        rows.add("a", session: "2", at: 90, "buy", value: "0.50", currency: "EUR")
        rows.add("b", at: 0, "buy", value: "7", currency: "SEK")
        rows.add("c", at: 0, "view", value: "99", currency: "EUR")
        rows.add("c", at: 5, "tell")
        rows.add("c", at: 6, "tell")
        rows.add("d", at: 0, "buy")
        rows.add("d", at: 1, "fail")
        rows.add("e", at: 0, "view", visitor: nil)
        rows.add("f", at: 0, "view", status: "404")
        let found = try rows.run(Self.journey).metrics
        #expect(found.metric("conversion_rate", of: "session") == "4/7=0.571428571")
        #expect(found.metric("conversion_rate", of: "customer") == "3/6=0.5")
        // The value of a view is none of an order.
        #expect(found.metric("average_order_value", of: "EUR") == "11.00/2=5.5")
        #expect(found.metric("average_order_value", of: "SEK") == "7/1=7")
        #expect(found.metric("repeat_purchase_rate", of: "customer") == "1/3=0.333333333")
        #expect(found.metric("referral_rate", of: "customer") == "1/6=0.166666667")
        // One row with a visitor: those of a's second session, b and f; e is no visit.
        #expect(found.metric("bounce_rate", of: "session") == "3/7=0.428571429")
        #expect(found.metric("error_session_rate", of: "session") == "2/7=0.285714286")
        let currencies = found.filter { $0["metric"] == "average_order_value" }
        #expect(currencies.map { $0["unit"] } == ["EUR", "SEK"])
        #expect(currencies.allSatisfy { $0["ci_low"] == "" && $0["ci_high"] == "" })
    }

    @Test func largeAmountsAreWrittenToo() throws {
        var rows = MetricRows()
        rows.add("a", at: 0, "buy", value: "30000000000000", currency: "IDR")
        rows.add("a", at: 1, "buy", value: "1", currency: "IDR")
        let found = try rows.run(Self.journey).metrics
        #expect(
            found.metric("average_order_value", of: "IDR") == "30000000000001/2=15000000000000.5")
    }

    @Test func stepsAreAbandonedWhereTheSessionHasNotTheLastOfTheirFunnel() throws {
        var rows = MetricRows()
        rows.add("a", session: "1", at: 0, "view")
        rows.add("a", session: "2", at: 10, "cart")
        rows.add("a", session: "2", at: 11, "cart")
        rows.add("a", session: "3", at: 20, "buy")
        rows.add("a", session: "3", at: 21, "view")
        rows.add("b", session: "1", at: 0, "cart")
        rows.add("b", session: "2", at: 1, "view")
        rows.add("b", session: "1", at: 2, "buy")
        let found = try rows.run(Self.journey).metrics
        #expect(found.metric("abandonment_rate", "f: view", of: "session") == "2/3=0.666666667")
        #expect(found.metric("abandonment_rate", "f: cart", of: "session") == "1/2=0.5")
        // The other funnel ends elsewhere, where nobody comes.
        #expect(found.metric("abandonment_rate", "g: event=cart", of: "session") == "2/2=1")
        #expect(found.metric("abandonment_rate", "g: view", of: "session") == "3/3=1")
    }

    /// Answered after 2 h, 24 h, 48 h, never.
    @Test func requestsAreAnswered() throws {
        let hour: Int64 = 3600
        var rows = MetricRows()
        for (customer, wait) in [("a", 2), ("b", 24), ("c", 48)] as [(String, Int64)] {
            rows.add(customer, session: "1", at: 0, "ask")
            rows.add(customer, session: "2", at: wait * hour, "reply")
        }
        rows.add("d", at: 0, "ask")
        let found = try rows.run(Self.journey).metrics
        #expect(found.metric("answered_within_24h", of: "request") == "2/4=0.5")
        #expect(found.metric("first_response_median", of: "s") == "/3=86400")
        // Type 7 of 7200, 86400, 172800 at 0.9, by hand.
        #expect(found.metric("first_response_p90", of: "s") == "/3=155520")
    }

    @Test func aReplyAnswersAllRequestsBeforeIt() throws {
        var rows = MetricRows()
        rows.add("a", at: 0, "reply")
        rows.add("a", at: 10, "ask")
        rows.add("a", at: 30, "ask")
        rows.add("a", at: 40, "reply")
        rows.add("a", at: 50, "reply")
        // Less than a day before the end of the data: not followed yet, though answered.
        rows.add("b", at: MetricRows.day, "ask")
        rows.add("b", at: MetricRows.day + 60, "reply")
        let found = try rows.run(Self.journey, horizon: MetricRows.day + 100).metrics
        #expect(found.metric("answered_within_24h", of: "request") == "2/2=1")
        #expect(found.metric("first_response_median", of: "s") == "/3=30")
    }

    @Test func supportIsAskedForDuringOrAfterASession() throws {
        let day = MetricRows.day
        var rows = MetricRows()
        rows.add("a", session: "1", at: 0, "view")
        rows.add("a", session: "1", at: 100, "view")
        rows.add("a", session: "2", at: 100 + day, "ask")
        rows.add("b", session: "1", at: 0, "view")
        rows.add("b", session: "2", at: day + 1, "ask")
        rows.add("c", session: "1", at: 5, "ask")
        let found = try rows.run(Self.journey, horizon: 10 * day).metrics
        #expect(found.metric("support_contact_rate", of: "session") == "4/5=0.8")
        // At the end of the data, only sessions that end a day before it are known.
        let early = try rows.run(Self.journey, horizon: day + 100).metrics
        #expect(early.metric("support_contact_rate", of: "session") == "2/3=0.666666667")
        let short = Self.journey + "\n[friction]\nsupport_within = \"1h\"\n"
        let hour = try rows.run(short, horizon: 10 * day).metrics
        #expect(hour.metric("support_contact_rate", of: "session") == "3/5=0.6")
    }

    @Test func answersOnTheScaleCount() throws {
        var rows = MetricRows()
        let props = [
            #"{"nps":10}"#, #"{"nps":"9"}"#, #"{"csat":5,"nps":8}"#, #"{"csat":4,"nps":7.0}"#,
            #"{"csat":3,"nps":6}"#, #"{"nps":0}"#, #"{"csat":"1"}"#,
            // Off the scale, five of them.
            #"{"nps":11}"#, #"{"nps":-1}"#, #"{"nps":"ten"}"#, #"{"csat":0,"nps":8.5}"#,
            // No answers.
            #"{"nps":null}"#, #"{"csat":""}"#, #"{"note":"good"}"#, "",
        ]
        for (place, text) in props.enumerated() {
            rows.add("a", at: Int64(place), "rate", props: text)
        }
        rows.add("b", at: 0, "view", props: #"{"nps":10}"#)
        let (found, manifest) = try rows.run(Self.journey)
        #expect(found.metric("nps", of: "answer") == "0/6=0")
        #expect(found.metric("csat", of: "answer") == "2/4=0.5")
        #expect(manifest.contains(#""answers_off_scale":5,"#))
    }

    @Test func promoterScoreOfThePage() throws {
        var rows = MetricRows()
        for place in 0..<100 {
            let answer = place < 30 ? 9 : place < 50 ? 6 : 7
            rows.add("a", at: Int64(place), "rate", props: "{\"nps\":\(answer)}")
        }
        let found = try rows.run(Self.journey).metrics.first { $0["metric"] == "nps" }
        #expect(found?["value"] == "0.1")
        let limits = try ["ci_low", "ci_high"].map {
            try #require(found?[$0].flatMap(Double.init))
        }
        #expect(abs(limits[0] + 0.037) < 5e-4 && abs(limits[1] - 0.237) < 5e-4)
    }

    /// More than 64 steps over all funnels.
    @Test func stepsOfManyFunnelsAreCounted() throws {
        let names = (0..<150).map { "s\($0)" }
        let funnels = stride(from: 0, to: 150, by: 50).map { first in
            let steps = names[first..<first + 50].map { "\"\($0)\"" }.joined(separator: ", ")
            return "[[funnel]]\nname = \"f\(first)\"\nsteps = [\(steps)]\n"
        }
        let touchpoints = names.map {
            "[[touchpoint]]\nname = \"\($0)\"\nmatch = [{ event = \"\($0)\" }]\n"
        }
        var rows = MetricRows()
        for (place, name) in names.enumerated() {
            rows.add("a", session: "\(place % 3)", at: Int64(place), name)
        }
        let found = try rows.run("version = 1\n" + touchpoints.joined() + funnels.joined()).metrics
        let steps = found.filter { $0["metric"] == "abandonment_rate" }
        #expect(steps.count == 147)
        // s49, s99 and s149 end the funnels, each in one session, which has every third step.
        for row in steps {
            let name = try #require(row["segment"]?.split(separator: "s").last)
            let place = try #require(Int(name))
            let last = place / 50 * 50 + 49
            #expect(row["segment"] == "f\(place / 50 * 50): s\(place)")
            #expect(row["numerator"] == (place % 3 == last % 3 ? "0" : "1"), "\(place)")
            #expect(row["denominator"] == "1")
        }
    }
}
