import BasicContainers
import ByteIO

// One customer after another.
extension SessionCutter {
    /// Cuts rows that fit in memory; `each` is told of every customer.
    package mutating func cut(
        _ rows: consuming StoredRows, each: (MergedCustomer) -> Void
    ) throws {
        var rows = rows
        if rows.begin(rank: 0) {
            while rows.advance(asText: true) != nil { try addWithoutKey(rows.row) }
        }
        for rank in 1..<rows.rankCount where rows.begin(rank: rank) {
            begin(rows.name)
            while let row = rows.advance(asText: readsFields) { try add(row, &rows) }
            try end(&rows)
            each(rows.customer)
        }
    }

    /// Cuts rows that were sorted on disk; `each` is told of every customer.
    package mutating func cut(
        _ rows: consuming SortedRows, each: (MergedCustomer) -> Void
    ) throws {
        var rows = rows
        while try rows.advance() {
            if rows.isNewKey {
                try end(&rows, each)
                try rows.beginCustomer()
            }
            guard !rows.key.isEmpty else {
                try addWithoutKey(rows.row)
                continue
            }
            guard let row = try rows.cutRow() else { continue }
            if rows.customer.isFirst { begin(rows.key) }
            try add(row, &rows)
            if rows.hasManyNames { rows.replaceNames(by: keptNames(of: rows.names)) }
        }
        try end(&rows, each)
    }

    private mutating func end(
        _ rows: inout SortedRows, _ each: (MergedCustomer) -> Void
    ) throws {
        guard rows.customer.isOpen else { return }
        try end(&rows)
        each(rows.customer)
    }
}
