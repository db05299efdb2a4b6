package import StageSupport

/// What to say of a run that leaves no event, or whose clients are all a proxy: a line each, exit 0 all the same.
package enum LossReport {
    package static func lines(_ ledger: Ledger, _ tally: Tally) -> [String] {
        [loss(ledger, tally), tally.proxyDoubt(ledger.lines - ledger.blank - ledger.rejected)]
            .compactMap(\.self)
    }

    /// Why there is no event; nil where there is one.
    package static func loss(_ ledger: Ledger, _ tally: Tally) -> String? {
        let records = ledger.lines - ledger.blank
        guard ledger.events == 0 else { return nil }
        if records == 0 {
            return "no events: no line holds anything but blanks, comments and headers"
        }
        let bots = tally.botsByRule.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(3).map(\.0)
        let filtered = tally.filteredByReason.map(\.0)
        if ledger.bots == records {
            let whose =
                records == 1 ? "the only line is a bot's" : "all \(records) lines are bots'"
            return
                "no events: \(whose) (\(bots.joined(separator: ", "))); --bots keep keeps them"
        }
        if ledger.filtered == records {
            let which = records == 1 ? "the only line is" : "all \(records) lines are"
            return
                "no events: \(which) filtered (\(filtered.joined(separator: ", "))); see --since, "
                + "--until, --static"
        }
        guard ledger.rejected < records else { return nil }
        return
            "no events are left of \(records) lines: \(ledger.bots) bots, \(ledger.filtered) filtered, "
            + "\(ledger.duplicates) duplicates, \(ledger.rejected) rejected"
    }
}
