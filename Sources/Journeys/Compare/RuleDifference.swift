package import StageSupport
package import StatsFolder

/// The first rule by which two folders were counted otherwise, so that their rates are not comparable.
package struct RuleDifference {
    let rule: String
    let before: String
    let after: String

    /// Throws exit 65 where a rule differs, naming the first.
    package static func check(before: StatsFolder, after: StatsFolder) throws(Failure) {
        guard let found = first(before.manifest, after.manifest) else { return }
        throw Failure(
            .damagedInput,
            "\(before.path) and \(after.path): counted by other rules: \(found.rule) is "
                + "\(found.before) and \(found.after); count both by the same")
    }

    /// Nil where all rules are the same.
    static func first(_ before: StatsManifest, _ after: StatsManifest) -> RuleDifference? {
        let difference = firstOther(rules(of: before), rules(of: after))
        if let difference { return difference }
        for (one, other) in zip(before.funnels, after.funnels) {
            let found = firstOther(rules(of: one), rules(of: other))
            if let found { return found }
        }
        return nil
    }

    private typealias Rules = [(name: String, value: String)]

    private static func firstOther(_ before: Rules, _ after: Rules) -> RuleDifference? {
        for (one, other) in zip(before, after) where one.value != other.value {
            return RuleDifference(rule: one.name, before: one.value, after: other.value)
        }
        return nil
    }

    private static func rules(of manifest: StatsManifest) -> Rules {
        [
            ("version", manifest.version), ("journey_sha256", manifest.journeySha256 ?? "none"),
            ("timezone", manifest.timezone),
            ("session_timeouts", list(manifest.sessionTimeouts ?? [])),
            ("funnels", list(manifest.funnels.map(\.name))),
        ]
    }

    private static func rules(of funnel: StatsManifest.Funnel) -> Rules {
        let exclusions = funnel.exclude.map { "\($0.touchpoint) \($0.from)-\($0.to)" }
        let rules = [
            ("steps", list(funnel.steps)), ("step_rules", list(funnel.stepRules)),
            ("unit", funnel.unit), ("hold", list(funnel.hold ?? [])), ("order", funnel.order),
            ("entry", funnel.entry),
            ("window", funnel.window), ("window_from", funnel.windowFrom),
            ("exclude", list(exclusions)), ("exclusion_effect", funnel.exclusionEffect),
            ("breakdown", list(funnel.breakdown)), ("attribution", funnel.attribution),
            ("trend", funnel.trend), ("like", funnel.like ?? "none"),
        ]
        return rules.map { ("\($0) of funnel '\(funnel.name)'", $1) }
    }

    private static func list(_ values: [String]) -> String {
        values.isEmpty ? "none" : "'" + values.joined(separator: "', '") + "'"
    }
}
