/// The 64-bit xxHash of bytes given in pieces of any size.
///
/// Source: Collet, "XXH64 specification" (xxHash, doc/xxhash_spec.md), with the empty-input digest
/// 0xEF46DB3751D8E999 at seed 0.
public struct XXH64: Sendable {
    private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
    private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
    private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
    private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

    private let seed: UInt64
    private var lanes: Lanes
    private var length: UInt64 = 0
    private var tail: [UInt8] = []

    public init(seed: UInt64 = 0) {
        self.seed = seed
        lanes = Lanes(seed)
    }

    /// The digest of one run of bytes.
    public static func digest(of bytes: Span<UInt8>, seed: UInt64 = 0) -> UInt64 {
        guard bytes.count >= 32 else {
            return finished(
                seed &+ prime5 &+ UInt64(bytes.count), rest: bytes)
        }
        var lanes = Lanes(seed)
        let whole = bytes.count & ~31
        lanes.take(bytes.extracting(0..<whole))
        return finished(
            lanes.merged &+ UInt64(bytes.count), rest: bytes.extracting(whole...))
    }

    /// Adds bytes.
    public mutating func update(_ bytes: Span<UInt8>) {
        length &+= UInt64(bytes.count)
        var start = 0
        if !tail.isEmpty {
            start = Swift.min(32 - tail.count, bytes.count)
            tail.append(bytes.extracting(0..<start))
            guard tail.count == 32 else { return }
            var block = tail
            tail = []
            lanes.take(block.span)
            block.removeAll(keepingCapacity: true)
            tail = block
        }
        let whole = (bytes.count - start) & ~31
        lanes.take(bytes.extracting(start..<start + whole))
        tail.append(bytes.extracting((start + whole)...))
    }

    /// Adds the rows at hand with their line ends.
    public mutating func update(_ block: borrowing RowBlock) { update(block.content) }

    /// The digest of all bytes so far.
    public var digest: UInt64 {
        guard length >= 32 else {
            return Self.finished(seed &+ Self.prime5 &+ length, rest: tail.span)
        }
        return Self.finished(lanes.merged &+ length, rest: tail.span)
    }

    private static func finished(_ start: UInt64, rest: Span<UInt8>) -> UInt64 {
        var hash = start
        unsafe rest.withUnsafeBytes { raw in
            var at = 0
            while at + 8 <= raw.count {
                let word = unsafe raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                hash = rotated(hash ^ round(0, word), 27) &* prime1 &+ prime4
                at += 8
            }
            if at + 4 <= raw.count {
                let word = unsafe raw.loadUnaligned(fromByteOffset: at, as: UInt32.self)
                hash = rotated(hash ^ (UInt64(word) &* prime1), 23) &* prime2 &+ prime3
                at += 4
            }
            while at < raw.count {
                hash = unsafe rotated(hash ^ (UInt64(raw[at]) &* prime5), 11) &* prime1
                at += 1
            }
        }
        hash = (hash ^ (hash >> 33)) &* prime2
        hash = (hash ^ (hash >> 29)) &* prime3
        return hash ^ (hash >> 32)
    }

    private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        rotated(lane &+ word &* prime2, 31) &* prime1
    }

    private static func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 {
        (value << bits) | (value >> (64 - bits))
    }
}

extension XXH64 {
    /// The four sums that whole blocks of 32 bytes go into.
    fileprivate struct Lanes: Sendable {
        private var (one, two, three, four): (UInt64, UInt64, UInt64, UInt64)

        init(_ seed: UInt64) {
            one = seed &+ prime1 &+ prime2
            two = seed &+ prime2
            three = seed
            four = seed &- prime1
        }

        /// Takes a multiple of 32 bytes.
        mutating func take(_ bytes: Span<UInt8>) {
            precondition(bytes.count & 31 == 0)
            // A value of its own, which stays in registers; two blocks a turn take fewer moves.
            var lanes = self
            var at = 0
            while bytes.count &- at >= 64 {
                unsafe lanes.take(bytes, at)
                unsafe lanes.take(bytes, at &+ 32)
                at &+= 64
            }
            if at < bytes.count { unsafe lanes.take(bytes, at) }
            self = lanes
        }

        /// Takes the 32 bytes at `at`, which are there.
        @unsafe @inline(__always)
        private mutating func take(_ bytes: Span<UInt8>, _ at: Int) {
            one = round(one, unsafe bytes.loadWord(at))
            two = round(two, unsafe bytes.loadWord(at &+ 8))
            three = round(three, unsafe bytes.loadWord(at &+ 16))
            four = round(four, unsafe bytes.loadWord(at &+ 24))
        }

        var merged: UInt64 {
            var hash = rotated(one, 1) &+ rotated(two, 7) &+ rotated(three, 12) &+ rotated(four, 18)
            hash = Self.joined(hash, one)
            hash = Self.joined(hash, two)
            hash = Self.joined(hash, three)
            return Self.joined(hash, four)
        }

        private static func joined(_ hash: UInt64, _ lane: UInt64) -> UInt64 {
            (hash ^ round(0, lane)) &* prime1 &+ prime4
        }
    }
}
