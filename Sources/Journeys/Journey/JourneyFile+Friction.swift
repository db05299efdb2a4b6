import StageSupport

// [conversion], [friction] and [attribution], and what errors answer.
extension JourneyFile {
    /// One name or an array of them.
    mutating func answers(_ section: Section) -> [String]? {
        guard section.holds("answers") else { return nil }
        if let name = section.string("answers") { return [name] }
        let what = "a touchpoint's name or an array of them"
        _ = expect(section.isArray("answers") ? true : nil, what, "answers", in: section)
        return section.items("answers").enumerated().compactMap { index, item in
            if case .text(let name) = item { return name }
            problem("\(section.path("answers"))[\(index)]", "a touchpoint's name is expected")
            return nil
        }
    }

    /// Errors answer other touchpoints of the file; touchpoints of one name are one.
    mutating func checkAnswers(_ touchpoints: [Journey.Touchpoint]) {
        let names = touchpoints.map(\.name)
        for (index, touchpoint) in touchpoints.enumerated() {
            guard let answers = touchpoint.answers else { continue }
            let location = "touchpoint[\(index)].answers"
            let kind = touchpoints.first { $0.name == touchpoint.name && $0.kind != nil }?.kind
            if kind != .error {
                problem(location, "only a touchpoint of kind error answers another")
            }
            for name in answers {
                if name == touchpoint.name {
                    problem(location, "'\(name)' cannot answer itself")
                } else if !names.contains(name) {
                    let near = Nearest.name(to: name, among: names)
                    problem(
                        location,
                        "no touchpoint '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? ""))
                }
            }
        }
    }

    mutating func conversion(_ section: Section) -> ConversionRules {
        allow(["id"], in: section)
        let id = string("id", in: section)
        return ConversionRules(id: id.flatMap { field(named: $0, at: section.path("id")) })
    }

    mutating func friction(
        _ section: Section, _ touchpoints: [Journey.Touchpoint]
    ) -> FrictionRules {
        allow(
            [
                "slow_ms", "rapid_repeat", "page_loop", "quick_back", "retry_within", "long_dwell",
                "search_query", "support_within", "min_units", "min_cell", "off",
            ], in: section)
        var rules = FrictionRules()
        if let limit = positive("slow_ms", in: section) { rules.slow = Int64(limit) * 1000 }
        set(&rules.rapidRepeat, "rapid_repeat", section)
        set(&rules.pageLoop, "page_loop", section)
        set(&rules.quickBack, "quick_back", section)
        set(&rules.retryWithin, "retry_within", section)
        set(&rules.longDwell, "long_dwell", section)
        set(&rules.supportWithin, "support_within", section)
        rules.searchQuery = string("search_query", in: section)
        if let count = positive("min_units", in: section) { rules.minimumUnits = count }
        if let count = positive("min_cell", in: section) { rules.minimumCell = count }
        rules.off = signals("off", in: section, touchpoints)
        return rules
    }

    /// An array of names of signals; `error:NAME` where NAME is a touchpoint of that kind.
    private mutating func signals(
        _ key: String, in section: Section, _ touchpoints: [Journey.Touchpoint]
    ) -> [String] {
        let errors = touchpoints.filter { $0.kind == .error }
        let known = Signal.allCases.map(\.name) + errors.map { Signal.errorPrefix + $0.name }
        var names: [String] = []
        for (index, item) in items(key, in: section).enumerated() {
            let location = "\(section.path(key))[\(index)]"
            guard case .text(let name) = item else {
                problem(location, "a signal's name is expected")
                continue
            }
            guard known.contains(name) else {
                let near = Nearest.name(to: name, among: known)
                problem(
                    location, "no signal '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? "")
                )
                continue
            }
            names.append(name)
        }
        return names
    }

    mutating func attribution(_ section: Section) -> AttributionRules {
        allow(["lookback", "half_life"], in: section)
        var rules = AttributionRules()
        set(&rules.lookback, "lookback", section)
        set(&rules.halfLife, "half_life", section)
        return rules
    }

    private mutating func set(_ value: inout Int64, _ key: String, _ section: Section) {
        guard let time = duration(key, in: section) else { return }
        if time > 0 { value = time } else { problem(section.path(key), "0 is no limit") }
    }

    /// A whole number from 1 to 10⁹.
    private mutating func positive(_ key: String, in section: Section) -> Int? {
        guard let number = integer(key, in: section) else { return nil }
        if (1...1_000_000_000).contains(number) { return number }
        problem(section.path(key), "a number from 1 to 1000000000 is expected")
        return nil
    }
}
