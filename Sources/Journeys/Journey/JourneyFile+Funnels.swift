import StageSupport
import Rows

// Funnels.
extension JourneyFile {
    private static let funnelKeys = [
        "name", "label", "steps", "unit", "order", "window", "window_from", "entry", "exclude",
        "exclusion_effect", "breakdown", "attribution", "breakdown_limit", "trend", "like", "hold",
    ]

    mutating func funnel(
        _ section: Section, _ touchpoints: [Journey.Touchpoint]
    ) -> Funnel? {
        allow(Self.funnelKeys, in: section)
        let name = name(of: section)
        var funnel = Funnel(
            name: name ?? "", steps: [],
            rules: FunnelRules(steps: [], window: FunnelRules.defaultWindow))
        for (index, item) in items("steps", in: section).enumerated() {
            step(item, at: "\(section.location).steps[\(index)]", touchpoints, &funnel)
        }
        options(section, &funnel)
        breakdown(section, &funnel)
        funnel.hold = fields("hold", in: section)
        for item in sections("exclude", in: section) { exclusion(item, touchpoints, &funnel) }
        checkSteps(funnel, section)
        return funnel
    }

    private mutating func step(
        _ item: Section.Item, at location: String, _ touchpoints: [Journey.Touchpoint],
        _ funnel: inout Funnel
    ) {
        var step = FunnelRules.Step()
        switch item {
        case .text(let name):
            guard let matcher = named(name, at: location, touchpoints) else { return }
            funnel.steps.append(matcher)
        case .section(let section):
            step.isOptional = truth("optional", in: section) ?? false
            step.isFirstTime = truth("first_time", in: section) ?? false
            step.within = duration("within", in: section)
            step.after = duration("after", in: section)
            let rest = section.without([
                "optional", "first_time", "within", "after", "label",
            ])
            guard let matcher = matcher(rest, touchpoints) else { return }
            funnel.steps.append(matcher)
        case .other:
            problem(location, "a touchpoint's name or a rule is expected")
            return
        }
        funnel.rules.steps.append(step)
    }

    /// A touchpoint; a problem where the file has others and not this one.
    mutating func named(
        _ name: String, at location: String, _ touchpoints: [Journey.Touchpoint]
    ) -> Funnel.Matcher? {
        if touchpoints.isEmpty || touchpoints.contains(where: { $0.name == name }) {
            return .touchpoint(name)
        }
        let near = Nearest.name(to: name, among: touchpoints.map(\.name))
        problem(
            location, "no touchpoint '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? ""))
        return nil
    }

    private mutating func matcher(
        _ section: Section, _ touchpoints: [Journey.Touchpoint]
    ) -> Funnel.Matcher? {
        if section.holds("touchpoint") {
            allow(["touchpoint"], in: section)
            return string("touchpoint", in: section).flatMap {
                named($0, at: section.path("touchpoint"), touchpoints)
            }
        }
        return rule(section).map { .rule($0, label: section.label) }
    }

    private mutating func checkSteps(_ funnel: Funnel, _ section: Section) {
        let steps = funnel.rules.steps
        let location = section.location + ".steps"
        if section.items("steps").isEmpty { problem(location, "a funnel has one step or more") }
        if steps.count > FunnelRules.maximumSteps {
            problem(location, "more than \(FunnelRules.maximumSteps) steps")
        }
        if steps.first?.isOptional == true || steps.last?.isOptional == true {
            problem(location, "the first and the last step cannot be optional")
        }
        if funnel.rules.exclusions.count > FunnelRules.maximumSteps {
            problem(section.path("exclude"), "more than \(FunnelRules.maximumSteps) exclusions")
        }
        if funnel.rules.entry == .any { checkOpen(funnel, section) }
        guard funnel.rules.order == .unordered else { return }
        if steps.contains(where: \.isOptional) {
            problem(location, "a funnel of any order has no optional steps")
        }
        if steps.contains(where: { $0.within != nil || $0.after != nil }) {
            problem(location, "within and after need an order of steps")
        }
        if funnel.rules.exclusions.contains(where: { $0.from != 0 || $0.to != steps.count - 1 }) {
            problem(
                section.path("exclude"),
                "in a funnel of any order an exclusion is from 1 to the last step")
        }
        if case .step(let step) = funnel.attribution, step > 0 {
            problem(
                section.path("attribution"), "a funnel of any order knows step:1 only")
        }
    }

    /// Whoever did step k reached it, however they came: what looks at the way has no meaning.
    private mutating func checkOpen(_ funnel: Funnel, _ section: Section) {
        let location = section.path("entry")
        if funnel.rules.order != .ordered {
            problem(location, "\"any\" goes with order = \"ordered\" only")
        }
        if !funnel.rules.exclusions.isEmpty { problem(location, "\"any\" knows no exclude") }
        if funnel.rules.steps.contains(where: \.isOptional) {
            problem(location, "\"any\" knows no optional steps")
        }
    }

    private mutating func options(_ section: Section, _ funnel: inout Funnel) {
        if let like: FunnelPreset = choice("like", in: section) {
            funnel.like = like
            like.apply(to: &funnel)
        }
        if let unit: Funnel.Unit = choice("unit", in: section) { funnel.unit = unit }
        if let order: FunnelRules.Order = choice("order", in: section) {
            funnel.rules.order = order
        }
        if let entry: FunnelRules.Entry = choice("entry", in: section) {
            funnel.rules.entry = entry
        }
        if section.string("window") == "none" {
            funnel.rules.window = nil
        } else if let window = duration("window", in: section) {
            funnel.rules.window = window
        }
        if let origin: FunnelRules.Origin = choice("window_from", in: section) {
            funnel.rules.windowFrom = origin
        }
        if funnel.like == .posthog, funnel.rules.order == .unordered {
            funnel.rules.effect = .reset
        }
        if let effect: FunnelRules.Effect = choice("exclusion_effect", in: section) {
            funnel.rules.effect = effect
        }
        if let trend: CalendarPeriod = choice("trend", in: section) { funnel.trend = trend }
    }

    private mutating func breakdown(_ section: Section, _ funnel: inout Funnel) {
        funnel.breakdown = fields("breakdown", in: section)
        if let limit = integer("breakdown_limit", in: section) {
            funnel.breakdownLimit = limit
            if limit < 1 { problem(section.path("breakdown_limit"), "1 or more is expected") }
        }
        guard let text = string("attribution", in: section) else { return }
        switch text {
        case "first": funnel.attribution = .first
        case "last": funnel.attribution = .last
        case "all": funnel.attribution = .all
        default:
            let step = text.hasPrefix("step:") ? Int(text.dropFirst(5)) : nil
            if let step, (1...max(funnel.steps.count, 1)).contains(step) {
                funnel.attribution = .step(step - 1)
            } else {
                problem(
                    section.path("attribution"),
                    "'\(text)' is not one of first, last, all, step:1 … step:\(funnel.steps.count)"
                )
            }
        }
    }

    /// An array of event columns and `props.NAME`.
    private mutating func fields(_ key: String, in section: Section) -> [RowRule.Field] {
        var fields: [RowRule.Field] = []
        for (index, item) in items(key, in: section).enumerated() {
            let location = "\(section.path(key))[\(index)]"
            guard case .text(let name) = item else {
                problem(location, "a column or props.NAME is expected")
                continue
            }
            if let field = field(named: name, at: location) { fields.append(field) }
        }
        return fields
    }

    /// An event column or `props.NAME`.
    mutating func field(named name: String, at location: String) -> RowRule.Field? {
        if let field = RowRule.Field(named: name) { return field }
        problem(location, RowRule.Field.problem(name))
        return nil
    }

    private mutating func exclusion(
        _ item: Section, _ touchpoints: [Journey.Touchpoint], _ funnel: inout Funnel
    ) {
        let from = integer("from", in: item) ?? 1
        let to = integer("to", in: item) ?? funnel.steps.count
        guard 1 <= from, from < to, to <= funnel.steps.count else {
            problem(item.location, "1 <= from < to <= \(funnel.steps.count) is expected")
            return
        }
        guard let matcher = matcher(item.without(["from", "to"]), touchpoints) else { return }
        funnel.exclusions.append(matcher)
        funnel.rules.exclusions.append(.init(from: from - 1, to: to - 1))
    }
}
