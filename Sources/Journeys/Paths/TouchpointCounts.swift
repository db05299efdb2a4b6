import ByteIO
import Statistics

/// What happened at each touchpoint: visits, entries, exits, errors, dwell, server time.
///
/// Expects customers one after another, each with its rows in time order.
package struct TouchpointCounts {
    struct Counts {
        var events = 0
        var customers = 0
        var sessions = 0
        /// Sessions that begin, and that end, here.
        var entries = 0
        var exits = 0
        /// Rows with status >= 400, or of a touchpoint of kind `error`.
        var errors = 0
        /// Microseconds to the next row of the session.
        var dwell = Sample()
        /// The server's time in microseconds, of rows that have one.
        var duration = Sample()
        fileprivate var lastCustomer = -1
        fileprivate var lastSession = -1
    }

    private(set) var counts: [Counts] = []
    private var customerCount = 0
    private var sessionCount = 0

    mutating func see(_ customer: borrowing CustomerRows, _ facts: LabelFacts) {
        for number in 0..<customer.sessions.count {
            var last: (place: Int, time: Int64)?
            for index in customer.rows(ofSession: number) {
                let row = customer.rows[index]
                let place = facts.touchpoint(row)
                while place >= counts.count { counts.append(Counts()) }
                count(row, at: place, isError: facts.isError(row))
                if let last {
                    counts[last.place].dwell.add(row.time - last.time)
                } else {
                    counts[place].entries += 1
                }
                last = (place, row.time)
            }
            if let last { counts[last.place].exits += 1 }
            sessionCount += 1
        }
        customerCount += 1
    }

    private mutating func count(_ row: CustomerRows.Row, at place: Int, isError: Bool) {
        counts[place].events += 1
        if isError { counts[place].errors += 1 }
        if row.duration >= 0 { counts[place].duration.add(row.duration) }
        if counts[place].lastCustomer != customerCount {
            counts[place].lastCustomer = customerCount
            counts[place].customers += 1
        }
        if counts[place].lastSession != sessionCount {
            counts[place].lastSession = sessionCount
            counts[place].sessions += 1
        }
    }
}
