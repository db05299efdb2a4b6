import StageSupport

/// What customers did after their sessions: whether they came back, whether they asked for support.
///
/// Which sessions have their full time to be followed is known only when all rows are read, so each
/// keeps a record. Memory: 8 bytes a session.
struct AfterSessions {
    static let day: Int64 = 86_400 * 1_000_000
    static let week = 7 * day
    static let month = 30 * day

    /// Bits of a record below the session's end in microseconds.
    private static let bad: Int64 = 1
    private static let backInWeek: Int64 = 2
    private static let backInMonth: Int64 = 4
    private static let askedForSupport: Int64 = 8
    private static let bits: Int64 = 4

    struct Share: Equatable {
        var part = 0
        var whole = 0
    }

    private var records: [Int64] = []
    /// How long after a session's end a support request still belongs to it, in microseconds.
    private let supportWithin: Int64

    init(supportWithin: Int64) { self.supportWithin = supportWithin }

    var count: Int { records.count }

    /// Counts a customer's sessions in the order of their starts, and the times of the support requests,
    /// rising.
    mutating func observe(_ sessions: Span<CustomerSessions.Session>, requests: [Int64]) {
        for index in sessions.indices {
            let session = sessions[index]
            var record = session.end << Self.bits
            if session.isBad { record |= Self.bad }
            // Starts rise, so all behind the first later one are later too.
            let next = sessions.indices.partitioningIndex { sessions[$0].start > session.end }
            if next < sessions.count {
                let away = sessions[next].start - session.end
                if away <= Self.week { record |= Self.backInWeek }
                if away <= Self.month { record |= Self.backInMonth }
            }
            let request =
                requests.isEmpty ? 0 : requests.partitioningIndex { $0 >= session.start }
            if request < requests.count, requests[request] - session.end <= supportWithin {
                record |= Self.askedForSupport
            }
            records.append(record)
        }
    }

    /// Sessions after which the customer came back within a week; all have a week up to `dataEnd`.
    func backInWeek(afterBad isBad: Bool, _ dataEnd: Int64) -> Share {
        share(Self.backInWeek, afterBad: isBad, followed: Self.week, dataEnd)
    }

    /// The same within 30 days.
    func backInMonth(afterBad isBad: Bool, _ dataEnd: Int64) -> Share {
        share(Self.backInMonth, afterBad: isBad, followed: Self.month, dataEnd)
    }

    /// Sessions with a support request of the customer from their start to `supportWithin` after their
    /// end.
    func askedForSupport(_ dataEnd: Int64) -> Share {
        share(Self.askedForSupport, afterBad: nil, followed: supportWithin, dataEnd)
    }

    /// `isBad` nil counts all sessions.
    private func share(
        _ bit: Int64, afterBad isBad: Bool?, followed span: Int64, _ dataEnd: Int64
    ) -> Share {
        var share = Share()
        for record in records where record >> Self.bits <= dataEnd - span {
            if let isBad, isBad != (record & Self.bad != 0) { continue }
            share.whole += 1
            if record & bit != 0 { share.part += 1 }
        }
        return share
    }
}

// What adds up.
extension AfterSessions: Mergeable {
    func write(to partial: inout PartialWriter) {
        partial.begin("after")
        partial.append(unordered: records)
        partial.end()
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        try partial.begin("after")
        records += try partial.list()
        try partial.finishLine()
    }
}
