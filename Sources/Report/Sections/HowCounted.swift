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
                            html.element("span", .literal("class", "rule"), text: " " + rule)
                        }
                    }
                }
                if rules.steps.count > Detail.mostSteps {
                    html.element("li", text: "… \(rules.steps.count) steps")
                }
            }
            html.element(
                "p", .literal("class", "rules"), content: { self.rules(funnel, into: &$0) })
        }
    }

    private func rules(_ funnel: FunnelFacts, into html: inout HTML) {
        let rules = funnel.rules
        html.text("Counts \(funnel.units)")
        if let held = rules.hold, !held.isEmpty {
            html.text(", each value of ")
            html.name(cut(held.joined(separator: ", ")))
            html.text(" for itself")
        }
        html.text(", \(rules.order), \(rules.entry) entry; window ")
        html.text(rules.window == "none" ? "none" : "\(rules.window) from \(rules.windowFrom)")
        html.text("; trend by \(rules.trend)")
        if rules.exclude.isEmpty {
            html.text("; no exclusion")
        } else {
            html.text("; exclusion (\(rules.exclusionEffect)): ")
            for (index, exclusion) in rules.exclude.enumerated() {
                if index > 0 { html.text(", ") }
                html.name(cut(exclusion.touchpoint))
                html.text(" in steps \(exclusion.from) to \(exclusion.to)")
            }
        }
        if rules.breakdown.isEmpty {
            html.text("; no breakdown")
        } else {
            html.text("; by ")
            html.name(rules.breakdown.joined(separator: ", "))
            html.text(" of the \(rules.attribution) row")
        }
        if let like = rules.like { html.text("; like \(like)") }
        if let difference = rules.notReproduced { html.text(" (not reproduced: \(difference))") }
        html.text(".")
    }

    private func allFunnels(into html: inout HTML) {
        let rows = funnels.compactMap(\.totals)
        html.table(
            "All funnels",
            [.name("funnel"), "entered", "converted", "rate", "95 % low", "95 % high", "median"]
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
