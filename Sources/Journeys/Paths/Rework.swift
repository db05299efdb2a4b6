import StageSupport
import BasicContainers

/// Touchpoints that sessions come to more than once; automatic rows are no steps of them.
///
/// A self loop is a run of two or more rows of one touchpoint, a repetition each later run of it after
/// something else. Source of the terms: bupaR, "Rework".
struct Rework: ~Copyable {
    struct Counts: BitwiseCopyable {
        /// Sessions with the touchpoint.
        var sessions = 0
        var selfLoops = 0
        var repetitions = 0
        /// Sessions with a self loop or a repetition of it, and those of them with a conversion.
        var with = 0
        var convertedWith = 0
        /// The other sessions with the touchpoint that have a conversion.
        var convertedWithout = 0
        fileprivate var lastSession = -1
        fileprivate var isRework = false
    }

    /// By touchpoint.
    private(set) var counts = UniqueArray<Counts>()
    private var sessionCount = 0
    private var touched = UniqueArray<Int>()

    /// Counts the customer's sessions, each with its rows in time order.
    mutating func observe(
        _ customer: borrowing CustomerRows, _ facts: LabelFacts,
        _ sessions: borrowing CustomerSessions
    ) {
        while counts.count < facts.kinds.count { counts.append(Counts()) }
        for index in sessions.all.indices {
            let session = sessions.all[index]
            var (last, length) = (-1, 0)
            for index in customer.visits(ofSession: session.number).range {
                let row = customer.rows[customer.number(index, in: .sessionVisits)]
                let touchpoint = facts.touchpoint(row)
                if touchpoint == last {
                    length += 1
                    if length == 2 { loop(touchpoint) }
                } else {
                    (last, length) = (touchpoint, 1)
                    begin(touchpoint)
                }
            }
            for index in customer.automatic(ofSession: session.number).range {
                let row = customer.rows[customer.number(index, in: .automatic)]
                touch(facts.touchpoint(row))
            }
            close(isConverted: session.hasConversion)
        }
    }

    private mutating func loop(_ touchpoint: Int) {
        counts[touchpoint].selfLoops += 1
        counts[touchpoint].isRework = true
    }

    /// A run of the touchpoint begins.
    private mutating func begin(_ touchpoint: Int) {
        if counts[touchpoint].lastSession == sessionCount {
            counts[touchpoint].repetitions += 1
            counts[touchpoint].isRework = true
        } else {
            touch(touchpoint)
        }
    }

    /// The session has the touchpoint.
    private mutating func touch(_ touchpoint: Int) {
        guard counts[touchpoint].lastSession != sessionCount else { return }
        counts[touchpoint].lastSession = sessionCount
        touched.append(touchpoint)
    }

    /// The session is over.
    private mutating func close(isConverted: Bool) {
        for index in touched.indices {
            let touchpoint = touched[index]
            counts[touchpoint].sessions += 1
            if counts[touchpoint].isRework {
                counts[touchpoint].isRework = false
                counts[touchpoint].with += 1
                if isConverted { counts[touchpoint].convertedWith += 1 }
            } else if isConverted {
                counts[touchpoint].convertedWithout += 1
            }
        }
        touched.removeAll(keepingCapacity: true)
        sessionCount += 1
    }
}

// What adds up.
extension Rework: Mergeable {
    func write(to partial: inout PartialWriter) {
        for touchpoint in partial.touchpoints.order where touchpoint < counts.count {
            guard counts[touchpoint].sessions > 0 else { continue }
            partial.begin("rework")
            partial.append(touchpoint: Int32(touchpoint))
            partial.append(counts[touchpoint])
            partial.end()
        }
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        while partial.isNext("rework") {
            let touchpoint = try partial.touchpointIndex()
            while counts.count <= touchpoint { counts.append(Counts()) }
            try partial.add(to: &counts[touchpoint])
            try partial.finishLine()
        }
    }
}

extension Rework.Counts: SummedCounts {
    mutating func forEachSum<Problem>(
        _ use: (inout Int) throws(Problem) -> Void
    ) throws(Problem) {
        try use(&sessions)
        try use(&selfLoops)
        try use(&repetitions)
        try use(&with)
        try use(&convertedWith)
        try use(&convertedWithout)
    }
}
