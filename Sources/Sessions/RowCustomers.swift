import BasicContainers
package import ByteIO
import StageSupport

/// The customer of each stored row: what `BackFill` does for rows that do not fit in memory.
package struct RowCustomers: ~Copyable {
    /// The user that a visitor belongs to. Not private: for that the compiler (6.3.1) fails in debug builds.
    struct Owner {
        var name = RowStore.none
        var first: Int64 = 0
        var isLinked = false
        var isSwept = false
        var isShared = false
        var isCounted = true
    }

    /// Numbers of names, by row; none for a row in no path.
    private(set) var numbers = UniqueArray<UInt32>()
    /// Moments at which a visitor has rows of two customers.
    package private(set) var meetings: Set<SessionStart> = []
    private var owners = UniqueArray<Owner>()

    /// Adds to the counts of `links`.
    package init(
        of store: inout RowStore, _ links: inout Links, joinsIdentities: Bool, memory: Int,
        folder: SpillFolder
    ) throws {
        numbers.reserveCapacity(store.count)
        for row in 0..<store.count {
            numbers.append(store.key(ofRow: row, joinsIdentities: joinsIdentities))
        }
        guard !links.isEmpty else { return }
        try readOwners(&store, links, memory)
        var sweep = Sweep(memory: memory, folder: folder)
        for row in 0..<store.count { try move(row, store, &links, &sweep) }
        if !sweep.isEmpty { try take(sweep.finish(), &store, &links, memory) }
    }

    /// Whether an anonymous row of the visitor was given to the customer of a link.
    func isMoved(visitor: UInt32) -> Bool {
        Int(visitor) < owners.count && owners[Int(visitor)].isLinked
    }

    private mutating func readOwners(
        _ store: inout RowStore, _ links: Links, _ memory: Int
    ) throws {
        owners = UniqueArray(repeating: Owner(), count: store.names.count)
        var records = try links.links.records(memory: memory)
        while try records.advance() {
            // The map knows visitors that are not here.
            guard let visitor = store.names.known(records.key), Int(visitor) < owners.count
            else { continue }
            let link = Link(records.payload, first: records.time)
            let name =
                link.owner.isEmpty ? RowStore.none : store.names.number(ofName: link.owner.span)
            owners[Int(visitor)] = Owner(
                name: name, first: link.first, isLinked: true, isSwept: link.isSwept,
                isShared: link.isShared, isCounted: link.isSeen)
        }
    }

    /// Gives a row to the owner of its visitor, or to the sweep.
    private mutating func move(
        _ row: Int, _ store: borrowing RowStore, _ links: inout Links, _ sweep: inout Sweep
    ) throws {
        let (visitorField, userField) = store.names(of: row)
        guard visitorField != RowStore.none else { return }
        let visitor = store.names.name(ofField: visitorField)
        let owner = owners[Int(visitor)]
        guard owner.isLinked else { return }
        if userField != RowStore.none {
            guard owner.isSwept else { return }
            let head = store[row]
            try sweep.login(
                store.names[visitor], store.names[store.names.name(ofField: userField)],
                time: head.time, order: RowStore.order(ofRow: row, kind: head.kind))
            return
        }
        if !owner.isCounted {
            links.countVisitor(isLinked: owner.name != RowStore.none, isShared: owner.isShared)
            owners[Int(visitor)].isCounted = true
        }
        let head = store[row]
        guard owner.isSwept else {
            if head.time < owner.first { links.add(backFilled: 1) }
            numbers[row] = owner.name
            return
        }
        var payload: [UInt8] = []
        payload.append(word32: UInt32(row))
        try sweep.row(
            store.names[visitor], payload.span, time: head.time,
            order: RowStore.order(ofRow: row, kind: head.kind))
    }

    private mutating func take(
        _ sweep: SortedRuns, _ store: inout RowStore, _ links: inout Links, _ memory: Int
    ) throws {
        var swept = try SweptRows([links.sightings, sweep], capped: links.capped, memory: memory)
        var backFilled = 0
        while try swept.advance() {
            if swept.isBeforeLogin { backFilled += 1 }
            let row = Int(swept.records.payload.word32(at: 1))
            numbers[row] = store.names.number(ofName: swept.customer.span)
        }
        links.add(backFilled: backFilled)
        meetings = swept.meetings
    }
}
