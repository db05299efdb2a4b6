import ByteIO

/// The members of a compact JSON object, one after another: how `props` is written.
struct PropertyCursor {
    /// The name between its quotes, and the value as it stands.
    private(set) var name = 0..<0
    private(set) var value = 0..<0
    private var at = 1

    /// Finds the next member of `object`; false at its end.
    mutating func next(_ object: Span<UInt8>) -> Bool {
        if at < object.count, object[at] == 0x2C { at += 1 }
        guard at < object.count, object[at] == 0x22 else { return false }
        let close = Self.stringEnd(object, from: at)
        guard close + 1 < object.count, object[close] == 0x3A else { return false }
        name = at + 1..<close - 1
        let start = close + 1
        at = Self.valueEnd(object, from: start)
        value = start..<at
        return true
    }

    /// Behind the closing quote of the string that begins at `start`.
    private static func stringEnd(_ text: Span<UInt8>, from start: Int) -> Int {
        var at = start + 1
        while at < text.count, text[at] != 0x22 { at += text[at] == 0x5C ? 2 : 1 }
        return Swift.min(at + 1, text.count)
    }

    private static func valueEnd(_ text: Span<UInt8>, from start: Int) -> Int {
        var at = start
        var depth = 0
        while at < text.count {
            switch text[at] {
            case 0x22:
                at = stringEnd(text, from: at)
                continue
            case 0x7B, 0x5B: depth += 1
            case 0x7D, 0x5D:
                if depth == 0 { return at }
                depth -= 1
            case 0x2C where depth == 0: return at
            default: break
            }
            at += 1
        }
        return at
    }
}

/// Changes `props`: adds members in their place, and hides what tells a person.
///
/// Whether a name is personal is remembered, so one a worker.
struct PropertyText: Sendable {
    private static let cacheLimit = 1 << 12

    /// Names that the user asked for, and that are therefore not hidden.
    private let named: [[UInt8]]
    private var known = Interner()
    private var isPersonal: [Bool] = []
    private var added: [(name: StaticString, value: [UInt8])] = []

    init(named: [String]) { self.named = named.map { Array($0.utf8) } }

    /// A member for the next `write`, whose value is a text in UTF-8.
    mutating func add(_ name: StaticString, _ value: Span<UInt8>) {
        added.append((name, value.copied()))
    }

    /// Whether `write` would give something else than `object`.
    mutating func changes(_ object: Span<UInt8>) -> Bool {
        if !added.isEmpty { return true }
        var cursor = PropertyCursor()
        while cursor.next(object) {
            if isHidden(object, cursor) { return true }
        }
        return false
    }

    /// Appends `object`, which may be empty, with the added members, which replace those of their
    /// names, and without personal values.
    mutating func write(_ object: Span<UInt8>, to bytes: inout [UInt8]) {
        let first = bytes.count
        let members = added.sorted { "\($0.name)" < "\($1.name)" }
        added.removeAll(keepingCapacity: true)
        var written = 0
        var cursor = PropertyCursor()
        while cursor.next(object) {
            let name = object.extracting(cursor.name)
            var isReplaced = false
            while written < members.count {
                let order = Self.order(members[written].name, name)
                guard order <= 0 else { break }
                let value = members[written].value
                Self.append(members[written].name, value.span, first, &bytes)
                written += 1
                isReplaced = isReplaced || order == 0
            }
            if !isReplaced { append(object, cursor, first, &bytes) }
        }
        for member in members[written...] {
            let value = member.value
            Self.append(member.name, value.span, first, &bytes)
        }
        if bytes.count > first { bytes.append(0x7D) }
    }

    private mutating func append(
        _ object: Span<UInt8>, _ cursor: PropertyCursor, _ first: Int, _ bytes: inout [UInt8]
    ) {
        bytes.append(bytes.count == first ? 0x7B : 0x2C)
        bytes.append(0x22)
        bytes.append(object.extracting(cursor.name))
        bytes.append("\":")
        if isHidden(object, cursor) {
            bytes.append("\"[redacted]\"")
        } else {
            bytes.append(object.extracting(cursor.value))
        }
    }

    private mutating func isHidden(_ object: Span<UInt8>, _ cursor: PropertyCursor) -> Bool {
        let name = object.extracting(cursor.name)
        let number = remember(name)
        for wanted in named where wanted.span.equals(name) { return false }
        let value = object.extracting(cursor.value)
        return isPersonal[number] || PersonalData.holdsEmail(value)
            || PersonalData.isAddress(value, named: name)
    }

    private mutating func remember(_ name: Span<UInt8>) -> Int {
        if known.count >= Self.cacheLimit {
            known.removeAll()
            isPersonal.removeAll(keepingCapacity: true)
        }
        let number = known.number(of: name)
        if number == isPersonal.count { isPersonal.append(PersonalData.isPersonal(name: name)) }
        return number
    }

    private static func order(_ left: StaticString, _ right: Span<UInt8>) -> Int {
        let bytes = Array("\(left)".utf8)
        return bytes.span.order(right)
    }

    private static func append(
        _ name: StaticString, _ value: Span<UInt8>, _ first: Int, _ bytes: inout [UInt8]
    ) {
        bytes.append(bytes.count == first ? 0x7B : 0x2C)
        bytes.append(0x22)
        bytes.append(name)
        bytes.append("\":\"")
        for index in value.indices {
            switch value[index] {
            case 0x22, 0x5C:
                bytes.append(0x5C)
                bytes.append(value[index])
            case 0..<0x20:
                bytes.append("\\u00")
                bytes.append(hex: value[index])
            default: bytes.append(value[index])
            }
        }
        bytes.append(0x22)
    }
}
