import StatsFolder

/// What makes the numbers doubtful, by the limits of the page's specification.
struct Alarms {
    let lines: [String]

    init(_ page: Page) {
        let (tables, funnels) = (page.tables, page.funnels)
        var lines: [String] = []
        if let ingest = tables.ingest { lines += Self.ingest(ingest) }
        if let sessionize = tables.sessionize { lines += Self.sessionize(sessionize) }
        if let share = Self.unmapped(tables), share > 0.2 {
            lines.append(
                "\(Figure.percent.text(share)) of the events match no touchpoint (limit 20 %); "
                    + "funnelstats check lists their names.")
        }
        lines += funnels.prefix(50).flatMap { Self.unmatched($0, page) }
        self.lines = lines
    }

    private static func unmatched(_ funnel: FunnelFacts, _ page: Page) -> [String] {
        (funnel.rules.stepsWithoutRows ?? []).map { step in
            let name =
                funnel.rules.steps.indices.contains(step - 1) ? funnel.rules.steps[step - 1] : ""
            let shown = page.names.step(name, step, of: funnel.name)
            return "\(page.names.funnel(funnel.name)): no row matches step \(step), \(shown); "
                + "funnelstats check suggests names."
        }
    }

    private static func ingest(_ summary: IngestSummary) -> [String] {
        var lines: [String] = []
        let share = summary.lines == 0 ? 0 : Double(summary.rejected) / Double(summary.lines)
        if share > 0.01 {
            lines.append("\(Figure.percent.text(share)) of the lines were rejected (limit 1 %).")
        }
        if summary.lines != summary.accounted {
            lines.append(
                "ingest read \(summary.lines) lines and accounts for \(summary.accounted).")
        }
        for input in summary.inputs where input.state != "complete" {
            lines.append("Input \(input.name) is \(input.state).")
        }
        return lines
    }

    private static func sessionize(_ summary: SessionizeSummary) -> [String] {
        var lines: [String] = []
        let share =
            summary.rowsRead == 0 ? 0 : Double(summary.quarantinedRows) / Double(summary.rowsRead)
        if share > 0.05 {
            lines.append(
                "\(Figure.percent.text(share)) of the rows were put into quarantine (limit 5 %).")
        }
        if summary.linked == 0, summary.users > 0, summary.visitors > 0 {
            lines.append("No visitor is linked to a customer, although users are known.")
        }
        return lines
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
