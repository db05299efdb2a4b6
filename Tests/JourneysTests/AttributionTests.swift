import Testing

@testable import Journeys

struct AttributionTests {
    private static let day: Int64 = 86_400
    private static let buys = PathRows.touchpoints("see", "buy::conversion")

    /// A session of a channel on a day; `buys` at its end.
    private static func visit(
        _ rows: inout PathRows, _ customer: String, day: Int64, _ channel: String,
        buys: Bool = false, value: String = "", currency: String = ""
    ) {
        rows.add(customer, "\(day)", at: day * Self.day, "see", channel: channel)
        guard buys else { return }
        rows.add(
            customer, "\(day)", at: day * Self.day, "buy", channel: channel, value: value,
            currency: currency)
    }

    private static func credit(
        _ rows: PathRows, _ model: String, _ rules: String = ""
    ) throws -> [String] {
        try rows.tables(buys + rules).lines(
            "attribution", "model", "channel", "conversions", "value"
        ).filter { $0.hasPrefix(model + ",") }.map { String($0.dropFirst(model.count + 1)) }
    }

    /// google twice converted, once not; mail once; google, then mail once: the worked example of the
    /// rules, whose Markov part is serhiipuzyrov.com's.
    private static var example: PathRows {
        var rows = PathRows()
        visit(&rows, "a", day: 1, "google", buys: true, value: "1.10", currency: "EUR")
        visit(&rows, "b", day: 1, "google", buys: true, value: "2.20", currency: "EUR")
        visit(&rows, "c", day: 1, "google")
        visit(&rows, "d", day: 1, "mail", buys: true, value: "3.30", currency: "EUR")
        visit(&rows, "e", day: 1, "google")
        visit(&rows, "e", day: 2, "mail", buys: true, value: "4.40", currency: "EUR")
        return rows
    }

    /// Values: 1.10 and 2.20 of google, 3.30 of mail, 4.40 shared; 11 × 0.6 and 11 × 0.4 by Markov.
    @Test(arguments: [
        ("first", ["google,3,7.7", "mail,1,3.3"]), ("last", ["google,2,3.3", "mail,2,7.7"]),
        ("last_non_direct", ["google,2,3.3", "mail,2,7.7"]),
        ("linear", ["google,2.5,5.5", "mail,1.5,5.5"]),
        ("position_based", ["google,2.5,5.5", "mail,1.5,5.5"]),
        ("markov", ["google,2.4,6.6", "mail,1.6,4.4"]),
        ("shapley", ["google,2.5,5.5", "mail,1.5,5.5"]),
    ])
    func workedExample(model: String, credit: [String]) throws {
        #expect(try Self.credit(Self.example, model) == credit)
    }

    @Test func removalEffectsStandBesideMarkovAlone() throws {
        let rows = try Self.example.tables(Self.buys).rows("attribution")
        #expect(rows.count == 16)
        for row in rows {
            let effect = ["google": "0.75", "mail": "0.5"][row["channel"] ?? ""]
            #expect(row["removal_effect"] == (row["model"] == "markov" ? effect : ""))
            #expect(row["currency"] == "EUR")
        }
        #expect(
            rows.map { $0["model"] ?? "" }.reduce(into: []) {
                if $0.last != $1 { $0.append($1) }
            } == [
                "first", "last", "last_non_direct", "linear", "position_based", "time_decay",
                "markov", "shapley",
            ])
    }

    /// Ages of 14, 7 and 0 days: 1/7, 2/7, 4/7.
    @Test(arguments: [
        ("", ["c,0.571428571,", "b,0.285714286,", "a,0.142857143,"]),
        // 2^(−1), 2^(−1/2), 1 of 2.20710678.
        (
            "[attribution]\nhalf_life = \"14d\"\n",
            ["c,0.453081839,", "b,0.320377241,", "a,0.22654092,"]
        ),
    ])
    func timeDecay(rules: String, credit: [String]) throws {
        var rows = PathRows()
        for (day, channel) in [(1, "a"), (8, "b")] as [(Int64, String)] {
            Self.visit(&rows, "x", day: day, channel)
        }
        Self.visit(&rows, "x", day: 15, "c", buys: true)
        #expect(try Self.credit(rows, "time_decay", rules) == credit)
    }

    /// 40 %, 20 % between, 40 %; two 50/50; one 100 %.
    @Test(arguments: [
        ("a", ["a,1,"]), ("ab", ["a,0.5,", "b,0.5,"]), ("abc", ["a,0.4,", "c,0.4,", "b,0.2,"]),
        ("abcd", ["a,0.4,", "d,0.4,", "b,0.1,", "c,0.1,"]), ("aba", ["a,0.8,", "b,0.2,"]),
        ("abcde", ["a,0.4,", "e,0.4,", "b,0.066666667,", "c,0.066666667,", "d,0.066666667,"]),
    ])
    func positionBased(channels: String, credit: [String]) throws {
        var rows = PathRows()
        for (day, channel) in channels.enumerated() {
            Self.visit(
                &rows, "x", day: Int64(day + 1), String(channel), buys: day == channels.count - 1)
        }
        #expect(try Self.credit(rows, "position_based") == credit)
    }

    /// The lookback is inclusive, to the second: 30 days, or what the journey file says.
    @Test(
        arguments: [
            ("", 0, ["old,1,", "new,0,"]), ("", -1, ["new,1,"]),
            ("[attribution]\nlookback = \"10d\"\n", 20 * 86_400, ["old,1,", "new,0,"]),
            ("[attribution]\nlookback = \"10d\"\n", 20 * 86_400 - 1, ["new,1,"]),
        ] as [(String, Int64, [String])])
    func lookback(rules: String, start: Int64, credit: [String]) throws {
        var rows = PathRows()
        rows.add("x", "1", at: start, "see", channel: "old")
        rows.add("x", "2", at: 30 * Self.day, "buy", channel: "new")
        #expect(try Self.credit(rows, "first", rules) == credit)
    }

    /// Only sessions after the conversion before it are touches of the next; the converting session is
    /// its own touch, the second time too.
    @Test func touchesStartAfterTheConversionBefore() throws {
        var rows = PathRows()
        Self.visit(&rows, "x", day: 1, "a")
        rows.add("x", "2", at: 2 * Self.day, "see", channel: "b")
        rows.add("x", "2", at: 2 * Self.day + 1, "buy", channel: "b")
        rows.add("x", "2", at: 2 * Self.day + 2, "buy", channel: "b")
        Self.visit(&rows, "x", day: 3, "c")
        Self.visit(&rows, "x", day: 4, "d", buys: true)
        // a, b | b | c, d
        #expect(try Self.credit(rows, "first") == ["a,1,", "b,1,", "c,1,", "d,0,"])
        #expect(try Self.credit(rows, "linear") == ["b,1.5,", "a,0.5,", "c,0.5,", "d,0.5,"])
    }

    /// A session that started before the converting one goes on after it: the converting one is last.
    @Test func theConvertingSessionIsTheLastTouch() throws {
        var rows = PathRows()
        rows.add("x", "long", at: 100, "see", channel: "phone")
        rows.add("x", "short", at: 200, "see", channel: "web")
        rows.add("x", "long", at: 300, "buy", channel: "phone")
        rows.add("x", "short", at: 400, "see", channel: "web")
        #expect(try Self.credit(rows, "last") == ["phone,1,", "web,0,"])
    }

    /// Null paths: the sessions after the last conversion, from the last row back as far as the lookback.
    /// a → conversion; b, c → nothing, and an older session of z is out of reach. P(conversion) = 1/2.
    @Test func whatFollowsTheLastConversionIsANullPath() throws {
        var rows = PathRows()
        Self.visit(&rows, "x", day: 1, "a", buys: true)
        Self.visit(&rows, "x", day: 10, "z")
        Self.visit(&rows, "x", day: 80, "b")
        Self.visit(&rows, "x", day: 81, "c")
        let found = try rows.tables(Self.buys).rows("attribution").filter {
            $0["model"] == "markov"
        }
        #expect(found.map { $0["channel"] } == ["a", "b", "c"])
        #expect(found.map { $0["removal_effect"] } == ["1", "0", "0"])
    }

    @Test func nothingConverts() throws {
        var rows = PathRows()
        Self.visit(&rows, "x", day: 1, "a")
        let found = try rows.tables(Self.buys).lines(
            "attribution", "channel", "conversions", "value", "removal_effect")
        #expect(found == Array(repeating: "a,0,,", count: 8))
        #expect(try PathRows().tables(Self.buys).rows("attribution").isEmpty)
    }

    /// Two currencies in one cell leave it empty; cells of one keep theirs. Without a channel the name is
    /// empty.
    @Test func aCellHasOneCurrencyOrNone() throws {
        var rows = PathRows()
        Self.visit(&rows, "x", day: 1, "a", buys: true, value: "5", currency: "EUR")
        Self.visit(&rows, "y", day: 1, "a")
        Self.visit(&rows, "y", day: 2, "b", buys: true, value: "7", currency: "SEK")
        Self.visit(&rows, "z", day: 2, "", buys: true, value: "1.5")
        Self.visit(&rows, "z", day: 3, "c", buys: true)
        let found = try rows.tables(Self.buys).rows("attribution")
        func cells(_ model: String) -> [String] {
            found.filter { $0["model"] == model }.map { row in
                ["channel", "conversions", "value", "currency"].map { row[$0] ?? "?" }
                    .joined(separator: ",")
            }
        }
        #expect(cells("last") == [",1,1.5,", "a,1,5,EUR", "b,1,7,SEK", "c,1,,"])
        #expect(cells("linear") == ["a,1.5,,", ",1,1.5,", "c,1,,", "b,0.5,3.5,SEK"])
        #expect(cells("markov").allSatisfy { $0.hasSuffix(",,") })
    }
}
