import BasicContainers
import ByteIO
import Rows

/// Rows that fit in memory, by customer: they are cut where they stand, and wait there.
package struct StoredRows: ~Copyable {
    /// Rows and customers between asking for memory and for what it leads to.
    private static let (rowsAhead, customersAhead) = (10, 8)
    /// In place of a slot, for a row that does not wait.
    private static let none = UInt32.max

    private let store: RowStore
    private let owners: Owners
    private var order: RowOrder
    private var clock = RowClock()
    /// Where the customer's rows stand in the order, the next one to be cut, and the first that waits.
    private var range = 0..<0
    private var next = 0
    private var first = 0
    /// The slots of the sessions of the customer's rows that were cut.
    private var slots = UniqueArray<UInt32>()
    private var text = UniqueArray<UInt8>()
    private var customerName: UInt32 = 0
    /// What the rows cut so far say of their customer.
    private(set) var customer = MergedCustomer()

    init(_ store: consuming RowStore, _ customers: consuming RowCustomers) {
        order = RowOrder(customers.numbers, of: store)
        owners = customers.owners
        self.store = store
    }

    /// Ranks of customers; the rows of rank 0 are in no path.
    var rankCount: Int { order.rankCount }

    /// Goes to the customer of a rank; false where it has no rows.
    mutating func begin(rank: Int) -> Bool {
        range = order.range(ofRank: rank)
        guard !range.isEmpty else { return false }
        (next, first) = (range.lowerBound, range.lowerBound)
        prefetch(behind: rank)
        order.sort(range, of: store)
        slots.removeAll(keepingCapacity: true)
        customerName = order.name(ofRank: rank)
        customer = MergedCustomer()
        return true
    }

    /// Asks for the memory that later customers and rows need: first for where a text or record stands, some
    /// rows later for itself, so that neither is waited for.
    @inline(__always)
    private func prefetch(behind rank: Int) {
        if rank + 2 * Self.customersAhead < order.rankCount {
            store.names.prefetchEntry(order.name(ofRank: rank + 2 * Self.customersAhead))
            store.names.prefetch(order.name(ofRank: rank + Self.customersAhead))
        }
        for index in range where index + 3 * Self.rowsAhead < order.count {
            store.prefetchOffset(order[index + 3 * Self.rowsAhead])
            store.prefetch(order[index + 2 * Self.rowsAhead])
            let visitor = store.names(of: order[index + Self.rowsAhead]).visitor
            store.names.prefetch(nameOfField: visitor)
            // Most fields are their own names.
            owners.prefetch(visitor: visitor)
        }
    }

    /// The customer's name.
    var name: Span<UInt8> {
        @inline(__always) @_lifetime(borrow self)
        get { store.names[customerName] }
    }

    /// Moves to the customer's next row; nil behind the last. `row` is made where it is asked for, and
    /// always for a carried session.
    @inline(__always)
    mutating func advance(asText: Bool) -> CutRow? {
        guard next < range.upperBound else { return nil }
        let number = order[next]
        next += 1
        let head = store[number]
        let isUsers = head.visitor == RowStore.none
        let field = isUsers ? head.user : head.visitor
        let name = field == RowStore.none ? field : store.names.name(ofField: field)
        customer.count(
            hasVisitor: !isUsers, hasUser: head.user != RowStore.none,
            wasMoved: !isUsers && owners.isMoved(visitor: name))
        if asText || head.kind == RecordKind.carried {
            text.removeAll(keepingCapacity: true)
            store.append(number, head, &clock, to: &text)
        }
        // It never goes out.
        if head.kind == RecordKind.carried { slots.append(Self.none) }
        return CutRow(
            time: head.time, field: field, name: name, isUsers: isUsers,
            mark: store.mark(of: number, head), isCarried: head.kind == RecordKind.carried)
    }
}

extension StoredRows: CutRows {
    var row: Span<UInt8> {
        @_lifetime(borrow self)
        get { text.span }
    }

    @inline(__always) @_lifetime(borrow self)
    func text(_ number: UInt32) -> Span<UInt8> { store.names[number] }

    @inline(__always)
    mutating func wait(for slot: Int) { slots.append(UInt32(truncatingIfNeeded: slot)) }

    @inline(__always)
    mutating func firstSlot() -> Int? {
        while first - range.lowerBound < slots.count {
            let slot = slots[first - range.lowerBound]
            if slot != Self.none { return Int(slot) }
            first += 1
        }
        return nil
    }

    var firstTime: Int64 { store.time(of: order[first]) }

    var firstOrder: UInt64 {
        RowStore.order(ofRow: order[first], kind: store[order[first]].kind)
    }

    mutating func appendFirst(to bytes: inout UniqueArray<UInt8>) {
        let number = order[first]
        store.append(number, store[number], &clock, to: &bytes)
    }

    mutating func appendFirst(
        behind prefix: borrowing UniqueArray<UInt8>, step: Int, to bytes: inout UniqueArray<UInt8>
    ) {
        let number = order[first]
        store.append(
            number, store[number], &clock, behind: prefix.span, step: step, to: &bytes)
    }

    @inline(__always)
    mutating func removeFirst() { first += 1 }
}
