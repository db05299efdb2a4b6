import ByteIO
import Foundation
import Rows
import StageSupport
import TestSupport

@testable import Journeys

/// A night of customers whose rows reach every table, each row in a session of one of some channels.
struct RandomNight {
    private static let events = [
        "view", "view", "add", "add", "pay", "buy", "buy", "help", "reply", "rate", "share",
        "search",
        "fail", "first_visit", "a > b", "a>b", "(entry)", "(exit)",
    ]

    /// By customer, in the order of their names: the rows in time order.
    private(set) var customers: [[[String: String]]] = []

    init(customers count: Int, _ random: inout SeededGenerator) {
        customers = (0..<count).map { Self.customer(String(format: "c%04d", $0), &random) }
    }

    private static func customer(
        _ name: String, _ random: inout SeededGenerator
    ) -> [[String: String]] {
        func one(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
        var rows: [[String: String]] = []
        var time = Int64.random(in: 0..<40 * 86_400, using: &random) + 1_700_000_000
        for session in 0..<Int.random(in: 1...4, using: &random) {
            let channel = one(["", "direct", "email", "Email", "paid_search", "(other)"])
            let (visitor, device) = (one(["", "v", "w"]), one(["mobile", "desktop", ""]))
            for step in 0..<Int.random(in: 1...9, using: &random) {
                time += Int64.random(in: 0...400, using: &random)
                let event = one(events)
                let amount = one(["", "9.90", "-3", "100", "0.005"])
                rows.append([
                    "customer": name, "session_id": "\(name)-\(session)", "step": "\(step + 1)",
                    "time": Timestamp(microseconds: time * 1_000_000).text, "event": event,
                    "visitor": visitor.isEmpty ? "" : "\(name)\(visitor)", "device": device,
                    "site": one(["s", ""]), "page": one(["", "/", "/a", "/b"]),
                    "channel": channel, "source": one(["", "news"]), "campaign": "",
                    "country": one(["FI", "SE", ""]), "status": one(["200", "200", "404", "503"]),
                    "duration_ms": one(["", "3.25", "4000"]),
                    "value": event == "buy" ? amount : "",
                    "currency": event == "buy" ? one(["EUR", "EUR", "EUR", "SEK"]) : "",
                    "props": one([
                        "", "{\"q\":\"x\"}", "{\"q\":\"y\",\"order\":\"1\"}",
                        "{\"nps\":9,\"csat\":2}", "{\"order\":\"2\",\"nps\":5}",
                    ]),
                ])
            }
            time += Int64.random(in: 2000...900_000, using: &random)
        }
        return rows
    }

    /// The path stream of some customers.
    func stream(_ chosen: [Int]) -> String {
        let columns = PathColumn.rowNames
        let rows = chosen.sorted().flatMap { customers[$0] }
        return
            (["#polku paths 1", columns.joined(separator: "\t")]
            + rows.map { row in columns.map { row[$0] ?? "" }.joined(separator: "\t") }
            + ["#end rows=\(rows.count) complete=true\n"]).joined(separator: "\n")
    }

    /// Every table, every kind of funnel with an order, friction, conversions with an id.
    static let journey = """
        version = 1
        timezone = "Europe/Helsinki"
        [[touchpoint]]
        name = "fail"
        kind = "error"
        answers = "pay"
        stage = "buying"
        match = [{ event = "fail" }, { event = "pay", status = ">= 500" }]
        [[touchpoint]]
        name = "lost"
        kind = "error"
        match = [{ status = "404" }]
        [[touchpoint]]
        name = "buy"
        kind = "conversion"
        stage = "buying"
        match = [{ event = "buy" }]
        [[touchpoint]]
        name = "pay"
        stage = "buying"
        match = [{ event = "pay" }]
        [[touchpoint]]
        name = "view"
        stage = "looking"
        match = [{ event = "view" }, { event = "search" }]
        [[touchpoint]]
        name = "add"
        stage = "choosing"
        match = [{ event = "add" }]
        [[touchpoint]]
        name = "help"
        kind = "support_request"
        match = [{ event = "help" }]
        [[touchpoint]]
        name = "reply"
        kind = "support_reply"
        match = [{ event = "reply" }]
        [[touchpoint]]
        name = "rate"
        kind = "feedback"
        match = [{ event = "rate" }]
        [[touchpoint]]
        name = "share"
        kind = "referral"
        match = [{ event = "share" }]
        [[funnel]]
        name = "plain"
        steps = ["view", { touchpoint = "add", optional = true }, "pay", { event = "buy" }]
        window = "2d"
        breakdown = ["device", "channel", "props.q"]
        trend = "week"
        exclude = [{ touchpoint = "help", from = 1, to = 3 }]
        [[funnel]]
        name = "visitors"
        steps = ["view", "add", "buy"]
        unit = "visitor"
        entry = "every"
        window = "1h"
        window_from = "previous"
        breakdown = ["site", "country"]
        attribution = "last"
        trend = "day"
        [[funnel]]
        name = "sessions"
        steps = ["view", "buy"]
        unit = "session"
        order = "strict"
        breakdown = ["device"]
        attribution = "all"
        breakdown_limit = 1
        trend = "month"
        [[funnel]]
        name = "any order"
        steps = ["add", "pay", "view"]
        order = "unordered"
        window = "none"
        breakdown = ["channel"]
        attribution = "step:1"
        [[funnel]]
        name = "held"
        steps = ["add", "buy"]
        hold = ["props.order"]
        window = "none"
        [[funnel]]
        name = "one"
        steps = ["view"]
        [conversion]
        id = "props.order"
        [retention]
        period = "week"
        basis = "rolling"
        from = "view"
        returning = "buy"
        [friction]
        search_query = "q"
        min_units = 5
        min_cell = 1
        """

    /// No touchpoints, so that all names are numbered as they come, and an open funnel.
    static let names = """
        version = 1
        [[funnel]]
        name = "open"
        steps = ["view", "add", "buy"]
        entry = "any"
        breakdown = ["event", "page"]
        breakdown_limit = 3
        [[funnel]]
        name = "ways"
        steps = ["view", { event = "buy", value = "> 5" }]
        window = "none"
        """
}
