package import Formats
import StageSupport
import Rows

/// What `ingest check` prints.
package struct CheckReport {
    let path: String
    let found: Detection
    let survey: LogSurvey
    let rules: IngestRules

    package init(path: String, found: Detection, survey: LogSurvey, rules: IngestRules) {
        self.path = path
        self.found = found
        self.survey = survey
        self.rules = rules
    }

    package var lines: [String] { [head, counts] + rejects + [times, filled, empty] + warnings }

    private var head: String {
        let wrapper = found.wrapper.map { ", in a \($0) wrapper" } ?? ""
        let other = found.runnerUp.map { "; next best \(Self.text(of: $0))" } ?? ""
        return "\(path): \(Self.text(of: found.best)) of the first lines\(wrapper)\(other)"
    }

    private static func text(of fit: Detection.Fit) -> String {
        "\(fit.format.rawValue) fits \(percent(Int(fit.share * 1000), of: 1000))"
    }

    private var counts: String {
        let ledger = survey.ledger
        let all = ledger.lines - ledger.blank
        let read = Self.percent(all - ledger.rejected, of: all)
        let filtered = survey.tally.filteredByReason.map { "\($0.1) \($0.0)" }
        let reasons = filtered.isEmpty ? "" : " (\(filtered.joined(separator: ", ")))"
        return "lines: \(ledger.lines), \(read) read; \(ledger.events) events "
            + "(\(Self.percent(ledger.events, of: all))), \(ledger.bots) bots "
            + "(\(Self.percent(ledger.bots, of: all))), \(ledger.filtered) filtered\(reasons), "
            + "\(ledger.duplicates) duplicates, \(ledger.rejected) rejected, \(ledger.blank) blank"
    }

    private var rejects: [String] {
        survey.rejects.map { "rejected: line \($0.line): \(PersonalData.hidden("\($0.error)"))" }
    }

    private var times: String {
        guard let first = survey.first, let last = survey.last else { return "time: none" }
        let assumed = survey.tally.notesByName.first { $0.0 == "tz_assumed" }?.1 ?? 0
        let zone = assumed == 0 ? "offsets as logged" : "\(rules.assumedZone.name) assumed"
        return "time: \(first.text) to \(last.text), \(zone)"
    }

    private var filled: String {
        let parts = EventColumn.allCases.filter { survey.filled[$0.rawValue] > 0 }.map {
            "\($0.name) \(Self.percent(survey.filled[$0.rawValue], of: survey.ledger.events))"
        }
        return "filled: " + parts.joined(separator: ", ")
    }

    private var empty: String {
        let parts = EventColumn.allCases.filter { survey.filled[$0.rawValue] == 0 }.map(\.name)
        return "empty: " + parts.joined(separator: ", ")
    }

    private var warnings: [String] {
        var found = survey.siteWarnings(rules)
        if survey.requestCount > 0, survey.agentCount == 0 {
            found.append(
                "no agent is logged, so bots are not known and one address is one visitor; "
                    + "log it if you can")
        }
        let hasAssumed = survey.tally.notesByName.contains { $0.0 == "tz_assumed" }
        if hasAssumed, rules.assumedZone.name == "UTC" {
            found.append("times have no offset and count as UTC; --assume-timezone ZONE")
        }
        if let doubt = survey.proxyDoubt { found.append(doubt) }
        if rules.key.isPublic, survey.ledger.events > 0 {
            found.append("visitors are hashed with a public key; --key-file FILE")
        }
        return found.map { "warning: \($0)" }
    }

    /// `12.3 %`, rounded down so that 100 % means all.
    static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "0 %" }
        let tenths = part * 1000 / whole
        return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
    }
}
