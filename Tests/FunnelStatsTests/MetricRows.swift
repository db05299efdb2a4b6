import ByteIO
import Foundation
import StageSupport
import TestSupport
import Touchpoints

@testable import FunnelStats

/// Rows for journey metrics, written by hand as a path stream.
struct MetricRows {
    static let day: Int64 = 86_400

    private static let header = [
        "customer", "session_id", "time", "visitor", "event", "status", "value", "currency",
        "props",
    ]

    private struct Row {
        let customer: String
        let time: Int64
        let text: String
    }

    private var rows: [Row] = []

    /// Adds a row; `time` in seconds, without a visitor where it is nil.
    mutating func add(
        _ customer: String, session: String = "1", at time: Int64, _ event: String,
        visitor: String? = "v", status: String = "", value: String = "", currency: String = "",
        props: String = ""
    ) {
        let fields = [
            customer, "\(customer)-\(session)", Timestamp(microseconds: time * 1_000_000).text,
            visitor ?? "", event, status, value, currency, props,
        ]
        rows.append(
            Row(customer: customer, time: time, text: fields.joined(separator: "\t")))
    }

    /// By customer, then time, then as they were added.
    func text(horizon: Int64? = nil) -> String {
        let order = rows.indices.sorted {
            (rows[$0].customer, rows[$0].time, $0) < (rows[$1].customer, rows[$1].time, $1)
        }
        let lines =
            ["#polku paths 1", Self.header.joined(separator: "\t")] + order.map { rows[$0].text }
        let end = horizon.map {
            " horizon=" + Timestamp(microseconds: $0 * 1_000_000).text
        }
        return lines.joined(separator: "\n")
            + "\n#end rows=\(rows.count) complete=true\(end ?? "")\n"
    }

    /// What the program writes, and the manifest beside it.
    func run(
        _ journey: String, horizon: Int64? = nil
    ) throws -> (metrics: [[String: String]], manifest: String) {
        let scratch = try Scratch()
        let run = FunnelRun(
            journey: try JourneyFile.journey(from: journey, path: "j.toml"), journeyHash: nil,
            paths: [try scratch.file("paths.tsv", text(horizon: horizon).utf8)],
            style: TableStyle(), listsMembers: false)
        var progress = Progress("test", total: 0, mode: .never)
        _ = try run.go(into: scratch.path("out"), summary: nil, progress: &progress)
        return (
            try csvRows(scratch.path("out/journey_metrics.csv")),
            try String(
                contentsOf: URL(filePath: scratch.path("out/manifest.json")), encoding: .utf8)
        )
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
