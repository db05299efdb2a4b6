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

    init(rule: SessionRule, night: Night, shared: Set<Int>) {
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
        var index = 0
        for number in order {
            let row = night.rows[Int(number)]
            let place = open.firstIndex { $0.visitor == row.visitor }
            if let place, !rule.splits(after: row.time - open[place].last) {
                open[place].last = row.time
                open[place].step += 1
                write(row, open[place], customer)
                continue
            }
            index += 1
            let session = Session(
                visitor: row.visitor, last: row.time, index: index, step: 1, id: id(of: row))
            if let place { open[place] = session } else { open.append(session) }
            sessionCount += 1
            write(row, session, customer)
        }
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
