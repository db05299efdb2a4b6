public import ByteIO

/// Where the values of one plain line lie in its block, by what they are for.
///
/// Plain: every value stands for itself, and a missing one has no place here.
public struct PlainFields: ~Copyable, Sendable {
    /// Of fields that are not present, those of an earlier line.
    @usableFromInline var parts = Slots(EventField.allCases.count, of: Part.none)
    /// One bit a field.
    @usableFromInline var present: UInt64 = 0
    /// Whether the line has a place for an agent, which may be empty.
    public var hasAgent = false

    public init() {}

    /// Whether a word for nothing was met, which the decoder has to note.
    var hasPlaceholder = false

    public mutating func removeAll() {
        present = 0
        hasPlaceholder = false
    }

    /// Sets `field` unless the value at `part` is missing; whether it is there.
    @inline(__always)
    mutating func offer(_ field: EventField, _ part: Part, _ text: Span<UInt8>) -> Bool {
        guard text.isMissing(part) else {
            set(field, part)
            return true
        }
        if text.isPlaceholder(part) { hasPlaceholder = true }
        return false
    }

    /// Whether `field` has an id that tells nobody from anybody.
    @inline(__always)
    func hasPlaceholderID(_ field: EventField, _ text: Span<UInt8>) -> Bool {
        guard has(field), Placeholder.mayBeginID(text[parts[field.index].start]) else {
            return false
        }
        return Placeholder.isID(text.extracting(parts[field.index]))
    }

    public mutating func set(_ field: EventField, _ part: Part) {
        parts[field.index] = part
        present |= Self.bit(field)
    }

    mutating func remove(_ field: EventField) { present &= ~Self.bit(field) }

    @inlinable @inline(__always)
    public func has(_ field: EventField) -> Bool { present & Self.bit(field) != 0 }

    /// The value for `field`, empty where it is missing.
    @inlinable
    public subscript(field: EventField) -> Part {
        @inline(__always) get { has(field) ? parts[field.index] : .none }
    }

    /// The field that says how long something took, and the microseconds of its unit.
    var duration: (EventField, Double)? { Duration.unit(where: { has($0) }) }

    /// Whether there is a value for one of `fields`.
    @inlinable @inline(__always)
    package func has(anyOf fields: FieldSet) -> Bool { present & fields.bits != 0 }

    /// Whether there is a value for a field outside `fields`.
    @inlinable @inline(__always)
    package func hasOthers(than fields: FieldSet) -> Bool { present & ~fields.bits != 0 }

    @inlinable @inline(__always)
    static func bit(_ field: EventField) -> UInt64 {
        1 &<< UInt64(truncatingIfNeeded: field.index)
    }
}

extension Span<UInt8> {
    /// Whether the value at `part` counts as missing, as `isMissing` says.
    @inline(__always)
    func isMissing(_ part: Part) -> Bool {
        guard !part.isEmpty else { return true }
        // `(not set)`, `-`, `undefined` and words for nothing alone begin so.
        let first = self[part.start]
        guard first == 0x2D || first == 0x75 || Placeholder.mayBegin(first) else { return false }
        return part.count == 1 && first == 0x2D || Formats.isMissing(extracting(part))
    }

    /// Whether a word for nothing stands at `part`, which the decoder has to note.
    @inline(__always)
    func isPlaceholder(_ part: Part) -> Bool {
        guard !part.isEmpty, Placeholder.mayBegin(self[part.start]) else { return false }
        return Placeholder.isWord(extracting(part))
    }
}
