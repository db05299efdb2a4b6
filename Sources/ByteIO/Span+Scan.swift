import BasicContainers
import Glibc

extension Span<UInt8> {
    /// The offset of the first `byte` at or after `start`, or nil. Runs at memchr's speed.
    public func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
        guard start < count else { return nil }
        return unsafe withUnsafeBufferPointer { buffer -> Int? in
            guard let base = unsafe UnsafeRawPointer(buffer.baseAddress) else { return nil }
            guard
                let hit = unsafe memchr(base + start, Int32(byte), buffer.count - start)
            else { return nil }
            return unsafe UnsafeRawPointer(hit) - base
        }
    }

    /// The offset of the first `byte` in `range`, or nil.
    public func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
        extracting(range).firstOffset(of: byte).map { $0 + range.lowerBound }
    }

    /// The offset of the last `byte`, or nil.
    public func lastOffset(of byte: UInt8) -> Int? {
        var offset = count - 1
        while offset >= 0, self[offset] != byte { offset -= 1 }
        return offset >= 0 ? offset : nil
    }

    /// Whether both hold the same bytes; short ones are compared by words.
    @inlinable
    public func equals(_ other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        guard count >= 8 else { return equalsFew(other) }
        guard count <= 64 else { return order(other) == 0 }
        return equals(Part(0, count), other, at: 0)
    }

    @inlinable
    func equalsFew(_ other: Span<UInt8>) -> Bool {
        if count >= 4 {
            return word32(at: 0) == other.word32(at: 0)
                && word32(at: count &- 4) == other.word32(at: count &- 4)
        }
        for at in 0..<count where self[at] != other[at] { return false }
        return true
    }

    /// memcmp's order: negative, zero or positive; a prefix comes before what it begins.
    public func order(_ other: Span<UInt8>) -> Int {
        let shared = Swift.min(count, other.count)
        let sign = unsafe withUnsafeBufferPointer { left -> Int32 in
            unsafe other.withUnsafeBufferPointer { right -> Int32 in
                guard shared > 0, let leftBase = left.baseAddress,
                    let rightBase = right.baseAddress
                else { return 0 }
                return unsafe memcmp(leftBase, rightBase, shared)
            }
        }
        return sign != 0 ? Int(sign) : count - other.count
    }

    /// Whether the bytes are exactly those of `literal`.
    public func equals(_ literal: StaticString) -> Bool {
        guard count == literal.utf8CodeUnitCount else { return false }
        return unsafe withUnsafeBufferPointer { buffer -> Bool in
            guard let base = buffer.baseAddress else { return true }
            return unsafe memcmp(base, literal.utf8Start, buffer.count) == 0
        }
    }

    /// Whether both hold the same bytes but for the case of ASCII letters.
    public func equalsIgnoringCase(_ other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for at in 0..<count where self[at] != other[at] {
            let (one, two) = (self[at] | 0x20, other[at] | 0x20)
            guard one == two, one &- 0x61 < 26 else { return false }
        }
        return true
    }

    /// Whether the bytes begin with those of `literal`.
    public func starts(with literal: StaticString) -> Bool {
        let length = literal.utf8CodeUnitCount
        return count >= length && extracting(0..<length).equals(literal)
    }

    /// The bytes as text; bytes that are not UTF-8 become U+FFFD. For names and messages, never per row.
    public var text: String {
        unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}

extension [UInt8] {
    /// Appends a copy of `bytes`; one memcpy.
    public mutating func append(_ bytes: Span<UInt8>) {
        guard !bytes.isEmpty else { return }
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }

    /// Appends the parts of `text` that `parts` names at `wanted`, each behind a separator.
    ///
    /// Makes room once: a part appended alone took 100 instructions.
    public mutating func append(
        _ parts: [Range<Int>], _ wanted: Range<Int>, of text: Span<UInt8>, separator: UInt8
    ) {
        var length = wanted.count
        for index in wanted { length += parts[index].count }
        unsafe text.withUnsafeBytes { source in
            append(addingCapacity: length) { room in
                unsafe room.withUnsafeMutableBufferPointer { target, filled in
                    unsafe Self.fill(target, parts, wanted, source, separator)
                    filled = length
                }
            }
        }
    }

    private static func fill(
        _ target: UnsafeMutableBufferPointer<UInt8>, _ parts: [Range<Int>], _ wanted: Range<Int>,
        _ source: UnsafeRawBufferPointer, _ separator: UInt8
    ) {
        guard var next = UnsafeMutableRawPointer(target.baseAddress) else { return }
        for index in wanted {
            unsafe next.storeBytes(of: separator, as: UInt8.self)
            unsafe next += 1
            let part = parts[index]
            guard !part.isEmpty, let start = source.baseAddress else { continue }
            precondition(part.lowerBound >= 0 && part.upperBound <= source.count)
            unsafe next.copyMemory(from: start + part.lowerBound, byteCount: part.count)
            unsafe next += part.count
        }
    }

    /// Moves the bytes of `range` to the front; what lies behind them there is left as it is.
    public mutating func moveToFront(_ range: Range<Int>) {
        guard range.lowerBound > 0, !range.isEmpty else { return }
        unsafe withUnsafeMutableBytes { bytes in
            unsafe bytes[0..<range.count].copyBytes(from: UnsafeRawBufferPointer(bytes)[range])
        }
    }

    /// Becomes a copy of a part of `bytes`, in the memory it has.
    public mutating func replace(with bytes: [UInt8], in range: Range<Int>) {
        removeAll(keepingCapacity: true)
        append(bytes.span.extracting(range))
    }

    /// Appends the bytes of `literal`.
    public mutating func append(_ literal: StaticString) {
        unsafe append(
            contentsOf: UnsafeBufferPointer(
                start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// Appends `value` in decimal digits.
    public mutating func append(decimal value: Int64) {
        if value < 0 { append(0x2D) }
        let magnitude = value.magnitude
        if magnitude < 10 { return append(UInt8(truncatingIfNeeded: magnitude) + 0x30) }
        appendDigits(magnitude)
    }

    private mutating func appendDigits(_ value: UInt64) {
        if value >= 100_000_000 { appendDigits(value / 100_000_000) }
        let digits = UniqueArray<UInt8>.eightDigits(value % 100_000_000)
        let zeros = (digits ^ 0x3030_3030_3030_3030).trailingZeroBitCount / 8
        let hidden = value >= 100_000_000 ? 0 : Swift.min(zeros, 7)
        append(words: (digits >> UInt64(8 * hidden), 0, 0, 0), count: 8 - hidden)
    }

    /// Forgets the bytes and keeps the memory; costs nothing where there are none.
    @inlinable
    public mutating func clear() {
        if !isEmpty { removeAll(keepingCapacity: true) }
    }
}

extension Span<UInt8> {
    /// The bytes in an array of their own.
    public func copied() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        bytes.append(self)
        return bytes
    }
}

extension [UInt8] {
    /// Appends `byte` as two lower-case hex digits.
    public mutating func append(hex byte: UInt8) {
        append(Self.hexDigit(byte >> 4))
        append(Self.hexDigit(byte & 15))
    }

    private static func hexDigit(_ digit: UInt8) -> UInt8 {
        digit < 10 ? 0x30 + digit : 0x57 + digit
    }
}

extension UInt8 {
    /// `A` to `Z` as `a` to `z`, all else unchanged.
    @inlinable
    public var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
