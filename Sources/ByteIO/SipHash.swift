/// SipHash-2-4 with 128 bits: a hash that nobody without the key can make collide.
///
/// Source: Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012, and the 128-bit variant of
/// its reference code; the digest of nothing under key 00 01 … 0F begins with A3 81 7F 04.
public struct SipHash: Sendable {
    /// 16 bytes: `low` holds the first eight, little-endian.
    public struct Digest: Hashable, BitwiseCopyable, Sendable {
        public var low: UInt64
        public var high: UInt64

        public init(low: UInt64, high: UInt64) {
            self.low = low
            self.high = high
        }

        /// Appends the 32 hex digits of the bytes, in their order.
        public func appendHex(to bytes: inout [UInt8]) {
            // Eight digits at once: one at a time took 600 instructions.
            let digits = (
                Self.digits(low), Self.digits(low >> 32), Self.digits(high),
                Self.digits(high >> 32)
            )
            unsafe withUnsafeBytes(of: digits) { unsafe bytes.append(contentsOf: $0) }
        }

        /// The hex digits of the four lowest bytes of `word`; the first one is the lowest byte.
        static func digits(_ word: UInt64) -> UInt64 {
            var spread = word & 0xFFFF_FFFF
            spread = (spread | spread << 16) & 0x0000_FFFF_0000_FFFF
            spread = (spread | spread << 8) & 0x00FF_00FF_00FF_00FF
            let nibbles = (spread >> 4 | spread << 8) & 0x0F0F_0F0F_0F0F_0F0F
            let letters = (nibbles &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
            return (nibbles &+ 0x3030_3030_3030_3030 &+ letters &* 0x27).littleEndian
        }
    }

    private let first: UInt64
    private let second: UInt64

    /// The key's two words, little-endian.
    public init(key first: UInt64, _ second: UInt64) {
        self.first = first
        self.second = second
    }

    /// The key's 16 bytes; nil where there are not 16.
    public init?(key bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        func word(_ start: Int) -> UInt64 {
            (0..<8).reduce(0) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) }
        }
        self.init(key: word(0), word(8))
    }

    /// The digest of one run of bytes.
    public func digest(of bytes: Span<UInt8>) -> Digest {
        taken(bytes) { $0.finished() }
    }

    /// A digest of bytes and a number, which no other bytes and number have.
    public func digest(of bytes: Span<UInt8>, and number: UInt64) -> Digest {
        taken(bytes) { state in
            state.take(number)
            return state.finished()
        }
    }

    @inline(__always)
    private func taken(
        _ bytes: Span<UInt8>, _ finish: (inout State) -> Digest
    ) -> Digest {
        unsafe bytes.withUnsafeBytes { raw in
            // Made in here: a state from outside would lie in memory and not in registers.
            var state = State(first, second)
            var at = 0
            while raw.count &- at >= 8 {
                let word = unsafe raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                state.take(UInt64(littleEndian: word))
                at &+= 8
            }
            var last = UInt64(truncatingIfNeeded: raw.count) << 56
            if raw.count >= 8 {
                // The last bytes again, without those that were read.
                let word = unsafe raw.loadUnaligned(
                    fromByteOffset: raw.count &- 8, as: UInt64.self)
                let read = UInt64(truncatingIfNeeded: 7 &- (raw.count & 7)) &* 8
                last |= (UInt64(littleEndian: word) &>> 8) &>> read
            } else {
                for index in 0..<raw.count {
                    last |= unsafe UInt64(raw[index]) << UInt64(8 * index)
                }
            }
            state.take(last)
            return finish(&state)
        }
    }

    /// The digest of a digest and a number; the same as that of their 24 bytes, little-endian.
    public func digest(of digest: Digest, _ number: UInt64) -> Digest {
        var state = State(first, second)
        state.take(digest.low)
        state.take(digest.high)
        state.take(number)
        state.take(24 << 56)
        return state.finished()
    }

    private struct State {
        private var (v0, v1, v2, v3): (UInt64, UInt64, UInt64, UInt64)

        init(_ first: UInt64, _ second: UInt64) {
            v0 = 0x736F_6D65_7073_6575 ^ first
            v1 = 0x646F_7261_6E64_6F6D ^ second ^ 0xEE
            v2 = 0x6C79_6765_6E65_7261 ^ first
            v3 = 0x7465_6462_7974_6573 ^ second
        }

        @inline(__always)
        mutating func take(_ word: UInt64) {
            v3 ^= word
            round()
            round()
            v0 ^= word
        }

        @inline(__always)
        mutating func finished() -> Digest {
            v2 ^= 0xEE
            for _ in 0..<4 { round() }
            let low = v0 ^ v1 ^ v2 ^ v3
            v1 ^= 0xDD
            for _ in 0..<4 { round() }
            return Digest(low: low, high: v0 ^ v1 ^ v2 ^ v3)
        }

        private mutating func round() {
            v0 &+= v1
            v2 &+= v3
            v1 = (v1 << 13 | v1 >> 51) ^ v0
            v3 = (v3 << 16 | v3 >> 48) ^ v2
            v0 = v0 << 32 | v0 >> 32
            v2 &+= v1
            v0 &+= v3
            v1 = (v1 << 17 | v1 >> 47) ^ v2
            v3 = (v3 << 21 | v3 >> 43) ^ v0
            v2 = v2 << 32 | v2 >> 32
        }
    }
}
