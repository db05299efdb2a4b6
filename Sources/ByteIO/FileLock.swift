import Glibc

/// A lock that one program at a time holds; its end, however it comes, frees it.
///
/// The lock file lies beside what it guards, keeps the holder's process id, and stays.
@safe
public struct FileLock: ~Copyable {
    private let descriptor: Int32

    /// Locks `path`; nil where another program holds it.
    ///
    /// Throws `.cannotCreate` where the lock file cannot be made.
    public static func taking(_ path: String) throws(IOFailure) -> FileLock? {
        let opened = unsafe open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw .system(.cannotCreate, path) }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            close(opened)
            return nil
        }
        let text = Array("\(getpid())\n".utf8)
        // The number only helps people; the lock holds without it.
        if ftruncate(opened, 0) == 0 { _ = text.isWritten(to: opened) }
        return FileLock(descriptor: opened)
    }

    /// The process id that the holder of `path` left there, nil for none.
    public static func holder(of path: String) -> Int? {
        let opened = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard opened >= 0 else { return nil }
        defer { close(opened) }
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = unsafe bytes.withUnsafeMutableBytes {
            unsafe read(opened, $0.baseAddress, $0.count)
        }
        guard count > 0 else { return nil }
        return Int(String(decoding: bytes[0..<count].filter { $0 &- 0x30 < 10 }, as: UTF8.self))
    }

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }
}

extension Folder {
    /// Whether something is named `path`.
    public static func exists(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0
    }
}
