package import ByteIO
import BasicContainers

/// What was read: rows in memory, or sorted, and pairs of visitor and user.
package struct IntakeRows: ~Copyable {
    private var store: RowStore
    /// By key, where not all rows fit in memory.
    package let sorted: SortedRuns
    /// By visitor, then user, where `pairs` are not all there is.
    package let edges: SortedRuns
    private var pairs: StoredPairs?

    init(
        store: consuming RowStore, sorted: SortedRuns, edges: SortedRuns,
        pairs: consuming StoredPairs?
    ) {
        self.store = store
        self.sorted = sorted
        self.edges = edges
        self.pairs = pairs
    }

    /// Whether the rows are in memory.
    package var isStored: Bool { !store.isEmpty }

    /// How many different users there are, where no visitor is joined to one.
    package func countUsers(memory: Int) throws -> Int {
        guard !isStored else { return store.countUsers() }
        var users = try edges.records(memory: memory)
        var count = 0
        // The key of no visitor begins with two zeros.
        while try users.advance() {
            if users.isNewKey, users.key[0] == 0, users.key[1] == 0 { count += 1 }
        }
        return count
    }

    /// The rows in memory, by customer. Adds to what `links` counts; `meetings` becomes the moments at
    /// which a visitor has rows of two customers.
    package consuming func stored(
        _ links: inout Links, joinsIdentities: Bool, countsLateLinks: Bool, memory: Int,
        folder: SpillFolder, meetings: inout Set<SessionStart>
    ) throws -> StoredRows {
        var sweep = Sweep(memory: memory, folder: folder)
        var owners: Owners
        switch pairs.take() {
        case .some(let pairs):
            owners = try Owners(
                pairs, store.names, &links, countsLateLinks: countsLateLinks, &sweep)
        case .none:
            owners = try Owners(links, &store.names, memory: memory)
        }
        let customers = try RowCustomers(
            of: &store, owners, &links, sweep, joinsIdentities: joinsIdentities, memory: memory)
        meetings = customers.meetings
        return StoredRows(store, customers)
    }
}
