import ByteIO
import Rows

/// What a logged value is for, before it becomes a column; several names may mean one field.
public enum EventField: Int, CaseIterable, BitwiseCopyable, Sendable {
    case time, sent, received, original, date
    case visitor, user, event, type, name
    case url, site, page, query, referrer, address, agent, method, request
    /// The addresses that a proxy was asked by: `X-Forwarded-For`.
    case forwarded
    case status, size, milliseconds, seconds, microseconds, nanoseconds
    case channel, source, medium, campaign, clickID, clickNetwork
    case device, country, value, currency, eventID, session
    /// What an id is made of where the log has no single one.
    case idPart0, idPart1, idPart2, idPart3
    /// What a product says of a record: whether it is left out of its own reports, how it came, the goods.
    case excluded, recordSource, products

    /// The raw value, which is the place in the order of the cases.
    @inlinable @inline(__always)
    public var index: Int { rawValue }

    /// Whether a value that a better-named one displaces is kept as a property. Addresses, agents, URLs
    /// and ids of people are not: they are never written as logged.
    var keepsDisplaced: Bool {
        switch self {
        case .event, .type, .status, .channel, .source, .medium, .campaign, .device, .country,
            .value, .currency:
            true
        default: false
        }
    }
}

extension EventField {
    /// Whether its value may be a property of an event that is no request: how somebody signed in, what was searched.
    var mayBeProperty: Bool { keepsDisplaced || self == .method || self == .query }
}

/// How a value is written in its line.
enum TextForm: UInt8, Sendable {
    /// As it is.
    case plain
    /// Inside a JSON string with escapes.
    case json
    /// Inside quotes of an access log: `\"` `\\` `\n` `\t` `\xHH`.
    case quoted
    /// Inside quotes of CSV: `""` is a quote.
    case doubled
    /// A byte behind a backslash is that byte.
    case escaped
    /// W3C: `+` is a blank.
    case plus
    /// CloudFront: percent-encoded, once or twice.
    case percent
    /// Not in the line but in the filler's own bytes, as it is.
    case own
}

/// The values found in one record, as ranges of its line; the first-named present one wins.
struct EventFields: Sendable {
    struct Value: Sendable {
        var range = 0..<0
        var form = TextForm.plain
        /// 0 is the best name of a field.
        var priority = Int.max
        /// The property that the value becomes where its field cannot use it; -1 for none.
        var property = -1
    }

    /// Of fields that `found` does not have, those of an earlier record.
    private var values = [Value](repeating: Value(), count: EventField.allCases.count)
    /// One bit a field.
    private var found: UInt64 = 0

    mutating func removeAll() { found = 0 }

    /// Keeps a value unless a better-named one is here; the same name again: the last wins.
    ///
    /// Gives the value that had to go, the new one or the old one.
    @discardableResult
    mutating func offer(_ field: EventField, _ value: Value) -> Value? {
        guard has(field) else {
            found |= Self.bit(field)
            values[field.rawValue] = value
            return nil
        }
        let old = values[field.rawValue]
        guard value.priority <= old.priority else { return value }
        values[field.rawValue] = value
        return old.priority == value.priority ? nil : old
    }

    // Asked 30 times a record; as a call it took 2 % of an access log's instructions.
    @inline(__always)
    func has(_ field: EventField) -> Bool { found & Self.bit(field) != 0 }

    mutating func remove(_ field: EventField) { found &= ~Self.bit(field) }

    subscript(field: EventField) -> Value { has(field) ? values[field.rawValue] : Value() }

    @inline(__always)
    private static func bit(_ field: EventField) -> UInt64 { 1 << UInt64(field.rawValue) }
}
