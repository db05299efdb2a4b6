import ByteIO
import Crypto
import StageSupport
import Touchpoints

/// Puts a night's rows in the order of customer, time, input, and cuts them into sessions.
struct Paths {
    struct Counts {
        var rows = 0
        var sessions = 0
        var customers = 0
        var noKey = 0
        var linked = 0
        var shared = 0
        var backFilled = 0
    }

    private let night: Night
    private let rule: SessionRule
    private(set) var counts = Counts()
    private var identity = IdentityGraph()

    init(_ night: Night, rule: SessionRule, joinsIdentities: Bool) {
        self.night = night
        self.rule = rule
        if joinsIdentities { link() }
    }

    private mutating func link() {
        for (order, row) in night.rows.enumerated() where row.visitor >= 0 && row.user >= 0 {
            identity.see(
                visitor: Int(row.visitor), user: Int(row.user), time: row.time, order: order)
        }
        let visitorRanks = Self.ranks(night.visitors)
        let userRanks = Self.ranks(night.users)
        identity.resolve(visitorRank: { visitorRanks[$0] }, userRank: { userRanks[$0] })
        counts.linked = identity.linkedCount
        counts.shared = identity.shared.count
    }

    /// The place of each name in the order of bytes.
    private static func ranks(_ names: Interner) -> [Int] {
        var ranks = [Int](repeating: 0, count: names.count)
        let order = (0..<names.count).sorted { names[$0].order(names[$1]) < 0 }
        for (rank, number) in order.enumerated() { ranks[number] = rank }
        return ranks
    }
}

// Customers: every row gets the number of one, rows are grouped by it.
extension Paths {
    /// Calls `deliver` with blocks of whole path rows and their number, in the stream's order.
    ///
    /// `list` gets the lines of `sessions.csv`; none are made where `window` is nil.
    mutating func deliver(
        window: SessionCutter.Window?, list: (Span<UInt8>) throws -> Void,
        _ deliver: (Span<UInt8>, Int) throws -> Void
    ) throws {
        var customers = Interner(capacity: night.visitors.count + night.users.count)
        let owners = owners(&customers)
        let ranks = Self.ranks(customers)
        var starts = [Int](repeating: 0, count: customers.count + 1)
        for owner in owners where owner >= 0 { starts[ranks[Int(owner)] + 1] += 1 }
        for rank in starts.indices.dropFirst() { starts[rank] += starts[rank - 1] }
        counts.noKey = owners.count - (starts.last ?? 0)
        var order = [Int32](repeating: 0, count: starts.last ?? 0)
        var next = starts
        for (index, owner) in owners.enumerated() where owner >= 0 {
            let rank = ranks[Int(owner)]
            order[next[rank]] = Int32(index)
            next[rank] += 1
        }
        var names = [Int](repeating: 0, count: customers.count)
        for (number, rank) in ranks.enumerated() { names[rank] = number }
        counts.customers = customers.count
        var cutter = SessionCutter(
            rule: rule, night: night, shared: identity.shared, window: window)
        for rank in 0..<customers.count {
            let range = starts[rank]..<starts[rank + 1]
            let rows = night.rows
            order[range].sort {
                (rows[Int($0)].time, $0) < (rows[Int($1)].time, $1)
            }
            cutter.cut(order[range], customer: customers[names[rank]])
            if cutter.isFull {
                try cutter.hand(to: deliver)
                let lines = cutter.takeTable()
                try list(lines.span)
            }
        }
        let lines = cutter.takeTable()
        try list(lines.span)
        try cutter.hand(to: deliver)
        counts.rows = order.count
        counts.sessions = cutter.sessionCount
    }

    /// The number of each row's customer, -1 for a row without visitor and user.
    private mutating func owners(_ customers: inout Interner) -> [Int32] {
        var ofUser = [Int32](repeating: -1, count: night.users.count)
        var ofVisitor = [Int32](repeating: -1, count: night.visitors.count)
        var owners = [Int32](repeating: -1, count: night.rows.count)
        for (index, row) in night.rows.enumerated() {
            var user = Int(row.user)
            if user < 0, row.visitor >= 0,
                let known = identity.user(of: Int(row.visitor), at: row.time, order: index)
            {
                user = known
                counts.backFilled += 1
            }
            if user >= 0 {
                if ofUser[user] < 0 {
                    ofUser[user] = Int32(customers.number(of: night.users[user]))
                }
                owners[index] = ofUser[user]
            } else if row.visitor >= 0 {
                let visitor = Int(row.visitor)
                if ofVisitor[visitor] < 0 {
                    ofVisitor[visitor] = Int32(customers.number(of: night.visitors[visitor]))
                }
                owners[index] = ofVisitor[visitor]
            }
        }
        return owners
    }
}
