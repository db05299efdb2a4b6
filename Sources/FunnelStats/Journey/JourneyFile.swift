import StageSupport
import TOMLKit
import Touchpoints

/// Reads a journey file; all problems are told in one run.
struct JourneyFile {
    private let path: String
    private var problems: [String] = []

    /// Throws exit 78 with `file:line:column` for syntax and `file: funnel[0].steps[2]` for meaning.
    static func journey(from text: String, path: String) throws -> Journey {
        let table: TOMLTable
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            let place = "\(path):\(error.source.begin.line):\(error.source.begin.column)"
            throw Failure(.invalidJourney, "\(place): \(error.description)")
        }
        var file = JourneyFile(path: path)
        let journey = file.journey(Section(table, at: ""))
        guard file.problems.isEmpty else {
            throw Failure(.invalidJourney, file.problems.joined(separator: "; "))
        }
        return journey
    }

    private init(path: String) { self.path = path }

    private mutating func problem(_ place: String, _ text: String) {
        problems.append(place.isEmpty ? "\(path): \(text)" : "\(path): \(place): \(text)")
    }

    private mutating func journey(_ top: Section) -> Journey {
        var journey = Journey()
        allow(
            ["version", "timezone", "touchpoint", "funnel"], in: top,
            later: ["friction", "attribution"])
        if top.integer("version") != 1 { problem("version", "version = 1 is expected") }
        if let zone = top.string("timezone") { journey.timezone = zone }
        for section in top.sections("touchpoint") {
            if let touchpoint = touchpoint(section) { journey.touchpoints.append(touchpoint) }
        }
        for section in top.sections("funnel") {
            if let funnel = funnel(section, journey.touchpoints) { journey.funnels.append(funnel) }
        }
        for (index, funnel) in journey.funnels.enumerated()
        where journey.funnels[..<index].contains(where: { $0.name == funnel.name }) {
            problem("funnel[\(index)]", "a second funnel named '\(funnel.name)'")
        }
        return journey
    }

    private mutating func touchpoint(_ section: Section) -> Journey.Touchpoint? {
        allow(["name", "stage", "kind", "match"], in: section)
        guard let name = section.string("name") else {
            problem(section.place, "name is missing")
            return nil
        }
        var kind: Journey.Touchpoint.Kind?
        if let text = section.string("kind") {
            kind = choice(text, at: section.place + ".kind")
        }
        let rules = section.sections("match").compactMap { rule($0) }
        if rules.isEmpty { problem(section.place, "match is missing or empty") }
        return Journey.Touchpoint(
            name: name, stage: section.string("stage"), kind: kind, rules: rules)
    }

    /// One of the cases of `Choice`; a problem where it is none.
    private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ text: String, at place: String
    ) -> Choice? {
        if let known = Choice(rawValue: text) { return known }
        let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        problem(place, "'\(text)' is not one of \(names)")
        return nil
    }

    private mutating func allow(_ keys: [String], in section: Section, later: [String] = []) {
        for key in section.keys where !keys.contains(key) {
            if later.contains(key) {
                problem(section.path(key), "this version does not do that yet; leave it out")
            } else {
                let near = Nearest.name(to: key, among: keys)
                problem(
                    section.path(key),
                    "unknown key" + (near.map { "; did you mean '\($0)'?" } ?? ""))
            }
        }
    }
}

// Rules: { event = "payment", props.result = "declined", status = ">= 500" }.
extension JourneyFile {
    private static let columns: [EventColumn] = [
        .event, .page, .site, .channel, .status, .durationMilliseconds, .value, .device, .country,
        .source, .medium, .campaign, .currency, .referrer,
    ]

    private mutating func rule(_ section: Section) -> RowRule? {
        var conditions: [RowRule.Condition] = []
        for key in section.keys {
            if key == "props", let properties = section.section("props") {
                for name in properties.keys {
                    if let test = test(properties, name, .name) {
                        conditions.append(.init(field: .property(Array(name.utf8)), test: test))
                    }
                }
            } else if let column = Self.columns.first(where: { $0.name == key }) {
                if let test = test(section, key, column == .page ? .page : .name) {
                    conditions.append(.init(field: .column(column), test: test))
                }
            } else {
                let near = Nearest.name(to: key, among: Self.columns.map(\.name) + ["props"])
                problem(
                    section.path(key),
                    "unknown key" + (near.map { "; did you mean '\($0)'?" } ?? ""))
            }
        }
        if conditions.isEmpty {
            problem(section.place, "a rule without a condition")
            return nil
        }
        return RowRule(conditions: conditions)
    }

    private mutating func test(
        _ section: Section, _ key: String, _ subject: Pattern.Subject
    ) -> RowRule.Test? {
        if let number = section.number(key) { return .number(.equal, number) }
        if let truth = section.truth(key) { return .text(Array("\(truth)".utf8)) }
        guard let text = section.string(key) else {
            problem(section.path(key), "text, a number or a comparison like \">= 500\" is expected")
            return nil
        }
        for comparison in RowRule.Comparison.allCases where text.hasPrefix(comparison.rawValue) {
            let rest = text.dropFirst(comparison.rawValue.count).drop { $0 == " " }
            if let number = Double(rest) { return .number(comparison, number) }
        }
        return text.contains("*") ? .pattern(Pattern(text, for: subject)) : .text(Array(text.utf8))
    }
}

// Funnels.
extension JourneyFile {
    private static let funnelKeys = [
        "name", "steps", "unit", "order", "window", "window_from", "entry", "exclude",
        "exclusion_effect",
    ]

    private mutating func funnel(
        _ section: Section, _ touchpoints: [Journey.Touchpoint]
    ) -> Funnel? {
        allow(
            Self.funnelKeys, in: section,
            later: ["breakdown", "attribution", "breakdown_limit", "trend", "like"])
        guard let name = section.string("name") else {
            problem(section.place, "name is missing")
            return nil
        }
        var funnel = Funnel(
            name: name, steps: [], exclusions: [], unit: .customer,
            rules: FunnelRules(steps: [], window: FunnelRules.defaultWindow))
        for (index, item) in section.items("steps").enumerated() {
            step(item, at: "\(section.place).steps[\(index)]", touchpoints, &funnel)
        }
        checkSteps(funnel, section)
        options(section, &funnel)
        for item in section.sections("exclude") { exclusion(item, touchpoints, &funnel) }
        return funnel
    }

    private mutating func step(
        _ item: Section.Item, at place: String, _ touchpoints: [Journey.Touchpoint],
        _ funnel: inout Funnel
    ) {
        var step = FunnelRules.Step()
        switch item {
        case .text(let name):
            guard let matcher = named(name, at: place, touchpoints) else { return }
            funnel.steps.append(matcher)
        case .section(var section):
            step.isOptional = section.take("optional") == true
            step.isFirstTime = section.take("first_time") == true
            step.within = duration(section.takeString("within"), at: place + ".within")
            step.after = duration(section.takeString("after"), at: place + ".after")
            guard let matcher = matcher(section, touchpoints) else { return }
            funnel.steps.append(matcher)
        case .other:
            problem(place, "a touchpoint's name or a rule is expected")
            return
        }
        funnel.rules.steps.append(step)
    }

    private mutating func named(
        _ name: String, at place: String, _ touchpoints: [Journey.Touchpoint]
    ) -> Funnel.Matcher? {
        if touchpoints.isEmpty || touchpoints.contains(where: { $0.name == name }) {
            return .touchpoint(name)
        }
        let near = Nearest.name(to: name, among: touchpoints.map(\.name))
        problem(place, "no touchpoint '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? ""))
        return nil
    }

    private mutating func matcher(
        _ section: Section, _ touchpoints: [Journey.Touchpoint]
    ) -> Funnel.Matcher? {
        if let name = section.string("touchpoint") {
            allow(["touchpoint"], in: section)
            return named(name, at: section.place + ".touchpoint", touchpoints)
        }
        return rule(section).map { .rule($0, label: section.label) }
    }

    private mutating func checkSteps(_ funnel: Funnel, _ section: Section) {
        let steps = funnel.rules.steps
        let place = section.place + ".steps"
        if steps.count < 2 { problem(place, "a funnel has two steps or more") }
        if steps.count > FunnelRules.maximumSteps {
            problem(place, "more than \(FunnelRules.maximumSteps) steps")
        }
        if steps.first?.isOptional == true || steps.last?.isOptional == true {
            problem(place, "the first and the last step cannot be optional")
        }
    }

    private mutating func options(_ section: Section, _ funnel: inout Funnel) {
        if let text = section.string("unit") {
            funnel.unit = choice(text, at: section.path("unit")) ?? .customer
        }
        if let text = section.string("order"), text != "ordered" {
            problem(section.path("order"), "this version counts order = \"ordered\" only")
        }
        if let text = section.string("entry"), text != "best" {
            problem(section.path("entry"), "this version counts entry = \"best\" only")
        }
        if let text = section.string("window") {
            funnel.rules.window =
                text == "none" ? nil : duration(text, at: section.path("window"))
        }
        if let text = section.string("window_from") {
            funnel.rules.windowFrom = choice(text, at: section.path("window_from")) ?? .first
        }
        if let text = section.string("exclusion_effect") {
            funnel.rules.effect = choice(text, at: section.path("exclusion_effect")) ?? .remove
        }
    }

    private mutating func exclusion(
        _ item: Section, _ touchpoints: [Journey.Touchpoint], _ funnel: inout Funnel
    ) {
        var section = item
        let from = section.takeInteger("from") ?? 1
        let to = section.takeInteger("to") ?? funnel.steps.count
        guard 1 <= from, from < to, to <= funnel.steps.count else {
            problem(item.place, "1 <= from < to <= \(funnel.steps.count) is expected")
            return
        }
        guard let matcher = matcher(section, touchpoints) else { return }
        funnel.exclusions.append(matcher)
        funnel.rules.exclusions.append(.init(from: from - 1, to: to - 1))
    }

    private mutating func duration(_ text: String?, at place: String) -> Int64? {
        guard let text else { return nil }
        if let duration = DurationOption(argument: text) { return duration.microseconds }
        problem(place, "'\(text)' is no duration like 30m, 1h30m or 14d")
        return nil
    }
}
