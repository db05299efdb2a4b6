import StageSupport
import Touchpoints

/// `manifest.json`: every input, the rules used, the version, and every output.
struct Manifest {
    struct Output {
        let name: String
        let rows: Int
        let sha256: String
    }

    let analysis: Analysis
    let inputs: [PathInput]
    let journeyHash: String?
    let duplicates: Int
    let dataEnd: Int64?
    var outputs: [Output] = []

    /// The file's text; the same run gives the same bytes.
    var text: String {
        JSONValue.object([
            ("program", JSONValue.quoted("funnelstats")),
            ("version", JSONValue.quoted(Polku.version)),
            ("journey_sha256", journeyHash.map(JSONValue.quoted) ?? "null"),
            ("timezone", JSONValue.quoted(analysis.journey.timezone)),
            (
                "data_end",
                dataEnd.map { JSONValue.quoted(Timestamp(microseconds: $0).text) } ?? "null"
            ),
            ("rows", "\(inputs.reduce(0) { $0 + $1.rowCount })"),
            ("rows_used", "\(analysis.rowCount)"), ("rows_delivered_twice", "\(duplicates)"),
            ("customers", "\(analysis.customerCount)"), ("sessions", "\(analysis.sessionCount)"),
            ("inputs", JSONValue.array(inputs.map(Self.object))),
            ("funnels", JSONValue.array(analysis.funnels.map(Self.object))),
            ("outputs", JSONValue.array(outputs.map(Self.object))),
        ]) + "\n"
    }

    private static func object(_ input: PathInput) -> String {
        let hashes = input.ends.map { end in
            end.checksum.map { JSONValue.quoted("xxh64:" + StreamEnd.digits($0)) } ?? "null"
        }
        return JSONValue.object([
            ("name", JSONValue.quoted(input.name)), ("bytes", "\(input.compressedCount)"),
            ("rows", "\(input.rowCount)"), ("hashes", JSONValue.array(hashes)),
        ])
    }

    private static func object(_ counter: FunnelCounter) -> String {
        let (funnel, rules) = (counter.funnel, counter.funnel.rules)
        return JSONValue.object([
            ("name", JSONValue.quoted(funnel.name)),
            ("steps", JSONValue.array(funnel.steps.map { JSONValue.quoted($0.label) })),
            ("unit", JSONValue.quoted(funnel.unit.rawValue)),
            ("order", JSONValue.quoted(rules.order.rawValue)),
            ("entry", JSONValue.quoted(rules.entry.rawValue)),
            (
                "window",
                JSONValue.quoted(
                    rules.window.map { "\(DurationOption(microseconds: $0))" } ?? "none")
            ),
            ("window_from", JSONValue.quoted(rules.windowFrom.rawValue)),
            ("exclusion_effect", JSONValue.quoted(rules.effect.rawValue)),
            ("breakdown", JSONValue.array(funnel.breakdown.map { JSONValue.quoted($0.name) })),
            ("attribution", JSONValue.quoted(funnel.attribution.text)),
            ("trend", JSONValue.quoted(funnel.trend.rawValue)),
            ("like", funnel.like.map { JSONValue.quoted($0.rawValue) } ?? "null"),
            (
                "not_reproduced",
                funnel.like.flatMap { $0.difference(rules) }.map(JSONValue.quoted) ?? "null"
            ),
            ("entered", "\(counter.whole.entered)"), ("removed", "\(counter.whole.removed)"),
            ("rows_without_unit", "\(counter.rowsWithoutUnit)"),
        ])
    }

    private static func object(_ output: Output) -> String {
        JSONValue.object([
            ("name", JSONValue.quoted(output.name)), ("rows", "\(output.rows)"),
            ("sha256", JSONValue.quoted(output.sha256)),
        ])
    }
}
