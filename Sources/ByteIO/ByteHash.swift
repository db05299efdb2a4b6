/// A hash for tables in memory: other values in every run, so that nobody can choose texts that collide.
///
/// Both factors of every product hold a secret: with a known one, texts that make it zero would collide
/// whatever the seed is. The last fold is one more than the bytes need: after a single product, numbered
/// texts would follow each other in equal steps, which with one seed in twenty pile up in few slots.
///
/// Source: Wang Yi, wyhash (public domain): folded products of 16 bytes each, the last 16 overlap, and a
/// final fold.
public struct ByteHash: Sendable {
    /// That of this run.
    public static let ofRun = ByteHash(seed: .random(in: .min ... .max))

    static let factor: UInt64 = 0x8BB8_4B93_962E_ACC9

    @usableFromInline let seed: UInt64
    @usableFromInline let secret: UInt64

    init(seed: UInt64) {
        self.seed = seed
        secret = seed &* Self.factor
    }

    @inlinable @inline(__always)
    func hash(_ bytes: Span<UInt8>) -> UInt64 { Self.fold(product(bytes), secret) }

    /// Of a number, for tables of numbers.
    public func hash(_ number: UInt64) -> UInt64 {
        Self.fold(Self.fold(number ^ seed, secret), secret)
    }

    @inlinable @inline(__always)
    func product(_ bytes: Span<UInt8>) -> UInt64 {
        let count = bytes.count
        var hash = UInt64(truncatingIfNeeded: count) ^ seed
        if count > 16 {
            var at = 0
            while at < count &- 16 {
                hash = Self.fold(bytes.word64(at: at) ^ hash, bytes.word64(at: at &+ 8) ^ secret)
                at &+= 16
            }
        }
        if count >= 16 {
            return Self.fold(
                bytes.word64(at: count &- 16) ^ hash, bytes.word64(at: count &- 8) ^ secret)
        }
        if count >= 8 {
            return Self.fold(bytes.word64(at: 0) ^ hash, bytes.word64(at: count &- 8) ^ secret)
        }
        if count >= 4 {
            let low = UInt64(bytes.word32(at: 0)) | UInt64(bytes.word32(at: count &- 4)) << 32
            return Self.fold(low ^ hash, secret)
        }
        var few: UInt64 = 0
        for at in 0..<count { few = few << 8 | UInt64(bytes[at]) }
        return Self.fold(few ^ hash, secret)
    }

    @inlinable @inline(__always)
    static func fold(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let product = one.multipliedFullWidth(by: other)
        return product.high ^ product.low
    }
}
