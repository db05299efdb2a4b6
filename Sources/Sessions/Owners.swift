import BasicContainers
import ByteIO

/// The user that a visitor belongs to.
struct Owner: BitwiseCopyable {
    /// The number of its name; none where all users of the visitor have too many visitors.
    var name = RowStore.none
    /// When it was first seen on the visitor.
    var first: Int64 = 0
    var isLinked = false
    /// Whether the row's time decides.
    var isSwept = false
    var isShared = false
    /// Whether the visitor's id is also some user's.
    var isNamesake = false
    /// Whether the counts of visitors have it.
    var isCounted = true
}

/// The users that the visitors of stored rows belong to, by number of the visitor's name.
struct Owners: ~Copyable {
    private var all = UniqueArray<Owner>()

    /// Nobody belongs to a user.
    init() {}

    init(count: Int) { all = UniqueArray(repeating: Owner(), count: count) }

    /// Those of `links`; names that are new become known to `names`.
    init(_ links: Links, _ names: inout NameTable, memory: Int) throws {
        guard !links.isEmpty else { return }
        all = UniqueArray(repeating: Owner(), count: names.count)
        var records = try links.links.records(memory: memory)
        while try records.advance() {
            // The map knows visitors that are not here.
            guard let visitor = names.known(records.key), Int(visitor) < all.count else { continue }
            let link = Link(records.payload, first: records.time)
            // Its own record comes first.
            let isNamesake = link.isNamesake || all[Int(visitor)].isNamesake
            all[Int(visitor)] = Owner(
                name: link.owner.isEmpty ? RowStore.none : names.number(ofName: link.owner.span),
                first: link.first, isLinked: link.hasUsers, isSwept: link.isSwept,
                isShared: link.isShared, isNamesake: isNamesake, isCounted: link.isSeen)
        }
    }

    /// Nobody belongs to a user; ids of visitors may be those of these users, too.
    init(namesakes: borrowing UniqueArray<Bool>) {
        all = UniqueArray(repeating: Owner(), count: namesakes.count)
        mark(namesakes)
    }

    private mutating func mark(_ namesakes: borrowing UniqueArray<Bool>) {
        for name in 0..<namesakes.count where namesakes[name] { all[name].isNamesake = true }
    }

    var isEmpty: Bool { all.isEmpty }

    subscript(visitor: UInt32) -> Owner {
        @inline(__always) get { all[Int(visitor)] }
        set { all[Int(visitor)] = newValue }
    }

    /// Asks for the visitor's owner before it is needed.
    @inline(__always)
    func prefetch(visitor: UInt32) { all.prefetch(at: Int(visitor)) }

    /// Whether an anonymous row of the visitor was given to the customer of a link.
    @inline(__always)
    func isMoved(visitor: UInt32) -> Bool {
        Int(visitor) < all.count && all[Int(visitor)].isLinked
    }
}

// What `Links` does with sorted pairs, for those of stored rows.
extension Owners {
    /// Users on more than `links.limit` visitors collect no more; `links` counts. The users of visitors
    /// that are swept are told to `sweep`.
    init(
        _ pairs: consuming StoredPairs, _ names: borrowing NameTable, _ links: inout Links,
        countsLateLinks: Bool, _ sweep: inout Sweep
    ) throws(IOFailure) {
        all = UniqueArray(repeating: Owner(), count: names.count)
        let refused = links.cap(pairs.pairsOfMany(limit: links.limit, names), names)
        for index in 0..<pairs.all.count where pairs.isFirst(index) {
            let chain = pairs.chain(from: index, names)
            let users = try Self.users(of: chain, refused, names, &sweep)
            links.count(users, isSeen: true, isLate: countsLateLinks)
            all[Int(chain[0].visitor)] = Owner(
                name: users.owner ?? RowStore.none, first: users.first, isLinked: true,
                isSwept: users.isSwept, isShared: users.refused > 0)
        }
        mark(pairs.isUser)
    }

    /// `pairs` are all of one visitor, `refused` those beyond a user's limit.
    private static func users(
        of pairs: [StoredPairs.Pair], _ refused: Set<UInt64>, _ names: borrowing NameTable,
        _ sweep: inout Sweep
    ) throws(IOFailure) -> VisitorUsers<UInt32> {
        var users = VisitorUsers<UInt32>()
        var sightings: [(user: UInt32, first: Int64, last: Int64)] = []
        for pair in pairs {
            let isAccepted = !refused.contains(pair.key)
            users.add(pair.user, isAccepted: isAccepted, first: pair.first, last: pair.last) {
                sightings.append(($0, $1, $2))
            }
        }
        for seen in sightings {
            try sweep.sight(names[pairs[0].visitor], names[seen.user], seen.first, seen.last)
        }
        return users
    }
}
