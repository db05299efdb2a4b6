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
    private var customer: [UInt8] = []

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
        RowText.appendFirst(name, to: &customer)
        customer.append(0x09)
        sessionAtHand = -1
    }

    /// The path rows that follow are of this session.
    mutating func begin(session serial: Int, id: [UInt8], index: Int) {
        sessionAtHand = serial
        prefix.removeAll(keepingCapacity: true)
        prefix.append(customer)
        prefix.append(id)
        prefix.append(0x09)
        prefix.append(decimal: Int64(index))
        prefix.append(0x09)
    }

    /// A row of a session that is delivered: `row`, or where that is empty the stored row of `order`.
    mutating func write(
        _ row: Span<UInt8>, _ order: UInt64, step: Int, _ store: inout RowStore
    ) throws(IOFailure) {
        paths.row.append(prefix)
        paths.row.append(decimal: Int64(step))
        paths.row.append(0x09)
        Self.append(row, order, &store, to: &paths.row)
        try paths.endRow()
    }

    private static func append(
        _ row: Span<UInt8>, _ order: UInt64, _ store: inout RowStore,
        to bytes: inout UniqueArray<UInt8>
    ) {
        if row.isEmpty {
            store.append(RowStore.row(ofOrder: order), to: &bytes)
        } else {
            bytes.append(row)
        }
    }

    /// A row of a session in quarantine.
    mutating func quarantine(
        _ row: Span<UInt8>, _ order: UInt64, id: [UInt8], step: Int, _ store: inout RowStore
    ) throws(IOFailure) {
        guard var writer = quarantined.take() else { return }
        writer.row.append(customer.span)
        writer.row.append(id.span)
        writer.row.append(0x09)
        writer.row.append(0x09)
        writer.row.append(decimal: Int64(step))
        writer.row.append(0x09)
        Self.append(row, order, &store, to: &writer.row)
        try writer.endRow()
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

    /// A row that waits for the next run.
    mutating func hold(
        _ row: Span<UInt8>, _ order: UInt64, mark: UInt32, _ store: inout RowStore
    ) throws(IOFailure) {
        text.removeAll(keepingCapacity: true)
        Self.append(row, order, &store, to: &text)
        try held?.add(text, order: order, mark: mark)
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
