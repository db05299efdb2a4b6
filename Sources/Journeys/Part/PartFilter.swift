import BasicContainers
import Rows

/// Leaves the rows of one customer after another out that are not in the part that a run counts.
struct PartFilter {
    /// Rows that were left out, each for the first reason that holds.
    struct LeftOut {
        var beforeSince = 0
        var fromUntil = 0
        var byConditions = 0

        var count: Int { beforeSince + fromUntil + byConditions }
    }

    let part: Part
    var leftOut = LeftOut()
    /// By condition: where the segment table has its field.
    private let fields: [Int]
    /// By condition: the number of its value in that table, `unknown` where no row had it so far.
    private var values: [Int32]
    private static let unknown = SegmentTable.none - 1
    /// By row of the customer at hand.
    private var isKept: [Bool] = []
    /// By label: whether a row that was kept has it.
    private var isMet: [Bool] = []

    /// `segments` holds the fields of the conditions.
    init(_ part: Part, _ segments: SegmentTable) {
        self.part = part
        fields = part.conditions.map { segments.fields.firstIndex(of: $0.field) ?? 0 }
        values = part.conditions.map { $0.value.isEmpty ? SegmentTable.none : Self.unknown }
    }

    /// Takes the rows out that are not counted; there may be none left. `automatic` says by label which are no
    /// visits.
    mutating func apply(
        to customer: inout CustomerRows, automatic: [Bool], _ segments: inout SegmentTable
    ) {
        isKept.removeAll(keepingCapacity: true)
        isKept.append(contentsOf: repeatElement(true, count: customer.rows.count))
        leaveOutTimes(customer)
        segments.begin(customer)
        for session in 0..<customer.sessions.count {
            let row = customer.originRow(ofSession: session)
            segments.append(originOfSession: customer.rows[row].origin)
        }
        for index in part.conditions.indices {
            if part.conditions[index].isOfSession {
                leaveOutSessions(index, customer, &segments)
            } else {
                leaveOutRows(index, customer, &segments)
            }
        }
        customer.keep(isKept, automatic: automatic)
        for index in customer.rows.indices { meet(Int(customer.rows[index].label)) }
    }

    mutating func meet(_ label: Int) {
        while isMet.count <= label { isMet.append(false) }
        isMet[label] = true
    }

    /// Whether a row that was kept has the label.
    func isMet(_ label: Int) -> Bool { label < isMet.count && isMet[label] }

    private mutating func leaveOutTimes(_ customer: borrowing CustomerRows) {
        for index in customer.rows.indices {
            let time = customer.rows[index].time
            if let since = part.since, time < since {
                isKept[index] = false
                leftOut.beforeSince += 1
            } else if let until = part.until, time >= until {
                isKept[index] = false
                leftOut.fromUntil += 1
            }
        }
    }

    private mutating func leaveOutRows(
        _ condition: Int, _ customer: borrowing CustomerRows, _ segments: inout SegmentTable
    ) {
        for index in customer.rows.indices where isKept[index] {
            let value = segments.value(fields[condition], ofRow: index, customer)
            if !holds(condition, value, segments) { leaveOut(index) }
        }
    }

    /// Sessions are told by all their rows, those of other times too.
    private mutating func leaveOutSessions(
        _ condition: Int, _ customer: borrowing CustomerRows, _ segments: inout SegmentTable
    ) {
        for session in 0..<customer.sessions.count {
            let value = value(of: condition, session, customer, &segments)
            if holds(condition, value, segments) { continue }
            for index in customer.unit(ofSession: session).range {
                let row = customer.number(index, in: .session)
                if isKept[row] { leaveOut(row) }
            }
        }
    }

    private mutating func leaveOut(_ row: Int) {
        isKept[row] = false
        leftOut.byConditions += 1
    }

    /// A session's device and country are the first that a row has; the others are the session's own.
    private func value(
        of condition: Int, _ session: Int, _ customer: borrowing CustomerRows,
        _ segments: inout SegmentTable
    ) -> Int32 {
        let field = fields[condition]
        switch part.conditions[condition].field {
        case .column(.device), .column(.country):
            for index in customer.unit(ofSession: session).range {
                let row = customer.number(index, in: .session)
                let value = segments.value(field, ofRow: row, customer)
                if value != SegmentTable.none { return value }
            }
            return SegmentTable.none
        default:
            return segments.value(field, ofRow: customer.firstRow(ofSession: session), customer)
        }
    }

    private mutating func holds(_ condition: Int, _ value: Int32, _ segments: SegmentTable) -> Bool
    {
        if values[condition] == Self.unknown,
            let known = segments.known(
                part.conditions[condition].value, ofField: fields[condition])
        {
            values[condition] = known
        }
        return value == values[condition]
    }
}

// What adds up.
extension PartFilter.LeftOut: SummedCounts {
    mutating func forEachSum<Problem>(
        _ use: (inout Int) throws(Problem) -> Void
    ) throws(Problem) {
        try use(&beforeSince)
        try use(&fromUntil)
        try use(&byConditions)
    }
}
