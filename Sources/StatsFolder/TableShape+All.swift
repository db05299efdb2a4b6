/// The tables that `funnelstats` writes.
extension TableShape {
    /// All tables of the output folder.
    public static let all = [
        funnel, totals, trend, times, next, members, correlation, transitions, touchpoints, paths,
        rework, stages, channels, experience, attribution, metrics, retention, activity, hours,
        friction, signals, compare,
    ]
}
