import StatsFolder

// How the funnels are counted, folded away under the opening.
extension Page {
    func counting(into html: inout HTML) {
        guard !funnels.isEmpty else { return }
        html.element("div", .literal("class", "how")) { html in
            html.folded(.howCounted) { html in
                html.element("div", .literal("class", "cards")) { html in
                    for funnel in shownFunnels { card(funnel, into: &html) }
                }
                if funnels.count > shownFunnels.count { allFunnels(into: &html) }
            }
        }
    }

    private func card(_ funnel: FunnelFacts, into html: inout HTML) {
        let rules = funnel.rules
        html.element("div", .literal("class", "card")) { html in
            html.element("h3", .literal("class", "fn")) { $0.name(cut(names.funnel(rules.name))) }
            html.element("ol", .literal("class", "flowline")) { html in
                for (step, name) in rules.steps.enumerated().prefix(Detail.mostSteps) {
                    html.element("li") { html in
                        html.name(cut(names.step(name, step + 1, of: rules.name)))
                        let rule = step < rules.stepRules.count ? rules.stepRules[step] : ""
                        if !rule.isEmpty {
                            html.element(
                                "span", .literal("class", "rule"), text: " " + words.stepRule(rule))
                        }
                    }
                }
                if rules.steps.count > Detail.mostSteps {
                    html.say(
                        .allSteps, ["n": .text("\(rules.steps.count)")], in: "li")
                }
            }
            html.element(
                "p", .literal("class", "rules"), content: { self.rules(funnel, into: &$0) })
        }
    }

    private func rules(_ funnel: FunnelFacts, into html: inout HTML) {
        let rules = funnel.rules
        func add(_ phrase: Phrase, _ gaps: KeyValuePairs<String, Gap> = [:]) {
            html.say(phrase, gaps)
            html.text(" ")
        }
        add(.ruleUnit, ["units": .words(funnel.plural)])
        if let held = rules.hold, !held.isEmpty {
            add(.ruleHold, ["names": .name(cut(held.joined(separator: ", ")))])
        }
        add(Words.order(rules.order))
        add(Words.entry(rules.entry))
        if rules.window == "none" {
            add(.ruleNoWindow)
        } else {
            add(
                rules.windowFrom == "previous" ? .ruleWindowPrevious : .ruleWindow,
                ["window": .text(words.window(rules.window))])
        }
        for exclusion in rules.exclude {
            add(
                Words.exclusion(rules.exclusionEffect),
                [
                    "name": .name(cut(names.touchpoint(exclusion.touchpoint))),
                    "from": .text("\(exclusion.from)"), "to": .text("\(exclusion.to)"),
                ])
        }
        if !rules.breakdown.isEmpty {
            let names = rules.breakdown.map(names.breakdown).joined(separator: ", ")
            add(.ruleBreakdown, ["names": .name(cut(names)), "row": .code(rules.attribution)])
        }
        if let like = rules.like { add(.ruleLike, ["name": .code(like)]) }
        if let difference = rules.notReproduced {
            add(.ruleNotReproduced, ["text": .name(difference)])
        }
    }

    private func allFunnels(into html: inout HTML) {
        let rows = funnels.compactMap(\.totals)
        html.table(
            .allFunnels,
            [
                .name(.columnFunnel), Heading(.columnEntered), Heading(.columnConverted),
                Heading(.columnRate), Heading(.columnLow), Heading(.columnHigh),
                Heading(.columnMedian),
            ]
        ) { html in
            for row in rows.prefix(detail.shown(of: rows.count)) {
                html.row { html in
                    html.head(name: cut(names.funnel(row.text("funnel"))))
                    html.number(row.cell("entered"), .count)
                    html.number(row.cell("converted"), .count)
                    html.number(row.cell("rate"), .percent)
                    html.number(row.cell("ci_low"), .percent)
                    html.number(row.cell("ci_high"), .percent)
                    html.number(row.cell("median_s"), .duration)
                }
            }
        }
        html.source(.totals, left: rows.count - detail.shown(of: rows.count))
    }

    /// The 95 % interval of the row's rate.
    func interval(_ row: Row, into html: inout HTML) {
        guard row.number("ci_low") != nil else { return html.text(Figure.none) }
        html.say(
            .span,
            [
                "low": .cell(row.cell("ci_low"), .percent),
                "high": .cell(row.cell("ci_high"), .percent),
            ])
    }
}
