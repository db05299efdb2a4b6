import ByteIO

/// The sessions of the customer at hand, in the order of their first rows.
struct CustomerSessions {
    struct Session {
        /// Its number in `CustomerRows`.
        var number: Int
        /// The times of its first and last row, in microseconds.
        var start: Int64
        var end: Int64
        var rowCount: Int
        /// Number of its channel in the segment table: that of the row which `sessions.csv` takes it
        /// from.
        var channel: Int32
        var hasVisitor: Bool
        var hasError = false
        var hasConversion = false
        /// A signal of the group *bad* fired in it.
        var isBad = false
    }

    private(set) var all: [Session] = []
    /// By a session's number in `CustomerRows`: its place in `all`.
    private(set) var places: [Int] = []
    /// Where the segment table holds the channels.
    private let channelPlace: Int

    init(channelPlace: Int) { self.channelPlace = channelPlace }

    /// Takes the sessions of a customer whose rows are all there.
    mutating func begin(
        _ customer: borrowing CustomerRows, _ facts: LabelFacts, _ segments: inout SegmentTable
    ) {
        all.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        places.append(contentsOf: repeatElement(-1, count: customer.sessions.count))
        // Rows stand in time order, so sessions are met in the order of their first rows.
        for row in customer.rows {
            let number = Int(row.session)
            if places[number] < 0 {
                places[number] = all.count
                all.append(
                    Session(
                        number: number, start: row.time, end: row.time, rowCount: 0,
                        channel: SegmentTable.none, hasVisitor: row.visitor >= 0))
            }
            let place = places[number]
            all[place].end = row.time
            all[place].rowCount += 1
            if row.visitor >= 0 { all[place].hasVisitor = true }
            if facts.isError(row) { all[place].hasError = true }
            if facts.isConversion(row) { all[place].hasConversion = true }
        }
        for place in all.indices {
            let row = Self.channelRow(of: all[place].number, customer)
            all[place].channel = segments.value(channelPlace, ofRow: row, customer)
        }
    }

    /// The first row with a campaign, a source or a channel other than `direct`, else the first with a
    /// channel, else the first.
    private static func channelRow(of session: Int, _ customer: borrowing CustomerRows) -> Int {
        let rows = customer.rows(ofSession: session)
        var best = rows[rows.startIndex]
        for row in rows where customer.rows[row].origin > customer.rows[best].origin { best = row }
        return best
    }

    /// Says that a bad signal fired in the session with this number in `CustomerRows`.
    mutating func markBad(_ number: Int) { all[places[number]].isBad = true }
}
