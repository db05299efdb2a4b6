import TestSupport
import Testing

/// Orders and their money as shops report them, each with the numbers that its owner expects.
struct ConversionTests {
    /// One order of 40 EUR, reported twice under different message ids.
    @Test func anOrderReportedTwiceIsOne() throws {
        let found = try NumberCase("thankyou-reload") {
            $0 + "[conversion]\nid = \"props.transaction_id\"\n"
        }
        #expect(try found.metric("average_order_value") == ["EUR,40,1"])
        #expect(try found.metric("repeat_purchase_rate") == ["customer,0,1"])
        #expect(
            try found.lines("funnel_totals", "entered", "converted", "value", "currency") == [
                "1,1,40,EUR"
            ])
        for model in ["first", "last", "linear", "markov", "shapley"] {
            #expect(
                try found.lines(
                    "attribution", where: ["model": model], "conversions", "value", "currency")
                    == ["1,40,EUR"])
        }
        #expect(
            try found.rows("hours").compactMap { $0["conversions"].flatMap(Int.init) }
                .reduce(0, +) == 1)
    }

    /// Without the rule each row is a conversion.
    @Test func withoutAnIDEachRowCounts() throws {
        let found = try NumberCase("thankyou-reload")
        #expect(try found.metric("average_order_value") == ["EUR,80,2"])
        #expect(try found.metric("repeat_purchase_rate") == ["customer,1,1"])
    }

    /// The shop's own server reports the purchase: it is no bot, and its device is the server.
    @Test(arguments: [
        ("events-PostmanRuntime.ndjson", "server"), ("events-axios.ndjson", "server"),
        ("events-node-fetch.ndjson", "server"), ("events-okhttp.ndjson", "server"),
        ("events-python-requests.ndjson", "server"), ("events-Segment.io.ndjson", nil),
        ("events.ndjson", nil),
    ])
    func aServerSidePurchaseCounts(events: String, device: String?) throws {
        let found = try NumberCase("server-side-purchase", events: events)
        #expect(try found.lines("funnel_totals", "converted", "value") == ["1,40"])
        if let device { #expect(try found.events("device").last == device) }
    }

    /// 20 EUR and 10 of no currency are neither 30 nor 30 EUR.
    @Test func anAmountWithoutCurrencyIsNoneOfAnother() throws {
        let found = try NumberCase("currency-mix")
        #expect(try Set(found.metric("average_order_value")) == ["EUR,20,1", ",10,1"])
        #expect(
            try found.lines("funnel_totals", "converted", "value", "currency") == ["2,,"])
        for line in try found.lines("attribution", "conversions", "value", "currency") {
            #expect(line == "2,,")
        }
    }

    @Test func twoCurrenciesAreNeverSummed() throws {
        let found = try NumberCase("currency-mix", events: "events-usd.ndjson")
        #expect(
            try Set(found.metric("average_order_value")) == ["EUR,20,1", "USD,30,1", ",10,1"])
        #expect(try found.lines("funnel_totals", "converted", "value", "currency") == ["3,,"])
        for line in try found.lines("attribution", "conversions", "value", "currency") {
            #expect(line == "3,,")
        }
    }

    /// An e-mail brings the visit, a direct one buys.
    @Test func theLastTouchThatIsNotDirect() throws {
        let found = try NumberCase("last-non-direct")
        func credit(_ model: String) throws -> [String] {
            try found.lines(
                "attribution", where: ["model": model], "channel", "conversions", "value",
                "currency")
        }
        #expect(try credit("last_non_direct") == ["email,1,10,EUR", "direct,0,,"])
        #expect(try credit("last") == ["direct,1,10,EUR", "email,0,,"])
    }
}
