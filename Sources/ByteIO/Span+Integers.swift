// Whole numbers in a fixed width, little-endian, for files that only this run reads.

extension Span<UInt8> {
    /// The 32-bit number that starts at `offset`.
    @inlinable
    public func word32(at offset: Int) -> UInt32 {
        precondition(offset >= 0 && offset + 4 <= count)
        return unsafe withUnsafeBytes {
            unsafe UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        }
    }

    /// The 64-bit number that starts at `offset`.
    @inlinable
    public func word64(at offset: Int) -> UInt64 {
        precondition(offset >= 0 && offset + 8 <= count)
        return unsafe withUnsafeBytes {
            unsafe UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
    }

    /// The first eight bytes as a number that sorts as they do; zeros where there are fewer.
    public var orderPrefix: UInt64 {
        guard count < 8 else { return word64(at: 0).byteSwapped }
        var prefix: UInt64 = 0
        for at in 0..<8 { prefix = prefix << 8 | (at < count ? UInt64(self[at]) : 0) }
        return prefix
    }

    /// How many bytes are `byte`; eight at a time.
    public func occurrences(of byte: UInt8) -> Int {
        let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
        var found = 0
        var at = 0
        while at + 8 <= count {
            let word = word64(at: at) ^ pattern
            // The high bit of each byte that is not zero: a carry out of its low seven, or its own.
            let others = ((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | word
            found += 8 - (others & 0x8080_8080_8080_8080).nonzeroBitCount
            at += 8
        }
        while at < count {
            if self[at] == byte { found += 1 }
            at += 1
        }
        return found
    }
}

extension [UInt8] {
    /// Appends `value` as 4 bytes.
    public mutating func append(word32 value: UInt32) {
        unsafe Swift.withUnsafeBytes(of: value.littleEndian) { unsafe append(contentsOf: $0) }
    }

    /// Appends `value` as 8 bytes.
    public mutating func append(word64 value: UInt64) {
        unsafe Swift.withUnsafeBytes(of: value.littleEndian) { unsafe append(contentsOf: $0) }
    }

    /// Appends the first `count` bytes of four words, the lowest of each first.
    @inlinable
    public mutating func append(words: (UInt64, UInt64, UInt64, UInt64), count: Int) {
        let little = (
            words.0.littleEndian, words.1.littleEndian, words.2.littleEndian, words.3.littleEndian
        )
        // A prefix would be copied byte by byte.
        unsafe Swift.withUnsafeBytes(of: little) { raw in
            unsafe append(
                contentsOf: UnsafeRawBufferPointer(
                    start: raw.baseAddress, count: Swift.min(count, 32)))
        }
    }
}
