/// What one call of an inflater came to. The bytes that it wrote count in every case.
enum Inflation: Equatable {
    /// The member goes on, where there is more input or more room.
    case unfinished
    /// The member is complete; its checksum and its length are right.
    case memberEnd
    /// The member cannot be read any further, and why.
    case damaged(String)
}

/// Bytes that were read of a file, the first of them used already.
struct InputChunk {
    var bytes: [UInt8]
    var used = 0
    /// How many of `bytes` were read.
    var filled = 0

    init(size: Int) { bytes = [UInt8](repeating: 0, count: size) }

    /// How many were read and not used.
    var count: Int { filled - used }

    /// The unused byte `index`.
    subscript(index: Int) -> UInt8 { bytes[used + index] }

    /// Shows the unused bytes; `body` keeps no pointer to them.
    mutating func withUnusedBytes(
        _ body: (UnsafeMutableBufferPointer<UInt8>) -> Int32
    ) -> Int32 {
        let unused = used..<filled
        return unsafe bytes.withUnsafeMutableBufferPointer { all in
            unsafe body(UnsafeMutableBufferPointer(rebasing: all[unused]))
        }
    }

    /// Moves the unused bytes to the front.
    mutating func moveToFront() {
        for index in 0..<count { bytes[index] = bytes[used + index] }
        filled = count
        used = 0
    }
}
