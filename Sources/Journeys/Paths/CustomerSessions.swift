import BasicContainers
import ByteIO

/// The sessions of the customer at hand, in the order of their first rows.
struct CustomerSessions: ~Copyable {
    struct Session: BitwiseCopyable {
        /// Its number in `CustomerRows`.
        var number: Int
        /// The times of its first and last row, in microseconds.
        var start: Int64
        var end: Int64
        /// Its rows without automatic ones.
        var visits: Int
        /// Number of its channel in the segment table: that of the row which `sessions.csv` takes it
        /// from.
        var channel: Int32
        var hasVisitor = false
        var hasError = false
        var hasConversion = false
        /// A signal of the group *bad* fired in it.
        var isBad = false
    }

    private(set) var all = UniqueArray<Session>()
    /// By a session's number in `CustomerRows`: its index in `all`, where it is another.
    private var indices = UniqueArray<Int>()
    /// Where the segment table holds the channels.
    static let channelField = 0

    /// Takes the sessions of a customer whose rows are all there; tells `segments` where they came from.
    mutating func begin(
        _ customer: borrowing CustomerRows, _ facts: LabelFacts, _ segments: inout SegmentTable
    ) {
        all.removeAll(keepingCapacity: true)
        indices.removeAll(keepingCapacity: true)
        var (last, isSorted) = (-1, true)
        for number in 0..<customer.sessions.count {
            all.append(session(number, customer, facts, &segments))
            let first = customer.firstRow(ofSession: number)
            isSorted = isSorted && first > last
            last = first
        }
        // Rows of several inputs: sessions may have come in another order than that of time.
        if !isSorted { sort(customer) }
    }

    private func session(
        _ number: Int, _ customer: borrowing CustomerRows, _ facts: LabelFacts,
        _ segments: inout SegmentTable
    ) -> Session {
        let unit = customer.unit(ofSession: number)
        let first = customer.firstRow(ofSession: number)
        let last = customer.number(unit.range.upperBound - 1, in: .session)
        var session = Session(
            number: number, start: customer.rows[first].time, end: customer.rows[last].time,
            visits: customer.visits(ofSession: number).range.count, channel: SegmentTable.none)
        // The first row with a campaign, a source or a channel other than `direct`, else the first with a
        // channel, else the first.
        var (best, level) = (first, RowTexts.Origin.nothing)
        for index in unit.range {
            let number = customer.number(index, in: .session)
            let row = customer.rows[number]
            let label = facts.labels[Int(row.label)]
            if row.visitor >= 0 { session.hasVisitor = true }
            if row.status >= 400 { session.hasError = true }
            if !label.marks.isEmpty {
                if label.isError { session.hasError = true }
                if label.isConversion { session.hasConversion = true }
            }
            if level < .named {
                let own = customer.texts.level(ofOrigin: Int(row.origin))
                if own > level { (best, level) = (number, own) }
            }
        }
        segments.append(originOfSession: customer.rows[best].origin)
        session.channel = segments.value(Self.channelField, ofRow: best, customer)
        return session
    }

    private mutating func sort(_ customer: borrowing CustomerRows) {
        let order = all.indices.sorted {
            customer.firstRow(ofSession: all[$0].number)
                < customer.firstRow(ofSession: all[$1].number)
        }
        var sorted = UniqueArray<Session>()
        for index in order { sorted.append(all[index]) }
        all = sorted
        for _ in all.indices { indices.append(0) }
        for index in all.indices { indices[all[index].number] = index }
    }

    /// The index in `all` of a session with this number in `CustomerRows`.
    func index(ofNumber number: Int) -> Int { indices.isEmpty ? number : indices[number] }

    /// Says that a bad signal fired in the session with this number in `CustomerRows`.
    mutating func markBad(_ number: Int) { all[index(ofNumber: number)].isBad = true }
}
