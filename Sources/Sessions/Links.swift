package import ByteIO
import Rows

/// Which user each visitor belongs to, resolved from the pairs seen.
///
/// Visitors join the user first seen on them; two users are never joined, so a visitor with a second
/// user is shared, and its rows are swept in the order of time. Pairs count by first time, then
/// the bytes of visitor and user: the result does not depend on the order of input.
package struct Links {
    /// Users on more visitors than this collect no more: a kiosk, a test account, a placeholder.
    package static let maximumVisitors = 500

    /// Visitors that a user may have.
    let limit: Int

    /// Visitors with their links, by bytes; see `Link`.
    private(set) var links = SortedRuns.none
    /// The users of visitors that are swept, as sightings for the sweep.
    private(set) var sightings = SortedRuns.none
    /// Holds every visitor that is swept, and a few others.
    private(set) var swept = VisitorFilter()
    package private(set) var capped: Set<[UInt8]> = []
    package private(set) var counts = IdentityCounts()

    /// None yet.
    package init(limit: Int = maximumVisitors) { self.limit = limit }

    package var isEmpty: Bool { links.isEmpty }

    /// `edges` by visitor, then user; `each` is given every pair once, in that order.
    package init(
        edges: SortedRuns, limit: Int, memory: Int, folder: SpillFolder, countsLateLinks: Bool,
        each: (_ visitor: Span<UInt8>, _ user: Span<UInt8>, _ first: Int64, _ last: Int64) throws ->
            Void
    ) throws {
        self.limit = limit
        let byUser = try Self.byUser(edges, memory, folder, each: each)
        let byVisitor = try rankedByVisitor(byUser, memory, folder)
        try resolve(byVisitor, memory, folder, countsLateLinks: countsLateLinks)
    }

    /// Joins the parts of each pair, and sorts the pairs by user, first time, visitor.
    private static func byUser(
        _ edges: SortedRuns, _ memory: Int, _ folder: SpillFolder,
        each: (Span<UInt8>, Span<UInt8>, Int64, Int64) throws -> Void
    ) throws -> SortedRuns {
        var sort = SpillSort(memory: memory, folder: folder)
        var records = try edges.records(memory: memory)
        var (visitor, user): ([UInt8], [UInt8]) = ([], [])
        var open: (first: Int64, edge: Edge)?
        var order: UInt64 = 0
        while try records.advance() {
            let edge = Edge(records.payload)
            if !records.isNewKey, let known = open {
                // Parts come by first time.
                open?.edge = Edge(
                    last: max(known.edge.last, edge.last), isSeen: known.edge.isSeen || edge.isSeen,
                    isKnown: known.edge.isKnown || edge.isKnown)
                continue
            }
            if let open {
                try each(visitor.span, user.span, open.first, open.edge.last)
                let payload = open.edge.bytes + visitor
                try sort.add(key: user.span, time: open.first, order: order, payload.span)
                order += 1
            }
            PairKey.read(records.key, &visitor, &user)
            open = (records.time, edge)
        }
        if let open {
            try each(visitor.span, user.span, open.first, open.edge.last)
            let payload = open.edge.bytes + visitor
            try sort.add(key: user.span, time: open.first, order: order, payload.span)
        }
        return try sort.finish()
    }

    /// Sorts the pairs by visitor, first time, user; those beyond a user's limit are marked.
    private mutating func rankedByVisitor(
        _ byUser: SortedRuns, _ memory: Int, _ folder: SpillFolder
    ) throws -> SortedRuns {
        var sort = SpillSort(memory: memory, folder: folder)
        var records = try byUser.records(memory: memory)
        var rank = 0
        var order: UInt64 = 0
        var payload: [UInt8] = []
        while try records.advance() {
            rank = records.isNewKey ? 1 : rank + 1
            if rank == limit + 1 { capped.insert(records.key.copied()) }
            payload.removeAll(keepingCapacity: true)
            payload.append(records.payload.extracting(0..<Edge.length))
            payload.append(rank <= limit ? 1 : 0)
            payload.append(records.key)
            try sort.add(
                key: records.payload.extracting(Edge.length...), time: records.time, order: order,
                payload.span)
            order += 1
        }
        counts.capped = capped.count
        return try sort.finish()
    }
}

// One visitor after another: its first user owns it.
extension Links {
    private struct Open {
        let visitor: [UInt8]
        var users = VisitorUsers<[UInt8]>()
        var isSeen = false
        var isKnown = false
    }

    private mutating func resolve(
        _ byVisitor: SortedRuns, _ memory: Int, _ folder: SpillFolder, countsLateLinks: Bool
    ) throws {
        var sort = SpillSort(memory: memory, folder: folder)
        var sweep = Sweep(memory: memory, folder: folder)
        var records = try byVisitor.records(memory: memory)
        var open: Open?
        while try records.advance() {
            if records.isNewKey {
                if let open { try close(open, &sort, countsLateLinks) }
                open = Open(visitor: records.key.copied())
            }
            guard var visitor = open.take() else { continue }
            let edge = Edge(records.payload)
            visitor.isSeen = visitor.isSeen || edge.isSeen
            visitor.isKnown = visitor.isKnown || edge.isKnown
            let name = visitor.visitor
            try visitor.users.add(
                records.payload.extracting((Edge.length + 1)...).copied(),
                isAccepted: records.payload[Edge.length] == 1, first: records.time, last: edge.last
            ) { try sweep.sight(name.span, $0.span, $1, $2) }
            open = visitor
        }
        if let open { try close(open, &sort, countsLateLinks) }
        sightings = try sweep.finish()
        links = try sort.finish()
    }

    private mutating func close(
        _ open: Open, _ sort: inout SpillSort, _ countsLateLinks: Bool
    ) throws {
        var link = Link()
        link.owner = open.users.owner ?? []
        link.first = open.users.first
        link.isSeen = open.isSeen
        link.isShared = open.users.refused > 0
        link.isSwept = open.users.isSwept
        if link.isSwept { swept.insert(open.visitor.span) }
        count(open.users, isSeen: open.isSeen, isLate: countsLateLinks && !open.isKnown)
        let payload = link.bytes
        try sort.add(key: open.visitor.span, time: link.first, order: 0, payload.span)
    }
}

// What the summary says.
extension Links {
    mutating func add(backFilled: Int) { counts.backFilled += backFilled }

    /// Counts a visitor that the run met.
    mutating func countVisitor(isLinked: Bool, isShared: Bool) {
        counts.visitors += 1
        if isLinked { counts.linked += 1 }
        if isShared { counts.shared += 1 }
    }

    /// Counts a visitor of pairs; `isSeen` where the run met it with a user, `isLate` where its first
    /// user came after earlier nights were delivered.
    mutating func count<User>(_ users: VisitorUsers<User>, isSeen: Bool, isLate: Bool) {
        let isLinked = users.owner != nil
        counts.refused += users.refused
        guard isSeen else { return }
        countVisitor(isLinked: isLinked, isShared: users.refused > 0)
        if isLinked, isLate { counts.lateLinks += 1 }
    }

    /// Caps users with too many visitors, and gives the keys of the pairs beyond. `pairs` are all that
    /// such users have, by user, first time, then the visitor's bytes.
    mutating func cap(_ pairs: [StoredPairs.Pair], _ names: borrowing NameTable) -> Set<UInt64> {
        var beyond: Set<UInt64> = []
        var (user, rank) = (RowStore.none, 0)
        for pair in pairs {
            rank = pair.user == user ? rank + 1 : 1
            user = pair.user
            guard rank > limit else { continue }
            beyond.insert(pair.key)
            capped.insert(names[user].copied())
        }
        counts.capped = capped.count
        return beyond
    }
}
