import Glibc
import Synchronization

/// Where temporary files go: a folder, and no name of ours left in it.
public struct SpillFolder: Sendable {
    /// The folder, for messages.
    public let path: String
    /// Whether sorting may go on beside the caller.
    public let usesSecondThread: Bool

    /// `path` as named; without one the environment's `TMPDIR`, else `/tmp`.
    public init(_ path: String?, usesSecondThread: Bool = true) {
        self.usesSecondThread = usesSecondThread
        if let path {
            self.path = path
        } else if let named = unsafe getenv("TMPDIR"), unsafe named.pointee != 0 {
            self.path = unsafe String(cString: named)
        } else {
            self.path = "/tmp"
        }
    }

    /// Whether files can be made here.
    ///
    /// - Throws: `.cannotCreate` with the system's reason.
    public func check() throws(IOFailure) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw .system(.cannotCreate, path) }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw .system(.cannotCreate, path, code: ENOTDIR)
        }
        guard unsafe access(path, W_OK | X_OK) == 0 else { throw .system(.cannotCreate, path) }
    }
}

/// A temporary file without a name: bytes go to its end, and are read from anywhere. It is gone after any
/// end of the program.
@safe
public final class SpillFile: Sendable {
    private let folder: String
    private let descriptor: Int32
    private let end = Atomic<Int>(0)

    /// - Throws: `.failed` with the folder and the system's reason.
    public init(in folder: SpillFolder) throws(IOFailure) {
        self.folder = folder.path
        descriptor = try UnnamedFile.open(in: folder.path, orFail: .failed)
    }

    deinit {
        // Nobody reads it any more, so a failing close loses nothing.
        close(descriptor)
    }

    /// Bytes written so far.
    public var count: Int { end.load(ordering: .relaxed) }

    /// Forgets all bytes and keeps the file.
    public func removeAll() { end.store(0, ordering: .relaxed) }

    /// Writes `bytes` at the end and returns where they start. One caller at a time.
    ///
    /// - Throws: `.failed` with the folder: a full disk.
    @discardableResult
    public func append(_ bytes: Span<UInt8>) throws(IOFailure) -> Int {
        let start = count
        var done = 0
        while done < bytes.count {
            let written = unsafe bytes.withUnsafeBytes { raw in
                unsafe pwrite(
                    descriptor, raw.baseAddress.map { unsafe $0 + done }, raw.count - done,
                    start + done)
            }
            if written >= 0 {
                done += written
            } else if errno != EINTR {
                throw .system(.failed, "temporary file in \(folder)")
            }
        }
        end.store(start + bytes.count, ordering: .relaxed)
        return start
    }

    /// Reads `count` bytes at `offset` into `buffer[start...]`, all of them.
    ///
    /// - Throws: `.failed`.
    public func read(
        _ count: Int, at offset: Int, into buffer: inout [UInt8], at start: Int
    ) throws(IOFailure) {
        precondition(start + count <= buffer.count)
        var done = 0
        while done < count {
            let got = unsafe buffer.withUnsafeMutableBytes { raw in
                unsafe pread(
                    descriptor, raw.baseAddress.map { unsafe $0 + start + done }, count - done,
                    offset + done)
            }
            if got > 0 {
                done += got
            } else if got == 0 {
                throw IOFailure(.failed, "temporary file in \(folder) is cut")
            } else if errno != EINTR {
                throw .system(.failed, "temporary file in \(folder)")
            }
        }
    }
}
