package import ByteIO
import StageSupport
package import Rows

/// Everything a run writes but the summary and the identity map.
package struct Outputs: ~Copyable {
    private static let blockSize = 1 << 18

    private var paths: StreamWriter
    private var quarantined: StreamWriter?
    private var table: OutputFile?
    private var lists: SessionList
    /// Rows and sessions for the next run.
    private var held: HeldRows?
    let hasTable: Bool

    private var pathBlock: [UInt8] = []
    private var pathRows = 0
    private var quarantineBlock: [UInt8] = []
    private var quarantineRows = 0
    private var lines: [UInt8] = []
    private var line: [UInt8] = []
    /// The customer's field and its TAB.
    private var customer: [UInt8] = []

    package init(
        paths: consuming StreamWriter, quarantine: consuming StreamWriter?,
        table: consuming OutputFile?, held: consuming HeldRows?, folder: SpillFolder
    ) throws {
        self.paths = paths
        quarantined = quarantine
        switch consume table {
        case .some(let file):
            hasTable = true
            self.table = consume file
        case .none:
            hasTable = false
            self.table = nil
        }
        self.held = held
        lists = SessionList(folder: folder)
        pathBlock.reserveCapacity(Self.blockSize + 4096)
        try self.table?.write(SessionTable.header)
    }

    /// Rows that went to the path stream.
    package var rows: Int { paths.rows + pathRows }

    mutating func begin(_ name: Span<UInt8>) {
        customer.removeAll(keepingCapacity: true)
        RowText.appendFirst(name, to: &customer)
        customer.append(0x09)
    }

    /// A row of a session that is delivered.
    mutating func write(_ row: Span<UInt8>, id: [UInt8], index: Int, step: Int) throws {
        pathBlock.append(contentsOf: customer)
        pathBlock.append(contentsOf: id)
        pathBlock.append(0x09)
        pathBlock.append(decimal: Int64(index))
        pathBlock.append(0x09)
        pathBlock.append(decimal: Int64(step))
        pathBlock.append(0x09)
        pathBlock.append(row)
        pathBlock.append(0x0A)
        pathRows += 1
        if pathBlock.count >= Self.blockSize { try flushPaths() }
    }

    private mutating func flushPaths() throws {
        try paths.write(rows: pathBlock, count: pathRows)
        pathBlock.removeAll(keepingCapacity: true)
        pathRows = 0
    }

    /// A row of a session in quarantine.
    mutating func quarantine(_ row: Span<UInt8>, id: [UInt8], step: Int) throws {
        guard quarantined != nil else { return }
        quarantineBlock.append(contentsOf: customer)
        quarantineBlock.append(contentsOf: id)
        quarantineBlock.append(0x09)
        quarantineBlock.append(0x09)
        quarantineBlock.append(decimal: Int64(step))
        quarantineBlock.append(0x09)
        try endQuarantineRow(row)
    }

    /// A row without visitor and user.
    mutating func quarantineWithoutKey(_ row: Span<UInt8>) throws {
        guard quarantined != nil else { return }
        quarantineBlock.append("\t\t\t\t")
        try endQuarantineRow(row)
    }

    private mutating func endQuarantineRow(_ row: Span<UInt8>) throws {
        quarantineBlock.append(row)
        quarantineBlock.append(0x0A)
        quarantineRows += 1
        if quarantineBlock.count >= Self.blockSize { try flushQuarantine() }
    }

    private mutating func flushQuarantine() throws {
        try quarantined?.write(rows: quarantineBlock, count: quarantineRows)
        quarantineBlock.removeAll(keepingCapacity: true)
        quarantineRows = 0
    }

    /// A row that waits for the next run.
    mutating func hold(_ row: Span<UInt8>, order: UInt64, mark: UInt32) throws {
        try held?.add(row, order: order, mark: mark)
    }

    /// A session of which only the totals wait for the next run.
    mutating func carry(_ session: Session, _ totals: SessionTotals, customer: [UInt8]) throws {
        line.removeAll(keepingCapacity: true)
        CarriedSession.write(session, totals, customer: customer.span, to: &line)
        try held?.add(session: line)
    }

    /// A line of `sessions.csv`.
    mutating func list(_ session: Session, _ place: SessionTable.Place, customer: [UInt8]) throws {
        line.removeAll(keepingCapacity: true)
        SessionTable.append(
            session.totals, id: session.id.span, customer: customer.span,
            visitor: session.visitor.span, place, to: &line)
        try lists.add(line, start: session.totals.start)
    }

    /// The customer is done.
    mutating func end() throws {
        guard hasTable else { return }
        var lines = lines
        self.lines = []
        var file = table.take()
        try lists.finish(to: &lines) { lines in
            guard lines.count >= Self.blockSize else { return }
            try file?.write(lines.span)
            lines.removeAll(keepingCapacity: true)
        }
        self.lines = lines
        table = file
    }

    /// All rows are in: completes every output, the path stream first.
    package mutating func complete(_ extra: [String: String]) throws {
        try flushPaths()
        try flushQuarantine()
        try table?.write(lines)
        try paths.finish(isComplete: true, extra: extra)
        try table?.complete()
        try quarantined?.finish(isComplete: true, extra: extra)
    }

    package mutating func publish() throws {
        try paths.publish()
        try table?.publish()
        try quarantined?.publish()
    }

    /// What waits for the next run; once.
    package mutating func takeHeld() -> HeldRows? { held.take() }
}
