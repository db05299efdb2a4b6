import BasicContainers
import ByteIO
package import StageSupport
import Rows

/// A unit that entered a funnel, or one of its attempts.
package struct Member {
    /// The funnel's index in the journey.
    package let funnel: Int
    /// The customer, visitor or session.
    let unit: [UInt8]
    /// The values that the funnel holds; empty where it holds none.
    let held: [UInt8]
    let outcome: Outcome
    /// That of the unit's last row with one up to its deepest step; nil where none has one.
    let value: CustomerRows.Value?

    /// From 1.
    package var depth: Int { outcome.depth }
}

extension Analysis {
    /// How many members all funnels have.
    package var memberCount: Int { funnels.reduce(0) { $0 + $1.whole.entered } }
}

/// Writes members as rows of `members.csv`.
package struct MemberCells {
    private let funnels: [Funnel]
    private var clock: LocalClock

    /// Throws exit 64 for an unknown time zone.
    package init(_ journey: Journey) throws(Failure) {
        funnels = journey.funnels
        clock = try LocalClock(zone: journey.timezone)
    }

    /// Times are those of the journey's zone.
    package mutating func row(_ member: Member) -> [Cell] {
        let (funnel, outcome) = (funnels[member.funnel], member.outcome)
        var amount: [UInt8] = []
        member.value?.amount.write(to: &amount)
        return [
            .text(funnel.name), .id(member.unit), .id(member.held), .count(outcome.depth),
            .text(funnel.label(ofStep: outcome.depth - 1)), .id(clock.text(at: outcome.start)),
            .id(clock.text(at: outcome.times[outcome.depth - 1])), .id(amount),
            .text(member.value?.currency ?? []),
        ]
    }
}

/// The last amount of a unit's rows up to the deepest step of one attempt after another, which lie ever later.
struct ValueAtStake {
    /// Rows of the unit that were looked at.
    private var count = 0
    /// Index in `CustomerRows.values`; -1 for none.
    private var latest: Int32 = -1

    mutating func value(
        upTo outcome: Outcome, of unit: CustomerRows.Unit, _ customer: borrowing CustomerRows
    ) -> CustomerRows.Value? {
        let deepest = outcome.rows[outcome.depth - 1]
        for index in unit.range.dropFirst(count) {
            let row = customer.number(index, in: unit.order)
            guard row <= deepest else { break }
            if customer.rows[row].value >= 0 { latest = customer.rows[row].value }
            count += 1
        }
        return latest < 0 ? nil : customer.values[Int(latest)]
    }
}
