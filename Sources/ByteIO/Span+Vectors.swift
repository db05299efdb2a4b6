public import CBits

// Loads of words and vectors at any offset of a text, and what is found with them. Every load checks
// its offset once; what lies behind the end of the text is 0.
extension Span<UInt8> {
    /// The 16 bytes from `offset` on, which is at most `count`.
    @inlinable @inline(__always)
    public func vector(at offset: Int) -> Bytes16 {
        // As an unsigned number a negative offset is too large.
        let isWhole = UInt(bitPattern: offset) < UInt(bitPattern: Swift.max(count &- 15, 0))
        guard _fastPath(isWhole) else { return lastVector(at: offset) }
        return unsafe start.loadUnaligned(fromByteOffset: offset, as: Bytes16.self)
    }

    /// The first byte, for loads whose offset was checked.
    @unsafe @inlinable @inline(__always)
    var start: UnsafeRawPointer {
        unsafe withUnsafeBytes { unsafe $0.baseAddress.unsafelyUnwrapped }
    }

    /// Traps unless `part` lies in the text.
    @inlinable @inline(__always)
    func check(_ part: Part) {
        // As an unsigned number a negative offset is too large.
        let (start, end) = (UInt(bitPattern: part.start), UInt(bitPattern: part.end))
        precondition(start <= end && end <= UInt(bitPattern: count))
    }

    @unsafe @inlinable @inline(__always)
    func loadVector(_ offset: Int) -> Bytes16 {
        unsafe start.loadUnaligned(fromByteOffset: offset, as: Bytes16.self)
    }

    @unsafe @inlinable @inline(__always)
    func loadWord(_ offset: Int) -> UInt64 {
        unsafe UInt64(
            littleEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// The 8 bytes from `offset` on, little-endian; `offset` is at most `count`.
    @inlinable @inline(__always)
    public func word(at offset: Int) -> UInt64 {
        let isWhole = UInt(bitPattern: offset) < UInt(bitPattern: Swift.max(count &- 7, 0))
        guard _fastPath(isWhole) else { return lastVector(at: offset).words.low }
        return unsafe loadWord(offset)
    }

    /// The byte at `offset`, which is at most `count`; 0 at `count`.
    @inlinable @inline(__always)
    public func byte(at offset: Int) -> UInt8 { offset == count ? 0 : self[offset] }

    @inline(never) @usableFromInline
    func lastVector(at offset: Int) -> Bytes16 {
        precondition(offset >= 0 && offset <= count)
        var bytes = Bytes16.zero
        for lane in 0..<Swift.min(16, count - offset) { bytes[lane] = self[offset + lane] }
        return bytes
    }

    /// The offset of the first of two bytes in `part`, or the part's end.
    ///
    /// For short distances: no call.
    @inlinable @inline(__always)
    public func first(_ one: UInt8, _ two: UInt8, in part: Part) -> Int {
        var at = part.start
        while at < part.end {
            let found = matches(one, two, at: at)
            if found != 0 { return Swift.min(at &+ found.trailingZeroBitCount, part.end) }
            at &+= 16
        }
        return part.end
    }

    /// The closing quote of the string whose inside begins at `start`; -1 where it has a backslash, or no
    /// end before `end`.
    @inlinable @inline(__always)
    public func plainStringEnd(from start: Int, before end: Int) -> Int {
        var at = start
        // One check a vector: where the string has no end, it is looked for up to the next quote.
        while UInt(bitPattern: at) < UInt(bitPattern: Swift.max(count &- 15, 0)) {
            let found = unsafe cbits_matches(
                (self.start + at).assumingMemoryBound(to: UInt8.self), 0x22, 0x5C)
            if found != 0 {
                let stop = at &+ found.trailingZeroBitCount
                return stop < end && self[stop] == 0x22 ? stop : -1
            }
            at &+= 16
        }
        return lastStringEnd(from: at, before: end)
    }

    @inline(never) @usableFromInline
    func lastStringEnd(from start: Int, before end: Int) -> Int {
        var at = start
        while at < end, self[at] != 0x22, self[at] != 0x5C { at += 1 }
        return at < end && self[at] == 0x22 ? at : -1
    }

    /// Which of the 64 bytes from `offset` on are one of two: bit k for byte k.
    @inlinable @inline(__always)
    public func matchesOf64(_ one: UInt8, _ two: UInt8, at offset: Int) -> UInt64 {
        let isWhole = UInt(bitPattern: offset) < UInt(bitPattern: Swift.max(count &- 63, 0))
        guard _fastPath(isWhole) else { return lastMatchesOf64(one, two, at: offset) }
        return unsafe cbits_matches_64(
            (start + offset).assumingMemoryBound(to: UInt8.self), one, two)
    }

    @inline(never) @usableFromInline
    func lastMatchesOf64(_ one: UInt8, _ two: UInt8, at offset: Int) -> UInt64 {
        var found: UInt64 = 0
        for lane in stride(from: 0, to: Swift.min(64, count - offset), by: 16) {
            found |= UInt64(matches(one, two, at: offset + lane)) << UInt64(lane)
        }
        return found
    }

    /// Which of the 16 bytes from `offset` on are one of two: bit k for byte k.
    @inlinable @inline(__always)
    func matches(_ one: UInt8, _ two: UInt8, at offset: Int) -> UInt32 {
        let isWhole = UInt(bitPattern: offset) < UInt(bitPattern: Swift.max(count &- 15, 0))
        guard _fastPath(isWhole) else { return lastMatches(one, two, at: offset) }
        return unsafe cbits_matches((start + offset).assumingMemoryBound(to: UInt8.self), one, two)
    }

    @inline(never) @usableFromInline
    func lastMatches(_ one: UInt8, _ two: UInt8, at offset: Int) -> UInt32 {
        precondition(offset >= 0 && offset <= count)
        var found: UInt32 = 0
        for lane in 0..<Swift.min(16, count - offset) {
            let byte = self[offset + lane]
            if byte == one || byte == two { found |= 1 << UInt32(lane) }
        }
        return found
    }

    /// The offset of the first `byte` in `part`, or the part's end.
    @inlinable @inline(__always)
    public func first(_ byte: UInt8, in part: Part) -> Int { first(byte, byte, in: part) }

    /// Whether a row may hold the bytes of `part` as they are.
    @inlinable @inline(__always)
    public func isCopied(_ part: Part) -> Bool { isFree(part) { $0.isSpecial } }

    /// Whether a row may hold the bytes of `part` as they are, and neither of two bytes is among them.
    @inlinable @inline(__always)
    public func isCopied(_ part: Part, without one: UInt8, _ two: UInt8) -> Bool {
        isFree(part) {
            $0.isSpecial .| ($0 .== Bytes16(repeating: one)) .| ($0 .== Bytes16(repeating: two))
        }
    }

    /// Whether `isOdd` is true of no byte of `part`.
    @inlinable @inline(__always)
    func isFree(_ part: Part, of isOdd: (Bytes16) -> SIMDMask<SIMD16<Int8>>) -> Bool {
        var odd = SIMDMask<SIMD16<Int8>>(repeating: false)
        var at = part.start
        while part.end &- at > 16 {
            odd .|= isOdd(vector(at: at))
            at &+= 16
        }
        if at < part.end { odd .|= isOdd(vector(at: at)) .& Bytes16.first(part.end &- at) }
        let words = odd.words
        return words.low | words.high == 0
    }

    /// The bytes of `part`.
    @inlinable @inline(__always) @_lifetime(copy self)
    public func extracting(_ part: Part) -> Span<UInt8> {
        precondition(part.start >= 0 && part.start <= part.end && part.end <= count)
        return unsafe extracting(unchecked: Range(uncheckedBounds: (part.start, part.end)))
    }

    /// The bytes of `part` stirred into `hash`; good enough to choose a slot by.
    @inlinable @inline(__always)
    public func hash(_ part: Part, _ hash: UInt64) -> UInt64 {
        check(part)
        let length = part.count
        if length >= 16 {
            var (hash, at) = (hash, part.start)
            while at < part.end &- 16 {
                hash = unsafe Self.folded(hash ^ loadWord(at), Self.odd ^ loadWord(at &+ 8))
                at &+= 16
            }
            return unsafe Self.folded(
                hash ^ loadWord(part.end &- 16), Self.odd ^ loadWord(part.end &- 8))
        }
        if length >= 8 {
            return unsafe Self.folded(
                hash ^ loadWord(part.start), Self.odd ^ loadWord(part.end &- 8))
        }
        return Self.folded(
            hash ^ short(part), Self.odd &+ UInt64(truncatingIfNeeded: length))
    }

    @inlinable static var odd: UInt64 { 0xA076_1D64_78BD_642F }

    /// A product folded on itself. Source: Wang Yi, wyhash.
    @inlinable @inline(__always)
    public static func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }

    /// Up to 7 bytes as the high ones of a word.
    @inlinable @inline(__always)
    public func short(_ part: Part) -> UInt64 {
        part.isEmpty
            ? 0 : word(at: part.start) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* part.count)
    }

    /// Whether the bytes of `part` stand in `other` at `offset`.
    @inlinable @inline(__always)
    public func equals(_ part: Part, _ other: Span<UInt8>, at offset: Int) -> Bool {
        let (length, shift) = (part.count, offset &- part.start)
        check(part)
        other.check(Part(offset, offset &+ length))
        if length >= 16 {
            var (difference, at) = (Bytes16.zero, part.start)
            while at < part.end &- 16 {
                difference |= unsafe loadVector(at) ^ other.loadVector(at &+ shift)
                at &+= 16
            }
            at = part.end &- 16
            difference |= unsafe loadVector(at) ^ other.loadVector(at &+ shift)
            return difference.isZero
        }
        if length >= 8 {
            let first = unsafe loadWord(part.start) ^ other.loadWord(offset)
            let last = unsafe loadWord(part.end &- 8) ^ other.loadWord(offset &+ length &- 8)
            return first | last == 0
        }
        return short(part) == other.short(Part(offset, offset &+ length))
    }
}
