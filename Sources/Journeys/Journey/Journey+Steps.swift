import Rows

// Funnels of the command line.
extension Journey {
    /// One funnel named `steps`, without touchpoints; `window` in microseconds, nil for none.
    package init(
        steps names: [String], window: Int64?, unit: Funnel.Unit, order: FunnelRules.Order
    ) {
        self.init()
        setFunnel(steps: names, window: window, unit: unit, order: order)
    }

    /// Makes a funnel named `steps` the only one; `window` in microseconds, nil for none.
    package mutating func setFunnel(
        steps names: [String], window: Int64?, unit: Funnel.Unit, order: FunnelRules.Order
    ) {
        var rules = FunnelRules(
            steps: [FunnelRules.Step](repeating: .init(), count: names.count), window: window)
        rules.order = order
        funnels = [
            Funnel(name: "steps", steps: names.map(matcher), unit: unit, rules: rules)
        ]
    }

    /// A touchpoint; where there is none of that name, the rows that are called so without a journey file:
    /// events, and pages of a `page_view`, by pattern too; `page_view` is any of these.
    private func matcher(named name: String) -> Funnel.Matcher {
        let isTouchpoint = touchpoints.contains { $0.name == name }
        let isPattern = name.contains("*")
        if isTouchpoint || (touchpoints.isEmpty && !isPattern && name != "page_view") {
            return .touchpoint(name)
        }
        let isPage = name.hasPrefix("/") || name.hasPrefix("**")
        let test: RowRule.Test =
            isPattern
            ? .pattern(Pattern(name, for: isPage ? .page : .name)) : .text(Array(name.utf8))
        var conditions = [RowRule.Condition(field: .column(isPage ? .page : .event), test: test)]
        if isPage {
            conditions.append(
                .init(field: .column(.event), test: .text(Array("page_view".utf8))))
        }
        return .rule(RowRule(conditions: conditions), label: name)
    }
}
