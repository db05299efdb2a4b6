// What kinds of bytes a text has, found by looking at 16 of them at once: a loop over single bytes,
// which the compiler leaves as it is, takes twenty times as long.
extension Span<UInt8> {
    /// Whether every byte is printable ASCII.
    public var isPrintable: Bool {
        isFree { Self.isUnprintable($0) }
    }

    /// Whether every byte is printable ASCII but `one` and `two`.
    public func isPrintable(without one: UInt8, _ two: UInt8) -> Bool {
        isFree {
            Self.isUnprintable($0) .| ($0 .== Bytes(repeating: one))
                .| ($0 .== Bytes(repeating: two))
        }
    }

    /// Whether every byte is printable ASCII, and none is one that log formats use to write or to
    /// hide another one: a backslash, `%`, `$`, `@`.
    public var isLiteral: Bool {
        isFree {
            Self.isUnprintable($0) .| ($0 .== Bytes(repeating: 0x5C))
                .| ($0 .== Bytes(repeating: 0x25)) .| ($0 .== Bytes(repeating: 0x24))
                .| ($0 .== Bytes(repeating: 0x40))
        }
    }

    /// Whether no byte is a control byte below 0x20 or `other`.
    public func hasNoControl(or other: UInt8) -> Bool {
        isFree { ($0 .< Bytes(repeating: 0x20)) .| ($0 .== Bytes(repeating: other)) }
    }

    // Vectors on both sides: with a single byte on one the library goes through the lanes.
    private typealias Bytes = SIMD16<UInt8>
    private typealias Mask = SIMDMask<SIMD16<Int8>>

    @inline(__always)
    private static func isUnprintable(_ bytes: Bytes) -> Mask {
        bytes &- Bytes(repeating: 0x20) .> Bytes(repeating: 0x5E)
    }

    /// Whether `isOdd` is true of no byte; it must not be true of a blank.
    @inline(__always)
    private func isFree(of isOdd: (Bytes) -> Mask) -> Bool {
        unsafe withUnsafeBytes { raw in
            var odd = Mask(repeating: false)
            var at = 0
            while at + 16 <= raw.count {
                odd .|= unsafe isOdd(raw.loadUnaligned(fromByteOffset: at, as: Bytes.self))
                at += 16
            }
            if at < raw.count, at > 0 {
                let last = unsafe raw.loadUnaligned(fromByteOffset: raw.count - 16, as: Bytes.self)
                odd .|= isOdd(last)
            } else if at < raw.count {
                var few = Bytes(repeating: 0x20)
                unsafe withUnsafeMutableBytes(of: &few) { unsafe $0.copyMemory(from: raw) }
                odd .|= isOdd(few)
            }
            let bits = unsafe unsafeBitCast(odd, to: SIMD2<UInt64>.self)
            return bits[0] | bits[1] == 0
        }
    }
}
