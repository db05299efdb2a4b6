import CZlib
import Glibc

/// The bytes of a file or descriptor, inflated where they are gzip.
///
/// Gzip is known by content. All members are joined; the checksum and length of each are verified;
/// zeros after the last member are padding, anything else there is damage. What was decoded before
/// damage is handed out first; the next read throws.
@safe
public struct InputFile: ~Copyable {
    private static let chunk = 1 << 17

    /// The name in messages.
    public let name: String
    /// Bytes read so far, before inflating.
    public private(set) var compressedCount = 0
    /// Whether the content is gzip; known after the first read.
    public var isGzip: Bool { unsafe stream != nil }

    private let descriptor: Int32
    private let ownsDescriptor: Bool
    private var limit: Int?
    private var stream: UnsafeMutablePointer<z_stream>?
    private var input = [UInt8](repeating: 0, count: chunk)
    private var filled = 0
    private var used = 0
    private var stage = Stage.unknown
    private var failure: IOFailure?

    private enum Stage { case unknown, plain, member, betweenMembers, padding, ended }

    /// Opens `path`; a regular file is read up to its size now.
    ///
    /// - Throws: `.noInput` with the path and the system's reason; a folder is one.
    public init(path: String) throws(IOFailure) {
        let opened = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw .system(.noInput, path) }
        do throws(IOFailure) {
            try self.init(descriptor: opened, name: path, owned: true)
        } catch {
            close(opened)
            throw error
        }
    }

    /// Standard input; closed or a folder is `.noInput`.
    public static func standardInput() throws(IOFailure) -> InputFile {
        try InputFile(descriptor: 0, name: "stdin", owned: false)
    }

    private init(descriptor: Int32, name: String, owned: Bool) throws(IOFailure) {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw errno == EBADF
                ? IOFailure(.noInput, "\(name) is closed") : .system(.noInput, name)
        }
        guard fcntl(descriptor, F_GETFL) & O_ACCMODE != O_WRONLY else {
            throw IOFailure(.noInput, "\(name) is closed")
        }
        let kind = status.st_mode & S_IFMT
        guard kind != S_IFDIR else { throw .system(.noInput, name, code: EISDIR) }
        self.descriptor = descriptor
        self.name = name
        ownsDescriptor = owned
        limit = kind == S_IFREG ? Int(status.st_size) : nil
        if kind == S_IFREG, !owned {
            limit = limit.map { $0 - Int(lseek(descriptor, 0, SEEK_CUR)) }
        }
    }

    deinit {
        if let stream = unsafe stream {
            unsafe inflateEnd(stream)
            unsafe stream.deallocate()
        }
        // Nothing was written through it, so a failing close loses nothing.
        if ownsDescriptor { close(descriptor) }
    }

    /// Reads into `buffer[start...]` and returns how many bytes; 0 is the end.
    ///
    /// - Throws: `.damaged` for gzip that is cut, corrupt or followed by junk; `.failed` where the
    ///   system refuses to read.
    public mutating func read(into buffer: inout [UInt8], at start: Int) throws(IOFailure) -> Int {
        if let failure { throw failure }
        precondition(start < buffer.count)
        if stage == .unknown { try detect() }
        var count = 0
        while count == 0, stage != .ended {
            do throws(IOFailure) {
                count =
                    try stage == .plain
                    ? copyPlain(into: &buffer, at: start) : inflated(into: &buffer, at: start)
            } catch {
                failure = error
                throw error
            }
        }
        return count
    }

    private mutating func detect() throws(IOFailure) {
        while filled < 2 {
            let more = try fill(from: filled)
            if more == 0 { break }
            filled += more
        }
        guard filled >= 2, input[0] == 0x1F, input[1] == 0x8B else {
            stage = filled == 0 ? .ended : .plain
            return
        }
        let fresh = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe fresh.initialize(to: z_stream())
        // 15 window bits, + 16: a gzip header and trailer, both checked by zlib.
        guard
            unsafe inflateInit2_(
                fresh, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else {
            unsafe fresh.deallocate()
            throw IOFailure(.failed, "\(name): zlib has no memory")
        }
        unsafe stream = fresh
        stage = .member
    }

    private mutating func copyPlain(
        into buffer: inout [UInt8], at start: Int
    ) throws(IOFailure) -> Int {
        if used == filled { try refill() }
        let count = Swift.min(filled - used, buffer.count - start)
        guard count > 0 else {
            stage = .ended
            return 0
        }
        unsafe buffer.withUnsafeMutableBytes { target in
            unsafe input.withUnsafeBytes { source in
                unsafe target[start..<start + count].copyBytes(from: source[used..<used + count])
            }
        }
        used += count
        return count
    }

    private mutating func inflated(
        into buffer: inout [UInt8], at start: Int
    ) throws(IOFailure) -> Int {
        if used == filled { try refill() }
        guard filled > 0 else {
            guard stage == .member else {
                stage = .ended
                return 0
            }
            throw IOFailure(.damaged, "\(name): compressed data ends early")
        }
        switch stage {
        case .betweenMembers: try nextMember()
        case .padding: try skipPadding()
        default: return try inflateOnce(into: &buffer, at: start)
        }
        return 0
    }

    private mutating func inflateOnce(
        into buffer: inout [UInt8], at start: Int
    ) throws(IOFailure) -> Int {
        guard let stream = unsafe stream else { return 0 }
        let room = buffer.count - start
        let code = unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe buffer.withUnsafeMutableBufferPointer { target -> Int32 in
                guard let next = source.baseAddress, let out = target.baseAddress
                else { return Z_BUF_ERROR }
                unsafe stream.pointee.next_in = unsafe next + used
                unsafe stream.pointee.avail_in = UInt32(filled - used)
                unsafe stream.pointee.next_out = unsafe out + start
                unsafe stream.pointee.avail_out = UInt32(clamping: room)
                return unsafe inflate(stream, Z_NO_FLUSH)
            }
        }
        used = unsafe filled - Int(stream.pointee.avail_in)
        let count = unsafe room - Int(stream.pointee.avail_out)
        switch code {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: stage = .betweenMembers
        default:
            let reason =
                unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "error \(code)"
            let damage = IOFailure(.damaged, "\(name): corrupt gzip: \(reason)")
            guard count > 0 else { throw damage }
            failure = damage
        }
        return count
    }

    private mutating func nextMember() throws(IOFailure) {
        if input[used] == 0 {
            stage = .padding
            return
        }
        if filled - used < 2 { try pullTogether() }
        guard filled - used >= 2, input[used] == 0x1F, input[used + 1] == 0x8B,
            let stream = unsafe stream
        else { throw junk() }
        guard unsafe inflateReset(stream) == Z_OK else {
            throw IOFailure(.failed, "\(name): zlib cannot start again")
        }
        stage = .member
    }

    private mutating func skipPadding() throws(IOFailure) {
        while used < filled {
            guard input[used] == 0 else { throw junk() }
            used += 1
        }
    }

    private func junk() -> IOFailure {
        IOFailure(
            .damaged,
            "\(name): data after the end of gzip at byte \(compressedCount - filled + used)")
    }

    /// Moves the unread byte to the front and reads behind it, so that two bytes can be looked at.
    private mutating func pullTogether() throws(IOFailure) {
        input[0] = input[used]
        used = 0
        filled = 1
        filled += try fill(from: 1)
    }

    private mutating func refill() throws(IOFailure) {
        used = 0
        filled = try fill(from: 0)
    }

    private mutating func fill(from start: Int) throws(IOFailure) -> Int {
        var wanted = Self.chunk - start
        if let limit { wanted = Swift.min(wanted, limit - compressedCount) }
        guard wanted > 0 else { return 0 }
        while true {
            let count = unsafe input.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(descriptor, buffer.baseAddress.map { unsafe $0 + start }, wanted)
            }
            if count >= 0 {
                if count == 0, let limit, compressedCount < limit {
                    throw IOFailure(.damaged, "\(name): file shrank while it was read")
                }
                compressedCount += count
                return count
            }
            guard errno == EINTR else {
                throw .system(.failed, "\(name): byte \(compressedCount)")
            }
        }
    }
}
