import ByteIO
import Rows

/// What a user says about the meaning of a log's keys: `TARGET=KEY[:UNIT],…`.
///
/// `time=ts:ms,visitor=cookie_id,props.sku=item.sku,site="shop.example.com"`. A key is a dotted path
/// into JSON or a column's name, compared as the alias table's are: in lower case without `_ - . @` and
/// blanks. What stands in quotes is a constant. A target given twice: the last counts.
public struct FieldMapping: Sendable {
    enum Target: Hashable, Sendable {
        case field(EventField)
        case property(String)
    }

    enum Source: Equatable, Sendable {
        case key(String)
        case constant([UInt8])
    }

    private(set) var sources: [Target: Source] = [:]
    private(set) var units: [EventField: EpochUnit] = [:]

    public init() {}

    /// Reads `text`; throws what is wrong and what is allowed.
    public init(_ text: String) throws(MappingError) { try add(text) }

    /// Adds what another `--map` says.
    public mutating func add(_ text: String) throws(MappingError) {
        for item in try Self.items(of: text) {
            guard let equals = item.firstIndex(of: "="), equals > item.startIndex else {
                throw MappingError("'\(item)' is not TARGET=KEY; targets are \(Self.targetNames)")
            }
            try add(
                target: String(item[..<equals]), source: String(item[item.index(after: equals)...]))
        }
    }

    /// The keys that a log should have, in byte order.
    public var keys: [String] {
        sources.values.compactMap { if case .key(let key) = $0 { key } else { nil } }.sorted()
    }

    /// Those of `keys` that are not among `seen`, compared as keys are.
    public func unknownKeys(among seen: some Sequence<String>) -> [String] {
        let known = Set(seen.map(FieldNames.folded))
        return keys.filter { !known.contains(FieldNames.folded($0)) }
    }

    /// The shortest of `seen` that ends with `key` behind a dot.
    public func nested(_ key: String, in seen: [String]) -> String? {
        let end = FieldNames.folded(key)
        return seen.filter { other in
            other.indices.contains {
                other[$0] == "." && FieldNames.folded(String(other[$0...])) == end
            }
        }.min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    }

    func has(_ field: EventField) -> Bool { sources[.field(field)] != nil }

    static let targetNames =
        "time, visitor, user, event, site, page, referrer, channel, source, medium, campaign, "
        + "device, country, status, duration_ms, value, currency, event_id, session, url, query, "
        + "address, agent, method, sent, received, props.NAME"
}

/// Why a mapping cannot be used, and what is allowed.
public struct MappingError: Error, Equatable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}

extension FieldMapping {
    /// Cuts at commas outside quotes; `\,` is one in a name.
    private static func items(of text: String) throws(MappingError) -> [String] {
        var items = [""]
        var isQuoted = false
        var isEscaped = false
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if character == "\\", !isEscaped {
                isEscaped = true
                continue
            }
            // A backslash stands before a comma of a name, and for itself before all else.
            if isEscaped, character != "," { items[items.count - 1].append("\\") }
            if character == ",", !isQuoted, !isEscaped {
                items.append("")
            } else {
                items[items.count - 1].append(character)
            }
            isEscaped = false
        }
        guard !isQuoted else { throw MappingError("'\(text)' has a quote that does not end") }
        return items
    }

    private mutating func add(target: String, source: String) throws(MappingError) {
        if target.hasPrefix("props."), target.utf8.count > 6 {
            sources[.property(String(target.dropFirst(6)))] = try Self.source(source, of: target)
            return
        }
        guard let field = Self.fields[target] else {
            throw MappingError("unknown target '\(target)'; targets are \(Self.targetNames)")
        }
        let isTime = [EventField.time, .sent, .received].contains(field)
        let isDuration = field == .milliseconds
        let (key, unit) = isTime || isDuration ? Self.unit(of: source) : (source, nil)
        if isDuration { Self.durations.forEach { sources[.field($0)] = nil } }
        let mapped = isDuration ? Self.duration(in: unit) : field
        sources[.field(mapped)] = try Self.source(key, of: target)
        if isTime { units[field] = unit }
    }

    private static func source(_ text: String, of target: String) throws(MappingError) -> Source {
        if text.utf8.count >= 2, text.first == "\"", text.last == "\"" {
            return .constant(Array(text.dropFirst().dropLast().utf8))
        }
        guard !text.isEmpty, !text.contains("\"") else {
            throw MappingError("'\(target)' needs a key, or a constant in quotes")
        }
        return .key(text)
    }

    private static func unit(of text: String) -> (String, EpochUnit?) {
        guard text.last != "\"", let colon = text.lastIndex(of: ":"),
            let unit = EpochUnit(rawValue: String(text[text.index(after: colon)...]))
        else { return (text, nil) }
        return (String(text[..<colon]), unit)
    }

    static let durations: [EventField] = [.milliseconds, .seconds, .microseconds, .nanoseconds]

    private static func duration(in unit: EpochUnit?) -> EventField {
        switch unit {
        case .seconds: .seconds
        case .microseconds: .microseconds
        case .nanoseconds: .nanoseconds
        case .milliseconds, nil: .milliseconds
        }
    }

    private static let fields: [String: EventField] = [
        "time": .time, "visitor": .visitor, "user": .user, "event": .event, "site": .site,
        "page": .page, "referrer": .referrer, "channel": .channel, "source": .source,
        "medium": .medium, "campaign": .campaign, "device": .device, "country": .country,
        "status": .status, "duration_ms": .milliseconds, "value": .value, "currency": .currency,
        "event_id": .eventID, "session": .session, "url": .url, "query": .query,
        "address": .address, "agent": .agent, "method": .method, "sent": .sent,
        "received": .received,
    ]
}
