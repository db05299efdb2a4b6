/// How one funnel counts, apart from what its steps match.
package struct FunnelRules: Equatable, Sendable {
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

    package enum Order: String, CaseIterable, Sendable { case ordered, strict, unordered }
    enum Entry: String, CaseIterable, Sendable {
        case best, first, every
        /// An open funnel: a unit may enter at any step.
        case any
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

    package static let maximumSteps = 64
    /// 14 days.
    package static let defaultWindow: Int64 = 14 * 86_400 * 1_000_000

    var steps: [Step]
    var order = Order.ordered
    var entry = Entry.best
    /// In microseconds, inclusive; nil for none.
    var window: Int64?
    var windowFrom = Origin.first
    var exclusions: [Exclusion] = []
    var effect = Effect.remove

    /// One step: who reached it, and nothing more.
    var isSingleStep: Bool { steps.count == 1 }

    /// The required step before `step`; nil for the first.
    func required(before step: Int) -> Int? {
        var previous = step - 1
        while previous > 0, steps[previous].isOptional { previous -= 1 }
        return previous >= 0 ? previous : nil
    }
}

/// A unit's row as one funnel sees it: bit k of `steps` says that it matches step k, from 0.
struct LabelledRow: Equatable, Sendable {
    var time: Int64
    var steps: UInt64
    var exclusions: UInt64
    /// The row's number in its customer.
    var row: Int
}

/// What became of a unit or of one of its attempts.
package struct Outcome: Equatable, Sendable {
    static let never = Int64.min

    /// The deepest step reached, from 1; 0 where the unit never entered.
    package var depth = 0
    /// The deepest step was reached by an excluded attempt only: the unit leaves the funnel.
    var isRemoved = false
    /// Microseconds at which each step was filled; `never` for those that were not.
    package var times: [Int64]
    /// The row that filled each step; -1 for those that were not.
    var rows: [Int]
    /// The row at which the unit's depth first came to each step, by whatever attempt; -1 for none, and
    /// in a funnel of any order.
    var firstRows: [Int]
    /// The step that `start` is of: in an open funnel any, else the first.
    var entryStep = 0
    /// In an open funnel, by step: how long after one of the step before it came; nil where it did not. Else empty.
    var gaps: [Int64?] = []

    init(steps: Int) {
        times = [Int64](repeating: Self.never, count: steps)
        rows = [Int](repeating: -1, count: steps)
        firstRows = [Int](repeating: -1, count: steps)
    }

    /// When the unit entered; meaningful where `depth` is 1 or more.
    package var start: Int64 { times[entryStep] }

    /// The row by which it entered.
    var entryRow: Int { rows[entryStep] }

    func time(ofStep step: Int) -> Int64? { times[step] == Self.never ? nil : times[step] }
}
