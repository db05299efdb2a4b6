import CZlib

/// Inflates the members of a gzip file, one after another, by zlib.
@safe
struct ZlibInflater: ~Copyable {
    // On the heap: zlib keeps a pointer back to it.
    private let stream: UnsafeMutablePointer<z_stream>

    /// Nil where there is no memory.
    init?() {
        let fresh = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe fresh.initialize(to: z_stream())
        // 15 window bits, + 16: a gzip header and trailer, both checked by zlib.
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
    mutating func beginMember() -> Bool { unsafe inflateReset(stream) == Z_OK }

    /// Uses bytes of `chunk` and writes to `room` from its start; how many bytes it wrote.
    mutating func inflate(
        _ chunk: inout InputChunk, into room: UnsafeMutableBufferPointer<UInt8>
    ) -> (count: Int, found: Inflation) {
        let wanted = UInt32(clamping: room.count)
        let code = unsafe chunk.withUnusedBytes { source -> Int32 in
            unsafe stream.pointee.next_in = source.baseAddress
            unsafe stream.pointee.avail_in = UInt32(source.count)
            unsafe stream.pointee.next_out = room.baseAddress
            unsafe stream.pointee.avail_out = wanted
            return unsafe CZlib.inflate(stream, Z_NO_FLUSH)
        }
        chunk.used = unsafe chunk.filled - Int(stream.pointee.avail_in)
        return unsafe (Int(wanted - stream.pointee.avail_out), found(code))
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
