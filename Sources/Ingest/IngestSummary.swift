import Events
import StageSupport

/// The run's counts as JSON and as metrics.
struct IngestSummary {
    let ledger: Ledger
    let tally: Tally
    let inputs: [InputReport]
    let problems: [String]
    let hasPublicKey: Bool

    var json: String {
        let ofInputs = inputs.map(\.json)
        return JSONValue.object(
            [
                ("program", JSONValue.quoted("ingest")),
                ("version", JSONValue.quoted(Polku.version)), ("lines", "\(ledger.lines)"),
            ] + classes.map { ($0.0, "\($0.1)") } + [
                ("rejects", Self.object(rejects)), ("notes", Self.object(tally.notesByName)),
                ("filtered_by", Self.object(tally.filteredByReason)),
                ("bots_by", Self.object(tally.botsByRule)),
                ("visitor_key", JSONValue.quoted(hasPublicKey ? "public" : "file")),
                ("problems", JSONValue.array(problems.map(JSONValue.quoted))),
                ("inputs", JSONValue.array(ofInputs)),
            ]) + "\n"
    }

    private var classes: [(String, Int)] {
        [
            ("events", ledger.events), ("rejected", ledger.rejected), ("filtered", ledger.filtered),
            ("bots", ledger.bots), ("duplicates", ledger.duplicates), ("blank", ledger.blank),
        ]
    }

    private var rejects: [(String, Int)] {
        ledger.rejects.keys.sorted().map { ($0, ledger.rejects[$0] ?? 0) }
    }

    func add(to metrics: inout Metrics) {
        metrics.add("lines", label: "class", classes)
        metrics.add("rejects", label: "code", rejects)
        metrics.add("inputs", label: "state", states)
    }

    private var states: [(String, Int)] {
        let all = Dictionary(grouping: inputs, by: { $0.state.rawValue })
        return all.keys.sorted().map { ($0, all[$0]?.count ?? 0) }
    }

    private static func object(_ counts: [(String, Int)]) -> String {
        JSONValue.object(counts.map { ($0.0, "\($0.1)") })
    }
}
