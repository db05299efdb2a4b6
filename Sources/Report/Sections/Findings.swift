/// What the opening tells: what it is, of how many, how sure, worth how much.
enum Finding {
    case friction(Row)
    /// Signals were compared, and none of them stands out; the habit that does, if any.
    case noFriction(habit: Row?)
    case dropoff(FunnelFacts, Row, next: Row?)
    case change(Row)
    /// Of support: the median, the 90th percentile, the share within a day.
    case answers(median: Row, p90: Row?, within: Row)
    case slow(FunnelFacts, Row)
}

extension Page {
    /// The three findings of the opening, in their order.
    var openingFindings: [Finding] {
        var found: [Finding] = []
        let friction = tables.rows(.friction)
        if let top = FrictionRanking.top(of: friction) {
            found.append(.friction(top))
        } else if friction.contains(where: FrictionRanking.hasEstimate) {
            found.append(.noFriction(habit: FrictionRanking.habit(of: friction)))
        }
        if let step = largestDropoff {
            let next = step.funnel.steps.first { $0.count("step") == step.row.count("step") + 1 }
            found.append(.dropoff(step.funnel, step.row, next: next))
        }
        if let change = changes.clear.first { found.append(.change(change)) }
        if let answers = slowAnswers { found.append(answers) }
        if let second = FrictionRanking.second(of: friction) { found.append(.friction(second)) }
        if let slow = slowestStep { found.append(.slow(slow.funnel, slow.row)) }
        return Array(found.prefix(3))
    }

    /// Where most leave; a step from which nobody can go on is none.
    var largestDropoff: (funnel: FunnelFacts, row: Row)? {
        var largest: (funnel: FunnelFacts, row: Row)?
        for funnel in funnels {
            for row in funnel.steps where !funnel.isDeadEnd(row) {
                if row.count("dropoff") > largest?.row.count("dropoff") ?? 0 {
                    largest = (funnel, row)
                }
            }
        }
        return largest
    }

    private var slowestStep: (funnel: FunnelFacts, row: Row)? {
        var slowest: (funnel: FunnelFacts, row: Row, seconds: Double)?
        for funnel in funnels {
            for row in funnel.steps {
                guard let median = row.number("median_s"), median > slowest?.seconds ?? 0 else {
                    continue
                }
                slowest = (funnel, row, median)
            }
        }
        return slowest.map { ($0.funnel, $0.row) }
    }

    /// Answers of support, where so many asked that it says something and not nearly all had one within a day.
    private var slowAnswers: Finding? {
        let rows = tables.rows(.metrics)
        func metric(_ name: String) -> Row? {
            rows.first { $0.text("metric") == name && $0.number("value") != nil }
        }
        guard let median = metric("first_response_median"),
            let within = metric("answered_within_24h"), within.count("denominator") >= 10,
            within.number("value") ?? 1 < 0.9
        else { return nil }
        return .answers(median: median, p90: metric("first_response_p90"), within: within)
    }

    func findings(into html: inout HTML) {
        let all = openingFindings
        guard !all.isEmpty else { return html.nothing(.noFindings) }
        html.element("ol", .literal("class", "findings")) { html in
            for (index, finding) in all.enumerated() {
                html.element("li", .literal("class", finding.isHot ? "hot" : "calm")) { html in
                    html.element(
                        "span", .literal("class", "no"), .literal("aria-hidden", "true"),
                        text: "\(index + 1)")
                    html.element("b") { title(of: finding, into: &$0) }
                    html.element("span", .literal("class", "amt")) {
                        amount(of: finding, into: &$0)
                    }
                    html.element("span", .literal("class", "why")) { why(finding, into: &$0) }
                }
            }
        }
    }

    private func title(of finding: Finding, into html: inout HTML) {
        switch finding {
        case .friction(let row):
            html.say(
                .findingFriction,
                [
                    "signal": .name(cut(names.signal(row.text("signal")))),
                    "rd": .cell(row.cell("risk_difference"), .barePoints),
                ])
        case .noFriction: html.say(.findingNoFriction)
        case .dropoff(let funnel, let row, let next):
            html.say(
                .findingDropoff,
                [
                    "from": .name(name(of: row, funnel)),
                    "to": next.map { .name(name(of: $0, funnel)) } ?? .words(.theEnd),
                    "rate": .cell(row.cell("dropoff_rate"), .wholePercent),
                ])
        case .change(let row):
            html.say(
                .findingChange,
                [
                    "what": .name(changes.subject(of: row, self)),
                    "before": .cell(row.cell("before"), .percent),
                    "after": .cell(row.cell("after"), .percent),
                ])
        case .answers(let median, _, _):
            html.say(.findingAnswers, ["median": .cell(median.cell("value"), .duration)])
        case .slow(let funnel, let row):
            html.say(
                .findingSlow,
                [
                    "step": .name(name(of: row, funnel)),
                    "median": .cell(row.cell("median_s"), .duration),
                ])
        }
    }

    private func why(_ finding: Finding, into html: inout HTML) {
        switch finding {
        case .friction(let row): whyFriction(row, into: &html)
        case .noFriction(let habit): whyNone(habit, into: &html)
        case .dropoff(let funnel, let row, _):
            html.say(
                row.count("still_open") > 0 ? .whyDropoffOpen : .whyDropoff,
                [
                    "left": .cell(row.cell("dropoff"), .count),
                    "reached": .cell(row.cell("reached"), .count),
                    "open": .cell(row.cell("still_open"), .count),
                    "link": .link(anchor(ofStep: row, funnel), .seeTheStep),
                ])
        case .change(let row):
            html.say(
                .whyChange,
                [
                    "low": .cell(row.cell("ci_low"), .barePoints),
                    "high": .cell(row.cell("ci_high"), .barePoints),
                    "q": .cell(row.cell("q_value"), .chance),
                    "link": .link(PageSection.changes.anchor, .seeTheChange),
                ])
        case .answers(let median, let p90, _):
            html.say(
                .whyAnswers,
                [
                    "n": .cell(median.cell("denominator"), .count),
                    "p90": p90.map { .cell($0.cell("value"), .duration) } ?? .text(Figure.none),
                    "link": .link(PageSection.customers.anchor, .seeTheMetrics),
                ])
        case .slow(let funnel, let row):
            html.say(
                .whySlow,
                [
                    "p90": .cell(row.cell("p90_s"), .duration),
                    "link": .link(anchor(ofStep: row, funnel), .seeTheStep),
                ])
        }
    }

    private func whyFriction(_ row: Row, into html: inout HTML) {
        html.say(
            .whyFriction,
            [
                "exposed": .cell(row.cell("exposed"), .count),
                "eligible": .cell(row.cell("eligible"), .count),
                "from": .name(cut(names.step(row.text("from"), of: row.text("funnel")))),
                "low": .cell(row.cell("rd_low"), .barePoints),
                "high": .cell(row.cell("rd_high"), .barePoints),
                "link": .link(anchor(ofSignal: row), .seeHowSure),
            ])
    }

    private func whyNone(_ habit: Row?, into html: inout HTML) {
        guard let habit else {
            return html.say(
                .whyNoFriction, ["link": .link(PageSection.friction.anchor, .seeTheSignals)])
        }
        html.say(
            .whyHabit,
            [
                "signal": .name(cut(names.signal(habit.text("signal")))),
                "rd": .cell(habit.cell("risk_difference"), .barePoints),
                "low": .cell(habit.cell("rd_low"), .barePoints),
                "high": .cell(habit.cell("rd_high"), .barePoints),
                "link": .link(anchor(ofSignal: habit), .seeTheSignals),
            ])
    }

    private func amount(of finding: Finding, into html: inout HTML) {
        switch finding {
        case .friction(let row):
            let excess = Gap.cell(row.cell("excess_dropoffs"), .decimal(0))
            guard row.number("value_at_risk") != nil else {
                html.strong(row.cell("excess_dropoffs"), .decimal(0))
                return html.say(.moreDropoffs, ["n": excess], in: "small")
            }
            html.strong(row.cell("value_at_risk"), .about(row.text("currency")))
            html.say(.aboutDropoffs, ["n": excess], in: "small")
        case .noFriction: break
        case .dropoff(_, let row, _):
            html.strong(row.cell("dropoff"), .count)
            html.say(.leftSoFar, in: "small")
        case .change(let row):
            html.strong(row.cell("difference"), .points)
            html.say(changes.verdict(on: row).phrase, in: "small")
        case .answers(_, _, let within):
            html.strong(within.cell("value"), .wholePercent)
            html.say(.withinADay, in: "small")
        case .slow(_, let row):
            html.strong(row.cell("median_s"), .duration)
            html.say(.halfTakeLonger, in: "small")
        }
    }

    private func anchor(ofStep row: Row, _ funnel: FunnelFacts) -> Anchor {
        shownFunnels.contains { $0.number == funnel.number }
            ? Anchor("step", funnel.number, row.count("step")) : PageSection.steps.anchor
    }

    func anchor(ofSignal row: Row) -> Anchor {
        shownFunnels.contains { $0.name == row.text("funnel") }
            ? Anchor("friction", row.record) : PageSection.friction.anchor
    }
}

extension Finding {
    /// Whether it stands out: something bad that can be worked on.
    fileprivate var isHot: Bool { if case .friction = self { true } else { false } }
}
