import BasicContainers
import ByteIO
import Rows

/// The rows of one unit in groups that have the same values of what a funnel holds: each is a unit of its own.
///
/// Memory: the values of the unit at hand, and a number for each of its rows.
struct HeldGroups {
    private var readers: [FieldReader]
    private var keys = Interner()
    private var key: [UInt8] = []
    /// By group: its first row. By index of the unit: its group, -1 for none.
    private var firstRows: [Int] = []
    private var groups: [Int] = []
    /// The rows of the unit that lack a value, in time order.
    private(set) var looseRows: [Int] = []

    /// Adds to `columns` what rows have to keep for it.
    init(_ fields: [RowRule.Field], keeping columns: inout [EventColumn]) {
        readers = fields.map { FieldReader($0, keeping: &columns) }
    }

    var isEmpty: Bool { readers.isEmpty }

    /// Groups the rows of `unit` in `customer`. Returns how many groups there are.
    mutating func group(_ unit: CustomerRows.Unit, of customer: inout CustomerRows) -> Int {
        keys.removeAll()
        looseRows.removeAll(keepingCapacity: true)
        firstRows.removeAll(keepingCapacity: true)
        groups.removeAll(keepingCapacity: true)
        for index in unit.range {
            let row = customer.number(index, in: unit.order)
            let group = group(ofRow: row, customer)
            if group < 0 { looseRows.append(row) }
            groups.append(group)
        }
        customer.hold(unit, in: groups, count: firstRows.count)
        return firstRows.count
    }

    private mutating func group(ofRow row: Int, _ customer: borrowing CustomerRows) -> Int {
        key.removeAll(keepingCapacity: true)
        for index in readers.indices {
            var value: [UInt8] = []
            readers[index].append(ofRow: row, customer, to: &value)
            guard !value.isEmpty else { return -1 }
            if index > 0 { key.append(0x09) }
            RowText.append(value.span, to: &key)
        }
        let group = keys.number(of: key)
        if group == firstRows.count { firstRows.append(row) }
        return group
    }

    /// The values of a group; several with commas between.
    mutating func name(of group: Int, _ customer: borrowing CustomerRows) -> [UInt8] {
        var name: [UInt8] = []
        for index in readers.indices {
            if index > 0 { name.append(", ") }
            readers[index].append(ofRow: firstRows[group], customer, to: &name)
        }
        return name
    }
}

/// The rows of a unit that match an exclusion and lack a value that the funnel holds: they meet every group.
struct LooseExclusions {
    /// By the exclusions that they match, in time order.
    private var kinds: [(exclusions: UInt64, rows: [LabelledRow])] = []

    mutating func removeAll() { kinds.removeAll() }

    /// Adds a row; none before it is later.
    mutating func append(_ row: LabelledRow) {
        let kind = kinds.firstIndex { $0.exclusions == row.exclusions } ?? kinds.count
        if kind == kinds.count { kinds.append((row.exclusions, [])) }
        kinds[kind].rows.append(row)
    }

    /// Puts them among the rows of a group, as many as can have an effect there: of each kind the first between two
    /// rows, and one of each instant of a row. A second one finds nothing that the first has left, and before the
    /// first row there is nothing to exclude.
    func join(_ rows: inout [LabelledRow]) {
        guard !kinds.isEmpty else { return }
        var joined: [LabelledRow] = []
        for (index, row) in rows.enumerated() {
            joined.append(row)
            let next = index + 1 < rows.count ? rows[index + 1].time : .max
            if row.time == next { continue }
            let between = kinds.flatMap { kind -> [LabelledRow] in
                let first = kind.rows.partitioningIndex { $0.time >= row.time }
                let same = kind.rows[first...].first.flatMap { $0.time == row.time ? $0 : nil }
                let later = kind.rows.partitioningIndex { $0.time > row.time }
                let after = kind.rows[later...].first.flatMap { $0.time < next ? $0 : nil }
                return [same, after].compactMap { $0 }
            }
            joined += between.sorted { $0.time < $1.time }
        }
        rows = joined
    }
}
