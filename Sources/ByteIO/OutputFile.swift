import CZlib
import Glibc

/// Bytes on their way to a file or descriptor through one checked buffer.
///
/// A named file is written under a temporary name beside its place. `complete()` writes, syncs and
/// closes it and returns the file that waits for its name; one that is dropped before leaves nothing
/// behind. A name that ends in `.gz` is written as gzip, without name or time in its header.
@safe
public struct OutputFile: ~Copyable {
    private static let chunk = 1 << 18

    public let name: String
    private let descriptor: Int32
    /// What the bytes become; its lock is held from the start.
    private let target: FinishedFile
    private let isFile: Bool
    private let mode: mode_t
    private var buffer: [UInt8] = []
    private var gzip: UnsafeMutablePointer<z_stream>?
    private var deflated: [UInt8] = []
    private var isOpen = true

    /// Permission bits that new files do not get. Read once, before there are other threads: reading it
    /// changes it for a moment.
    private static let userMask: mode_t = {
        let mask = umask(0o077)
        umask(mask)
        return mask
    }()

    /// Standard output, which has no name to be given.
    ///
    /// - Throws: `.failed` where it is closed.
    public static func standardOutput() throws(IOFailure) -> OutputFile {
        let mode = fcntl(1, F_GETFL)
        guard mode >= 0, mode & O_ACCMODE != O_RDONLY else {
            throw IOFailure(.failed, "stdout is closed")
        }
        // A larger pipe saves switches between stages; where it is refused the usual size works.
        // 1031 is F_SETPIPE_SZ, which Glibc does not import.
        _ = fcntl(1, 1031, 1 << 20)
        return OutputFile(descriptor: 1, target: FinishedFile(direct: "stdout"))
    }

    /// `path`, or standard output where that is nil.
    ///
    /// - Throws: as `creating` and `standardOutput`.
    public static func named(_ path: String?) throws(IOFailure) -> OutputFile {
        guard let path else { return try standardOutput() }
        return try creating(path)
    }

    /// Creates `path` aside, locked; an existing device or FIFO is written directly, and `-` is standard output.
    ///
    /// `mode` holds permission bits before the umask. Files of a folder that one lock guards are not locked
    /// one by one.
    ///
    /// - Throws: `.cannotCreate` with the path and the system's reason; `.locked` where another run writes
    ///   it.
    public static func creating(
        _ path: String, mode: UInt32 = 0o666, isLocked: Bool = true
    ) throws(IOFailure) -> OutputFile {
        if path == "-" { return try standardOutput() }
        if let own = inherited(path) {
            let opened = fcntl(own, F_DUPFD_CLOEXEC, 3)
            guard opened >= 0 else { throw .system(.cannotCreate, path) }
            return OutputFile(descriptor: opened, target: FinishedFile(direct: path))
        }
        var status = stat()
        if unsafe stat(path, &status) == 0 {
            let kind = status.st_mode & S_IFMT
            guard kind != S_IFDIR else { throw .system(.cannotCreate, path, code: EISDIR) }
            if kind != S_IFREG {
                let opened = unsafe open(path, O_WRONLY | O_CLOEXEC)
                guard opened >= 0 else { throw .system(.cannotCreate, path) }
                return OutputFile(descriptor: opened, target: FinishedFile(direct: path))
            }
        }
        let mask = userMask
        let (file, descriptor) = try FinishedFile.aside(path, isLocked: isLocked)
        return OutputFile(descriptor: descriptor, target: file, mode: mode & ~mask)
    }

    /// Whether all bytes are on the disk; where not, the reason is in `errno`.
    static func isSynced(_ descriptor: Int32) -> Bool {
        while fsync(descriptor) != 0 {
            guard errno == EINTR else { return false }
        }
        return true
    }

    /// The descriptor that `path` is a name of; nil for any other path.
    static func inherited(_ path: String) -> Int32? {
        switch path {
        case "/dev/stdout": 1
        case "/dev/stderr": 2
        default: path.hasPrefix("/dev/fd/") ? Int32(path.dropFirst(8)) : nil
        }
    }

    /// `mode` where it is a file, and the mode that it shall have.
    private init(descriptor: Int32, target: FinishedFile, mode: mode_t? = nil) {
        name = target.name
        self.descriptor = descriptor
        self.target = target
        isFile = mode != nil
        self.mode = mode ?? 0
        buffer.reserveCapacity(Self.chunk + 4096)
        if name.hasSuffix(".gz") { startGzip() }
    }

    deinit {
        if let stream = unsafe gzip {
            unsafe deflateEnd(stream)
            unsafe stream.deallocate()
        }
        // Only reached without `complete()` on a failure that was already reported.
        if isOpen, descriptor > 2 { close(descriptor) }
    }

    /// Adds bytes.
    ///
    /// - Throws: `.failed` with the system's reason: a full disk, a closed descriptor.
    public mutating func write(_ bytes: Span<UInt8>) throws(IOFailure) {
        // Rows come by the block: they need no copy.
        if bytes.count >= Self.chunk / 4 {
            try flush()
            try pass(bytes)
            return
        }
        buffer.append(bytes)
        if buffer.count >= Self.chunk { try flush() }
    }

    /// Adds bytes.
    ///
    /// - Throws: `.failed` with the system's reason: a full disk, a closed descriptor.
    public mutating func write(_ bytes: [UInt8]) throws(IOFailure) { try write(bytes.span) }

    /// Adds the UTF-8 of `text`. For headers and tables, not per row.
    public mutating func write(_ text: String) throws(IOFailure) {
        let bytes = Array(text.utf8)
        try write(bytes.span)
    }

    /// Hands everything to the system.
    public mutating func flush() throws(IOFailure) {
        guard !buffer.isEmpty else { return }
        let full = buffer
        buffer = []
        try pass(full.span)
        buffer = full
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes what is left, syncs a file to disk and closes it; the file that waits for its name.
    ///
    /// - Throws: `.failed` with the system's reason: a full disk, a failed sync or close.
    public mutating func complete() throws(IOFailure) -> FinishedFile {
        try flush()
        if unsafe gzip != nil {
            let empty: [UInt8] = []
            try deflatePass(empty.span, Z_FINISH)
        }
        if isFile {
            guard Self.isSynced(descriptor) else { throw .system(.failed, "sync \(name)") }
            guard fchmod(descriptor, mode) == 0 else { throw .system(.failed, "mode of \(name)") }
        }
        isOpen = false
        guard close(descriptor) == 0 else { throw .system(.failed, "close \(name)") }
        return target
    }

    private mutating func pass(_ bytes: Span<UInt8>) throws(IOFailure) {
        if unsafe gzip != nil { try deflatePass(bytes, Z_NO_FLUSH) } else { try writeAll(bytes) }
    }

    private func writeAll(_ bytes: Span<UInt8>) throws(IOFailure) {
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { raw in
                unsafe Glibc.write(
                    descriptor, raw.baseAddress.map { unsafe $0 + done }, raw.count - done)
            }
            if count >= 0 {
                done += count
            } else if errno == EAGAIN {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = unsafe poll(&waiting, 1, -1)
            } else if errno != EINTR {
                throw .system(.failed, "write \(name)")
            }
        }
    }
}

extension OutputFile {
    private mutating func startGzip() {
        let fresh = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe fresh.initialize(to: z_stream())
        // Level 6, 15 window bits + 16: gzip, memory level 8.
        let code = unsafe deflateInit2_(
            fresh, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        precondition(code == Z_OK, "zlib has no memory")
        unsafe gzip = fresh
        deflated = [UInt8](repeating: 0, count: Self.chunk)
    }

    private mutating func deflatePass(_ bytes: Span<UInt8>, _ flush: Int32) throws(IOFailure) {
        guard let stream = unsafe gzip else { return }
        var used = 0
        while true {
            let produced = unsafe bytes.withUnsafeBufferPointer { source in
                unsafe deflated.withUnsafeMutableBufferPointer { room -> Int in
                    unsafe stream.pointee.next_in = UnsafeMutablePointer(
                        mutating: source.baseAddress.map { unsafe $0 + used })
                    unsafe stream.pointee.avail_in = UInt32(source.count - used)
                    unsafe stream.pointee.next_out = room.baseAddress
                    unsafe stream.pointee.avail_out = UInt32(room.count)
                    _ = unsafe deflate(stream, flush)
                    used = unsafe source.count - Int(stream.pointee.avail_in)
                    return unsafe room.count - Int(stream.pointee.avail_out)
                }
            }
            try writeAll(deflated.span.extracting(0..<produced))
            // A full buffer means that there is more to come.
            if produced < deflated.count, used == bytes.count { return }
        }
    }
}
