/// The rows of `compare.csv`: which changes are sure, and whether they are for the better.
struct Changes {
    private struct Key: Hashable {
        let table: String
        let key: String
        let metric: String
    }

    /// In the order of the table.
    let all: [Row]
    /// Those with q < 0.05 and at least 30 units on both sides; lowest q first, then as the table has them.
    let clear: [Row]
    private let rows: [Key: Row]

    init(_ tables: Tables, _ funnels: [FunnelFacts]) {
        all = tables.rows(.compare)
        rows = Dictionary(
            all.map {
                (Key(table: $0.text("table"), key: $0.text("key"), metric: $0.text("metric")), $0)
            }
        ) { first, _ in first }
        let sure = all.filter { $0.number("q_value") ?? 1 < 0.05 }
        guard !sure.isEmpty else {
            clear = []
            return
        }
        let units = ComparedUnits(tables, funnels)
        clear = Ranking.largest(sure.filter(units.areEnough), count: sure.count) {
            -($0.number("q_value") ?? 1)
        }
    }

    /// Rates that stand on one side only.
    var oneSided: [Row] { all.filter { $0.isEmpty("before") || $0.isEmpty("after") } }

    /// The change of the rate of a step; of the whole funnel where there is no step.
    func change(_ funnel: FunnelFacts, step: String? = nil, metric: String) -> Row? {
        let key =
            ComparedKey.text([("funnel", funnel.name)] + (step.map { [("step", $0)] } ?? []))
        let table = step == nil ? "funnel_totals" : "funnel"
        return rows[Key(table: table, key: key, metric: metric)]
    }

    /// Whether the interval of the change excludes 0.
    static func isClear(_ row: Row) -> Bool {
        guard let low = row.number("ci_low"), let high = row.number("ci_high") else { return false }
        return low > 0 || high < 0
    }
}

// For the better or the worse.
extension Changes {
    enum Verdict {
        case better, worse
        /// The interval holds 0, or more is neither good nor bad.
        case neither

        var phrase: Phrase {
            switch self {
            case .better: .better
            case .worse: .worse
            case .neither: .changed
            }
        }

        /// The class of its colour.
        var tone: StaticString {
            switch self {
            case .better: "up"
            case .worse: "down"
            case .neither: "same"
            }
        }
    }

    private static let higherIsBetter: Set<String> = [
        "rate", "rate_from_first", "rate_from_previous", "km_rate", "advance_rate",
        "conversion_rate", "repeat_purchase_rate", "return_7d", "return_30d", "answered_within_24h",
        "nps", "csat", "referral_rate", "average_order_value",
    ]
    private static let lowerIsBetter: Set<String> = [
        "dropoff_rate", "error_rate", "rework_rate", "abandonment_rate", "bounce_rate",
        "error_session_rate", "support_contact_rate", "first_response_median", "first_response_p90",
    ]

    func verdict(on row: Row) -> Verdict {
        guard Self.isClear(row), let difference = row.number("difference") else { return .neither }
        let name = Self.measure(row)
        if Self.higherIsBetter.contains(name) { return difference > 0 ? .better : .worse }
        if Self.lowerIsBetter.contains(name) { return difference < 0 ? .better : .worse }
        return .neither
    }

    /// What was measured; journey metrics all have the column `value`.
    static func measure(_ row: Row) -> String {
        row.text("table") == "journey_metrics"
            ? ComparedKey.values(row.text("key"))["metric"] ?? "" : row.text("metric")
    }
}

/// The keys of `compare.csv`: `funnel=purchase;step=2`, where a `;` or `\` of a value has a `\` before it.
enum ComparedKey {
    static func text(_ parts: [(name: String, value: String)]) -> String {
        parts.filter { !$0.value.isEmpty }.map { name, value in
            name + "=" + value.replacing("\\", with: "\\\\").replacing(";", with: "\\;")
        }.joined(separator: ";")
    }

    static func values(_ key: String) -> [String: String] {
        var values: [String: String] = [:]
        var part: [UInt8] = []
        var isEscaped = false
        func end() {
            guard let place = part.firstIndex(of: 0x3D) else { return }
            values[String(decoding: part[..<place], as: UTF8.self)] = String(
                decoding: part[(place + 1)...], as: UTF8.self)
        }
        for byte in key.utf8 {
            if isEscaped || (byte != 0x5C && byte != 0x3B) {
                part.append(byte)
                isEscaped = false
            } else if byte == 0x5C {
                isEscaped = true
            } else {
                end()
                part = []
            }
        }
        end()
        return values
    }
}
