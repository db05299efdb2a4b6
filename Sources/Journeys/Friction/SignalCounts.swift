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

    mutating func add(_ signal: Int32, _ touchpoint: Int32) {
        let index = table.number(from: signal, to: touchpoint)
        if index == all.count { all.append(Count(signal: signal, touchpoint: touchpoint)) }
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
