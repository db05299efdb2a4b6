import StatsFolder

// 0. What was counted, by which rules, over which time.
extension Page {
    func header(into html: inout HTML) {
        let manifest = tables.manifest
        html.element("header", .literal("class", "top")) { html in
            html.element("h1", text: "Customer journeys")
            html.element("p", .literal("class", "lead")) { html in
                html.element(
                    "span", .json("manifest:data_start"), text: Self.minute(manifest.dataStart))
                html.text(" to ")
                html.element(
                    "span", .json("manifest:data_end"), text: Self.minute(manifest.dataEnd))
                html.text(" UTC, days and hours in ")
                html.name(manifest.timezone)
                html.text(". ")
                html.span(manifest.customers, "manifest:customers")
                html.text(" customers, ")
                html.span(manifest.sessions, "manifest:sessions")
                html.text(" sessions, ")
                html.span(manifest.rowsUsed, "manifest:rows_used")
                html.text(" events. Counted by funnelstats ")
                html.name(manifest.version)
                html.text(".")
            }
            if let part = manifest.part { self.part(part, into: &html) }
            html.element("div", .literal("class", "cards")) { html in
                for funnel in shownFunnels { card(funnel, into: &html) }
            }
            let left = funnels.count - shownFunnels.count
            if left > 0 {
                html.element(
                    "p", .literal("class", "note"),
                    text: "\(left) more funnels; their totals are in funnel_totals.csv.")
            }
        }
        html.lineBreak()
    }

    /// That not all rows were counted, and which were.
    private func part(_ part: StatsManifest.Part, into html: inout HTML) {
        html.element("p", .literal("class", "lead")) { html in
            html.element("strong", text: "A part of the rows: ")
            for (index, condition) in part.where.enumerated() {
                if index > 0 { html.text(" and ") }
                html.name(cut(condition))
            }
            if part.since != nil || part.until != nil {
                html.text(part.where.isEmpty ? "times" : ", times")
            }
            if let since = part.since { html.text(" from \(Self.minute(since))") }
            if let until = part.until { html.text(" to before \(Self.minute(until))") }
            html.text(part.since != nil || part.until != nil ? " UTC." : ".")
        }
    }

    /// A time of a row without its seconds.
    static func minute(_ time: String?) -> String {
        guard let time, time.utf8.count > 16 else { return Figure.none }
        return String(time.prefix(16)).replacing("T", with: " ")
    }

    private func card(_ funnel: FunnelFacts, into html: inout HTML) {
        let rules = funnel.rules
        html.element("div", .literal("class", "card")) { html in
            html.element("h2", .literal("class", "fn")) { $0.name(cut(rules.name)) }
            html.element("ol", .literal("class", "flowline")) { html in
                for (step, name) in rules.steps.enumerated().prefix(Detail.mostSteps) {
                    html.element("li") { html in
                        html.name(cut(name))
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

    func navigation(into html: inout HTML) {
        html.element("nav", .label("Sections")) { html in
            html.element("ol") { html in
                for section in PageSection.allCases {
                    html.element("li") { html in
                        html.element("a", .link(section.anchor), text: section.title.description)
                    }
                }
            }
            if funnels.count > 1 { funnelLinks(into: &html) }
        }
        html.lineBreak()
    }

    private func funnelLinks(into html: inout HTML) {
        html.element("ul", .literal("class", "fl")) { html in
            for funnel in shownFunnels {
                html.element("li") { html in
                    html.element(
                        "a", .link(Anchor("part", PageSection.leave.rawValue, funnel.number))
                    ) { $0.name(Label.fitted(cut(funnel.name), width: 200, size: 13)) }
                }
            }
        }
    }
}
