import BasicContainers
import ByteIO

// Rows that fit in memory.
extension SessionCutter {
    /// Rows and customers whose memory is asked for ahead.
    private static let (rowsAhead, customersAhead) = (16, 8)

    /// Cuts all rows of `store`, whose customers are `customers`; `each` is told of every customer.
    package mutating func cut(
        _ store: inout RowStore, _ customers: consuming RowCustomers,
        each: (CustomerRows) -> Void
    ) throws {
        var order = RowOrder(customers.numbers, of: store)
        try addWithoutKey(&order, &store)
        for rank in 1..<order.rankCount {
            let range = order.range(ofRank: rank)
            guard !range.isEmpty else { continue }
            let ahead = min(rank + Self.customersAhead, order.rankCount - 1)
            store.names.prefetch(order.name(ofRank: ahead))
            for index in range where index + Self.rowsAhead < order.count {
                store.prefetch(order[index + Self.rowsAhead])
            }
            order.sort(range, of: store)
            begin(store.names[order.name(ofRank: rank)])
            var customer = CustomerRows()
            for index in range { try add(order[index], of: &store, customers, &customer) }
            try end(&store)
            each(customer)
        }
    }

    private mutating func addWithoutKey(
        _ order: inout RowOrder, _ store: inout RowStore
    ) throws {
        let range = order.range(ofRank: 0)
        order.sort(range, of: store)
        var text = UniqueArray<UInt8>()
        for index in range {
            text.removeAll(keepingCapacity: true)
            store.append(order[index], to: &text)
            try addWithoutKey(text.span)
        }
    }

    private mutating func add(
        _ row: Int, of store: inout RowStore, _ customers: borrowing RowCustomers,
        _ customer: inout CustomerRows
    ) throws {
        let head = store[row]
        let hasUser = head.user != RowStore.none
        let visitor = head.visitor == RowStore.none ? nil : store.names.name(ofField: head.visitor)
        customer.count(
            hasVisitor: visitor != nil, hasUser: hasUser,
            wasMoved: visitor.map { customers.isMoved(visitor: $0) } ?? false)
        guard head.kind != RecordKind.carried else {
            let name = visitor ?? store.names.name(ofField: head.user)
            return try carry(store.carried(row, head), name: name)
        }
        try add(row, head, &store)
    }
}
