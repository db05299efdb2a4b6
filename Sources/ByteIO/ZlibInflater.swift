import CZlib

/// Inflates the members of a gzip file, one after another, by zlib.
@safe
struct ZlibInflater: ~Copyable {
    // On the heap: zlib keeps a pointer back to it.
    private let stream: UnsafeMutablePointer<z_stream>
    /// Whether the content is checked by folding, not by zlib.
    private let folds: Bool
    /// Of the member, once zlib has read and checked its header.
    private var checksum: GzipChecksum?
    private var isInTrailer = false

    /// With `folds` content is checked by `GzipChecksum` where the machine can; it comes to the same. Nil where
    /// there is no memory.
    init?(folds: Bool) {
        self.folds = folds && GzipChecksum.canFold
        let fresh = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe fresh.initialize(to: z_stream())
        // 15 window bits, + 16: zlib reads a gzip header and trailer and checks both, but where content is folded the
        // trailer is checked by `GzipChecksum`.
        guard
            unsafe inflateInit2_(
                fresh, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else {
            unsafe fresh.deallocate()
            return nil
        }
        unsafe stream = fresh
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Makes ready for another member; false where zlib cannot.
    mutating func beginMember() -> Bool {
        checksum = nil
        isInTrailer = false
        return unsafe inflateReset(stream) == Z_OK && inflateValidate(stream, 1) == Z_OK
    }

    /// Uses bytes of `chunk` and writes to `room` from its start; how many bytes it wrote.
    mutating func inflate(
        _ chunk: inout InputChunk, into room: UnsafeMutableBufferPointer<UInt8>
    ) -> (count: Int, found: Inflation) {
        let wanted = UInt32(clamping: room.count)
        let start = chunk.used
        let code = unsafe chunk.withUnusedBytes { source -> Int32 in
            unsafe stream.pointee.next_in = source.baseAddress
            unsafe stream.pointee.avail_in = UInt32(source.count)
            unsafe stream.pointee.next_out = room.baseAddress
            unsafe stream.pointee.avail_out = wanted
            // Folding must know where the header and the last block end.
            return unsafe CZlib.inflate(stream, folds ? Z_BLOCK : Z_NO_FLUSH)
        }
        chunk.used = unsafe chunk.filled - Int(stream.pointee.avail_in)
        let count = unsafe Int(wanted - stream.pointee.avail_out)
        guard folds else { return (count, found(code)) }
        unsafe observe(room.span.extracting(first: count))
        let damage = observe(compressed: chunk.bytes.span.extracting(start..<chunk.used))
        return (count, damage.map { .damaged($0) } ?? found(code))
    }

    private mutating func observe(_ content: Span<UInt8>) { checksum?.add(content) }

    /// Notes how far zlib came; what is wrong with the trailer as far as it was read.
    private mutating func observe(compressed bytes: Span<UInt8>) -> String? {
        // Bit 7: zlib stands behind the header or a block; bit 6: behind the last one.
        let isBehindBlock = unsafe stream.pointee.data_type & 128 != 0
        guard checksum != nil else {
            if isBehindBlock, unsafe inflateValidate(stream, 0) == Z_OK {
                checksum = GzipChecksum()
            }
            return nil
        }
        if isInTrailer { return checksum?.damage(readingTrailer: bytes) }
        isInTrailer = unsafe isBehindBlock && stream.pointee.data_type & 64 != 0
        return nil
    }

    private func found(_ code: Int32) -> Inflation {
        switch code {
        case Z_OK, Z_BUF_ERROR: return .unfinished
        case Z_STREAM_END: return .memberEnd
        default:
            return .damaged(
                unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "error \(code)")
        }
    }
}
