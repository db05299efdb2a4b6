package import ByteIO
import StageSupport

// Rows that do not fit in memory.
extension SessionCutter {
    /// Cuts `rows`, sorted by visitor, or by user where they have one; those of `filled` stand under
    /// their customer. `each` is told of every customer.
    package mutating func cut(
        _ rows: SortedRuns, _ filled: BackFill, _ links: Links, memory: Int,
        each: (CustomerRows) -> Void
    ) throws {
        var store = try RowStore(limit: 0)
        var records = try SortedRuns.merging([rows, filled.rows], memory: memory)
        var cursor = try LinkCursor(links, memory: memory / 4)
        var customer = CustomerRows()
        while try records.advance() {
            if records.isNewKey {
                try end(customer, &store, each)
                let link = links.isEmpty ? nil : try cursor.link(of: records.key)
                customer = CustomerRows(isMoved: link != nil)
            }
            if records.key.isEmpty {
                try addWithoutKey(records.payload)
                continue
            }
            let kind = records.order & RecordKind.mask
            let length = records.payload.count - (kind == RecordKind.marked ? 4 : 0)
            let row = records.payload.extracting(0..<length)
            guard customer.takes(row, fromSorted: records.source == 0) else { continue }
            if customer.isFirst { begin(records.key) }
            if kind == RecordKind.carried {
                try carry(row)
            } else {
                let mark = kind == RecordKind.row ? 0 : records.payload.word32(at: length)
                try add(row, time: records.time, order: records.order, mark: mark, &store)
            }
        }
        try end(customer, &store, each)
    }

    private mutating func end(
        _ customer: CustomerRows, _ store: inout RowStore, _ each: (CustomerRows) -> Void
    ) throws {
        guard customer.isOpen else { return }
        try end(&store)
        each(customer)
    }
}
