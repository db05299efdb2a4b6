import BasicContainers
import ByteIO
import Rows

/// The rows of one customer by time, with what the tables need of each. Lent, never copied.
///
/// Memory: about 70 bytes a row of the customer at hand.
package struct CustomerRows: ~Copyable {
    struct Row: BitwiseCopyable {
        /// Microseconds.
        var time: Int64
        /// `duration_ms` in microseconds, -1 for none.
        var duration: Int64
        /// What the row is to touchpoints and funnels; see `LabelTable`.
        var label: Int32
        /// Number of its session within the customer, in the order of their first rows.
        var session: Int32
        /// Number of its visitor within the customer, -1 for none.
        var visitor: Int32
        /// HTTP status, -1 for none.
        var status: Int32
        /// Index in `values`, -1 for none.
        var value: Int32
        /// Number of its page, -1 for none.
        var page: Int32
        /// Numbers of its texts; see `RowTexts`.
        var action: Int32
        var origin: Int32
        /// Index of its kept texts.
        fileprivate var kept: Int32
        /// Index of its kept `props`, -1 where they are not kept.
        fileprivate var properties: Int32
    }

    /// What a row's block holds before it.
    enum Before {
        case otherCustomer
        /// The row before lies in another block.
        case otherBlock
        /// The row before is the same customer's; whether of the same session is known only where the
        /// columns stand side by side.
        case otherSession, sameSession

        var isSameCustomer: Bool { self == .otherSession || self == .sameSession }
    }

    /// An amount with its currency; the currency may be empty.
    struct Value {
        let amount: DecimalSum
        let currency: [UInt8]
    }

    /// A row that takes money back, and that of the conversion which it belongs to; -1 for none.
    struct Refund: BitwiseCopyable {
        let conversion: Int
        let row: Int
    }

    private(set) var customer: [UInt8] = []
    private(set) var rows = UniqueArray<Row>()
    private(set) var values: [Value] = []
    /// Any of `values` lies below 0.
    private(set) var hasNegativeValue = false
    /// By conversion, then row; see `ConversionReports`.
    private(set) var refunds: [Refund] = []
    private(set) var sessions = CustomerIDs()
    private(set) var visitors = CustomerIDs()
    private(set) var texts = RowTexts()
    /// Rows that another input delivered too, since the start.
    private(set) var duplicateCount = 0

    private var orders = RowOrders()
    /// Any row is no visit.
    private(set) var hasAutomatic = false

    /// The columns whose text is kept for segments, and for each row where each of them lies.
    let keptColumns: [EventColumn]
    private var kept: [UInt8] = []
    private var keptEnds: [UInt32] = []
    private var properties: [UInt8] = []
    private var propertyEnds: [UInt32] = []
    private var copies = DuplicateRows()

    /// `keeping` are the columns that segments look at beside those of `RowTexts`.
    init(keeping columns: [EventColumn] = []) { keptColumns = columns }

    mutating func begin(_ customer: [UInt8]) {
        self.customer = customer
        texts.begin()
        rows.removeAll(keepingCapacity: true)
        if !values.isEmpty { values.removeAll(keepingCapacity: true) }
        hasNegativeValue = false
        if !refunds.isEmpty { refunds.removeAll(keepingCapacity: true) }
        sessions.removeAll()
        visitors.removeAll()
        if !keptEnds.isEmpty {
            kept.removeAll(keepingCapacity: true)
            keptEnds.removeAll(keepingCapacity: true)
        }
        if !propertyEnds.isEmpty {
            properties.removeAll(keepingCapacity: true)
            propertyEnds.removeAll(keepingCapacity: true)
        }
        copies.removeAll()
        hasAutomatic = false
    }

    /// Rows of one more input follow; `alone` where no other input has the customer.
    mutating func beginInput(alone: Bool) { copies.begin(alone: alone) }

    /// Appends a row of a block, behind the one that came before it from there.
    mutating func append(
        _ row: Int, of block: borrowing RowBlock, _ layout: borrowing PathLayout, at time: Int64,
        behind before: Before, labelled labels: inout RowClassifier
    ) {
        if copies.isOn, copies.isCopy(row, of: block, layout) {
            duplicateCount += 1
            return
        }
        // What stands there as in the row before has that row's number.
        let last = before.isSameCustomer && !copies.isOn ? rows.count - 1 : -1
        let action = texts.action(of: row, in: block, layout)
        let origin =
            last >= 0 && layout.origins.map { block.repeats($0, at: row) } ?? false
            ? Int(rows[last].origin) : texts.origin(of: row, in: block, layout)
        // Asked first: lending the texts copies them.
        if !labels.knows(origin: origin, texts.generation) { labels.learn(origin: origin, texts) }
        let label = labels.label(of: row, in: block, layout, action: action, origin: origin)
        let index = Int32(rows.count)
        let traits = labels.traits(ofLabel: label)
        if traits.contains(.automatic) { hasAutomatic = true }
        for column in keptColumns {
            kept.append(block.field(column, of: row, layout))
            keptEnds.append(UInt32(kept.count))
        }
        rows.append(
            Row(
                time: time,
                duration: Self.thousandths(block.field(at: layout.duration, of: row)),
                label: Int32(label),
                session: last >= 0 && before == .sameSession
                    ? rows[last].session
                    : Int32(sessions.number(of: block.field(layout.sessionID, of: row))),
                visitor: visitor(row, block, layout, last: last),
                status: texts.status(ofOrigin: origin), value: value(row, block, layout),
                page: texts.page(ofAction: action), action: Int32(action), origin: Int32(origin),
                kept: index,
                properties: traits.contains(.properties)
                    ? keep(block.field(.props, of: row, layout)) : -1))
    }

    /// No more rows come: those of several inputs are put in the order of time, then input. `automatic` says by
    /// label which are no visits.
    mutating func close(automatic: [Bool]) {
        if copies.inputCount > 1 { sort() }
        order(automatic)
    }

    private mutating func order(_ automatic: [Bool]) {
        orders.order(
            rows, sessions: sessions.count, automatic: hasAutomatic ? automatic : nil)
    }

    private mutating func sort() {
        // Numbered, since the library's sort promises no order of equals.
        let order = rows.indices.sorted { (rows[$0].time, $0) < (rows[$1].time, $1) }
        var sorted = UniqueArray<Row>(minimumCapacity: rows.count)
        for index in order { sorted.append(rows[index]) }
        rows = sorted
    }

    /// Groups the rows by visitor, for those who count visitors.
    mutating func groupVisitors() { orders.groupVisitors(rows, visitors.count) }

    /// Puts the rows of a unit in groups; `groups` has that of each of them, -1 for none.
    mutating func hold(_ unit: Unit, in groups: [Int], count: Int) {
        orders.hold(unit, in: groups, count: count)
    }
}

// A part of the rows.
extension CustomerRows {
    /// Drops the rows that are not kept, and sessions and visitors that have none left; `automatic` as for `close`.
    mutating func keep(_ isKept: [Bool], automatic: [Bool]) {
        guard isKept.contains(false) else { return }
        var keptRows = UniqueArray<Row>()
        var keptSessions = CustomerIDs()
        var keptVisitors = CustomerIDs()
        for index in rows.indices where isKept[index] {
            var row = rows[index]
            row.session = Int32(keptSessions.number(of: sessions[Int(row.session)]))
            if row.visitor >= 0 {
                row.visitor = Int32(keptVisitors.number(of: visitors[Int(row.visitor)]))
            }
            keptRows.append(row)
        }
        rows = keptRows
        sessions = keptSessions
        visitors = keptVisitors
        order(automatic)
    }
}

// The rows of units.
extension CustomerRows {
    /// All rows.
    var unit: Unit { Unit(order: .time, range: 0..<rows.count) }

    /// All visits.
    var visits: Unit { orders.visits }

    /// The rows of a session.
    func unit(ofSession session: Int) -> Unit { orders.unit(ofSession: session) }

    /// The visits of a session; it may have none.
    func visits(ofSession session: Int) -> Unit { orders.visits(ofSession: session) }

    /// The rows of a session that are no visits.
    func automatic(ofSession session: Int) -> Unit { orders.automatic(ofSession: session) }

    func firstRow(ofSession session: Int) -> Int {
        number(unit(ofSession: session).range.lowerBound, in: .session)
    }

    /// The row that a session's channel, source, medium and campaign are taken from: the first with a campaign, a
    /// source or a channel other than `direct`, else the first with a channel, else the first.
    func originRow(ofSession session: Int) -> Int {
        var (best, level) = (firstRow(ofSession: session), RowTexts.Origin.nothing)
        for index in unit(ofSession: session).range where level < .named {
            let number = number(index, in: .session)
            let own = texts.level(ofOrigin: Int(rows[number].origin))
            if own > level { (best, level) = (number, own) }
        }
        return best
    }

    /// The rows of a visitor; `groupVisitors` was called.
    func unit(ofVisitor visitor: Int) -> Unit { orders.unit(ofVisitor: visitor) }

    /// How many rows have a visitor; `groupVisitors` was called.
    var rowsWithVisitor: Int { orders.rowsWithVisitor }

    /// The rows of a group; `hold` was called.
    func unit(ofGroup group: Int) -> Unit { orders.unit(ofGroup: group) }

    /// The number of the row at `index` of an order.
    @inline(__always)
    func number(_ index: Int, in order: Order) -> Int { orders.number(index, in: order) }

    /// The first index of a unit whose row has at least this number; the end where there is none.
    func index(ofRow number: Int, in unit: Unit) -> Int {
        guard orders.isReordered(unit.order) else {
            return min(max(number, unit.range.lowerBound), unit.range.upperBound)
        }
        return unit.range.partitioningIndex { self.number($0, in: unit.order) >= number }
    }
}

// Conversions, which are told from what only looks like them once all rows are there.
extension CustomerRows {
    /// Gives a row another label of the same table.
    mutating func relabel(_ row: Int, as label: Int) { rows[row].label = Int32(label) }

    /// Gives a row without an amount that of another row.
    mutating func complete(_ row: Int, with other: Int) {
        if rows[row].value < 0 { rows[row].value = rows[other].value }
    }

    mutating func setRefunds(_ refunds: [Refund]) {
        self.refunds = refunds.sorted { ($0.conversion, $0.row) < ($1.conversion, $1.row) }
    }

    /// The rows of the refunds of a conversion, rising; -1 asks for those that belong to none.
    func refunds(ofConversion row: Int) -> [Int] {
        guard !refunds.isEmpty else { return [] }
        let first = refunds.partitioningIndex { $0.conversion >= row }
        return refunds[first...].prefix { $0.conversion == row }.map(\.row)
    }

    func value(ofRow row: Int) -> Value? {
        let value = rows[row].value
        return value < 0 ? nil : values[Int(value)]
    }
}

// The texts that rows keep.
extension CustomerRows {
    /// Appends the text of a row in the kept column at `index` of `keptColumns`, unescaped.
    func append(kept index: Int, ofRow row: Int, to bytes: inout [UInt8]) {
        RowText.appendPlain(kept.span.extracting(range(ofKept: index, row)), to: &bytes)
    }

    /// Whether two rows have the same text in the kept column at `index`.
    func haveSameKept(_ index: Int, _ one: Int, _ other: Int) -> Bool {
        kept.span.extracting(range(ofKept: index, one))
            .equals(kept.span.extracting(range(ofKept: index, other)))
    }

    private func range(ofKept index: Int, _ row: Int) -> Range<Int> {
        let at = Int(rows[row].kept) * keptColumns.count + index
        return (at > 0 ? Int(keptEnds[at - 1]) : 0)..<Int(keptEnds[at])
    }

    /// Appends the row's unescaped `props`; false where they were not kept.
    func append(propertiesOfRow row: Int, to bytes: inout [UInt8]) -> Bool {
        let index = Int(rows[row].properties)
        guard index >= 0 else { return false }
        let start = index > 0 ? Int(propertyEnds[index - 1]) : 0
        RowText.appendPlain(
            properties.span.extracting(start..<Int(propertyEnds[index])), to: &bytes)
        return true
    }

    private mutating func keep(_ field: Span<UInt8>) -> Int32 {
        properties.append(field)
        propertyEnds.append(UInt32(properties.count))
        return Int32(propertyEnds.count - 1)
    }
}

// The fields of a row.
extension CustomerRows {
    @inline(__always)
    private mutating func visitor(
        _ row: Int, _ block: borrowing RowBlock, _ layout: borrowing PathLayout, last: Int
    ) -> Int32 {
        let column = layout.visitor
        guard column >= 0 else { return -1 }
        if last >= 0, block.repeats(column...column, at: row) { return rows[last].visitor }
        let id = block.field(column, of: row)
        return id.isEmpty ? -1 : Int32(visitors.number(of: id))
    }

    @inline(__always)
    private mutating func value(
        _ row: Int, _ block: borrowing RowBlock, _ layout: borrowing PathLayout
    ) -> Int32 {
        let field = block.field(at: layout.value, of: row)
        return field.isEmpty ? -1 : keep(field, block.field(.currency, of: row, layout))
    }

    /// Keeps an amount with its currency; -1 where it is no decimal.
    private mutating func keep(_ amount: Span<UInt8>, _ currency: Span<UInt8>) -> Int32 {
        guard let amount = DecimalSum(amount) else { return -1 }
        if amount.isNegative { hasNegativeValue = true }
        values.append(Value(amount: amount, currency: currency.copied()))
        return Int32(values.count - 1)
    }

    /// A decimal with up to three places that are kept, as thousandths; -1 for other text.
    private static func thousandths(_ field: Span<UInt8>) -> Int64 {
        guard !field.isEmpty, field.count <= 16 else { return -1 }
        var value: Int64 = 0
        var places = -1
        for index in field.indices {
            if field[index] == 0x2E, places < 0 {
                places = 0
                continue
            }
            guard field[index] &- 0x30 < 10 else { return -1 }
            guard places < 3 else { continue }
            value = value * 10 + Int64(field[index] &- 0x30)
            if places >= 0 { places += 1 }
        }
        for _ in max(places, 0)..<3 { value *= 10 }
        return value
    }
}
