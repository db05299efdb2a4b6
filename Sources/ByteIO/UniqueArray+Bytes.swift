public import BasicContainers

// Bytes put together in one flat buffer without sharing: `Array` asks at every append whether it is
// shared, which costs more than the append.
extension UniqueArray where Element == UInt8 {
    /// Appends a copy of `bytes`.
    @inlinable
    public mutating func append(_ bytes: Span<UInt8>) { append(copying: bytes) }

    /// Appends a copy of `bytes`, which may lie beside these in one struct; a span could not.
    @inlinable
    public mutating func append(_ bytes: borrowing UniqueArray<UInt8>) {
        append(copying: bytes.span)
    }

    /// Appends a copy of `bytes`.
    @inlinable
    public mutating func append(_ bytes: [UInt8]) { append(copying: bytes.span) }

    /// Appends 4 bytes, the lowest first.
    @inlinable
    public mutating func append(word32 value: UInt32) {
        append(word64: UInt64(value))
        removeLast(4)
    }

    /// Appends 8 bytes, the lowest first.
    @inlinable
    public mutating func append(word64 value: UInt64) {
        append(addingCount: 8) { room in
            unsafe room.withUnsafeMutableBufferPointer { buffer, count in
                unsafe UnsafeMutableRawBufferPointer(buffer).storeBytes(
                    of: value.littleEndian, as: UInt64.self)
                count = 8
            }
        }
    }

    /// Appends the first `count` bytes of four words, the lowest of each first.
    @inlinable
    public mutating func append(words: (UInt64, UInt64, UInt64, UInt64), count: Int) {
        append(addingCount: 32) { room in
            unsafe room.withUnsafeMutableBufferPointer { buffer, filled in
                let raw = UnsafeMutableRawBufferPointer(buffer)
                unsafe raw.storeBytes(of: words.0.littleEndian, as: UInt64.self)
                unsafe raw.storeBytes(of: words.1.littleEndian, toByteOffset: 8, as: UInt64.self)
                unsafe raw.storeBytes(of: words.2.littleEndian, toByteOffset: 16, as: UInt64.self)
                unsafe raw.storeBytes(of: words.3.littleEndian, toByteOffset: 24, as: UInt64.self)
                filled = min(count, 32)
            }
        }
    }

    /// Appends `value` in decimal digits.
    @inlinable
    public mutating func append(decimal value: Int64) {
        if value < 0 { append(0x2D) }
        append(decimal: value.magnitude)
    }

    /// Appends `value` in decimal digits.
    @inlinable
    public mutating func append(decimal value: UInt64) {
        if value < 10 { return append(0x30 | UInt8(truncatingIfNeeded: value)) }
        appendDigits(value)
    }

    @usableFromInline
    mutating func appendDigits(_ value: UInt64) {
        if value >= 100_000_000 {
            appendDigits(value / 100_000_000)
            return append(word64: Self.eightDigits(value % 100_000_000))
        }
        let digits = Self.eightDigits(value)
        let zeros = min((digits ^ 0x3030_3030_3030_3030).trailingZeroBitCount / 8, 7)
        append(word64: digits >> UInt64(8 * zeros))
        removeLast(zeros)
    }

    /// The digits of a number below 10⁸, the first in the lowest byte: halves, then halves of those.
    @inlinable
    static func eightDigits(_ value: UInt64) -> UInt64 {
        let fours = value / 10_000 | (value % 10_000) << 32
        let hundreds = ((fours &* 5243) >> 19) & 0x0000_007F_0000_007F
        let twos = hundreds | (fours &- hundreds &* 100) << 16
        let tens = ((twos &* 103) >> 10) & 0x000F_000F_000F_000F
        return (tens | (twos &- tens &* 10) << 8) | 0x3030_3030_3030_3030
    }
}
