import ByteIO

/// What a log says beside the columns; never written as it is.
public enum LoggedText: Int, Sendable {
    /// The client's address: of a list the left-most public one, without port, brackets and zone.
    case address
    case agent
    /// The referrer as logged, from which `referrer` is made when the own sites are known.
    case referrerURL
    case clickID

    static let count = 4

    @usableFromInline var part: Int { EventColumn.count + rawValue }
}

extension EventDraft {
    /// Keeps a copy of `value`.
    public mutating func set(_ logged: LoggedText, _ value: Span<UInt8>) {
        let start = text.count
        text.append(value)
        parts[logged.part] = start..<text.count
    }

    /// Keeps what `write` appends.
    @inlinable
    public mutating func set(_ logged: LoggedText, by write: (inout [UInt8]) -> Void) {
        let start = text.count
        write(&text)
        parts[logged.part] = start..<text.count
    }

    @inlinable
    public func isEmpty(_ logged: LoggedText) -> Bool { parts[logged.part].isEmpty }

    public subscript(logged: LoggedText) -> Span<UInt8> {
        @_lifetime(borrow self)
        get { text.span.extracting(parts[logged.part]) }
    }
}
