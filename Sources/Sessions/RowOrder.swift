import BasicContainers
import ByteIO
import Rows

/// Stored rows by the bytes of their customer, then time, then input order; rows of none come first.
///
/// Only distinct names are compared as text. Rows are counted into place, and those of each customer,
/// a few that come nearly in order, sorted by insertion. Memory: 4 bytes a row and 8 a name.
struct RowOrder: ~Copyable {
    /// More rows of one customer than this are not sorted by insertion.
    private static let few = 32

    private var rows: UniqueArray<UInt32>
    /// By rank: where the rows of the customer begin.
    private var starts: UniqueArray<UInt32>
    /// By rank: the number of the name; the first is the empty one, of rows in no path.
    private var names: UniqueArray<UInt32>

    /// `customers` are numbers of names, by row.
    init(_ customers: consuming UniqueArray<UInt32>, of store: borrowing RowStore) {
        let ranks = store.names.ranks()
        names = UniqueArray(repeating: RowStore.none, count: ranks.count)
        for name in 0..<ranks.count { names[Int(ranks[name])] = UInt32(name) }
        var starts = UniqueArray<UInt32>(repeating: 0, count: ranks.count + 2)
        for row in 0..<customers.count {
            // From here on the rank, in the number's place.
            customers[row] = ranks[Int(customers[row])]
            starts[Int(customers[row]) + 2] += 1
        }
        for rank in 2..<starts.count { starts[rank] += starts[rank - 1] }
        // Filling moves each start to the next one's, which is where it belongs.
        rows = UniqueArray(repeating: 0, count: customers.count)
        for row in 0..<customers.count {
            let next = Int(customers[row]) + 1
            rows[Int(starts[next])] = UInt32(row)
            starts[next] += 1
        }
        self.starts = starts
    }

    var rankCount: Int { names.count }

    subscript(index: Int) -> Int { Int(rows[index]) }

    var count: Int { rows.count }

    /// The number of a rank's name.
    func name(ofRank rank: Int) -> UInt32 { names[rank] }

    /// Where the rank's rows stand.
    func range(ofRank rank: Int) -> Range<Int> { Int(starts[rank])..<Int(starts[rank + 1]) }

    /// Puts the rank's rows in the order of time.
    mutating func sort(_ range: Range<Int>, of store: borrowing RowStore) {
        for index in range.dropFirst() {
            let row = rows[index]
            let time = store.time(of: Int(row))
            guard store.time(of: Int(rows[index - 1])) > time else { continue }
            guard range.count <= Self.few else { return sortMany(range, of: store) }
            var hole = index
            while hole > range.lowerBound, store.time(of: Int(rows[hole - 1])) > time {
                rows[hole] = rows[hole - 1]
                hole -= 1
            }
            rows[hole] = row
        }
    }

    private mutating func sortMany(_ range: Range<Int>, of store: borrowing RowStore) {
        var sorted = range.map { (time: store.time(of: Int(rows[$0])), row: rows[$0]) }
        sorted.sort { ($0.time, $0.row) < ($1.time, $1.row) }
        for (offset, entry) in sorted.enumerated() { rows[range.lowerBound + offset] = entry.row }
    }
}

extension RowStore {
    /// What tells a row in the order of input, with its kind.
    static func order(ofRow row: Int, kind: UInt64) -> UInt64 { UInt64(row + 1) << 2 | kind }

    static func row(ofOrder order: UInt64) -> Int { Int(order >> 2) - 1 }

    /// The name that rows are first sorted by: that of the user where customers are joined, else of the
    /// visitor; the other one where it is missing.
    func key(ofRow row: Int, joinsIdentities: Bool) -> UInt32 {
        let (visitor, user) = names(of: row)
        let first = joinsIdentities ? user : visitor
        let field = first != Self.none ? first : joinsIdentities ? visitor : user
        return field == Self.none ? field : names.name(ofField: field)
    }

    /// Writes all rows sorted by key, time and order, each as its text, and a mark behind it.
    mutating func write(to run: inout SortedRun, joinsIdentities: Bool) throws(IOFailure) {
        var keys = UniqueArray<UInt32>(minimumCapacity: count)
        for row in 0..<count { keys.append(key(ofRow: row, joinsIdentities: joinsIdentities)) }
        var order = RowOrder(keys, of: self)
        var text = UniqueArray<UInt8>()
        var clock = RowClock()
        for rank in 0..<order.rankCount {
            let range = order.range(ofRank: rank)
            order.sort(range, of: self)
            for index in range {
                let row = order[index]
                let head = self[row]
                text.removeAll(keepingCapacity: true)
                append(row, head, &clock, to: &text)
                if head.kind == RecordKind.marked { text.append(word32: mark(of: row, head)) }
                let name = order.name(ofRank: rank)
                let isNew = index == range.lowerBound
                let number = Self.order(ofRow: row, kind: head.kind)
                try run.add(
                    key: names[name], isNew: isNew, time: head.time, order: number, text.span)
            }
        }
    }
}
