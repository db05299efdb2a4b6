import BasicContainers
import ByteIO

/// The customer of each stored row: what `BackFill` finds for rows that do not fit in memory.
struct RowCustomers: ~Copyable {
    /// Numbers of names, by row; none for a row in no path.
    private(set) var numbers = UniqueArray<UInt32>()
    /// Moments at which a visitor has rows of two customers.
    private(set) var meetings: Set<SessionStart> = []
    private(set) var owners: Owners

    /// `sweep` holds the users of visitors that are swept, where `links` does not. Adds to the counts of
    /// `links`.
    init(
        of store: inout RowStore, _ owners: consuming Owners, _ links: inout Links,
        _ sweep: consuming Sweep, joinsIdentities: Bool, memory: Int
    ) throws {
        self.owners = owners
        numbers.reserveCapacity(store.count)
        let isLinked = !self.owners.isEmpty
        for row in 0..<store.count {
            numbers.append(store.key(ofRow: row, joinsIdentities: joinsIdentities))
            if isLinked { try move(row, &store, &links, &sweep) }
        }
        if !sweep.isEmpty { try readSwept(sweep.finish(), &store, &links, memory) }
        if !joinsIdentities { renameNamesakes(&store, &links) }
    }

    /// Gives a row to the owner of its visitor, or to the sweep.
    @inline(__always)
    private mutating func move(
        _ row: Int, _ store: inout RowStore, _ links: inout Links, _ sweep: inout Sweep
    ) throws {
        let (visitorField, userField) = store.names(of: row)
        guard visitorField != RowStore.none else { return }
        let visitor = store.names.name(ofField: visitorField)
        let owner = owners[visitor]
        guard owner.isLinked else {
            if owner.isNamesake, userField == RowStore.none {
                rename(row, of: visitor, &store, &links)
            }
            return
        }
        if userField != RowStore.none {
            guard owner.isSwept else { return }
            let head = store[row]
            return try sweep.login(
                store.names[visitor], store.names[store.names.name(ofField: userField)],
                time: head.time, order: RowStore.order(ofRow: row, kind: head.kind))
        }
        if !owner.isCounted {
            links.countVisitor(isLinked: owner.name != RowStore.none, isShared: owner.isShared)
            owners[visitor].isCounted = true
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
            order: RowStore.order(ofRow: row, kind: head.kind), isNamesake: owner.isNamesake)
    }

    /// The row's customer is its visitor, whose id is also some user's.
    private mutating func rename(
        _ row: Int, of visitor: UInt32, _ store: inout RowStore, _ links: inout Links
    ) {
        if owners[visitor].name == RowStore.none {
            let name = Namesake.customer(of: store.names[visitor])
            owners[visitor].name = store.names.number(ofName: name.span)
            links.add(collisions: 1)
        }
        numbers[row] = owners[visitor].name
    }

    /// Where visitors are not joined, only users of rows without visitors are customers beside them.
    private mutating func renameNamesakes(_ store: inout RowStore, _ links: inout Links) {
        var isCustomer = UniqueArray<Bool>(repeating: false, count: store.names.count)
        var hasCustomers = false
        for row in 0..<store.count {
            let (visitor, user) = store.names(of: row)
            guard visitor == RowStore.none, user != RowStore.none else { continue }
            isCustomer[Int(store.names.name(ofField: user))] = true
            hasCustomers = true
        }
        guard hasCustomers else { return }
        owners = Owners(namesakes: isCustomer)
        for row in 0..<store.count {
            let field = store.names(of: row).visitor
            guard field != RowStore.none else { continue }
            let visitor = store.names.name(ofField: field)
            if owners[visitor].isNamesake { rename(row, of: visitor, &store, &links) }
        }
    }

    private mutating func readSwept(
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
        links.add(collisions: swept.collisions)
        meetings = swept.meetings
    }
}
