import ByteIO
import Touchpoints

/// What a logged value is for, before it becomes a column; several names may mean one field.
enum EventField: Int, CaseIterable {
    case time, sent, received, original, date
    case visitor, user, event, type, name
    case url, site, page, query, referrer, address, agent, method, request
    case status, milliseconds, seconds, nanoseconds
    case channel, source, medium, campaign, device, country, value, currency, eventID, session
}

/// The values found in one record, as ranges of its line; the first-named present one wins.
struct EventFields {
    struct Value {
        var range = 0..<0
        var hasEscapes = false
        var priority = Int.max
    }

    private var values = [Value](repeating: Value(), count: EventField.allCases.count)
    private var found: [Int] = []

    mutating func removeAll() {
        for field in found { values[field] = Value() }
        found.removeAll(keepingCapacity: true)
    }

    /// Keeps a value unless a better-named one is here; the same name again: the last wins.
    mutating func offer(_ field: EventField, _ value: Value) {
        guard value.priority <= values[field.rawValue].priority else { return }
        if values[field.rawValue].priority == .max { found.append(field.rawValue) }
        values[field.rawValue] = value
    }

    func has(_ field: EventField) -> Bool { values[field.rawValue].priority != .max }

    subscript(field: EventField) -> Value { values[field.rawValue] }
}

/// Whether a logged value counts as missing: `""`, `-`, `(not set)`, `undefined`, `null`.
func isMissing(_ value: Span<UInt8>) -> Bool {
    switch value.count {
    case 0: true
    case 1: value[0] == 0x2D
    case 4: value.equals("null")
    case 9: value.equals("(not set)") || value.equals("undefined")
    default: false
    }
}
