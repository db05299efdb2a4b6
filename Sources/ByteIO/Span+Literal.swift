extension StaticString {
    /// The text in UTF-8, where it stands in the program.
    public var bytes: Span<UInt8> {
        @_lifetime(immortal)
        get {
            // The bytes of a literal are there as long as the program; a single scalar has none.
            precondition(hasPointerRepresentation)
            let span = unsafe Span(_unsafeStart: utf8Start, count: utf8CodeUnitCount)
            return unsafe _overrideLifetime(span, copying: ())
        }
    }
}

extension Span<UInt8> {
    /// The offset of the first `literal`, which is not empty, at or after `start`, or nil.
    ///
    /// Jumps from one possible first byte to the next, so it is for short texts.
    public func firstOffset(of literal: StaticString, from start: Int = 0) -> Int? {
        let first = unsafe literal.utf8Start.pointee
        var at = start
        while let found = firstOffset(of: first, from: at) {
            if extracting(found...).starts(with: literal) { return found }
            at = found + 1
        }
        return nil
    }

    /// Whether the bytes of `literal`, which is not empty, are among these.
    public func contains(_ literal: StaticString) -> Bool { firstOffset(of: literal) != nil }

    /// Whether the bytes end with those of `literal`.
    public func ends(with literal: StaticString) -> Bool {
        let length = literal.utf8CodeUnitCount
        return count >= length && extracting((count - length)...).equals(literal)
    }
}
