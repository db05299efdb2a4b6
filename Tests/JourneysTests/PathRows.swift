import Foundation
import StageSupport
import TestSupport
import Rows

@testable import FunnelStats
@testable import Journeys

/// Path rows written by hand, counted as a user's are, self-checks and all.
struct PathRows {
    private static let header = [
        "customer", "session_id", "time", "visitor", "event", "channel", "status", "duration_ms",
        "value", "currency", "props",
    ]

    private var rows: [(customer: String, time: Int64, fields: [String])] = []

    /// Adds a row at a time in seconds, or `exactly` as an RFC 3339 time has it.
    mutating func add(
        _ customer: String, _ session: String, at seconds: Int64 = 0, exactly: String? = nil,
        _ event: String, visitor: String = "", channel: String = "", status: String = "",
        duration: String = "", value: String = "", currency: String = "", props: String = ""
    ) {
        let logged = exactly.flatMap { LoggedTime(iso: Array($0.utf8).span)?.time.microseconds }
        let time = logged ?? seconds * 1_000_000
        let fields = [
            customer, "\(customer)/\(session)", Timestamp(microseconds: time).text, visitor, event,
            channel, status, duration, value, currency, props,
        ]
        rows.append((customer, time, fields))
    }

    /// Adds a session of one row for each name, a minute apart.
    mutating func add(
        _ customer: String, _ session: String, at seconds: Int64 = 0, events: [String],
        channel: String = ""
    ) {
        for (place, event) in events.enumerated() {
            add(customer, session, at: seconds + Int64(place) * 60, event, channel: channel)
        }
    }

    /// Adds the events of a fixture, in sessions as its paths say: `session`, else one a key.
    mutating func add(_ events: [[String: Any]]) {
        for event in events {
            let customer = event["key"] as? String ?? event["id"] as? String ?? ""
            add(
                customer, event["session"] as? String ?? "1", exactly: event["t"] as? String,
                event["event"] as? String ?? "")
        }
    }

    /// By customer, then time, then as they were added.
    func stream(horizon: String? = nil) -> String {
        let order = rows.indices.sorted {
            let (left, right) = (rows[$0], rows[$1])
            return left.customer == right.customer
                ? (left.time, $0) < (right.time, $1) : left.customer < right.customer
        }
        let lines =
            ["#polku paths 1", Self.header.joined(separator: "\t")]
            + order.map { rows[$0].fields.joined(separator: "\t") }
        return lines.joined(separator: "\n") + "\n#end rows=\(rows.count) complete=true"
            + (horizon.map { " horizon=\($0)" } ?? "") + "\n"
    }

    /// The tables that the program writes.
    func tables(_ journey: Journey, horizon: String? = nil) throws -> Tables {
        let scratch = try Scratch()
        let run = FunnelRun(
            journey: journey, journeyHash: nil,
            paths: [try scratch.file("paths.tsv", stream(horizon: horizon).utf8)],
            style: TableStyle())
        var progress = Progress("test", total: 0, mode: .never)
        _ = try run.go(into: .init(output: scratch.path("out")), progress: &progress)
        return Tables(scratch: scratch)
    }

    func tables(_ journey: String = "", horizon: String? = nil) throws -> Tables {
        try tables(
            journey.isEmpty
                ? Journey() : JourneyFile.journey(from: "version = 1\n" + journey, path: "j.toml"),
            horizon: horizon)
    }

    /// A touchpoint of a journey file for each event of that name, `NAME[:STAGE[:KIND]]`.
    static func touchpoints(_ list: String...) -> String {
        list.map { text in
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            var lines = [
                "[[touchpoint]]", "name = \"\(parts[0])\"",
                "match = [{ event = \"\(parts[0])\" }]",
            ]
            if parts.count > 1, !parts[1].isEmpty { lines.append("stage = \"\(parts[1])\"") }
            if parts.count > 2 { lines.append("kind = \"\(parts[2])\"") }
            return lines.joined(separator: "\n") + "\n"
        }.joined()
    }

    /// A folder of tables.
    struct Tables {
        fileprivate let scratch: Scratch

        /// The rows of a table by column name.
        func rows(_ name: String) throws -> [[String: String]] {
            try csvRows(scratch.path("out/\(name).csv"))
        }

        /// The rows of a table, each a line of the named columns.
        func lines(_ name: String, _ columns: String...) throws -> [String] {
            try rows(name).map { row in
                columns.map { row[$0] ?? "?" }.joined(separator: ",")
            }
        }

        /// The text of the manifest.
        var manifest: String {
            get throws {
                try String(
                    contentsOf: URL(filePath: scratch.path("out/manifest.json")), encoding: .utf8)
            }
        }

        /// The bytes of a table.
        func bytes(_ name: String) throws -> Data {
            try Data(contentsOf: URL(filePath: scratch.path("out/\(name).csv")))
        }
    }
}
