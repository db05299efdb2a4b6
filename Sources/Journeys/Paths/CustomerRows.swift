import ByteIO
import Rows

/// The rows of one customer by time, with what the tables need of each. Lent, never copied.
///
/// Memory: about 50 bytes a row of the customer at hand.
package struct CustomerRows: ~Copyable {
    struct Row {
        /// Microseconds.
        var time: Int64
        /// What the row is to touchpoints and funnels; see `LabelTable`.
        var label: Int32
        /// Number of its session within the customer, in the order of their first rows.
        var session: Int32
        /// Number of its visitor within the customer, -1 for none.
        var visitor: Int32
        /// HTTP status, -1 for none.
        var status: Int32
        /// `duration_ms` in microseconds, -1 for none.
        var duration: Int64
        /// Place in `values`, -1 for none.
        var value: Int32
        /// Number of its page within the customer, -1 for none.
        var page: Int32 = -1
        /// How much it says of where its session came from.
        var origin = Origin.nothing
        /// Place of its kept texts.
        fileprivate var kept: Int32 = 0
        /// Place of its kept `props`, -1 where they are not kept.
        fileprivate var properties: Int32 = -1
    }

    /// What of a session's origin a row holds, the more the greater.
    enum Origin: UInt8, Comparable {
        case nothing, channel
        /// A campaign, a source, or a channel other than `direct`.
        case named

        static func < (left: Origin, right: Origin) -> Bool { left.rawValue < right.rawValue }
    }

    /// An amount with its currency; the currency may be empty.
    struct Value {
        let amount: DecimalSum
        let currency: [UInt8]
    }

    private(set) var customer: [UInt8] = []
    private(set) var rows: [Row] = []
    private(set) var values: [Value] = []
    private(set) var sessions = Interner()
    private(set) var visitors = Interner()
    /// Row numbers, one session after another, and where each session begins among them.
    private(set) var bySession: [Int] = []
    private(set) var sessionStarts: [Int] = []
    private var byVisitor: [Int] = []
    private var visitorStarts: [Int] = []
    private var rising: [Int] = []
    /// Rows that another input delivered too, since the start.
    private(set) var duplicateCount = 0

    /// The columns whose text is kept for segments, and for each row where each of them lies.
    let keptColumns: [EventColumn]
    private var kept: [UInt8] = []
    private var keptEnds: [UInt32] = []
    private var properties: [UInt8] = []
    private var propertyEnds: [UInt32] = []
    private var pages = Interner()
    private var lastSession: [UInt8] = []
    private var copies = DuplicateRows()

    /// `keeping` are the columns that segments and correlations look at.
    init(keeping columns: [EventColumn] = []) { keptColumns = columns }

    mutating func begin(_ customer: [UInt8]) {
        self.customer = customer
        rows.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        sessions.removeAll()
        visitors.removeAll()
        lastSession.removeAll(keepingCapacity: true)
        kept.removeAll(keepingCapacity: true)
        keptEnds.removeAll(keepingCapacity: true)
        properties.removeAll(keepingCapacity: true)
        propertyEnds.removeAll(keepingCapacity: true)
        pages.removeAll()
        copies.removeAll()
    }

    /// Rows of one more input follow; `alone` where no other input has the customer.
    mutating func beginInput(alone: Bool) { copies.begin(alone: alone) }

    /// Adds a row; `keepsProperties` where a table will ask for them.
    mutating func add(
        _ row: Span<UInt8>, _ layout: PathLayout, at time: Timestamp, label: Int,
        keepsProperties: Bool = false
    ) {
        guard !copies.isCopy(row, layout) else {
            duplicateCount += 1
            return
        }
        let amount = value(row, layout)
        for column in keptColumns {
            kept.append(row.extracting(layout.range(column)))
            keptEnds.append(UInt32(kept.count))
        }
        rows.append(
            Row(
                time: time.microseconds, label: Int32(label),
                session: session(row.extracting(layout.fields[layout.sessionID])),
                visitor: visitor(row.extracting(layout.range(.visitor))),
                status: Self.status(row.extracting(layout.range(.status))),
                duration: Self.thousandths(row.extracting(layout.range(.durationMilliseconds))),
                value: amount, page: page(row.extracting(layout.range(.page))),
                origin: Self.origin(row, layout), kept: Int32(rows.count),
                properties: keepsProperties ? keep(row.extracting(layout.range(.props))) : -1))
    }

    /// No more rows come: those of several inputs are put in the order of time, then input.
    mutating func close() {
        if copies.inputCount > 1 {
            // Numbered, since the library's sort promises no order of equals.
            let order = rows.indices.sorted { (rows[$0].time, $0) < (rows[$1].time, $1) }
            rows = order.map { rows[$0] }
        }
        Self.group(rows, by: \.session, into: &bySession, starts: &sessionStarts, sessions.count)
        while rising.count < rows.count { rising.append(rising.count) }
    }

    /// Groups the rows by visitor, for those who count visitors.
    mutating func groupVisitors() {
        Self.group(rows, by: \.visitor, into: &byVisitor, starts: &visitorStarts, visitors.count)
    }

    /// The numbers of all rows.
    var allRows: ArraySlice<Int> { rising[0..<rows.count] }

    /// The rows of a visitor, in time order; `groupVisitors` was called.
    func rows(ofVisitor visitor: Int) -> ArraySlice<Int> {
        byVisitor[visitorStarts[visitor]..<visitorStarts[visitor + 1]]
    }

    /// How many rows have a visitor; `groupVisitors` was called.
    var rowsWithVisitor: Int { byVisitor.count }

    /// The rows of a session, in time order.
    func rows(ofSession session: Int) -> ArraySlice<Int> {
        bySession[sessionStarts[session]..<sessionStarts[session + 1]]
    }

    /// Puts row numbers in groups, in their order; rows with a negative group are left out.
    private static func group(
        _ rows: [Row], by number: (Row) -> Int32, into order: inout [Int],
        starts: inout [Int], _ count: Int
    ) {
        starts.removeAll(keepingCapacity: true)
        starts.append(contentsOf: repeatElement(0, count: count + 1))
        var total = 0
        for row in rows where number(row) >= 0 {
            starts[Int(number(row)) + 1] += 1
            total += 1
        }
        for place in 0..<count { starts[place + 1] += starts[place] }
        order.removeAll(keepingCapacity: true)
        order.append(contentsOf: repeatElement(0, count: total))
        for (index, row) in rows.enumerated() where number(row) >= 0 {
            order[starts[Int(number(row))]] = index
            starts[Int(number(row))] += 1
        }
        for place in (0..<count).reversed() { starts[place + 1] = starts[place] }
        starts[0] = 0
    }

    /// Appends the text of a row in the kept column at `place` of `keptColumns`, unescaped.
    func append(kept place: Int, ofRow row: Int, to bytes: inout [UInt8]) {
        RowText.appendPlain(kept.span.extracting(range(ofKept: place, row)), to: &bytes)
    }

    /// Whether two rows have the same text in the kept column at `place`.
    func haveSameKept(_ place: Int, _ one: Int, _ other: Int) -> Bool {
        kept.span.extracting(range(ofKept: place, one))
            .equals(kept.span.extracting(range(ofKept: place, other)))
    }

    private func range(ofKept place: Int, _ row: Int) -> Range<Int> {
        let at = Int(rows[row].kept) * keptColumns.count + place
        return (at > 0 ? Int(keptEnds[at - 1]) : 0)..<Int(keptEnds[at])
    }

    /// Appends the row's unescaped `props`; false where they were not kept.
    func append(propertiesOfRow row: Int, to bytes: inout [UInt8]) -> Bool {
        let place = Int(rows[row].properties)
        guard place >= 0 else { return false }
        let start = place > 0 ? Int(propertyEnds[place - 1]) : 0
        RowText.appendPlain(
            properties.span.extracting(start..<Int(propertyEnds[place])), to: &bytes)
        return true
    }

    private mutating func keep(_ field: Span<UInt8>) -> Int32 {
        properties.append(field)
        propertyEnds.append(UInt32(properties.count))
        return Int32(propertyEnds.count - 1)
    }

    private mutating func page(_ field: Span<UInt8>) -> Int32 {
        field.isEmpty ? -1 : Int32(pages.number(of: field))
    }

    private static func origin(_ row: Span<UInt8>, _ layout: PathLayout) -> Origin {
        let channel = layout.range(.channel)
        if !layout.range(.campaign).isEmpty || !layout.range(.source).isEmpty { return .named }
        guard !channel.isEmpty else { return .nothing }
        return row.extracting(channel).equals("direct") ? .channel : .named
    }

    private mutating func session(_ field: Span<UInt8>) -> Int32 {
        if !rows.isEmpty, field.equals(lastSession.span) { return rows[rows.count - 1].session }
        lastSession.removeAll(keepingCapacity: true)
        lastSession.append(field)
        return Int32(sessions.number(of: field))
    }

    private mutating func visitor(_ field: Span<UInt8>) -> Int32 {
        guard !field.isEmpty else { return -1 }
        return Int32(visitors.number(of: field))
    }

    private mutating func value(_ row: Span<UInt8>, _ layout: PathLayout) -> Int32 {
        let field = layout.range(.value)
        guard !field.isEmpty, let amount = DecimalSum(row.extracting(field)) else { return -1 }
        let currency = row.extracting(layout.range(.currency)).copied()
        values.append(Value(amount: amount, currency: currency))
        return Int32(values.count - 1)
    }

    private static func status(_ field: Span<UInt8>) -> Int32 {
        guard !field.isEmpty, field.count <= 9 else { return -1 }
        var value: Int32 = 0
        for index in field.indices {
            guard field[index] &- 0x30 < 10 else { return -1 }
            value = value * 10 + Int32(field[index] &- 0x30)
        }
        return value
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
