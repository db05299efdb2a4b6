import BasicContainers
import Statistics

/// For each pair of consecutive required steps of one funnel: who met a signal on the way, at which
/// row after the first, and who went on.
///
/// Row t of a unit is the t-th after the one at which its depth first reached the pair's first step;
/// rows past 1000 share one stratum. A unit is exposed in the stratum of its first firing and unexposed
/// in those before. Memory: counts by pair, signal and stratum, whatever the number of units.
struct Landmark {
    /// The stratum of all rows past this one.
    static let lastOwnStratum = 1000

    /// How many units, by stratum, dropped and went on.
    struct Strata {
        private var counts: [Int] = []

        mutating func add(_ stratum: Int, isDropped: Bool) {
            let index = stratum * 2 + (isDropped ? 1 : 0)
            while counts.count <= index { counts.append(0) }
            counts[index] += 1
        }

        var count: Int { counts.count / 2 + counts.count % 2 }
        func dropped(_ stratum: Int) -> Int { at(stratum * 2 + 1) }
        func wentOn(_ stratum: Int) -> Int { at(stratum * 2) }
        private func at(_ index: Int) -> Int { index < counts.count ? counts[index] : 0 }
        var allDropped: Int { (0..<count).reduce(0) { $0 + dropped($1) } }
        var allWentOn: Int { (0..<count).reduce(0) { $0 + wentOn($1) } }
    }

    /// The units of a pair that met one signal.
    struct Exposure {
        /// By the row of the first firing, and by the last row.
        fileprivate(set) var firings = Strata()
        fileprivate(set) var lasts = Strata()
    }

    /// Steps count from 0; both are required, and none between.
    struct Pair {
        let from: Int
        let to: Int
        /// All units that reached `from`, by their last row.
        fileprivate(set) var lasts = Strata()
        /// By signal number.
        fileprivate(set) var exposures: [Exposure] = []

        fileprivate mutating func expose(
            toSignal signal: Int, at row: Int, last: Int, isDropped: Bool
        ) {
            while exposures.count <= signal { exposures.append(Exposure()) }
            exposures[signal].firings.add(row, isDropped: isDropped)
            exposures[signal].lasts.add(last, isDropped: isDropped)
        }
    }

    private(set) var pairs: [Pair]
    private let index: Int
    private let scope: Firing.Scope
    private let window: Int64?
    private let supportWithin: Int64
    /// By signal number: the last unit of a pair that met it.
    private var lastUnits: [Int] = []
    private var unitCount = 0

    /// Nil for a funnel without an order. `index` is the funnel's in the journey.
    init?(_ funnel: Funnel, index: Int, _ rules: FrictionRules) {
        guard funnel.rules.order != .unordered else { return nil }
        let steps = funnel.rules.steps
        let required = steps.indices.filter { !steps[$0].isOptional }
        pairs = zip(required, required.dropFirst()).map { Pair(from: $0, to: $1) }
        self.index = index
        scope = Firing.Scope(funnel.unit)
        window = funnel.rules.window
        supportWithin = rules.supportWithin
    }

    /// Adds a unit that the funnel counts; its rows as numbers of its customer's. With entry `every`
    /// the rows from `end` on belong to the next attempt.
    mutating func observe(
        _ outcome: Outcome, _ unit: CustomerRows.Unit, end: Int?,
        _ customer: borrowing CustomerRows,
        _ firings: Firings
    ) {
        for pair in pairs.indices where outcome.depth > pairs[pair].from {
            let from = outcome.firstRows[pairs[pair].from]
            let isDropped = outcome.depth <= pairs[pair].to
            let to = isDropped ? end : outcome.firstRows[pairs[pair].to]
            let course = FollowUp(unit, from: from, to: to, window: window, customer)
            pairs[pair].lasts.add(Self.stratum(course.count), isDropped: isDropped)
            unitCount += 1
            expose(pair, firings.shared, from: from, course, isDropped, customer)
            expose(pair, firings.ofFunnel[index], from: from, course, isDropped, customer)
        }
    }

    private static func stratum(_ row: Int) -> Int { min(row, lastOwnStratum + 1) }

    /// Counts the first firing of each signal within the rows of `course`.
    private mutating func expose(
        _ pair: Int, _ firings: [Firing], from: Int, _ course: FollowUp, _ isDropped: Bool,
        _ customer: borrowing CustomerRows
    ) {
        guard let last = firings.last, Int(last.row) >= from else { return }
        let end = course.last(customer)
        var at = firings.partitioningIndex { Int($0.row) >= from }
        while at < firings.count, Int(firings[at].row) <= end {
            let firing = firings[at]
            at += 1
            guard firing.scope.contains(scope),
                let row = course.number(ofRow: Int(firing.row), customer),
                isNear(firing, from: from, customer)
            else { continue }
            let signal = Int(firing.signal)
            while lastUnits.count <= signal { lastUnits.append(0) }
            guard lastUnits[signal] != unitCount else { continue }
            lastUnits[signal] = unitCount
            pairs[pair].expose(
                toSignal: signal, at: Self.stratum(row), last: Self.stratum(course.count),
                isDropped: isDropped)
        }
    }

    /// A support contact counts for a while only.
    private func isNear(
        _ firing: Firing, from: Int, _ customer: borrowing CustomerRows
    ) -> Bool {
        firing.signal != Signal.supportContact.rawValue
            || customer.rows[Int(firing.row)].time - customer.rows[from].time
                <= supportWithin
    }
}

// The sums of a pair, and the strata of a signal.
extension Landmark.Pair {
    var eligible: Int { lasts.allDropped + lasts.allWentOn }
    var dropped: Int { lasts.allDropped }

    /// The numbers of the signals that units met, rising.
    var signals: [Int] { exposures.indices.filter { exposures[$0].lasts.count > 0 } }

    /// The 2 × 2 table of each stratum, in order: a case is a unit that dropped.
    func strata(ofSignal number: Int) -> [MantelHaenszel.Stratum] {
        let exposure = number < exposures.count ? exposures[number] : .init()
        var strata: [MantelHaenszel.Stratum] = []
        // Units with a row of this number that have not met the signal before, from the last on.
        var (dropped, wentOn) = (0, 0)
        for stratum in (0..<lasts.count).reversed() {
            dropped += lasts.dropped(stratum) - exposure.lasts.dropped(stratum)
            wentOn += lasts.wentOn(stratum) - exposure.lasts.wentOn(stratum)
            strata.append(
                MantelHaenszel.Stratum(
                    exposedCases: exposure.firings.dropped(stratum),
                    exposedOthers: exposure.firings.wentOn(stratum), unexposedCases: dropped,
                    unexposedOthers: wentOn))
            dropped += exposure.firings.dropped(stratum)
            wentOn += exposure.firings.wentOn(stratum)
        }
        return strata.reversed()
    }
}
