import ByteIO

/// Reads the plain rows of a W3C extended log: cells between single blanks or TABs, as `#Fields:` names
/// them. Other rows are `ExtendedLog`'s own.
struct ExtendedShape: Sendable {
    /// A cell that a row must have in its place.
    struct Column: Sendable {
        /// Nil where the cell says nothing that is wanted.
        var field: EventField?
        /// There is a cell under another name too, which counts where this one is missing.
        var hasOthers = false
    }

    private let columns: [Column]
    private let separator: UInt8
    private let hasAgent: Bool

    /// How agents are written.
    var agentForm: TextForm { separator == 0x09 ? .percent : .plus }

    /// Without columns no row is plain.
    init(_ columns: [Column] = [], separator: UInt8 = 0x20) {
        self.columns = columns
        self.separator = separator
        hasAgent = columns.contains { $0.field == .agent }
    }

    /// Finds the fields of the line at `line`; false where it is not plain.
    func read(_ text: Span<UInt8>, _ line: Part, _ fields: inout PlainFields) -> Bool {
        guard !columns.isEmpty else { return false }
        fields.hasAgent = hasAgent
        var at = line.start
        for index in columns.indices {
            // Behind the separator of the cell before.
            guard at <= line.end else { return false }
            let cell = Part(at, text.first(0x20, 0x09, in: Part(at, line.end)))
            let end = separator == 0x09 ? text.first(0x09, in: Part(at, line.end)) : cell.end
            if separator == 0x20 {
                guard !cell.isEmpty, text[at] != 0x22, end == line.end || text[end] == 0x20
                else { return false }
            }
            let column = columns[index]
            if let field = column.field {
                if !fields.offer(field, Part(at, end), text), column.hasOthers { return false }
            }
            at = end &+ 1
        }
        return at == line.end &+ 1
    }
}

extension ExtendedLog {
    /// How a plain row is read; one that reads nothing where a row's meaning depends on other rows.
    var shape: ExtendedShape {
        let fields = columnFields
        guard isReadable, fields.contains(.date), fields.contains(.time) else {
            return ExtendedShape()
        }
        var best: [EventField: Int] = [:]
        for (index, field) in fields.enumerated() {
            guard let field else { continue }
            guard let other = best[field] else {
                best[field] = index
                continue
            }
            guard priority(of: index) != priority(of: other) else { return ExtendedShape() }
            if priority(of: index) < priority(of: other) { best[field] = index }
        }
        let columns = fields.enumerated().map { index, field in
            guard let field, best[field] == index else { return ExtendedShape.Column() }
            return ExtendedShape.Column(
                field: field, hasOthers: fields.count { $0 == field } > 1)
        }
        return ExtendedShape(columns, separator: splitsAtTabs ? 0x09 : 0x20)
    }
}
