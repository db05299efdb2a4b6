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

    /// What the rows of a unit are numbered by.
    enum Order { case time, session, visitor }

    /// The rows of a unit, a customer, session or visitor, in time order: indices in one of the
    /// customer's orders.
    struct Unit {
        let order: Order
        let range: Range<Int>
    }

    private(set) var customer: [UInt8] = []
    private(set) var rows = UniqueArray<Row>()
    private(set) var values: [Value] = []
    private(set) var sessions = CustomerIDs()
    private(set) var visitors = CustomerIDs()
    private(set) var texts = RowTexts()
    /// Rows that another input delivered too, since the start.
    private(set) var duplicateCount = 0

    /// Where each session begins in the order of sessions, and the end of the last one.
    private var sessionStarts = UniqueArray<Int>()
    /// Row numbers in the order of sessions, where that is not the order of time.
    private var bySession = UniqueArray<Int>()
    private var isBySession = false
    private var visitorStarts = UniqueArray<Int>()
    private var byVisitor = UniqueArray<Int>()

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
                properties: labels.keepsProperties(label)
                    ? keep(block.field(.props, of: row, layout)) : -1))
    }

    /// No more rows come: those of several inputs are put in the order of time, then input.
    mutating func close() {
        if copies.inputCount > 1 { sort() }
        sessionStarts.removeAll(keepingCapacity: true)
        isBySession = false
        var last: Int32 = -1
        for index in rows.indices where rows[index].session != last {
            last = rows[index].session
            isBySession = isBySession || Int(last) != sessionStarts.count
            sessionStarts.append(index)
        }
        sessionStarts.append(rows.count)
        if isBySession {
            Self.group(
                rows, by: \.session, into: &bySession, starts: &sessionStarts, sessions.count)
        }
    }

    private mutating func sort() {
        // Numbered, since the library's sort promises no order of equals.
        let order = rows.indices.sorted { (rows[$0].time, $0) < (rows[$1].time, $1) }
        var sorted = UniqueArray<Row>(minimumCapacity: rows.count)
        for index in order { sorted.append(rows[index]) }
        rows = sorted
    }

    /// Groups the rows by visitor, for those who count visitors.
    mutating func groupVisitors() {
        Self.group(rows, by: \.visitor, into: &byVisitor, starts: &visitorStarts, visitors.count)
    }
}

// The rows of units.
extension CustomerRows {
    /// All rows.
    var unit: Unit { Unit(order: .time, range: 0..<rows.count) }

    /// The rows of a session.
    func unit(ofSession session: Int) -> Unit {
        Unit(order: .session, range: sessionStarts[session]..<sessionStarts[session + 1])
    }

    func firstRow(ofSession session: Int) -> Int {
        number(sessionStarts[session], in: .session)
    }

    /// The rows of a visitor; `groupVisitors` was called.
    func unit(ofVisitor visitor: Int) -> Unit {
        Unit(order: .visitor, range: visitorStarts[visitor]..<visitorStarts[visitor + 1])
    }

    /// How many rows have a visitor; `groupVisitors` was called.
    var rowsWithVisitor: Int { byVisitor.count }

    /// The number of the row at `index` of an order.
    func number(_ index: Int, in order: Order) -> Int {
        switch order {
        case .time: index
        case .session: isBySession ? bySession[index] : index
        case .visitor: byVisitor[index]
        }
    }

    /// The first index of a unit whose row has at least this number; the end where there is none.
    func index(ofRow number: Int, in unit: Unit) -> Int {
        guard unit.order == .visitor || (unit.order == .session && isBySession) else {
            return min(max(number, unit.range.lowerBound), unit.range.upperBound)
        }
        return unit.range.partitioningIndex { self.number($0, in: unit.order) >= number }
    }

    /// Puts row numbers in groups, in their order; rows with a negative group are left out.
    private static func group(
        _ rows: borrowing UniqueArray<Row>, by number: (Row) -> Int32,
        into order: inout UniqueArray<Int>, starts: inout UniqueArray<Int>, _ count: Int
    ) {
        starts = UniqueArray(repeating: 0, count: count + 1)
        var total = 0
        for index in rows.indices where number(rows[index]) >= 0 {
            starts[Int(number(rows[index])) + 1] += 1
            total += 1
        }
        for group in 0..<count { starts[group + 1] += starts[group] }
        order = UniqueArray(repeating: 0, count: total)
        for index in rows.indices where number(rows[index]) >= 0 {
            order[starts[Int(number(rows[index]))]] = index
            starts[Int(number(rows[index]))] += 1
        }
        for group in (0..<count).reversed() { starts[group + 1] = starts[group] }
        starts[0] = 0
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
