/// A table of the folder, by the name of its file without `.csv`.
enum TableName: String, CaseIterable {
    case funnel
    case totals = "funnel_totals"
    case trend = "funnel_trend"
    case times = "time_to_convert"
    case next = "dropoff_next"
    case transitions, touchpoints, paths, friction
    case signals = "friction_signals"
    case rework, stages
    case channels = "stage_channels"
    case attribution, correlation
    case metrics = "journey_metrics"
    case retention, hours, compare

    var file: String { rawValue + ".csv" }

    /// The columns that the page reads.
    var columns: [String] {
        switch self {
        case .funnel:
            [
                "funnel", "breakdown", "segment", "step", "touchpoint", "reached",
                "rate_from_first", "rate_from_previous", "ci_low", "ci_high", "dropoff",
                "dropoff_rate", "still_open", "median_s", "p75_s", "p90_s",
            ]
        case .totals:
            [
                "funnel", "breakdown", "segment", "unit", "entered", "converted", "rate", "ci_low",
                "ci_high", "still_open", "km_rate", "median_s", "p90_s", "value", "currency",
            ]
        case .trend:
            [
                "funnel", "period_start", "entered", "converted", "rate", "ci_low", "ci_high",
                "still_open",
            ]
        case .times: ["funnel", "bin_start_s", "bin_end_s", "units"]
        case .next: ["funnel", "step", "next_touchpoint", "units", "share"]
        case .transitions: ["scope", "from", "to", "count", "probability", "median_s"]
        case .touchpoints: ["touchpoint", "stage", "events", "customers", "sessions"]
        case .paths: ["rank", "path", "customers", "cumulative_share", "conversion_rate"]
        case .friction:
            [
                "funnel", "from", "to", "signal", "status", "eligible", "exposed",
                "plain_rate_exposed", "plain_rate_unexposed", "risk_difference", "rd_low",
                "rd_high", "q_value", "excess_dropoffs", "value_at_risk", "currency",
                "friction_score", "rank",
            ]
        case .signals: ["signal", "touchpoint", "events", "sessions", "customers", "threshold"]
        case .rework:
            [
                "touchpoint", "sessions", "self_loops", "repetitions", "rework_rate",
                "conversion_with", "conversion_without",
            ]
        case .stages: ["stage", "customers", "advance_rate", "median_s"]
        case .channels: ["stage", "channel", "customers", "advance_rate", "median_s"]
        case .attribution: ["model", "channel", "conversions", "value", "currency"]
        case .correlation:
            [
                "funnel", "kind", "name", "converted_with", "dropped_with", "odds_ratio", "ci_low",
                "ci_high", "q_value",
            ]
        case .metrics:
            [
                "metric", "segment", "unit", "numerator", "denominator", "value", "ci_low",
                "ci_high",
            ]
        case .retention: ["cohort", "period", "customers", "returned", "rate"]
        case .hours: ["weekday", "hour", "events", "sessions", "conversions"]
        case .compare:
            [
                "table", "key", "metric", "before", "after", "difference", "ci_low", "ci_high",
                "q_value",
            ]
        }
    }
}
