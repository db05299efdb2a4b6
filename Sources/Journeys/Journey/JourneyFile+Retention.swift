// [retention].
extension JourneyFile {
    mutating func retention(
        _ section: Section, _ touchpoints: [Journey.Touchpoint]
    ) -> RetentionRules {
        allow(["period", "basis", "from", "returning"], in: section)
        var rules = RetentionRules()
        if let period: CalendarPeriod = choice("period", in: section) { rules.period = period }
        if let basis: RetentionRules.Basis = choice("basis", in: section) { rules.basis = basis }
        rules.from = touchpoint("from", in: section, touchpoints)
        rules.returning = touchpoint("returning", in: section, touchpoints)
        return rules
    }

    private mutating func touchpoint(
        _ key: String, in section: Section, _ touchpoints: [Journey.Touchpoint]
    ) -> String? {
        guard let name = string(key, in: section),
            named(name, at: section.path(key), touchpoints) != nil
        else { return nil }
        return name
    }
}
