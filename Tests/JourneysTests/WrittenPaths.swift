import ByteIO
import Foundation
import StageSupport
import TestSupport
import Rows

@testable import FunnelStats
@testable import Journeys

/// Rows of customers written by hand, read as a user's path stream is.
///
/// A row is a word, `event@seconds` and what else it has: `/page`, `!status`, `~duration_ms`,
/// `#session`, `%visitor`, `?term` (the property `q`), `=value` (in EUR), `$currency`. Without `#` the
/// session is `1`, without `%` the visitor is the customer.
struct WrittenPaths {
    private struct Row {
        let time: Int64
        let fields: String
    }

    private static let header = [
        "customer", "session_id", "time", "visitor", "event", "page", "status", "duration_ms",
        "value", "currency", "props",
    ]

    private var customers: [String: [Row]] = [:]

    init() {}

    /// One customer, `c`.
    init(_ text: String) { add("c", text) }

    mutating func add(_ customer: String, _ text: String) {
        customers[customer, default: []] += text.split(separator: " ").map {
            Self.row(String($0), customer)
        }
    }

    private static func row(_ word: String, _ customer: String) -> Row {
        var parts: [Character: String] = [:]
        var mark: Character = "."
        for character in word {
            let isMark = "@!~#%?=$".contains(character) || (character == "/" && parts["/"] == nil)
            if isMark { mark = character }
            parts[mark, default: ""].append(isMark && character != "/" ? "" : String(character))
        }
        let time = Int64(((Double(parts["@"] ?? "") ?? 0) * 1_000_000).rounded())
        let props = parts["?"].map { "{\"q\":\"\($0)\"}" } ?? ""
        let fields = [
            customer, customer + "-" + (parts["#"] ?? "1"),
            Timestamp(microseconds: time).text, parts["%"] ?? customer, parts["."] ?? "",
            parts["/"] ?? "", parts["!"] ?? "", parts["~"] ?? "", parts["="] ?? "",
            parts["="] == nil ? "" : parts["$"] ?? "EUR", props,
        ]
        return Row(time: time, fields: fields.joined(separator: "\t"))
    }

    var text: String {
        var lines = ["#polku paths 1", Self.header.joined(separator: "\t")]
        for customer in customers.keys.sorted() {
            let rows = customers[customer] ?? []
            for place in rows.indices.sorted(by: { (rows[$0].time, $0) < (rows[$1].time, $1) }) {
                lines.append(rows[place].fields)
            }
        }
        lines.append("#end rows=\(lines.count - 2) complete=true\n")
        return lines.joined(separator: "\n")
    }

    /// The counts of a whole run; self-checks hold.
    func analysis(_ journey: String) throws -> Analysis {
        let scratch = try Scratch()
        var analysis = try Analysis(JourneyFile.journey(from: journey, path: "j.toml"))
        var merge = try PathMerge([scratch.file("paths.tsv", text.utf8)])
        var progress = Progress("test", total: 0, mode: .never)
        try analysis.read(&merge, &progress)
        try SelfCheck.check(analysis, rowsRead: analysis.rowCount, duplicates: 0, members: nil)
        return analysis
    }
}

extension Table {
    /// The rows as they are written, each by column name.
    func written() throws -> [[String: String]] {
        let scratch = try Scratch()
        var writer = try TableWriter(shape, to: .creating(scratch.path(name)), TableStyle())
        for row in rows { try writer.write(row) }
        try FinishedFile.publish([writer.complete().file])
        return try csvRows(scratch.path(name))
    }
}

extension Journey {
    /// A journey file with a touchpoint for each of the letters and words of `names`, named as its
    /// event; `kinds` tells the kind of some, `answers` in TOML what some errors answer; then `rest`.
    static func text(
        _ names: String, kinds: [String: String] = [:], answers: [String: String] = [:],
        _ rest: String = ""
    ) -> String {
        let touchpoints = names.split(separator: " ").map { name in
            let kind = kinds[String(name)].map { "kind = \"\($0)\"\n" } ?? ""
            let answers = answers[String(name)].map { "answers = \($0)\n" } ?? ""
            return "[[touchpoint]]\nname = \"\(name)\"\n\(kind)\(answers)"
                + "match = [{ event = \"\(name)\" }]\n"
        }
        return "version = 1\n" + touchpoints.joined() + rest
    }
}
