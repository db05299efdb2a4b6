import BasicContainers
package import ByteIO
import StageSupport
package import Rows

/// Everything a run writes but the summary and the identity map.
package struct Outputs: ~Copyable {
    private static let blockSize = 1 << 18

    private var paths: RowWriter
    private var quarantined: RowWriter?
    private var table: OutputFile?
    private var lists: SessionList
    /// Rows and sessions for the next run.
    private var held: HeldRows?
    let hasTable: Bool

    /// What the path rows of the session at hand begin with, up to `step`.
    private var prefix = UniqueArray<UInt8>()
    /// The serial number of that session; -1 for none.
    private(set) var sessionAtHand = -1
    /// A row as text.
    private var text = UniqueArray<UInt8>()
    private var lines: [UInt8] = []
    private var line: [UInt8] = []
    /// The customer's field and its TAB.
    private var customer = UniqueArray<UInt8>()

    package init(
        paths: consuming StreamWriter, quarantine: consuming StreamWriter?,
        table: consuming OutputFile?, held: consuming HeldRows?, folder: SpillFolder
    ) throws {
        self.paths = RowWriter(paths)
        switch consume quarantine {
        case .some(let stream): quarantined = RowWriter(stream)
        case .none: quarantined = nil
        }
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
        try self.table?.write(SessionTable.header)
    }

    /// Rows that went to the path stream.
    package var rows: Int { paths.rows }

    mutating func begin(_ name: Span<UInt8>) {
        customer.removeAll(keepingCapacity: true)
        if name.isCopied(Part(0, name.count)), name.isEmpty || name[0] != 0x23 {
            customer.append(name)
        } else {
            line.removeAll(keepingCapacity: true)
            RowText.appendFirst(name, to: &line)
            customer.append(line)
        }
        customer.append(0x09)
        sessionAtHand = -1
    }

    /// The path rows that follow are of this session.
    mutating func begin(_ slot: Int, of sessions: borrowing UniqueArray<Session>) {
        sessionAtHand = sessions[slot].serial
        prefix.removeAll(keepingCapacity: true)
        Self.append(customer, sessions[slot].id, UInt64(sessions[slot].index), to: &prefix)
    }

    private static func append(
        _ customer: borrowing UniqueArray<UInt8>, _ id: borrowing UniqueArray<UInt8>,
        _ index: UInt64, to prefix: inout UniqueArray<UInt8>
    ) {
        let (customer, id) = (customer.span, id.span)
        prefix.append(upTo: customer.count + id.count + 26) { builder in
            var prefix = builder
            prefix.append(customer)
            prefix.append(id)
            prefix.append(0x09)
            prefix.append(decimal: index)
            prefix.append(0x09)
            return prefix.finished()
        }
    }

    /// The first row that waits, of the session at hand, which is delivered.
    @inline(__always)
    mutating func write<Rows: CutRows & ~Copyable>(
        step: Int, _ rows: inout Rows
    ) throws(IOFailure) {
        rows.appendFirst(behind: prefix, step: step, to: &paths.row)
        try paths.countRow()
    }

    /// The first row that waits, of a session in quarantine.
    mutating func quarantine<Rows: CutRows & ~Copyable>(
        _ slot: Int, of sessions: borrowing UniqueArray<Session>, _ rows: inout Rows
    ) throws(IOFailure) {
        guard var writer = quarantined.take() else { return }
        sessionAtHand = -1
        prefix.removeAll(keepingCapacity: true)
        prefix.append(customer)
        prefix.append(sessions[slot].id)
        prefix.append(0x09)
        prefix.append(0x09)
        rows.appendFirst(behind: prefix, step: sessions[slot].written, to: &writer.row)
        try writer.countRow()
        quarantined = consume writer
    }

    /// A row without visitor and user.
    mutating func quarantineWithoutKey(_ row: Span<UInt8>) throws(IOFailure) {
        guard var writer = quarantined.take() else { return }
        for _ in 0..<4 { writer.row.append(0x09) }
        writer.row.append(row)
        try writer.endRow()
        quarantined = consume writer
    }

    /// The first row that waits, of a session that is held for the next run.
    mutating func hold<Rows: CutRows & ~Copyable>(
        mark: UInt32, _ rows: inout Rows
    ) throws(IOFailure) {
        text.removeAll(keepingCapacity: true)
        rows.appendFirst(to: &text)
        try held?.add(text, order: rows.firstOrder, mark: mark)
    }

    /// A session of which only the totals wait for the next run.
    mutating func carry(
        _ slot: Int, of sessions: borrowing UniqueArray<Session>, field: Span<UInt8>,
        name: Span<UInt8>, declared: [UInt8], customer: borrowing UniqueArray<UInt8>
    ) throws {
        line.removeAll(keepingCapacity: true)
        CarriedSession.write(
            sessions[slot], sessions[slot].stableTotals.first ?? sessions[slot].totals,
            field: field, name: name, declared: declared, customer: customer.span, to: &line)
        let row = line
        try held?.add(session: row.span)
    }

    /// A line of `sessions.csv`.
    mutating func list(
        _ slot: Int, of sessions: borrowing UniqueArray<Session>, _ marks: SessionTable.Marks,
        visitor: Span<UInt8>, customer: borrowing UniqueArray<UInt8>
    ) throws {
        line.removeAll(keepingCapacity: true)
        SessionTable.append(
            sessions[slot].totals, id: sessions[slot].id.span, customer: customer.span,
            visitor: visitor, marks, to: &line)
        try lists.add(line, start: sessions[slot].totals.start)
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

    /// All rows are in: completes what goes beside the path stream.
    package mutating func finishSideFiles(_ extra: [String: String]) throws -> [FinishedFile] {
        try table?.write(lines)
        let files = [
            try table?.complete(), try quarantined?.finish(isComplete: true, extra: extra),
        ]
        return files.compactMap { $0 }
    }

    /// Writes the end line of the path stream, and completes it.
    package mutating func finishPaths(
        isComplete: Bool, _ extra: [String: String]
    ) throws -> FinishedFile {
        try paths.finish(isComplete: isComplete, extra: extra)
    }

    /// What waits for the next run; once.
    package mutating func takeHeld() -> HeldRows? { held.take() }
}
