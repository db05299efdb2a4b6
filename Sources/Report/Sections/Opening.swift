import StageSupport
import StatsFolder

// The head of the page: what it is about, and the result in a sentence.
extension Page {
    func opening(into html: inout HTML) {
        html.element("header", .id(Anchor("top")), .literal("class", "top")) { html in
            html.element("h1") { heading(into: &$0) }
            html.element("p", .literal("class", "eye")) { eye(into: &$0) }
            if let part = tables.manifest.part { self.part(part, into: &html) }
            html.element("p", .literal("class", "say")) { result(into: &$0) }
            html.element("p", .literal("class", "lead")) { doubts(into: &$0) }
            alarms(into: &html)
        }
        html.lineBreak()
    }

    /// The site and the days, for the window of the browser.
    var title: String {
        let site = tables.manifest.site ?? words.text(.customerJourneys)
        guard let days = words.days(tables.period) else { return cut(site) }
        return cut(site) + ", " + days
    }

    private func heading(into html: inout HTML) {
        if let site = tables.manifest.site {
            html.name(cut(site))
        } else {
            html.say(.customerJourneys)
        }
        guard let first = tables.period.first, let last = tables.period.last else { return }
        html.text(", ")
        let (from, to) = words.ends(first, last)
        if let from {
            html.element("time", .datetime(first), text: from)
            html.say(.until)
        }
        html.element("time", .datetime(last), text: to)
    }

    private func eye(into html: inout HTML) {
        let manifest = tables.manifest
        html.say(
            .whatWasRead,
            [
                "customers": .fact(Double(manifest.customers), .count, "manifest:customers"),
                "sessions": .fact(Double(manifest.sessions), .count, "manifest:sessions"),
                "events": .fact(Double(manifest.rowsUsed), .count, "manifest:rows_used"),
                "zone": .name(manifest.timezone),
            ])
    }

    /// That not all rows were counted, and which were.
    private func part(_ part: StatsManifest.Part, into html: inout HTML) {
        html.element("p", .literal("class", "lead")) { html in
            html.say(.partOfTheRows)
            for condition in part.where {
                html.text(" ")
                html.name(cut(condition))
                html.text(";")
            }
            if let since = part.since { html.say(.partSince, ["time": .text(minute(since))]) }
            if let until = part.until { html.say(.partUntil, ["time": .text(minute(until))]) }
        }
    }

    /// A time of a row on the journey's clock.
    func minute(_ time: String?) -> String {
        tables.period.clock(at: time).map(words.moment) ?? Figure.none
    }

    /// The first funnel that somebody entered.
    var mainFunnel: FunnelFacts? { funnels.first { $0.entered > 0 } }

    private func result(into html: inout HTML) {
        guard let funnel = mainFunnel, let first = funnel.steps.first, let last = funnel.steps.last,
            let totals = funnel.totals
        else { return html.say(.nobodyEntered) }
        converted(funnel, totals, first, last, into: &html)
        html.text(" ")
        if let row = FrictionRanking.top(of: tables.rows(.friction)) {
            lost(row, into: &html)
        } else if let step = largestDropoff {
            html.say(
                .mostLeaveAt,
                [
                    "left": .cell(step.row.cell("dropoff"), .count),
                    "reached": .cell(step.row.cell("reached"), .count),
                    "step": .name(name(of: step.row, step.funnel)),
                ])
        }
    }

    private func converted(
        _ funnel: FunnelFacts, _ totals: Row, _ first: Row, _ last: Row, into html: inout HTML
    ) {
        let rate = totals.number("rate") ?? 0
        let (from, to) = (name(of: first, funnel), name(of: last, funnel))
        if funnel.isSingleStep {
            html.say(
                .cameTo,
                ["units": .counted(funnel.counted, totals.cell("entered")), "first": .name(from)])
        } else if rate == 0 {
            html.say(
                .noneConverted,
                [
                    "units": .counted(funnel.counted, totals.cell("entered")), "first": .name(from),
                    "last": .name(to),
                ])
        } else if rate < 0.4 {
            let one = Gap.derived(
                1 / rate, .decimal(0),
                .quotient(totals.reference("entered"), totals.reference("converted")))
            html.say(
                .oneInConverted,
                ["n": one, "units": .words(funnel.among), "first": .name(from), "last": .name(to)])
        } else {
            html.say(
                .shareConverted,
                [
                    "rate": .cell(totals.cell("rate"), .percent), "units": .words(funnel.among),
                    "first": .name(from), "last": .name(to),
                ])
        }
    }

    /// How many more leave where they meet the signal, and what they would have brought.
    private func lost(_ row: Row, into html: inout HTML) {
        let signal = Gap.name(cut(names.signal(row.text("signal"))))
        let excess = Gap.cell(row.cell("excess_dropoffs"), .decimal(0))
        guard row.number("value_at_risk") != nil else {
            return html.say(.moreLeave, ["n": excess, "signal": signal])
        }
        html.say(
            .moreLeaveWorth,
            [
                "n": excess, "signal": signal,
                "value": .cell(row.cell("value_at_risk"), .about(row.text("currency"))),
            ])
    }

    /// What makes the numbers change yet, and how much of what was read they are of.
    private func doubts(into html: inout HTML) {
        if let funnel = mainFunnel, incomplete(funnel, into: &html) { html.text(" ") }
        let manifest = tables.manifest
        if let ledger = tables.ingest?.ledger, ledger.lines > 0 {
            html.say(
                .linesUsed,
                [
                    "share": .fact(
                        Double(ledger.events) / Double(ledger.lines), .percent, "ingest:events"),
                    "trust": .link(PageSection.trust.anchor, .whereTheRestWent),
                ])
        } else if manifest.rows > 0 {
            html.say(
                .rowsUsed,
                [
                    "share": .fact(
                        Double(manifest.rowsUsed) / Double(manifest.rows), .percent,
                        "manifest:rows_used"),
                    "trust": .link(PageSection.trust.anchor, .whereTheRestWent),
                ])
        }
    }

    /// Says that many who left may still come back; whether it did.
    func incomplete(_ funnel: FunnelFacts, into html: inout HTML) -> Bool {
        guard let totals = funnel.totals, let share = funnel.shareOpen, share > 0.2 else {
            return false
        }
        html.say(
            .incomplete,
            [
                "share": .derived(
                    share, .wholePercent,
                    .ratio(
                        [totals.reference("still_open")],
                        funnel.steps.dropLast().map { $0.reference("dropoff") })),
                "window": .text(words.window(funnel.rules.window)),
            ])
        return true
    }

    private func alarms(into html: inout HTML) {
        let alarms = Alarms(self).lines
        guard !alarms.isEmpty else { return }
        html.element("ul", .literal("class", "alarms")) { html in
            for alarm in alarms.prefix(12) {
                html.element("li") { html in
                    html.say(.dataQuality)
                    html.element("bdi", text: cut(alarm))
                }
            }
        }
    }

    /// A step's name for people.
    func name(of step: Row, _ funnel: FunnelFacts) -> String {
        cut(names.step(step.text("touchpoint"), step.count("step"), of: funnel.name))
    }
}
