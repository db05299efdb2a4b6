import StageSupport
import Statistics

/// How soon support requests were answered: each by the customer's first reply that follows it.
///
/// Memory: 8 bytes a request, and the times of the answered ones in a `Sample`.
struct FirstResponses {
    /// From request to reply, in microseconds; answered requests only.
    private(set) var times = Sample()
    /// Times of requests in microseconds, times 2; the last bit says: answered within a day.
    private var records: [Int64] = []
    /// Requests of the customer at hand that no reply has followed yet.
    private var open: [Int64] = []

    var count: Int { records.count }

    mutating func request(at time: Int64) { open.append(time) }

    mutating func reply(at time: Int64) {
        for request in open {
            let wait = time - request
            times.add(wait)
            records.append(request << 1 | (wait <= AfterSessions.day ? 1 : 0))
        }
        open.removeAll(keepingCapacity: true)
    }

    /// No more rows of the customer come.
    mutating func end() {
        guard !open.isEmpty else { return }
        for request in open { records.append(request << 1) }
        open.removeAll(keepingCapacity: true)
    }

    /// Requests at least a day before `dataEnd`, and those of them answered within a day.
    func answeredInDay(_ dataEnd: Int64) -> AfterSessions.Share {
        var share = AfterSessions.Share()
        for record in records where record >> 1 <= dataEnd - AfterSessions.day {
            share.whole += 1
            share.part += Int(record & 1)
        }
        return share
    }
}

// What adds up.
extension FirstResponses: Mergeable {
    func write(to partial: inout PartialWriter) {
        partial.begin("responses")
        partial.append(times)
        partial.append(unordered: records)
        partial.end()
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        try partial.begin("responses")
        times.merge(try partial.sample())
        records += try partial.list()
        try partial.finishLine()
    }
}
