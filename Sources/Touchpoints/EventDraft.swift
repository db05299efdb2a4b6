import ByteIO

/// One event under construction: its columns in any order, then a row.
///
/// A column holds plain UTF-8; escaping is the row's business. A column set twice keeps the last.
public struct EventDraft: Sendable {
    /// When it happened; nil until a decoder found it. Where `isZoned` is false the log gave no offset
    /// and this is its clock's reading taken for UTC.
    public var time: Timestamp?
    public var isZoned = true

    // What the log says beside the columns; never written as it is.

    /// The client's address: of a list the left-most public one, without port, brackets and zone.
    public var address: [UInt8] = []
    public var agent: [UInt8] = []
    /// Whether this log has a place for agents; the agent itself may be empty.
    public var hasAgentField = false
    /// The referrer as logged, from which `referrer` is made when the own sites are known.
    public var referrerURL: [UInt8] = []
    public var clickID: [UInt8] = []
    public var clickNetwork: ClickNetwork?
    public var requestKind = RequestKind.none
    /// No HTTP, CONNECT, or an absolute URL of another host than the one asked.
    public var isProbe = false
    public var notes: EventNotes = []

    private var text: [UInt8] = []
    private var starts = [Int](repeating: 0, count: EventColumn.allCases.count)
    private var ends = [Int](repeating: 0, count: EventColumn.allCases.count)

    public init() { text.reserveCapacity(4096) }

    /// Empties every column and keeps the memory.
    public mutating func removeAll() {
        time = nil
        isZoned = true
        address.removeAll(keepingCapacity: true)
        agent.removeAll(keepingCapacity: true)
        hasAgentField = false
        referrerURL.removeAll(keepingCapacity: true)
        clickID.removeAll(keepingCapacity: true)
        clickNetwork = nil
        requestKind = .none
        isProbe = false
        notes = []
        text.removeAll(keepingCapacity: true)
        for column in starts.indices {
            starts[column] = 0
            ends[column] = 0
        }
    }

    /// Gives `column` a copy of `value`.
    public mutating func set(_ column: EventColumn, _ value: Span<UInt8>) {
        starts[column.rawValue] = text.count
        text.append(value)
        ends[column.rawValue] = text.count
    }

    /// Gives `column` the text of a log: what is not UTF-8, and control bytes, as `%HH`, and notes it.
    public mutating func setText(_ column: EventColumn, _ value: Span<UInt8>) {
        starts[column.rawValue] = text.count
        notes.formUnion(PlainText.append(value, to: &text))
        ends[column.rawValue] = text.count
    }

    /// Gives `column` what `write` appends.
    public mutating func set(_ column: EventColumn, by write: (inout [UInt8]) -> Void) {
        starts[column.rawValue] = text.count
        write(&text)
        ends[column.rawValue] = text.count
    }

    public func isEmpty(_ column: EventColumn) -> Bool {
        starts[column.rawValue] == ends[column.rawValue]
    }

    /// The column's value.
    public subscript(column: EventColumn) -> Span<UInt8> {
        @_lifetime(borrow self)
        get { text.span.extracting(starts[column.rawValue]..<ends[column.rawValue]) }
    }

    /// The column's value, copied; for tests and rare columns.
    public func value(_ column: EventColumn) -> [UInt8] {
        Array(text[starts[column.rawValue]..<ends[column.rawValue]])
    }
}

// The row form: `time TAB visitor TAB …`, LF; the columns of `EventColumn`, escaped.
extension EventDraft {
    /// Appends the row to `rows`; the time must be there.
    public func write(to rows: inout [UInt8]) {
        precondition(time != nil, "an event without a time is rejected before it is written")
        time?.write(to: &rows)
        let all = text.span
        for column in 1..<starts.count {
            rows.append(0x09)
            guard starts[column] < ends[column] else { continue }
            RowText.append(all.extracting(starts[column]..<ends[column]), to: &rows)
        }
        rows.append(0x0A)
    }
}
