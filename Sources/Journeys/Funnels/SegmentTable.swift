import ByteIO
import Rows

/// The values of the columns and properties that funnels are broken down by, as small numbers.
package struct SegmentTable {
    /// A row's value that is missing.
    static let none: Int32 = -1

    /// What is looked at, in a fixed order.
    let fields: [RowRule.Field]
    /// The event columns that hold it.
    let columns: [EventColumn]
    private let places: [Int]
    private var values: [Interner]
    /// The values of the customer's rows, -2 where they were not looked up yet.
    private var known: [Int32] = []
    /// By field, the row looked up last, -1 for none: the rows of a customer are mostly alike.
    private var latest: [Int]
    private var plain: [UInt8] = []

    init(_ fields: [RowRule.Field]) {
        self.fields = fields
        var columns: [EventColumn] = []
        for field in fields where !columns.contains(field.storage) { columns.append(field.storage) }
        self.columns = columns
        places = fields.map { columns.firstIndex(of: $0.storage) ?? 0 }
        values = fields.map { _ in Interner() }
        latest = fields.map { _ in -1 }
    }

    /// The rows of another customer follow.
    mutating func begin(_ customer: borrowing CustomerRows) {
        known.removeAll(keepingCapacity: true)
        known.append(contentsOf: repeatElement(-2, count: fields.count * customer.rows.count))
        for place in latest.indices { latest[place] = -1 }
    }

    /// The number of the row's value of the field at `place` of `fields`, `none` where it is missing.
    mutating func value(_ place: Int, ofRow row: Int, _ customer: borrowing CustomerRows) -> Int32 {
        let at = row * fields.count + place
        if known[at] != -2 { return known[at] }
        let same = latest[place]
        if same >= 0, customer.haveSameKept(places[place], row, same) {
            known[at] = known[same * fields.count + place]
        } else {
            known[at] = find(place, row, customer)
            latest[place] = row
        }
        return known[at]
    }

    private mutating func find(_ place: Int, _ row: Int, _ customer: borrowing CustomerRows)
        -> Int32
    {
        var plain = self.plain
        self.plain = []
        defer { self.plain = plain }
        plain.removeAll(keepingCapacity: true)
        customer.append(kept: places[place], ofRow: row, to: &plain)
        guard !plain.isEmpty else { return Self.none }
        if case .property(let name) = fields[place] {
            var value: [UInt8] = []
            guard Properties.append(name.span, of: plain.span, to: &value), !value.isEmpty,
                value != Array("null".utf8)
            else { return Self.none }
            plain = value
        }
        return Int32(values[place].number(of: plain.span))
    }

    /// The text of a value.
    func text(_ value: Int32, ofField place: Int) -> [UInt8] {
        guard value != Self.none else { return [] }
        let known = values[place]
        return known[Int(value)].copied()
    }
}

extension RowRule.Field {
    /// The event column that holds the value.
    var storage: EventColumn {
        switch self {
        case .column(let column): column
        case .property: .props
        }
    }

    /// As the journey file writes it.
    var name: String {
        switch self {
        case .column(let column): column.name
        case .property(let name): "props." + String(decoding: name, as: UTF8.self)
        }
    }
}
