import Testing

@testable import Journeys

/// Orders reported again, and money paid back. Numbers by hand.
struct ConversionReportsTests {
    private static let day: Int64 = 86_400
    private static let touchpoints = PathRows.touchpoints("see", "buy::conversion")
    private static let id = "[conversion]\nid = \"props.order\"\n"

    private static func add(
        _ rows: inout PathRows, _ customer: String, day: Int64, _ value: String,
        _ order: String? = nil, from channel: String = "direct", currency: String = "EUR"
    ) {
        rows.add(
            customer, "\(day)", at: day * Self.day, "buy", channel: channel, value: value,
            currency: currency, props: order.map { "{\"order\":\"\($0)\"}" } ?? "")
    }

    private static func metrics(_ tables: PathRows.Tables) throws -> [String] {
        let rows = try tables.rows("journey_metrics")
        let orders = rows.filter { $0["metric"] == "average_order_value" }.map {
            "\($0["unit"] ?? "") \($0["numerator"] ?? "")/\($0["denominator"] ?? "")"
        }
        let shares = ["conversion_rate", "repeat_purchase_rate"].compactMap {
            rows.metric($0, of: "customer")?.split(separator: "=").first.map(String.init)
        }
        return orders + shares
    }

    private static func credit(_ tables: PathRows.Tables, _ model: String) throws -> Set<String> {
        Set(
            try tables.lines("attribution", "model", "channel", "conversions", "value", "currency")
                .filter { $0.hasPrefix(model + ",") }.map { String($0.dropFirst(model.count + 1)) })
    }

    /// An order of 40 is paid back in part.
    @Test func aRefundLowersTheValueAndIsNoConversion() throws {
        var rows = PathRows()
        Self.add(&rows, "a", day: 1, "40", from: "email")
        Self.add(&rows, "a", day: 9, "-15.50")
        Self.add(&rows, "b", day: 1, "10", from: "email")
        let tables = try rows.tables(
            Self.touchpoints + "[[funnel]]\nname = \"f\"\nsteps = [\"buy\"]\nentry = \"every\"\n"
                + "[[funnel]]\nname = \"g\"\nsteps = [\"buy\", \"buy\"]\n")
        #expect(try Self.metrics(tables) == ["EUR 34.50/2", "2/2", "0/2"])
        // What was paid back is taken from what had brought the order.
        for model in ["first", "last", "linear", "markov"] {
            #expect(try Self.credit(tables, model) == ["email,2,34.5,EUR", "direct,0,,"])
        }
        #expect(
            try tables.rows("hours").compactMap { $0["conversions"].flatMap(Int.init) }
                .reduce(0, +) == 2)
        // It fills no step either.
        #expect(
            try tables.lines("funnel_totals", "funnel", "entered", "converted") == [
                "f,2,", "g,2,0",
            ])
        #expect(try tables.manifest.contains(#""conversion":{"id":null,"repeated":0,"refunds":1}"#))
    }

    @Test func aFunnelsValueIsThatOfItsOrderLessItsRefunds() throws {
        var rows = PathRows()
        rows.add("a", "1", at: 0, "see", channel: "email")
        Self.add(&rows, "a", day: 1, "40", "T1")
        Self.add(&rows, "a", day: 2, "30", "T2")
        Self.add(&rows, "a", day: 3, "-40", "T1")
        Self.add(&rows, "a", day: 4, "-3", "T2")
        Self.add(&rows, "a", day: 5, "-1")
        let funnel = "[[funnel]]\nname = \"f\"\nsteps = [\"see\", \"buy\"]\n"
        let byID = try rows.tables(Self.touchpoints + funnel + Self.id)
        #expect(try byID.lines("funnel_totals", "converted", "value", "currency") == ["1,0,EUR"])
        #expect(try Self.metrics(byID) == ["EUR 26/2", "1/1", "1/1"])
        // Without ids all three belong to the second order, which is not the funnel's.
        let plain = try rows.tables(Self.touchpoints + funnel)
        #expect(try plain.lines("funnel_totals", "converted", "value", "currency") == ["1,40,EUR"])
    }

    /// T1 is reported three times, first without its amount; two orders without an id are two.
    @Test func anIDCountsOncePerCustomer() throws {
        var rows = PathRows()
        Self.add(&rows, "a", day: 1, "", "T1", from: "email")
        Self.add(&rows, "a", day: 2, "40", "T1")
        Self.add(&rows, "a", day: 3, "41", "T1")
        Self.add(&rows, "b", day: 1, "5", "T1")
        Self.add(&rows, "c", day: 1, "1")
        Self.add(&rows, "c", day: 2, "2")
        let tables = try rows.tables(
            Self.touchpoints + Self.id + "[[funnel]]\nname = \"f\"\nsteps = [\"buy\", \"buy\"]\n")
        #expect(try Self.metrics(tables) == ["EUR 48/4", "3/3", "1/3"])
        #expect(try Self.credit(tables, "last") == ["email,1,40,EUR", "direct,3,8,EUR"])
        #expect(try tables.lines("funnel_totals", "entered", "converted") == ["3,1"])
        #expect(
            try tables.manifest.contains(
                #""conversion":{"id":"props.order","repeated":2,"refunds":0}"#))
    }

    /// Money goes back for an order that the data do not hold: its own session pays.
    @Test func aRefundOfNothingLowersTheSums() throws {
        var rows = PathRows()
        Self.add(&rows, "a", day: 1, "40", "T1", from: "email")
        Self.add(&rows, "a", day: 2, "-7", "T0", from: "phone")
        Self.add(&rows, "b", day: 1, "-5", from: "store", currency: "SEK")
        let tables = try rows.tables(Self.touchpoints + Self.id)
        #expect(try Set(Self.metrics(tables)) == ["EUR 33/1", "SEK -5/0", "1/2", "0/1"])
        #expect(
            try Self.credit(tables, "first") == [
                "email,1,40,EUR", "phone,0,-7,EUR", "store,0,-5,SEK",
            ])
    }

    /// A refund in no currency is not taken from euros.
    @Test func aRefundWithoutCurrencyIsOfNoOther() throws {
        var rows = PathRows()
        rows.add("a", "0", at: 0, "see")
        Self.add(&rows, "a", day: 1, "40")
        Self.add(&rows, "a", day: 2, "-15", currency: "")
        let tables = try rows.tables(
            Self.touchpoints + "[[funnel]]\nname = \"f\"\nsteps = [\"see\", \"buy\"]\n")
        #expect(try tables.lines("funnel_totals", "converted", "value", "currency") == ["1,,"])
        #expect(try Set(Self.metrics(tables)) == ["EUR 40/1", " -15/0", "1/1", "0/1"])
    }

    /// A funnel that ends in refunds without saying so counts nobody, and that is told.
    @Test func onlyRefundsAreADoubt() throws {
        let journey = Journey.text("a b", "[[funnel]]\nname = \"f\"\nsteps = [\"a\", \"b\"]\n")
        let refunded = try WrittenPaths("a@0 b@1=-5").analysis(journey)
        #expect(refunded.funnels[0].whole.reached == [1, 0])
        let doubts = refunded.doubts(paths: [])
        #expect(doubts.count == 1 && doubts[0].contains("(1 rows)"))
        #expect(try WrittenPaths("a@0 b@1=5 b@2=-5").analysis(journey).doubts(paths: []).isEmpty)
    }

    /// A step that asks for negative amounts gets them.
    @Test func aRuleOnAmountsTakesRefunds() throws {
        var rows = PathRows()
        Self.add(&rows, "a", day: 1, "40")
        Self.add(&rows, "a", day: 2, "-40")
        Self.add(&rows, "b", day: 1, "9")
        let tables = try rows.tables(
            Self.touchpoints + "[[funnel]]\nname = \"f\"\n"
                + "steps = [\"buy\", { value = \"< 0\" }]\n")
        #expect(try tables.lines("funnel", "reached") == ["2", "1"])
    }
}
