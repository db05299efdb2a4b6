import ByteIO
import Crypto
import Touchpoints

/// Cuts the rows of one customer after another into sessions, and writes their path rows.
///
/// Expects a customer's rows by time, then input order. Keeps one open session per visitor.
struct SessionCutter {
    private struct Session {
        let visitor: Int32
        var last: Int64
        let index: Int
        var step: Int
        let id: [UInt8]
    }

    /// A session start, for the rare visitor with two customers.
    private struct Start: Hashable {
        let visitor: Int32
        let time: Int64
    }

    private static let blockSize = 1 << 18

    private(set) var sessionCount = 0
    private let rule: SessionRule
    private let night: Night
    private let shared: Set<Int>
    private var open: [Session] = []
    private var started: [Start: Int] = [:]
    private var block: [UInt8] = []
    private var rows = 0
    /// The lines of `sessions.csv` made so far.
    private(set) var table: [UInt8] = []
    private let window: Window?
    private var fields = RowFields(count: EventColumn.allCases.count)
    private var made: [(session: Session, totals: SessionTotals)] = []

    /// What is needed for `sessions.csv`: the earliest and the latest time read.
    struct Window {
        let first: Int64
        let horizon: Int64
    }

    init(rule: SessionRule, night: Night, shared: Set<Int>, window: Window?) {
        self.window = window
        self.rule = rule
        self.night = night
        self.shared = shared
        block.reserveCapacity(Self.blockSize * 2)
    }

    var isFull: Bool { block.count >= Self.blockSize }

    /// Hands over the rows written so far.
    mutating func hand(to deliver: (Span<UInt8>, Int) throws -> Void) throws {
        try deliver(block.span, rows)
        block.removeAll(keepingCapacity: true)
        rows = 0
    }

    mutating func cut(_ order: ArraySlice<Int32>, customer: Span<UInt8>) {
        open.removeAll(keepingCapacity: true)
        made.removeAll(keepingCapacity: true)
        for number in order {
            let row = night.rows[Int(number)]
            let place = open.firstIndex { $0.visitor == row.visitor }
            if let place, !rule.splits(after: row.time - open[place].last) {
                open[place].last = row.time
                open[place].step += 1
                write(row, open[place], customer)
                continue
            }
            sessionCount += 1
            let session = Session(
                visitor: row.visitor, last: row.time, index: made.count + 1, step: 1,
                id: id(of: row))
            if let place { open[place] = session } else { open.append(session) }
            var totals = SessionTotals()
            totals.begin(at: row.time)
            made.append((session, totals))
            write(row, session, customer)
        }
        if let window { list(customer, window) }
    }

    /// Appends the sessions of a customer to the table, by start, then id.
    private mutating func list(_ customer: Span<UInt8>, _ window: Window) {
        let sorted = made.sorted {
            $0.totals.start != $1.totals.start
                ? $0.totals.start < $1.totals.start
                : $0.session.id.lexicographicallyPrecedes($1.session.id)
        }
        for (session, totals) in sorted {
            var visitor: [UInt8] = []
            if session.visitor >= 0 {
                RowText.append(night.visitors[Int(session.visitor)], to: &visitor)
            }
            let place = SessionTable.Place(
                index: session.index,
                isStartCropped: totals.start - window.first < rule.timeout,
                isEndCropped: window.horizon - totals.end < rule.timeout)
            SessionTable.append(
                totals, id: session.id.span, customer: customer, visitor: visitor.span, place,
                to: &table)
        }
    }

    mutating func takeTable() -> [UInt8] {
        defer { table.removeAll(keepingCapacity: true) }
        return table
    }

    private mutating func write(_ row: Night.Row, _ session: Session, _ customer: Span<UInt8>) {
        RowText.appendFirst(customer, to: &block)
        block.append(0x09)
        block.append(contentsOf: session.id)
        block.append(0x09)
        block.append(decimal: Int64(session.index))
        block.append(0x09)
        block.append(decimal: Int64(session.step))
        block.append(0x09)
        night.append(row, to: &block)
        if window != nil {
            var text: [UInt8] = []
            night.append(row, to: &text)
            if fields.split(text.span) {
                made[session.index - 1].totals.add(text.span, fields, time: row.time)
            }
        }
        block.append(0x0A)
        rows += 1
    }

    /// The first 20 hex digits of SHA-256 over visitor (or user), 0x1F, start in microseconds.
    private mutating func id(of row: Night.Row) -> [UInt8] {
        var message =
            row.visitor >= 0
            ? night.visitors[Int(row.visitor)].copied() : night.users[Int(row.user)].copied()
        message.append(0x1F)
        message.append(decimal: row.time)
        var id: [UInt8] = []
        id.reserveCapacity(20)
        for byte in SHA256.hash(data: message).prefix(10) { id.append(hex: byte) }
        guard row.visitor >= 0, shared.contains(Int(row.visitor)) else { return id }
        let start = Start(visitor: row.visitor, time: row.time)
        started[start, default: 0] += 1
        let count = started[start] ?? 1
        if count > 1 {
            id.append(0x2D)
            id.append(decimal: Int64(count))
        }
        return id
    }
}
