import StageSupport
import BasicContainers
import ByteIO
import Statistics

/// What happened at each touchpoint: visits, entries, exits, errors, dwell, server time.
///
/// Expects customers one after another, each with its rows in time order.
struct TouchpointCounts: ~Copyable {
    struct Counts: BitwiseCopyable {
        var events = 0
        var customers = 0
        var sessions = 0
        /// Sessions whose visits begin, and end, here.
        var entries = 0
        var exits = 0
        /// Rows with status >= 400, or of a touchpoint of kind `error`.
        var errors = 0
        fileprivate var lastCustomer = -1
        fileprivate var lastSession = -1
    }

    private(set) var counts = UniqueArray<Counts>()
    /// By touchpoint: microseconds to the next visit of the session.
    private var dwells = Samples()
    /// The server's time in microseconds, of rows that have one.
    private var durations = Samples()
    private var customerCount = 0
    private var sessionCount = 0
    private var contacts = ContactCounts()

    mutating func observe(
        _ customer: borrowing CustomerRows, _ facts: LabelFacts,
        _ sessions: borrowing CustomerSessions, _ segments: borrowing SegmentTable
    ) {
        makeRoom(for: facts.kinds.count)
        for number in 0..<customer.sessions.count {
            let channel = sessions.all[sessions.index(ofNumber: number)].channel
            contacts.begin(sessionOf: channel, segments)
            observe(session: number, customer, facts)
            sessionCount += 1
        }
        customerCount += 1
    }

    private mutating func makeRoom(for touchpoints: Int) {
        while counts.count < touchpoints { counts.append(Counts()) }
        dwells.extend(to: counts.count)
        durations.extend(to: counts.count)
    }

    private mutating func observe(
        session number: Int, _ customer: borrowing CustomerRows, _ facts: LabelFacts
    ) {
        var (last, time) = (-1, Int64(0))
        for index in customer.visits(ofSession: number).range {
            let row = customer.rows[customer.number(index, in: .sessionVisits)]
            let touchpoint = count(row, facts)
            if last >= 0 {
                dwells.add(row.time - time, to: last)
            } else {
                counts[touchpoint].entries += 1
            }
            (last, time) = (touchpoint, row.time)
        }
        if last >= 0 { counts[last].exits += 1 }
        if customer.hasAutomatic { count(automaticOf: number, after: time, last, customer, facts) }
    }

    /// Counts the automatic rows of a session. They end no dwell but that of the last visit, which went on till
    /// the last of them.
    private mutating func count(
        automaticOf number: Int, after time: Int64, _ touchpoint: Int,
        _ customer: borrowing CustomerRows, _ facts: LabelFacts
    ) {
        var end = time
        for index in customer.automatic(ofSession: number).range {
            let row = customer.rows[customer.number(index, in: .automatic)]
            _ = count(row, facts)
            end = row.time
        }
        if touchpoint >= 0, end > time { dwells.add(end - time, to: touchpoint) }
    }

    /// Counts a row; its touchpoint.
    @inline(__always)
    private mutating func count(_ row: CustomerRows.Row, _ facts: LabelFacts) -> Int {
        let label = facts.label(row)
        let touchpoint = Int(label.touchpoint)
        count(touchpoint, isError: row.status >= 400 || label.isError)
        if row.duration >= 0 { durations.add(row.duration, to: touchpoint) }
        return touchpoint
    }

    private mutating func count(_ touchpoint: Int, isError: Bool) {
        counts[touchpoint].events += 1
        if isError { counts[touchpoint].errors += 1 }
        if counts[touchpoint].lastCustomer != customerCount {
            counts[touchpoint].lastCustomer = customerCount
            counts[touchpoint].customers += 1
        }
        if counts[touchpoint].lastSession != sessionCount {
            counts[touchpoint].lastSession = sessionCount
            counts[touchpoint].sessions += 1
            contacts.count(touchpoint)
        }
    }

    /// Where the touchpoint meets people, by the channels of its sessions.
    func contact(of touchpoint: Int) -> Contact {
        touchpoint < counts.count
            ? contacts.contact(of: touchpoint, ofSessions: counts[touchpoint].sessions) : .web
    }

    /// The counts of a touchpoint, its dwell and its server time; those of none where it was not met.
    func all(of touchpoint: Int) -> (counts: Counts, dwell: Sample, duration: Sample) {
        guard touchpoint < counts.count else { return (Counts(), Sample(), Sample()) }
        return (
            counts[touchpoint], dwells.sample(of: touchpoint), durations.sample(of: touchpoint)
        )
    }
}

// What adds up.
extension TouchpointCounts: Mergeable {
    func write(to partial: inout PartialWriter) {
        for touchpoint in partial.touchpoints.order where touchpoint < counts.count {
            guard counts[touchpoint].events > 0 else { continue }
            partial.begin("touchpoint")
            partial.append(touchpoint: Int32(touchpoint))
            partial.append(counts[touchpoint])
            contacts.write(touchpoint, to: &partial)
            partial.append(dwells.sample(of: touchpoint))
            partial.append(durations.sample(of: touchpoint))
            partial.end()
        }
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        while partial.isNext("touchpoint") {
            let touchpoint = try partial.touchpointIndex()
            makeRoom(for: touchpoint + 1)
            try partial.add(to: &counts[touchpoint])
            try contacts.merge(touchpoint, &partial)
            dwells.merge(try partial.sample(), to: touchpoint)
            durations.merge(try partial.sample(), to: touchpoint)
            try partial.finishLine()
        }
    }
}

extension TouchpointCounts.Counts: SummedCounts {
    mutating func forEachSum<Problem>(
        _ use: (inout Int) throws(Problem) -> Void
    ) throws(Problem) {
        try use(&events)
        try use(&customers)
        try use(&sessions)
        try use(&entries)
        try use(&exits)
        try use(&errors)
    }
}
