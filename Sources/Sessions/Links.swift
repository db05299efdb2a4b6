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
    /// Users on too many visitors, and on how many.
    package internal(set) var capped: [[UInt8]: Int] = [:]
    package internal(set) var counts = IdentityCounts()

    /// None yet.
    package init(limit: Int = maximumVisitors) { self.limit = limit }

    package var isEmpty: Bool { links.isEmpty }

    /// `edges` by visitor, then user, where an empty visitor stands for none; `each` is given every pair
    /// once, in that order.
    package init(
        edges: SortedRuns, limit: Int, memory: Int, folder: SpillFolder, countsLateLinks: Bool,
        each: (_ visitor: Span<UInt8>, _ user: Span<UInt8>, _ first: Int64, _ last: Int64) throws ->
            Void
    ) throws {
        self.limit = limit
        let byUser = try Self.byUser(edges, memory, folder, each: each)
        var sort = SpillSort(memory: memory, folder: folder)
        let byVisitor = try rankedByVisitor(byUser, memory, folder, namesakes: &sort)
        try resolve(byVisitor, memory, folder, &sort, countsLateLinks: countsLateLinks)
        links = try sort.finish()
    }

    /// Where visitors are not joined: only that ids of visitors may be those of users, too. `edges` with a
    /// visitor tell of users that are customers.
    package init(namesakesIn edges: SortedRuns, memory: Int, folder: SpillFolder) throws {
        limit = Self.maximumVisitors
        var sort = SpillSort(memory: memory, folder: folder)
        var records = try edges.records(memory: memory)
        var (visitor, user): ([UInt8], [UInt8]) = ([], [])
        while try records.advance() {
            guard records.isNewKey else { continue }
            PairKey.read(records.key, &visitor, &user)
            guard !visitor.isEmpty else { continue }
            try sort.add(key: user, time: .min, order: 0, Link.namesake.bytes)
        }
        links = try sort.finish()
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

    /// Sorts the pairs by visitor, first time, user; those beyond a user's limit are marked. Each user's id
    /// goes to `namesakes`.
    private mutating func rankedByVisitor(
        _ byUser: SortedRuns, _ memory: Int, _ folder: SpillFolder, namesakes: inout SpillSort
    ) throws -> SortedRuns {
        var sort = SpillSort(memory: memory, folder: folder)
        var records = try byUser.records(memory: memory)
        var rank = 0
        var order: UInt64 = 0
        var payload: [UInt8] = []
        while try records.advance() {
            if records.isNewKey {
                rank = 0
                let payload = Link.namesake.bytes
                try namesakes.add(key: records.key, time: .min, order: 0, payload.span)
            }
            guard records.payload.count > Edge.length else { continue }
            rank += 1
            if rank > limit { capped[records.key.copied()] = rank }
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
        _ byVisitor: SortedRuns, _ memory: Int, _ folder: SpillFolder, _ sort: inout SpillSort,
        countsLateLinks: Bool
    ) throws {
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
