import ByteIO

/// One event under construction: its columns in any order, then a row.
///
/// A column holds plain UTF-8; escaping is the row's business. A column set twice keeps the last.
public struct EventDraft: Sendable {
    /// When it happened; nil until a decoder found it. Where `isZoned` is false the log gave no offset
    /// and this is its clock's reading taken for UTC.
    public var time: Timestamp?
    public var isZoned = true

    // What the log says beside the columns and `LoggedText`; never written as it is.

    /// Whether lines of this log have a field for agents; the agent itself may be empty.
    public var hasAgentField = false
    public var clickNetwork: ClickNetwork?
    public var requestKind = RequestKind.none
    /// No HTTP, CONNECT, or an absolute URL of another host than the one asked.
    public var isProbe = false
    /// The log says that the record does not count as a visit.
    public var isExcluded = false
    public var notes: EventNotes = []
    /// Whether the record is printable ASCII without a backslash, `%`, `$` and `@`, and so is every
    /// text here that was made of it: there is nothing in them to find or to hide.
    public var isLiteral = false

    /// The texts, one behind another.
    @usableFromInline var text: [UInt8] = []
    /// Where in `text` each column and then each `LoggedText` stands; empty for none.
    @usableFromInline var parts = [Range<Int>](
        repeating: 0..<0, count: EventColumn.count + LoggedText.count)

    private var clock = RowClock()

    public init() { text.reserveCapacity(4096) }

    /// Empties every column and keeps the memory.
    public mutating func removeAll() {
        time = nil
        isZoned = true
        hasAgentField = false
        clickNetwork = nil
        requestKind = .none
        isProbe = false
        isExcluded = false
        notes = []
        isLiteral = false
        text.removeAll(keepingCapacity: true)
        for part in parts.indices { parts[part] = 0..<0 }
    }
}

// Columns.
extension EventDraft {
    /// Gives `column` a copy of `value`.
    public mutating func set(_ column: EventColumn, _ value: Span<UInt8>) {
        let start = text.count
        text.append(value)
        parts[column.rawValue] = start..<text.count
    }

    /// Gives `column` the bytes of `word`.
    public mutating func set(_ column: EventColumn, _ word: StaticString) {
        let start = text.count
        text.append(word)
        parts[column.rawValue] = start..<text.count
    }

    /// Gives `column` the text of a log: what is not UTF-8, and control bytes, as `%HH`, and notes it.
    public mutating func setText(_ column: EventColumn, _ value: Span<UInt8>) {
        let start = text.count
        notes.formUnion(PlainText.append(value, to: &text))
        parts[column.rawValue] = start..<text.count
    }

    /// Gives `column` what `write` appends.
    @inlinable
    public mutating func set(_ column: EventColumn, by write: (inout [UInt8]) -> Void) {
        let start = text.count
        write(&text)
        parts[column.rawValue] = start..<text.count
    }

    /// Empties `column`.
    public mutating func clear(_ column: EventColumn) { parts[column.rawValue] = 0..<0 }

    @inlinable
    public func isEmpty(_ column: EventColumn) -> Bool { parts[column.rawValue].isEmpty }

    /// The column's value.
    public subscript(column: EventColumn) -> Span<UInt8> {
        @_lifetime(borrow self)
        get { text.span.extracting(parts[column.rawValue]) }
    }

    /// The column's value, copied; for tests and rare columns.
    public func value(_ column: EventColumn) -> [UInt8] { Array(text[parts[column.rawValue]]) }
}

// The row form: `time TAB visitor TAB …`, LF; the columns of `EventColumn`, escaped.
extension EventDraft {
    /// Appends the row to `rows`; the time must be there.
    public mutating func write(to rows: inout [UInt8]) {
        precondition(time != nil, "an event without a time is rejected before it is written")
        if let time { clock.write(time, to: &rows) }
        let columns = 1..<EventColumn.count
        if text.span.hasNoControl(or: 0x5C) {
            rows.append(parts, columns, of: text.span, separator: 0x09)
        } else {
            for column in columns {
                rows.append(0x09)
                RowText.append(text.span.extracting(parts[column]), to: &rows)
            }
        }
        rows.append(0x0A)
    }
}
