import StageSupport
import BasicContainers

/// How often each signal was charged to each touchpoint, over all rows.
///
/// Expects firings session after session, customer after customer.
struct SignalCounts: ~Copyable {
    struct Count: BitwiseCopyable {
        let signal: Int32
        let touchpoint: Int32
        var events = 0
        var sessions = 0
        var customers = 0
        fileprivate var lastSession = -1
        fileprivate var lastCustomer = -1
    }

    private(set) var all = UniqueArray<Count>()
    private var table = PairTable()
    private var session = -1
    private var customer = -1

    mutating func beginCustomer() { customer += 1 }
    mutating func beginSession() { session += 1 }

    @inline(__always)
    private mutating func index(_ signal: Int32, _ touchpoint: Int32) -> Int {
        let index = table.number(from: signal, to: touchpoint)
        if index == all.count { all.append(Count(signal: signal, touchpoint: touchpoint)) }
        return index
    }

    mutating func add(_ signal: Int32, _ touchpoint: Int32) {
        let index = index(signal, touchpoint)
        all[index].events += 1
        if all[index].lastSession != session {
            all[index].lastSession = session
            all[index].sessions += 1
        }
        if all[index].lastCustomer != customer {
            all[index].lastCustomer = customer
            all[index].customers += 1
        }
    }
}

// What adds up.
extension SignalCounts: Mergeable {
    func write(to partial: inout PartialWriter) {
        let order = partial.order(all.indices) {
            (
                partial.rank(ofSignal: all[$0].signal),
                partial.touchpoints.rank(all[$0].touchpoint)
            )
        }
        for index in order {
            partial.begin("signal")
            partial.append(signal: all[index].signal)
            partial.append(touchpoint: all[index].touchpoint)
            partial.append(all[index])
            partial.end()
        }
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        while partial.isNext("signal") {
            let signal = try partial.signal()
            let index = index(signal, Int32(try partial.touchpointIndex()))
            try partial.add(to: &all[index])
            try partial.finishLine()
        }
    }
}

extension SignalCounts.Count: SummedCounts {
    mutating func forEachSum<Problem>(
        _ use: (inout Int) throws(Problem) -> Void
    ) throws(Problem) {
        try use(&events)
        try use(&sessions)
        try use(&customers)
    }
}
