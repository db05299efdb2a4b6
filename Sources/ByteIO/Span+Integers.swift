// Whole numbers in a fixed width, little-endian, for files that only this run reads.

extension Span<UInt8> {
    /// The 32-bit number that starts at `offset`.
    public func word32(at offset: Int) -> UInt32 {
        precondition(offset >= 0 && offset + 4 <= count)
        return unsafe withUnsafeBytes {
            unsafe UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        }
    }

    /// The 64-bit number that starts at `offset`.
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

    /// How many bytes are `byte`.
    public func occurrences(of byte: UInt8) -> Int {
        var found = 0
        for at in 0..<count where self[at] == byte { found += 1 }
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
}
