import ByteIO
import Statistics
import StatsFolder

/// A row of `friction.csv`: one signal between two steps of one funnel.
struct FrictionFinding {
    enum Status: String {
        /// Too few units to say anything.
        case insufficient
        /// There are numbers, but they cannot be trusted.
        case unclear
        /// Associated with more drop-off.
        case ok
        /// Associated with less.
        case protective
        case inconclusive
    }

    /// What a unit that comes to `to` brings on average.
    struct Worth {
        let mean: Double
        let currency: [UInt8]
    }

    /// The funnel's index in the journey, and the pair's steps from 0.
    let funnel: Int
    let from: Int
    let to: Int
    let signal: Int
    let name: [UInt8]
    let worth: Worth?
    /// Plain counts: the exposed came upon the signal at any row between the steps.
    let eligible: Int
    let dropped: Int
    let exposed: Int
    let droppedExposed: Int
    let status: Status
    /// Nil where the clocks disagree.
    let clock: FrictionEstimate.Clock?
    let compared: Int?
    /// Nil where the finding is insufficient or unclear.
    let estimate: FrictionEstimate?
    private let signalClass: SignalClass

    init(
        funnel: Int, pair: Landmark.Pair, signal: Int, _ kind: SignalKind, name: [UInt8],
        worth: Worth?, _ rules: FrictionRules
    ) {
        self.funnel = funnel
        self.signal = signal
        self.name = name
        self.worth = worth
        signalClass = SignalClass(of: String(decoding: name, as: UTF8.self))
        (from, to) = (pair.from, pair.to)
        (eligible, dropped) = (pair.eligible, pair.dropped)
        let met = pair.exposures[signal].byRows.met
        (exposed, droppedExposed) = (met.allDropped + met.allWentOn, met.allDropped)
        switch pair.verdict(ofSignal: signal, kind, rules) {
        case .insufficient(let clock, let compared):
            (status, self.clock, self.compared, estimate) = (.insufficient, clock, compared, nil)
        case .disagreement:
            (status, clock, compared, estimate) = (.unclear, nil, nil, nil)
        case .estimate(let found):
            let plain = Newcombe(
                after: (droppedExposed, exposed),
                before: (dropped - droppedExposed, eligible - exposed))
            status = Self.status(
                of: found, isFailure: kind != .incident || signalClass == .bad, plain: plain)
            (clock, compared) = (found.clock, found.compared)
            estimate = status == .unclear ? nil : found
        }
    }

    /// `isFailure` of an error or bad signal: that fewer of those who meet it drop tells who they are. More
    /// drop-off by rows where the plain rates say less comes of rows that the signal adds.
    private static func status(
        of estimate: FrictionEstimate, isFailure: Bool, plain: Newcombe?
    ) -> Status {
        if estimate.high < 0 { return isFailure ? .unclear : .protective }
        guard estimate.low > 0 else { return .inconclusive }
        let isReversed = estimate.clock == .rows && plain.map { $0.high < 0 } ?? false
        return isReversed ? .unclear : .ok
    }

    var unexposed: Int { eligible - exposed }
    var droppedUnexposed: Int { dropped - droppedExposed }
    /// Whether it takes the key `answers` to say more.
    var needsAnswers: Bool { status == .unclear && clock == nil }

    /// What the excess would have brought, in the worth's currency.
    var valueAtRisk: Double? {
        estimate.flatMap { estimate in worth.map { estimate.excess * $0.mean } }
    }

    /// The share of the pair's drop-off, in percent, that is associated with the signal at the lower
    /// limit; 0 unless the interval lies above 0.
    var score: Double? { estimate.map { 100 * $0.sureExcess / Double(dropped) } }
}

// The order of rows.
extension FrictionFinding {
    /// Those with an estimate first: of those with a score, bad signals, obstacles, habits; then score
    /// falling, excess falling. Then the unclear ones, then those with too few.
    func precedes(_ other: FrictionFinding) -> Bool {
        if group != other.group { return group < other.group }
        if let score, let excess = estimate?.excess, let otherScore = other.score,
            let otherExcess = other.estimate?.excess
        {
            if score != otherScore { return score > otherScore }
            if excess != otherExcess { return excess > otherExcess }
        }
        if funnel != other.funnel { return funnel < other.funnel }
        if from != other.from { return from < other.from }
        return name.span.order(other.name.span) < 0
    }

    private var group: Int {
        guard let score else { return status == .unclear ? 4 : 5 }
        return score > 0 ? signalClass.rawValue : 3
    }
}
