/// How one funnel counts, apart from what its steps match.
struct FunnelRules: Equatable, Sendable {
    struct Step: Equatable, Sendable {
        var isOptional = false
        /// Only the unit's first row ever that matches may fill the step.
        var isFirstTime = false
        /// The gap from the required step before is at most this, in microseconds.
        var within: Int64?
        /// The gap from the required step before is at least this, in microseconds.
        var after: Int64?
    }

    /// Acts on attempts that stand at a step in `from..<to`, counted from 0.
    struct Exclusion: Equatable, Sendable {
        var from: Int
        var to: Int
    }

    enum Origin: String, CaseIterable, Sendable { case first, previous }

    enum Effect: String, CaseIterable, Sendable {
        /// The unit leaves the whole funnel.
        case remove
        /// The attempt ends there.
        case cut
        /// As if the unit's rows up to here were not in the data.
        case reset
    }

    static let maximumSteps = 64
    /// 14 days.
    static let defaultWindow: Int64 = 14 * 86_400 * 1_000_000

    var steps: [Step]
    /// In microseconds, inclusive; nil for none.
    var window: Int64?
    var windowFrom = Origin.first
    var exclusions: [Exclusion] = []
    var effect = Effect.remove
}

/// What became of a unit.
struct FunnelResult: Equatable, Sendable {
    /// The deepest step reached, from 1; 0 where the unit never entered.
    var depth = 0
    /// Microseconds at which each step was filled; nil for those that were not.
    var times: [Int64?]
    /// The row that filled each step, by the number given to `see`.
    var rows: [Int?]
    /// The deepest step was reached by an excluded attempt only: the unit leaves the funnel.
    var isRemoved = false
}
