import Rows

@testable import Journeys

/// Rows for journey metrics, by one visitor where nothing else is said.
struct MetricRows {
    static let day: Int64 = 86_400

    private var rows = PathRows()

    /// Adds a row; `time` in seconds, without a visitor where it is nil.
    mutating func add(
        _ customer: String, session: String = "1", at time: Int64, _ event: String,
        visitor: String? = "v", status: String = "", value: String = "", currency: String = "",
        props: String = ""
    ) {
        rows.add(
            customer, session, at: time, event, visitor: visitor ?? "", status: status,
            value: value, currency: currency, props: props)
    }

    var text: String { rows.stream() }

    /// What the program writes, and the manifest beside it.
    func run(
        _ journey: String, horizon: Int64? = nil
    ) throws -> (metrics: [[String: String]], manifest: String) {
        let tables = try rows.tables(
            try JourneyFile.journey(from: journey, path: "j.toml"),
            horizon: horizon.map { Timestamp(microseconds: $0 * 1_000_000).text })
        return (try tables.rows("journey_metrics"), try tables.manifest)
    }

    /// A journey file with a touchpoint for each event of that name, with a kind or without.
    static func journey(_ kinds: KeyValuePairs<String, String>, _ rest: String = "") -> String {
        let touchpoints = kinds.map { name, kind in
            "[[touchpoint]]\nname = \"\(name)\"\nmatch = [{ event = \"\(name)\" }]\n"
                + (kind.isEmpty ? "" : "kind = \"\(kind)\"\n")
        }
        return "version = 1\n" + touchpoints.joined() + rest
    }
}

extension [[String: String]] {
    /// The row of a metric as `numerator/denominator=value`.
    func metric(_ name: String, _ segment: String = "", of unit: String) -> String? {
        first { $0["metric"] == name && $0["segment"] == segment && $0["unit"] == unit }.map {
            "\($0["numerator"] ?? "?")/\($0["denominator"] ?? "?")=\($0["value"] ?? "?")"
        }
    }
}
