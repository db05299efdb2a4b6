import BasicContainers
import ByteIO
import Rows

/// The values of the columns and properties that funnels are broken down by, as small numbers.
package struct SegmentTable {
    /// A row's value that is missing.
    static let none: Int32 = -1
    /// What was not looked up yet.
    private static let unknown: Int32 = -2

    /// What a row has of its session: where that came from.
    private static let ofSession: [EventColumn] = [.channel, .source, .medium, .campaign]

    /// What is looked at, in a fixed order.
    let fields: [RowRule.Field]
    /// The event columns that rows have to keep for it.
    let columns: [EventColumn]
    private let sources: [FieldSource]
    /// By field: whether the value is that of the row's session.
    private let isOfSession: [Bool]
    /// By session of the customer: the origin of the row that says where it came from.
    private var sessionOrigins: [Int32] = []
    private var values: [Interner]
    /// By action, by origin and by row of the customer, then by field.
    private var ofActions: [Int32] = []
    private var ofOrigins: [Int32] = []
    private var ofRows: [Int32] = []
    /// By field, the row looked up last, -1 for none: the rows of a customer are mostly alike.
    private var latest: [Int]
    private var generation = 0
    private var plain: [UInt8] = []

    init(_ fields: [RowRule.Field]) {
        self.fields = fields
        var columns: [EventColumn] = []
        sources = fields.map { FieldSource($0, keeping: &columns) }
        isOfSession = fields.map { Self.ofSession.contains($0.storage) }
        self.columns = columns
        values = fields.map { _ in Interner() }
        latest = fields.map { _ in -1 }
    }

    /// The number of a text as a value of a field, whether rows have it or not.
    mutating func number(of text: [UInt8], ofField index: Int) -> Int32 {
        Int32(values[index].number(of: text.span))
    }

    /// Says where a session of the customer came from, the next one by its number in `CustomerRows`.
    mutating func append(originOfSession origin: Int32) { sessionOrigins.append(origin) }

    /// The rows of another customer follow; where its sessions came from has to be said before values are asked
    /// for.
    mutating func begin(_ customer: borrowing CustomerRows) {
        sessionOrigins.removeAll(keepingCapacity: true)
        if generation != customer.texts.generation {
            generation = customer.texts.generation
            ofActions.removeAll()
            ofOrigins.removeAll()
        }
        guard !columns.isEmpty else { return }
        ofRows.removeAll(keepingCapacity: true)
        ofRows.append(
            contentsOf: repeatElement(Self.unknown, count: fields.count * customer.rows.count))
        for index in latest.indices { latest[index] = -1 }
    }

    /// The number of the row's value of the field at `index` of `fields`, `none` where it is missing. Channel,
    /// source, medium and campaign are those of the row's session.
    mutating func value(_ index: Int, ofRow row: Int, _ customer: borrowing CustomerRows) -> Int32 {
        switch sources[index] {
        case .action(let column):
            let action = Int(customer.rows[row].action)
            let at = action * fields.count + index
            if at < ofActions.count, ofActions[at] != Self.unknown { return ofActions[at] }
            let field = customer.texts.actions.field(column, of: action)
            return Self.keep(value(index, of: field), at, &ofActions)
        case .origin(let column):
            let own = customer.rows[row]
            let origin = Int(isOfSession[index] ? sessionOrigins[Int(own.session)] : own.origin)
            let at = origin * fields.count + index
            if at < ofOrigins.count, ofOrigins[at] != Self.unknown { return ofOrigins[at] }
            let field = customer.texts.origins.field(column, of: origin)
            return Self.keep(value(index, of: field), at, &ofOrigins)
        case .kept(let column): return keptValue(index, column, row, customer)
        }
    }

    private static func keep(_ value: Int32, _ at: Int, _ known: inout [Int32]) -> Int32 {
        while known.count <= at { known.append(unknown) }
        known[at] = value
        return value
    }

    private mutating func keptValue(
        _ index: Int, _ column: Int, _ row: Int, _ customer: borrowing CustomerRows
    ) -> Int32 {
        let at = row * fields.count + index
        if ofRows[at] != Self.unknown { return ofRows[at] }
        let same = latest[index]
        if same >= 0, customer.haveSameKept(column, row, same) {
            ofRows[at] = ofRows[same * fields.count + index]
        } else {
            ofRows[at] = value(index) { customer.append(kept: column, ofRow: row, to: &$0) }
            latest[index] = row
        }
        return ofRows[at]
    }

    /// The value of a field as it stands in a row.
    private mutating func value(_ index: Int, of field: Span<UInt8>) -> Int32 {
        value(index) { RowText.appendPlain(field, to: &$0) }
    }

    /// The value of a field; `append` appends the plain text of its column.
    private mutating func value(_ index: Int, append: (inout [UInt8]) -> Void) -> Int32 {
        // Moved out and back: a span of a member keeps the others from changing.
        var plain = self.plain
        self.plain = []
        defer { self.plain = plain }
        plain.removeAll(keepingCapacity: true)
        append(&plain)
        guard !plain.isEmpty else { return Self.none }
        guard case .property = fields[index] else {
            return Int32(values[index].number(of: plain.span))
        }
        var value: [UInt8] = []
        fields[index].appendValue(of: plain.span, to: &value)
        return value.isEmpty ? Self.none : Int32(values[index].number(of: value.span))
    }

    /// The number of a text among the values of a field; nil where no row that was looked at has it.
    func known(_ text: [UInt8], ofField index: Int) -> Int32? {
        values[index].known(text.span).map { Int32($0) }
    }

    /// The texts of a field that were looked at, by number.
    func names(ofField index: Int) -> Interner { values[index] }

    /// The same, sorted.
    func texts(ofField index: Int) -> [String] {
        let known = values[index]
        return (0..<known.count).map { known[$0].text }.sorted()
    }

    /// The text of a value.
    func text(_ value: Int32, ofField index: Int) -> [UInt8] {
        guard value != Self.none else { return [] }
        let known = values[index]
        return known[Int(value)].copied()
    }
}
