public import BasicContainers

// Rows put together of pieces that are known to be fit for a row, at the end of a flat buffer.
extension UniqueArray where Element == UInt8 {
    /// Appends what `build` makes, which must not be more than `count` bytes; it ends with `finished()`.
    ///
    /// The builder is handed over and not lent, so that it stays in registers.
    @inlinable @inline(__always)
    public mutating func append(
        upTo count: Int, _ build: (consuming RowBuilder) -> Int
    ) {
        append(addingCount: count) { room in
            unsafe room.withUnsafeMutableBufferPointer { buffer, filled in
                filled = unsafe build(RowBuilder(buffer))
            }
        }
    }
}

extension RowBuilder {
    @inlinable @inline(__always) @_lifetime(immortal)
    init(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
        unsafe base = UnsafeMutableRawPointer(buffer.baseAddress.unsafelyUnwrapped)
        capacity = buffer.count
    }

    /// How many bytes were written. Traps where something found no room.
    @inlinable @inline(__always)
    public consuming func finished() -> Int {
        precondition(!isFull)
        return filled
    }

    /// Appends all of `bytes`, and touches nothing behind them: the last word or vector overlaps the one
    /// before. A call of memcpy took twice as long for the short texts of a row.
    @inlinable @inline(__always) @_lifetime(self: copy self)
    public mutating func append(_ bytes: Span<UInt8>) {
        guard hasRoom(bytes.count) else { return }
        unsafe storeAll(bytes)
    }

    @unsafe @inlinable @inline(__always) @_lifetime(self: copy self)
    mutating func storeAll(_ bytes: Span<UInt8>) {
        let count = bytes.count
        if count >= 16 {
            var at = 0
            while at < count &- 16 {
                unsafe store(bytes.loadVector(at), at)
                at &+= 16
            }
            unsafe store(bytes.loadVector(count &- 16), count &- 16)
        } else if count >= 8 {
            unsafe store(bytes.loadWord(0), 0)
            unsafe store(bytes.loadWord(count &- 8), count &- 8)
        } else {
            for at in 0..<count { unsafe store(bytes[at], at) }
        }
        filled &+= count
    }

    /// Appends `separator` and all of `bytes`.
    @inlinable @inline(__always) @_lifetime(self: copy self)
    public mutating func append(_ separator: UInt8, _ bytes: Span<UInt8>) {
        guard hasRoom(bytes.count &+ 1) else { return }
        unsafe store(separator, 0)
        filled &+= 1
        unsafe storeAll(bytes)
    }

    @unsafe @inlinable @inline(__always) @_lifetime(self: copy self)
    mutating func store<Value: BitwiseCopyable>(_ value: Value, _ at: Int) {
        unsafe base.storeBytes(of: value, toByteOffset: filled &+ at, as: Value.self)
    }

    /// Appends the first `count` bytes of four words, the lowest of each first.
    @inlinable @inline(__always) @_lifetime(self: copy self)
    public mutating func append(words: (UInt64, UInt64, UInt64, UInt64), count: Int) {
        guard hasRoom(32) else { return }
        precondition(UInt(bitPattern: count) <= 32)
        unsafe store(words.0.littleEndian, 0)
        unsafe store(words.1.littleEndian, 8)
        unsafe store(words.2.littleEndian, 16)
        unsafe store(words.3.littleEndian, 24)
        filled &+= count
    }

    /// Appends `value` in decimal digits.
    ///
    /// Nothing here takes the builder's address, which would keep it out of registers.
    @inlinable @inline(__always) @_lifetime(self: copy self)
    public mutating func append(decimal value: UInt64) {
        let unit: UInt64 = 100_000_000
        if value < 10 { return append(0x30 | UInt8(truncatingIfNeeded: value)) }
        if value < unit { return append(upToEight: value) }
        let high = value / unit
        if high < unit {
            append(upToEight: high)
        } else {
            append(upToEight: high / unit)
            append(word: UniqueArray<UInt8>.eightDigits(high % unit))
        }
        append(word: UniqueArray<UInt8>.eightDigits(value % unit))
    }

    /// Appends a number below 10⁸.
    @inlinable @inline(__always) @_lifetime(self: copy self)
    mutating func append(upToEight value: UInt64) {
        let digits = UniqueArray<UInt8>.eightDigits(value)
        let zeros = min((digits ^ 0x3030_3030_3030_3030).trailingZeroBitCount / 8, 7)
        guard hasRoom(8) else { return }
        unsafe store((digits &>> UInt64(8 &* zeros)).littleEndian, 0)
        filled &+= 8 &- zeros
    }
}
