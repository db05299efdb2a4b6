private import CCryptoBoringSSL

/// HMAC-SHA-256 of many short messages under one key.
///
/// Source: RFC 2104, and FIPS 180-4 for the padding, over the rounds of swift-crypto's SHA-256. That
/// package's own types copy a hash's state into new memory for every message, and its C functions put
/// the message into blocks piece by piece: a third and a tenth of the time of a message of 150 bytes.
public struct MessageCode: Sendable {
    private static let blockLength = 64

    private typealias State = [8 of UInt32]

    /// The states after the key's block: half of the work of a short message.
    private let inner: State
    private let outer: State

    /// Any length of key will do.
    public init(key: [UInt8]) {
        var block = key
        if key.count > Self.blockLength {
            let words = Self.block(Self.digest(of: key.span, after: Self.start, length: key.count))
            block = unsafe withUnsafeBytes(of: words) { unsafe Array($0.prefix(32)) }
        }
        block += [UInt8](repeating: 0, count: Self.blockLength - block.count)
        inner = Self.state(after: block.map { $0 ^ 0x36 })
        outer = Self.state(after: block.map { $0 ^ 0x5C })
    }

    /// The first 16 of the 32 bytes.
    public func code(of message: Span<UInt8>) -> SipHash.Digest {
        let inside = Self.digest(
            of: message, after: inner, length: Self.blockLength + message.count)
        var state = outer
        let block = Self.block(inside)
        unsafe withUnsafeBytes(of: block) { unsafe Self.transform(&state, $0, blocks: 1) }
        return SipHash.Digest(
            low: Self.word(state, 0).littleEndian, high: Self.word(state, 2).littleEndian)
    }

    public typealias Digest = [4 of UInt64]

    /// The 32 bytes of the message's SHA-256, without a key, as they lie in memory.
    public static func hash(of message: Span<UInt8>) -> Digest {
        let state = digest(of: message, after: start, length: message.count)
        return [word(state, 0), word(state, 2), word(state, 4), word(state, 6)]
    }
}

// SHA-256.
extension MessageCode {
    private static var start: State {
        [
            0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C,
            0x1F83_D9AB, 0x5BE0_CD19,
        ]
    }

    private static func state(after block: [UInt8]) -> State {
        var state = start
        unsafe block.withUnsafeBytes { unsafe transform(&state, $0, blocks: 1) }
        return state
    }

    /// The state behind all of a message, which is `length` bytes with those that `state` knows; the
    /// others are `bytes`.
    private static func digest(of bytes: Span<UInt8>, after state: State, length: Int) -> State {
        var state = state
        // One bit behind the message, zeros, and the length in bits fill the last block.
        let blocks = (bytes.count + 1 + 8 + blockLength - 1) / blockLength
        // The last four blocks are put together, which for most messages is all.
        let early = max(blocks - 4, 0)
        let rest = bytes.count - early * blockLength
        var last: [32 of UInt64] = .init(repeating: 0)
        last[(blocks - early) * 8 - 1] = (UInt64(length) &* 8).bigEndian
        unsafe bytes.withUnsafeBytes { bytes in
            unsafe transform(&state, bytes, blocks: early)
            unsafe withUnsafeMutableBytes(of: &last) { last in
                unsafe last.copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: bytes[(bytes.count - rest)...]))
                unsafe last[rest] = 0x80
                unsafe transform(&state, UnsafeRawBufferPointer(last), blocks: blocks - early)
            }
        }
        return state
    }

    /// The last block of a message of a block and the 32 bytes of `state`.
    private static func block(_ state: State) -> [8 of UInt64] {
        let bits = UInt64(blockLength + 32) * 8
        return [
            word(state, 0), word(state, 2), word(state, 4), word(state, 6),
            UInt64(0x80).littleEndian, 0, 0, bits.bigEndian,
        ]
    }

    /// Two words of a digest as they lie in memory.
    private static func word(_ state: State, _ index: Int) -> UInt64 {
        (UInt64(state[index]) << 32 | UInt64(state[index + 1])).bigEndian
    }

    private static func transform(
        _ state: inout State, _ bytes: UnsafeRawBufferPointer, blocks: Int
    ) {
        precondition(blocks * blockLength <= bytes.count)
        guard blocks > 0 else { return }
        unsafe withUnsafeMutableBytes(of: &state) { state in
            unsafe CCryptoBoringSSL_SHA256_TransformBlocks(
                state.baseAddress?.assumingMemoryBound(to: UInt32.self),
                bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), blocks)
        }
    }
}
