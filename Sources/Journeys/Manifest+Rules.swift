import StageSupport

// The rules that made the numbers, defaults too.
extension Manifest {
    /// What was counted of the rows; null where all were.
    static func object(_ filter: PartFilter?) -> String {
        guard let filter else { return "null" }
        let (part, leftOut) = (filter.part, filter.leftOut)
        return JSONValue.object([
            ("where", JSONValue.array(part.conditions.map { JSONValue.quoted($0.text) })),
            ("since", time(part.since)), ("until", time(part.until)),
            ("rows_before_since", "\(leftOut.beforeSince)"),
            ("rows_from_until", "\(leftOut.fromUntil)"),
            ("rows_not_where", "\(leftOut.byConditions)"),
        ])
    }

    /// `unmatched` are the steps that no row matches, from 0.
    static func object(_ counter: FunnelCounter, unmatched: [Int]) -> String {
        let (funnel, rules) = (counter.funnel, counter.funnel.rules)
        return JSONValue.object([
            ("name", JSONValue.quoted(funnel.name)),
            ("steps", JSONValue.array(funnel.steps.map { JSONValue.quoted($0.label) })),
            ("step_rules", JSONValue.array(rules.steps.map { JSONValue.quoted(text($0)) })),
            ("steps_without_rows", JSONValue.array(unmatched.map { "\($0 + 1)" })),
            ("unit", JSONValue.quoted(funnel.unit.rawValue)),
            ("hold", JSONValue.array(funnel.hold.map { JSONValue.quoted($0.name) })),
            ("order", JSONValue.quoted(rules.order.rawValue)),
            ("entry", JSONValue.quoted(rules.entry.rawValue)),
            ("window", JSONValue.quoted(rules.window.map(duration) ?? "none")),
            ("window_from", JSONValue.quoted(rules.windowFrom.rawValue)),
            (
                "exclude",
                JSONValue.array(zip(funnel.exclusions, rules.exclusions).map(exclusion))
            ),
            ("exclusion_effect", JSONValue.quoted(rules.effect.rawValue)),
            ("breakdown", JSONValue.array(funnel.breakdown.map { JSONValue.quoted($0.name) })),
            ("attribution", JSONValue.quoted(funnel.attribution.text)),
            ("trend", JSONValue.quoted(funnel.trend.rawValue)),
            ("like", funnel.like.map { JSONValue.quoted($0.rawValue) } ?? "null"),
            (
                "not_reproduced",
                funnel.like.flatMap { $0.difference(rules) }.map(JSONValue.quoted) ?? "null"
            ),
            ("entered", "\(counter.whole.entered)"), ("removed", "\(counter.whole.removed)"),
            ("rows_without_unit", "\(counter.rowsWithoutUnit)"),
        ])
    }

    /// As the journey file says it: `optional, within 2h`; empty for a plain step.
    private static func text(_ step: FunnelRules.Step) -> String {
        var words: [String] = []
        if step.isOptional { words.append("optional") }
        if step.isFirstTime { words.append("first_time") }
        if let within = step.within { words.append("within " + duration(within)) }
        if let after = step.after { words.append("after " + duration(after)) }
        return words.joined(separator: ", ")
    }

    private static func exclusion(
        _ matcher: Funnel.Matcher, _ exclusion: FunnelRules.Exclusion
    ) -> String {
        JSONValue.object([
            ("touchpoint", JSONValue.quoted(matcher.label)), ("from", "\(exclusion.from + 1)"),
            ("to", "\(exclusion.to + 1)"),
        ])
    }

    /// The rule, and how many rows it is about.
    static func object(_ rules: ConversionRules, _ reports: ConversionReports) -> String {
        JSONValue.object([
            ("id", rules.id.map { JSONValue.quoted($0.name) } ?? "null"),
            ("repeated", "\(reports.repeatCount)"), ("refunds", "\(reports.refundCount)"),
        ])
    }

    static func friction(_ journey: Journey) -> String {
        let rules = journey.friction
        return JSONValue.object([
            ("slow_ms", "\(rules.slow / 1000)"),
            ("rapid_repeat", JSONValue.quoted(duration(rules.rapidRepeat))),
            ("page_loop", JSONValue.quoted(duration(rules.pageLoop))),
            ("quick_back", JSONValue.quoted(duration(rules.quickBack))),
            ("retry_within", JSONValue.quoted(duration(rules.retryWithin))),
            ("long_dwell", JSONValue.quoted(duration(rules.longDwell))),
            ("search_query", rules.searchQuery.map(JSONValue.quoted) ?? "null"),
            ("support_within", JSONValue.quoted(duration(rules.supportWithin))),
            ("min_units", "\(rules.minimumUnits)"), ("min_cell", "\(rules.minimumCell)"),
            ("off", JSONValue.array(rules.off.map(JSONValue.quoted))),
            ("answers", JSONValue.array(journey.touchpoints.compactMap(answers))),
        ])
    }

    /// Nil where a touchpoint does not say what it answers.
    private static func answers(_ touchpoint: Journey.Touchpoint) -> String? {
        touchpoint.answers.map { names in
            JSONValue.object([
                ("touchpoint", JSONValue.quoted(touchpoint.name)),
                ("attempts", JSONValue.array(names.map(JSONValue.quoted))),
            ])
        }
    }

    static func object(_ rules: AttributionRules) -> String {
        JSONValue.object([
            ("lookback", JSONValue.quoted(duration(rules.lookback))),
            ("half_life", JSONValue.quoted(duration(rules.halfLife))),
        ])
    }

    static func object(_ rules: RetentionRules) -> String {
        JSONValue.object([
            ("period", JSONValue.quoted(rules.period.rawValue)),
            ("basis", JSONValue.quoted(rules.basis.rawValue)),
            ("from", rules.from.map(JSONValue.quoted) ?? "null"),
            ("returning", rules.returning.map(JSONValue.quoted) ?? "null"),
        ])
    }

    private static func duration(_ microseconds: Int64) -> String {
        "\(DurationOption(microseconds: microseconds))"
    }
}
