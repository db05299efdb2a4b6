/// The products whose way of counting a funnel can take over with `like`.
enum FunnelPreset: String, CaseIterable {
    case posthog, clickhouse, mixpanel
    case mixpanelTotals = "mixpanel_totals"
    case amplitude, ga4, plausible, umami

    /// Sets what the product does; what the journey file says beside it is applied later and wins.
    func apply(to funnel: inout Funnel) {
        switch self {
        case .posthog: break
        case .clickhouse, .amplitude: break
        case .mixpanel:
            funnel.rules.entry = .first
            funnel.rules.effect = .cut
        case .mixpanelTotals:
            funnel.rules.entry = .every
            funnel.rules.effect = .cut
        case .ga4: funnel.rules.window = nil
        case .plausible:
            funnel.rules.window = 86_400 * 1_000_000
            funnel.unit = .visitor
        case .umami:
            funnel.unit = .session
            funnel.rules.windowFrom = .previous
        }
    }

    /// What the product does and these rules do not; nil where the numbers are the same.
    func difference(_ rules: FunnelRules) -> String? {
        switch self {
        case .posthog:
            rules.order == .unordered
                ? "PostHog chooses the slot of a row greedily where steps overlap"
                : "inside one instant PostHog may miss a step where steps overlap; "
                    + "these numbers are never lower"
        case .clickhouse:
            rules.order == .ordered
                ? "equal to windowFunnel with 'strict_once'; without it a row may fill several steps"
                : "windowFunnel's 'strict_order' ends the scan at the first break"
        case .mixpanel, .mixpanelTotals:
            "Mixpanel lets steps within 2 s change places; set window as it is set there"
        case .amplitude: "Amplitude compares times by the second; set window as it is set there"
        case .ga4:
            "GA4 samples and hides small numbers; give step times as within on the steps"
        case .plausible:
            "in Plausible a row fills overlapping steps, and visitor ids change daily"
        case .umami: "in umami A > A needs one event only; set window as it is set there"
        }
    }
}
