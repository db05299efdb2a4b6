import ByteIO
import Rows
import Sessions
import StageSupport

// What a user would want to know, on standard error: a line each.
extension SessionizeRun {
    /// `capped` are users on too many visitors, and on how many.
    func tellDoubts(_ report: RunReport, capped: [[UInt8]: Int]) {
        tellCapped(capped)
        tellClocks(report.span)
        tellValues(report.counts)
    }

    /// One line, or with `--verbose` one a user.
    private func tellCapped(_ capped: [[UInt8]: Int]) {
        let users = capped.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        for (index, (user, visitors)) in users.enumerated() where index == 0 || options.isVerbose {
            let more = options.isVerbose || users.count == 1 ? "" : " (and \(users.count - 1) more)"
            say(
                "user \(user.span.text)\(more) is on \(visitors) visitors, more than "
                    + "\(options.maximumVisitors), and collects no more: where the id tells nobody, "
                    + "name it in ingest --placeholder-ids")
        }
    }

    private func tellClocks(_ span: LogSpan?) {
        guard let span else { return }
        let (first, last) = (
            Timestamp(microseconds: span.first), Timestamp(microseconds: span.last)
        )
        if span.future > 0 {
            say(
                "\(Self.rows(span.future)) more than 30 days after all others, which end at "
                    + "\(last.text): a wrong clock? the end of the data stays there")
        }
        if span.ancient > 0 {
            say(
                "\(Self.rows(span.ancient)) more than 30 days before all others, which begin at "
                    + "\(first.text): a wrong clock? the start of the data stays there")
        }
    }

    private func tellValues(_ counts: SessionCounts) {
        guard counts.otherValues > 0, counts.values == 0, options.sessions != nil else { return }
        say(
            "no row with a value is a purchase, so sessions have none: name the events in "
                + "--value-events, or give 'all'")
    }

    private static func rows(_ count: Int) -> String {
        count == 1 ? "1 row lies" : "\(count) rows lie"
    }

    private func say(_ text: String) { Talk.warn(Sessionize.program, text) }
}
