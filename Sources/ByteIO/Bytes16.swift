public import CBits

/// Sixteen bytes looked at together.
///
/// Vectors stand on both sides of an operator: with a single byte on one the library goes through the
/// lanes, and so it does for `==` of two vectors.
public typealias Bytes16 = SIMD16<UInt8>

extension SIMD16<UInt8> {
    /// The vector as two words, little-endian.
    @inlinable @inline(__always)
    public var words: (low: UInt64, high: UInt64) {
        let pair = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
        return (pair[0], pair[1])
    }

    /// The lanes are the bytes of two words, the lowest of `low` first.
    @inlinable @inline(__always)
    public init(low: UInt64, high: UInt64) {
        self = unsafe unsafeBitCast(
            SIMD2<UInt64>(low.littleEndian, high.littleEndian), to: Bytes16.self)
    }

    /// `word` in the first eight lanes, its lowest byte first.
    @inlinable @inline(__always)
    public init(word: UInt64) { self.init(low: word, high: 0) }

    @inlinable @inline(__always)
    public var isZero: Bool { words.low | words.high == 0 }

    /// The first `count` lanes as they are, the others 0.
    @inlinable @inline(__always)
    public func prefix(_ count: Int) -> Bytes16 {
        unsafe self & unsafeBitCast(Self.first(count), to: Bytes16.self)
    }

    /// Which lanes are among the first `count`, 0 to 16.
    @inlinable @inline(__always)
    static func first(_ count: Int) -> SIMDMask<SIMD16<Int8>> {
        Bytes16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
            .< Bytes16(repeating: UInt8(truncatingIfNeeded: count))
    }

    /// Which bytes a row must not copy without a look: those that are not printable ASCII, and the
    /// three that write or hide another one, a backslash, `%` and `@`.
    @inlinable @inline(__always)
    var isSpecial: SIMDMask<SIMD16<Int8>> {
        (self &- Bytes16(repeating: 0x20) .> Bytes16(repeating: 0x5E))
            .| (self .== Bytes16(repeating: 0x5C)) .| (self .== Bytes16(repeating: 0x25))
            .| (self .== Bytes16(repeating: 0x40))
    }

    /// The hex digits of the bytes of `word`, the lowest byte first.
    @inlinable @inline(__always)
    public init(hex word: UInt64) {
        let bytes = unsafe unsafeBitCast(word.littleEndian, to: SIMD8<UInt8>.self)
        var nibbles = Bytes16.zero
        nibbles.evenHalf = bytes &>> 4
        nibbles.oddHalf = bytes & SIMD8(repeating: 15)
        let letters = unsafe unsafeBitCast(
            nibbles .> Bytes16(repeating: 9), to: Bytes16.self)
        self = nibbles &+ Bytes16(repeating: 0x30) &+ letters & Bytes16(repeating: 0x27)
    }
}

extension SIMDMask<SIMD16<Int8>> {
    /// The lanes as two words, little-endian: 0xFF for each that is set.
    @inlinable @inline(__always)
    var words: (low: UInt64, high: UInt64) {
        let pair = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
        return (pair[0], pair[1])
    }

    /// One bit a lane, the first lane lowest.
    @inlinable @inline(__always)
    public var bits: UInt32 {
        unsafe cbits_high_bits(unsafeBitCast(self, to: Bytes16.self))
    }
}
