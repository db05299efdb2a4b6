import ByteIO

// What is valid and yet may surprise.
extension Journey {
    /// Past this many rules comparing all of them takes too long.
    private static let comparedRules = 2000

    /// Rules behind an earlier one that takes all their rows, and presets that are not exact.
    package var remarks: [String] {
        hiddenRules
            + funnels.compactMap { funnel in
                funnel.like.flatMap { like in
                    like.difference(funnel.rules).map {
                        "funnel '\(funnel.name)': like = \"\(like.rawValue)\": \($0)"
                    }
                }
            }
    }

    private var hiddenRules: [String] {
        let all = touchpoints.flatMap { touchpoint in
            touchpoint.rules.map { (name: touchpoint.name, rule: $0) }
        }
        guard all.count <= Self.comparedRules else { return [] }
        return all.indices.compactMap { later in
            let earlier = all[..<later].first {
                $0.name != all[later].name && all[later].rule.implies($0.rule)
            }
            return earlier.map {
                "touchpoint '\(all[later].name)': a rule is hidden behind one of '\($0.name)'"
            }
        }
    }
}

extension RowRule {
    /// Whether every row that fits this rule surely fits `other` too.
    func implies(_ other: RowRule) -> Bool {
        other.conditions.allSatisfy { wanted in conditions.contains { $0.implies(wanted) } }
    }
}

extension RowRule.Condition {
    fileprivate func implies(_ other: RowRule.Condition) -> Bool {
        guard field == other.field else { return false }
        if test == other.test { return true }
        guard case .text(let text) = test, case .pattern(let pattern) = other.test else {
            return false
        }
        var set = PatternSet([pattern])
        return !set.matches(text.span).isEmpty
    }
}
