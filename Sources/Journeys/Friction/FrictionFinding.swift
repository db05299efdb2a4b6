import ByteIO
import Statistics

/// A row of `friction.csv`: one signal between two steps of one funnel.
struct FrictionFinding {
    enum Status: String {
        /// Too few units to say anything.
        case insufficient
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
    let name: [UInt8]
    let worth: Worth?
    /// Plain counts: the exposed came upon the signal at any row between the steps.
    let eligible: Int
    let dropped: Int
    let exposed: Int
    let droppedExposed: Int
    /// Nil where the finding is insufficient.
    let estimate: MantelHaenszel?

    init(
        funnel: Int, pair: Landmark.Pair, signal: Int, name: [UInt8], worth: Worth?,
        _ rules: FrictionRules
    ) {
        self.funnel = funnel
        self.name = name
        self.worth = worth
        (from, to) = (pair.from, pair.to)
        (eligible, dropped) = (pair.eligible, pair.dropped)
        let (cases, others) = (
            pair.exposures[signal].firings.allDropped, pair.exposures[signal].firings.allWentOn
        )
        (exposed, droppedExposed) = (cases + others, cases)
        let isEnough =
            min(cases + others, pair.eligible - cases - others) >= rules.minimumUnits
            && min(cases, others) >= rules.minimumCell
        estimate = isEnough ? MantelHaenszel(pair.strata(ofSignal: signal)) : nil
    }

    var unexposed: Int { eligible - exposed }
    var droppedUnexposed: Int { dropped - droppedExposed }

    var status: Status {
        guard let estimate else { return .insufficient }
        return estimate.low > 0 ? .ok : estimate.high < 0 ? .protective : .inconclusive
    }

    /// Units that dropped beyond what the unexposed would have; negative where fewer did.
    var excess: Double? { estimate.map { Double(exposed) * $0.riskDifference } }

    /// What the excess would have brought, in the worth's currency.
    var valueAtRisk: Double? { excess.flatMap { excess in worth.map { excess * $0.mean } } }

    /// The share of the pair's drop-off, in percent, that is associated with the signal at the lower
    /// limit; 0 unless the interval lies above 0.
    var score: Double? {
        estimate.map { 100 * max(0, Double(exposed) * $0.low) / Double(dropped) }
    }

    /// The order of rows: score falling, excess falling, funnel, step, signal; insufficient ones last.
    func precedes(_ other: FrictionFinding) -> Bool {
        if let score, let excess, let otherScore = other.score, let otherExcess = other.excess {
            if score != otherScore { return score > otherScore }
            if excess != otherExcess { return excess > otherExcess }
        } else if (estimate == nil) != (other.estimate == nil) {
            return other.estimate == nil
        }
        if funnel != other.funnel { return funnel < other.funnel }
        if from != other.from { return from < other.from }
        return name.span.order(other.name.span) < 0
    }
}
