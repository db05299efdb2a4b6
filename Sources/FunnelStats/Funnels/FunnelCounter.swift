import ByteIO
import Touchpoints

/// Counts one funnel over customers that come one after another.
struct FunnelCounter {
    let funnel: Funnel
    private(set) var whole: FunnelTally
    /// Rows that have not the unit that the funnel counts, as a row without visitor.
    private(set) var rowsWithoutUnit = 0

    private var labels: FunnelLabels
    private var matcher: OrderedMatcher
    private var rows: [LabelledRow] = []
    private var order: [Int] = []
    private var starts: [Int] = []

    init(_ funnel: Funnel, inline: [Funnel.Matcher: Int]) {
        self.funnel = funnel
        whole = FunnelTally(funnel.rules)
        labels = FunnelLabels(funnel, inline: inline)
        matcher = OrderedMatcher(rules: funnel.rules)
    }

    /// Counts the customer's units; `member` gets the name and outcome of each that entered.
    mutating func see(
        _ customer: CustomerRows, _ table: LabelTable,
        member: ([UInt8], Outcome) throws -> Void
    ) rethrows {
        labels.learn(table)
        switch funnel.unit {
        case .customer:
            label(customer.rows.indices, customer)
            try count(customer) {
                customer.customer
            } member: {
                try member($0, $1)
            }
        case .session:
            for session in 0..<customer.sessions.count {
                label(customer.rows(ofSession: session), customer)
                try count(customer) {
                    Self.plain(customer.sessions[session])
                } member: {
                    try member($0, $1)
                }
            }
        case .visitor:
            CustomerRows.group(
                customer.rows, by: \.visitor, into: &order, starts: &starts,
                customer.visitors.count)
            rowsWithoutUnit += customer.rows.count - order.count
            for visitor in 0..<customer.visitors.count {
                label(order[starts[visitor]..<starts[visitor + 1]], customer)
                try count(customer) {
                    Self.plain(customer.visitors[visitor])
                } member: {
                    try member($0, $1)
                }
            }
        }
    }

    private static func plain(_ field: Span<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        RowText.appendPlain(field, to: &plain)
        return plain
    }

    /// Lists the unit's rows as the funnel sees them.
    private mutating func label(_ places: some Sequence<Int>, _ customer: CustomerRows) {
        rows.removeAll(keepingCapacity: true)
        var firstTimes: UInt64 = 0
        for place in places {
            let row = customer.rows[place]
            var steps = labels.steps[Int(row.label)]
            let exclusions = labels.exclusions[Int(row.label)]
            guard steps | exclusions != 0 || funnel.rules.order == .strict else { continue }
            for (step, rule) in funnel.rules.steps.enumerated()
            where rule.isFirstTime && steps & (1 << step) != 0 {
                if firstTimes & (1 << step) != 0 { steps &= ~(1 << step) }
                firstTimes |= 1 << step
            }
            rows.append(
                LabelledRow(time: row.time, steps: steps, exclusions: exclusions, row: place))
        }
    }

    private mutating func count(
        _ customer: CustomerRows, name: () -> [UInt8], member: ([UInt8], Outcome) throws -> Void
    ) rethrows {
        guard rows.contains(where: { $0.steps & 1 != 0 }) else { return }
        matcher.match(rows[...])
        let outcome = matcher.outcome
        guard outcome.depth > 0 else { return }
        var value: CustomerRows.Value?
        if outcome.depth == funnel.steps.count, !outcome.isRemoved {
            let place = customer.rows[outcome.rows[outcome.depth - 1]].value
            if place >= 0 { value = customer.values[Int(place)] }
        }
        whole.add(outcome, value: value)
        if !outcome.isRemoved { try member(name(), outcome) }
    }
}
