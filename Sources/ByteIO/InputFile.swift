import Glibc

/// The bytes of a file or descriptor, inflated where they are gzip.
///
/// Gzip is known by content. All members are joined; the checksum and length of each are verified;
/// zeros after the last member are padding, anything else there is damage. What was decoded before
/// damage is handed out first; the next read throws.
public struct InputFile: ~Copyable {
    /// The name in messages.
    public let name: String
    /// Bytes read so far, before inflating.
    public internal(set) var compressedCount = 0
    /// Whether the content is gzip; known after the first read.
    public internal(set) var isGzip = false

    /// Negative while it is released.
    private(set) var descriptor: Int32
    private let ownsDescriptor: Bool
    /// What the file is, where its descriptor is released between two reads.
    private var released: FileIdentity?
    /// Where in the file reading began; nil for what is no regular file.
    let origin: Int?
    /// How much of a regular file there was at first.
    let limit: Int?
    var chunk: InputChunk
    var stage = Stage.unknown
    var failure: IOFailure?
    var zlib: ZlibInflater?
    private(set) var folds = true
    #if ISAL
        var isal: ISALInflater?
        /// Where the member begins, before inflating.
        var memberStart = 0
        /// Bytes of the member that were handed out.
        var memberCount = 0
        /// Bytes of the member that zlib has to inflate again, for nobody.
        var repeatedCount = 0
        let allowsISAL: Bool
    #endif

    enum Stage { case unknown, plain, member, betweenMembers, padding, ended }

    /// Opens `path`; a regular file is read up to its size now.
    ///
    /// - Throws: `.noInput` with the path and the system's reason; a folder is one.
    public init(path: String) throws(IOFailure) { try self.init(path: path, chunkSize: 1 << 17) }

    /// Reads `chunkSize` bytes at a time: any size from 2 gives the same bytes. With `byZlib` nothing but
    /// zlib inflates and checks.
    init(path: String, chunkSize: Int, byZlib: Bool = false) throws(IOFailure) {
        let opened = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw .system(.noInput, path) }
        do throws(IOFailure) {
            try self.init(
                descriptor: opened, name: path, owned: true, chunkSize: chunkSize, byZlib: byZlib)
            folds = !byZlib
        } catch {
            close(opened)
            throw error
        }
    }

    /// Opens `path` and holds a descriptor only while bytes are read, `chunkSize` at a time: for more files
    /// than may be open at once. What is no regular file keeps its descriptor.
    ///
    /// - Throws: as the other; a later read throws `.damaged` where another file has taken its name.
    public init(releasing path: String, chunkSize: Int) throws(IOFailure) {
        try self.init(path: path, chunkSize: chunkSize, byZlib: true)
        folds = true
        guard origin != nil else { return }
        released = FileIdentity(descriptor: descriptor)
        release()
    }

    /// Standard input; closed or a folder is `.noInput`.
    public static func standardInput() throws(IOFailure) -> InputFile {
        try InputFile(
            descriptor: 0, name: "stdin", owned: false, chunkSize: 1 << 17, byZlib: false)
    }

    private init(
        descriptor: Int32, name: String, owned: Bool, chunkSize: Int, byZlib: Bool
    ) throws(IOFailure) {
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
        chunk = InputChunk(size: chunkSize)
        origin = kind == S_IFREG ? Int(lseek(descriptor, 0, SEEK_CUR)) : nil
        limit = origin.map { Int(status.st_size) - $0 }
        #if ISAL
            allowsISAL = !byZlib
        #endif
    }

    deinit {
        // Nothing was written through it, so a failing close loses nothing.
        if ownsDescriptor, descriptor >= 0 { close(descriptor) }
    }

    /// Reads into `buffer[start...]` and returns how many bytes; 0 is the end.
    ///
    /// - Throws: `.damaged` for gzip that is cut, corrupt or followed by junk; `.failed` where the
    ///   system refuses to read.
    public mutating func read(into buffer: inout [UInt8], at start: Int) throws(IOFailure) -> Int {
        precondition(start < buffer.count)
        return try unsafe buffer.withUnsafeMutableBufferPointer {
            (bytes) throws(IOFailure) -> Int in
            try unsafe read(into: UnsafeMutableBufferPointer(rebasing: bytes[start...]))
        }
    }

    /// Appends bytes to `output`, which has room, as far as they come at once; how many, 0 at the end.
    ///
    /// - Throws: as the other `read`.
    mutating func read(into output: inout OutputSpan<UInt8>) throws(IOFailure) -> Int {
        precondition(!output.isFull)
        return try unsafe output.withUnsafeMutableBufferPointer {
            (bytes, filled) throws(IOFailure) -> Int in
            let room = unsafe UnsafeMutableBufferPointer(rebasing: bytes[filled...])
            let count = try unsafe read(into: room)
            filled += count
            return count
        }
    }

    /// Only what it says that it wrote counts: it may have written more.
    private mutating func read(
        into room: UnsafeMutableBufferPointer<UInt8>
    ) throws(IOFailure) -> Int {
        if let failure { throw failure }
        var count = 0
        while count == 0, stage != .ended {
            do throws(IOFailure) {
                switch stage {
                case .unknown: try detect()
                case .plain: count = unsafe try copyPlain(into: room)
                default: count = unsafe try inflated(into: room)
                }
            } catch {
                failure = error
                throw error
            }
        }
        return count
    }

    private mutating func detect() throws(IOFailure) {
        try pull(2)
        guard chunk.count >= 2, chunk[0] == 0x1F, chunk[1] == 0x8B else {
            stage = chunk.count == 0 ? .ended : .plain
            return
        }
        isGzip = true
        try beginMember()
    }

    private mutating func copyPlain(
        into room: UnsafeMutableBufferPointer<UInt8>
    ) throws(IOFailure) -> Int {
        if chunk.count == 0 {
            let count = unsafe try fill(room)
            if count == 0 { stage = .ended }
            return count
        }
        let count = Swift.min(chunk.count, room.count)
        _ = unsafe chunk.withUnusedBytes { unused in
            unsafe UnsafeMutableRawBufferPointer(room).copyMemory(
                from: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(unused)[..<count]))
            return 0
        }
        chunk.used += count
        return count
    }
}

// The file behind the chunk.
extension InputFile {
    /// Reads on until `count` unused bytes are together, or the input ends.
    mutating func pull(_ count: Int) throws(IOFailure) {
        guard chunk.count < count else { return }
        chunk.moveToFront()
        while chunk.filled < Swift.min(count, chunk.bytes.count) {
            let more = try fillChunk(from: chunk.filled)
            guard more > 0 else { return }
            chunk.filled += more
        }
    }

    mutating func refill() throws(IOFailure) {
        chunk.used = 0
        chunk.filled = 0
        chunk.filled = try fillChunk(from: 0)
    }

    private mutating func fillChunk(from start: Int) throws(IOFailure) -> Int {
        // Taken out while it is filled, so that it is not copied.
        var bytes: [UInt8] = []
        swap(&bytes, &chunk.bytes)
        defer { swap(&bytes, &chunk.bytes) }
        return try unsafe bytes.withUnsafeMutableBufferPointer { (all) throws(IOFailure) -> Int in
            unsafe try fill(UnsafeMutableBufferPointer(rebasing: all[start...]))
        }
    }

    private mutating func release() {
        guard released != nil else { return }
        // Nothing was written through it, so a failing close loses nothing.
        close(descriptor)
        descriptor = -1
    }

    /// Opens the file again where it was released, and goes on where reading ended.
    private mutating func resume() throws(IOFailure) {
        guard descriptor < 0, let released else { return }
        let opened = unsafe open(name, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw .system(.failed, name) }
        descriptor = opened
        guard FileIdentity(descriptor: opened) == released else {
            release()
            throw IOFailure(.damaged, "\(name): another file took its name while it was read")
        }
        guard lseek(opened, (origin ?? 0) + compressedCount, SEEK_SET) >= 0 else {
            let failure = IOFailure.system(.failed, name)
            release()
            throw failure
        }
    }

    /// Reads from the file; how many bytes, 0 at its end.
    private mutating func fill(
        _ room: UnsafeMutableBufferPointer<UInt8>
    ) throws(IOFailure) -> Int {
        let wanted = limit.map { Swift.min(room.count, $0 - compressedCount) } ?? room.count
        guard wanted > 0 else { return 0 }
        try resume()
        defer { release() }
        while true {
            let count = unsafe Glibc.read(descriptor, room.baseAddress, wanted)
            if count >= 0 {
                if count == 0, let limit, compressedCount < limit {
                    throw IOFailure(.damaged, "\(name): file shrank while it was read")
                }
                compressedCount += count
                return count
            }
            if errno == EAGAIN {
                // Who gave the descriptor made it non-blocking.
                var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                _ = unsafe poll(&waiting, 1, -1)
            } else if errno != EINTR {
                throw .system(.failed, "\(name): byte \(compressedCount)")
            }
        }
    }
}
