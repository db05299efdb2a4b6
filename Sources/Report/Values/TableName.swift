import StatsFolder

/// A table of the folder that the page shows.
enum TableName: CaseIterable {
    case funnel, totals, trend, times, next, transitions, touchpoints, paths, friction, signals
    case rework, stages, channels, experience, attribution, correlation, metrics, retention,
        activity, hours
    case compare

    var shape: TableShape {
        switch self {
        case .funnel: .funnel
        case .totals: .totals
        case .trend: .trend
        case .times: .times
        case .next: .next
        case .transitions: .transitions
        case .touchpoints: .touchpoints
        case .paths: .paths
        case .friction: .friction
        case .signals: .signals
        case .rework: .rework
        case .stages: .stages
        case .channels: .channels
        case .experience: .experience
        case .attribution: .attribution
        case .correlation: .correlation
        case .metrics: .metrics
        case .retention: .retention
        case .activity: .activity
        case .hours: .hours
        case .compare: .compare
        }
    }

    /// The file's name without `.csv`.
    var name: String { shape.name }
    var file: String { shape.file }

    /// The columns that the page reads.
    var columns: [String] {
        switch self {
        case .funnel: shape.names(without: "mean_s", "p95_s")
        case .totals: shape.names(without: "removed")
        case .next: shape.names(without: "touchpoint")
        case .transitions: shape.names(without: "customers", "p90_s", "p95_s")
        case .touchpoints:
            shape.names(
                without: "entries", "exits", "exit_rate", "errors", "error_rate", "median_dwell_s",
                "p90_dwell_s", "median_duration_ms", "p95_duration_ms")
        case .paths: shape.names(without: "share", "median_s")
        case .friction: shape.names(without: "dropped_exposed", "unexposed", "dropped_unexposed")
        case .stages: shape.names(without: "sessions", "events", "advanced")
        case .channels: shape.names(without: "sessions", "events", "advanced")
        case .attribution: shape.names(without: "removal_effect")
        case .retention: shape.names(without: "ci_low", "ci_high")
        case .activity: shape.names(without: "events")
        case .trend, .times, .experience, .signals, .rework, .correlation, .metrics, .hours,
            .compare:
            shape.names()
        }
    }
}
