import CZlib
import Glibc

/// Bytes on their way to a file or descriptor through one checked buffer.
///
/// A named file is written under a temporary name beside its place. `complete()` writes, syncs and
/// closes it; `publish()` gives it its name. One that is dropped before leaves nothing behind.
/// A name that ends in `.gz` is written as gzip, without name or time in its header.
@safe
public struct OutputFile: ~Copyable {
    private static let chunk = 1 << 18

    public let name: String
    private let descriptor: Int32
    private let target: Target
    private var buffer: [UInt8] = []
    private var gzip: UnsafeMutablePointer<z_stream>?
    private var deflated: [UInt8] = []
    private var isOpen = true

    private enum Target { case stream, device, file(temporary: String) }

    /// Standard output. Nothing is renamed, `publish()` does nothing.
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
        return OutputFile(name: "stdout", descriptor: 1, target: .stream)
    }

    /// Creates `path` aside; an existing device or FIFO is written directly.
    ///
    /// `mode` holds permission bits before the umask.
    /// Throws `.cannotCreate` with the path and the system's reason.
    public static func creating(
        _ path: String, mode: UInt32 = 0o666
    ) throws(IOFailure) -> OutputFile {
        var status = stat()
        if unsafe stat(path, &status) == 0 {
            let kind = status.st_mode & S_IFMT
            guard kind != S_IFDIR else { throw .system(.cannotCreate, path, code: EISDIR) }
            if kind != S_IFREG {
                let opened = unsafe open(path, O_WRONLY | O_CLOEXEC)
                guard opened >= 0 else { throw .system(.cannotCreate, path) }
                return OutputFile(name: path, descriptor: opened, target: .device)
            }
        }
        return try aside(path, mode: mode)
    }

    private static func aside(_ path: String, mode: UInt32) throws(IOFailure) -> OutputFile {
        for _ in 0..<16 {
            let mark = String(UInt64.random(in: .min ... .max), radix: 36)
            let temporary = "\(path).\(mark).tmp"
            var opened: Int32 = -1
            let isCreated = try TemporaryFiles.create(temporary) {
                opened = unsafe open(
                    temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
                return opened >= 0
            }
            if isCreated {
                return OutputFile(
                    name: path, descriptor: opened, target: .file(temporary: temporary))
            }
            guard errno == EEXIST else { break }
        }
        throw .system(.cannotCreate, path)
    }

    private init(name: String, descriptor: Int32, target: Target) {
        self.name = name
        self.descriptor = descriptor
        self.target = target
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
        if case .file(let temporary) = target, TemporaryFiles.remove(temporary) {
            unsafe unlink(temporary)
        }
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

    /// Writes what is left, syncs a file to disk and closes it.
    public mutating func complete() throws(IOFailure) {
        try flush()
        if unsafe gzip != nil {
            let empty: [UInt8] = []
            try deflatePass(empty.span, Z_FINISH)
        }
        isOpen = false
        switch target {
        case .stream, .device:
            guard close(descriptor) == 0 else { throw .system(.failed, "close \(name)") }
        case .file:
            guard fsync(descriptor) == 0 else {
                let failure = IOFailure.system(.failed, "sync \(name)")
                close(descriptor)
                throw failure
            }
            guard close(descriptor) == 0 else { throw .system(.failed, "close \(name)") }
        }
    }

    /// Gives a completed file its name. Call `complete()` on every output of a run before.
    public mutating func publish() throws(IOFailure) {
        guard case .file(let temporary) = target else { return }
        let isRenamed = TemporaryFiles.undisturbed {
            guard unsafe rename(temporary, name) == 0 else { return false }
            return TemporaryFiles.remove(temporary)
        }
        guard isRenamed else { throw .system(.failed, "rename to \(name)") }
        let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? "."
        let opened = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else { return }
        let synced = fsync(opened)
        let code = errno
        close(opened)
        guard synced == 0 || code == EINVAL else {
            throw .system(.failed, "sync \(folder)", code: code)
        }
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
