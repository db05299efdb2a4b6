import StageSupport
import StatsFolder

/// What makes the numbers doubtful so that it changes a decision, by the limits of the page's specification.
struct Alarms {
    let lines: [String]

    init(_ page: Page) {
        let (tables, words) = (page.tables, page.words)
        var lines: [String] = []
        func add(_ phrase: Phrase, _ gaps: KeyValuePairs<String, Gap> = [:]) {
            lines.append(words.text(phrase, gaps))
        }
        func share(_ part: Int, _ whole: Int) -> Double {
            whole == 0 ? 0 : Double(part) / Double(whole)
        }
        func shown(_ share: Double) -> Gap { .text(words.show(share, .percent)) }
        func count(_ number: Int) -> Gap { .text(words.show(Double(number), .count)) }
        if let ingest = tables.ingest {
            let ledger = ingest.ledger
            let rejected = share(ledger.rejected, ledger.lines)
            if rejected > 0.01 { add(.alarmRejected, ["share": shown(rejected)]) }
            if ledger.lines != ledger.accounted {
                add(
                    .alarmAccounts,
                    ["lines": count(ledger.lines), "accounted": count(ledger.accounted)])
            }
            for input in ingest.inputs where input.state != "complete" {
                add(
                    .alarmInput,
                    ["name": .text(input.name), "state": .text(words.state(input.state))])
            }
        }
        if let sessionize = tables.sessionize {
            let quarantined = share(sessionize.quarantinedRows, sessionize.rowsRead)
            if quarantined > 0.05 { add(.alarmQuarantine, ["share": shown(quarantined)]) }
            if sessionize.linked == 0, sessionize.users > 0, sessionize.visitors > 0 {
                add(.alarmLinked)
            }
        }
        if let unmapped = Self.unmapped(tables), unmapped > 0.2 {
            add(.alarmUnmapped, ["share": shown(unmapped)])
        }
        // Without rows no step can have any, and the page says so once.
        for funnel in page.funnels.prefix(50) where tables.manifest.rowsUsed > 0 {
            for step in funnel.rules.stepsWithoutRows ?? [] {
                let steps = funnel.rules.steps
                let name = steps.indices.contains(step - 1) ? steps[step - 1] : ""
                add(
                    .alarmStep,
                    [
                        "funnel": .text(page.names.funnel(funnel.name)), "n": .text("\(step)"),
                        "name": .text(page.names.step(name, step, of: funnel.name)),
                    ])
            }
        }
        self.lines = lines
    }

    /// The share of events that match no touchpoint; nil where the table is missing or empty.
    static func unmapped(_ tables: Tables) -> Double? {
        let rows = tables.rows(.touchpoints)
        let all = rows.reduce(0) { $0 + $1.count("events") }
        guard all > 0 else { return nil }
        let unmapped = rows.first { $0.text("touchpoint") == "(unmapped)" }
        return Double(unmapped?.count("events") ?? 0) / Double(all)
    }
}
