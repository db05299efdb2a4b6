/// Which customer the rows of a visitor belong to.
///
/// A customer is the known user, else the visitor. Visitors join the user seen on them; two known
/// users are never joined: a visitor on which both are seen is shared, and its rows go to the user
/// seen last at or before them. Give it every pair of visitor and user with its time, then `resolve`.
struct IdentityGraph {
    /// A visitor and a user seen together, by number.
    struct Pair: Hashable {
        let visitor: Int
        let user: Int
    }

    /// Users on more visitors than this collect no more: a kiosk, a test account, a placeholder.
    static let maximumVisitors = 500

    private var firstSeen: [Pair: Int64] = [:]
    private var logins: [Int: [(time: Int64, order: Int, user: Int)]] = [:]
    private var owner: [Int: Int] = [:]
    private(set) var shared: Set<Int> = []
    private(set) var capped: Set<Int> = []

    /// Notes that `user` was seen on `visitor`; `order` is the row's place in the input.
    mutating func see(visitor: Int, user: Int, time: Int64, order: Int) {
        let pair = Pair(visitor: visitor, user: user)
        if let known = firstSeen[pair], known <= time {} else { firstSeen[pair] = time }
        logins[visitor, default: []].append((time, order, user))
    }

    /// Visitors that belong to a user.
    var linkedCount: Int { owner.count }

    /// Joins, in the order of (first seen, visitor, user); the two functions give the bytes' order.
    mutating func resolve(visitorRank: (Int) -> Int, userRank: (Int) -> Int) {
        let edges = firstSeen.map { (pair: $0.key, time: $0.value) }.sorted {
            ($0.time, visitorRank($0.pair.visitor), userRank($0.pair.user))
                < ($1.time, visitorRank($1.pair.visitor), userRank($1.pair.user))
        }
        var visitorsOfUser: [Int: Int] = [:]
        for (pair, _) in edges {
            if let user = owner[pair.visitor] {
                if user != pair.user { shared.insert(pair.visitor) }
            } else if visitorsOfUser[pair.user, default: 0] >= Self.maximumVisitors {
                capped.insert(pair.user)
            } else {
                owner[pair.visitor] = pair.user
                visitorsOfUser[pair.user, default: 0] += 1
            }
        }
        for visitor in shared {
            logins[visitor]?.sort { ($0.time, $0.order) < ($1.time, $1.order) }
        }
    }

    /// The user that an anonymous row of `visitor` belongs to, nil for none.
    func user(of visitor: Int, at time: Int64, order: Int) -> Int? {
        guard let owner = owner[visitor] else { return nil }
        guard shared.contains(visitor), let logins = logins[visitor] else { return owner }
        var low = 0
        var high = logins.count
        while low < high {
            let middle = (low + high) / 2
            if logins[middle].time <= time { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? logins[low - 1].user : logins.first?.user
    }
}
