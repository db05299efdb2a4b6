import BasicContainers
import ByteIO
import Rows

// Which rows are a unit.
extension FunnelCounter {
    /// Counts the customer's units, whose labels were all learnt; `member` gets the name of each that entered,
    /// what it holds, its outcome and value, where members are listed. `firings` are those of the customer's signals.
    mutating func observe(
        _ customer: inout CustomerRows, _ facts: LabelFacts, _ segments: inout SegmentTable,
        firings: Firings? = nil,
        member: ([UInt8], [UInt8], Outcome, CustomerRows.Value?) throws -> Void
    ) rethrows {
        switch funnel.unit {
        case .customer:
            try observe(.customer, &customer, facts, &segments, firings, member)
        case .session:
            for session in 0..<customer.sessions.count {
                try observe(.session(session), &customer, facts, &segments, firings, member)
            }
        case .visitor:
            rowsWithoutUnit += customer.rows.count - customer.rowsWithVisitor
            for visitor in 0..<customer.visitors.count {
                try observe(.visitor(visitor), &customer, facts, &segments, firings, member)
            }
        }
    }

    /// A unit by its number in its customer.
    private enum UnitID {
        case customer, session(Int), visitor(Int)

        func unit(_ customer: borrowing CustomerRows) -> CustomerRows.Unit {
            switch self {
            case .customer: customer.unit
            case .session(let number): customer.unit(ofSession: number)
            case .visitor(let number): customer.unit(ofVisitor: number)
            }
        }

        func name(_ customer: borrowing CustomerRows) -> [UInt8] {
            var name: [UInt8] = []
            switch self {
            case .customer: return customer.customer
            case .session(let number): RowText.appendPlain(customer.sessions[number], to: &name)
            case .visitor(let number): RowText.appendPlain(customer.visitors[number], to: &name)
            }
            return name
        }
    }

    /// Counts a unit, or where the funnel holds values each of the unit's groups.
    private mutating func observe(
        _ id: UnitID, _ customer: inout CustomerRows, _ facts: LabelFacts,
        _ segments: inout SegmentTable, _ firings: Firings?,
        _ member: ([UInt8], [UInt8], Outcome, CustomerRows.Value?) throws -> Void
    ) rethrows {
        let unit = id.unit(customer)
        guard !held.isEmpty else {
            return try count(unit, customer, facts, &segments, firings) {
                try member(id.name(customer), [], $0, $1)
            }
        }
        let groups = held.group(unit, of: &customer)
        keepLoose(customer)
        for group in 0..<groups {
            let name = held.name(of: group, customer)
            try count(customer.unit(ofGroup: group), customer, facts, &segments, firings) {
                try member(id.name(customer), name, $0, $1)
            }
        }
    }

    /// Keeps the exclusions among the rows of the unit that lack a value; none of them fills a step.
    private mutating func keepLoose(_ customer: borrowing CustomerRows) {
        loose.removeAll()
        for number in held.looseRows {
            let row = customer.rows[number]
            if labels.steps[Int(row.label)] != 0 { rowsWithoutUnit += 1 }
            let exclusions = labels.exclusions[Int(row.label)]
            guard exclusions != 0 else { continue }
            loose.append(
                LabelledRow(time: row.time, steps: 0, exclusions: exclusions, row: number))
        }
    }
}
