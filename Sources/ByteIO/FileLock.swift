import Glibc

/// A lock on a name that one run at a time holds: of two runs that would write one output, the second is
/// refused.
///
/// The lock file `NAME.lock` lies beside what it guards, holds the process id of its owner, and goes with
/// the lock. After a run that was killed it stays, and the next run takes it over.
@safe
public struct FileLock: ~Copyable {
    /// What the name of a lock file ends in.
    public static let suffix = ".lock"

    private let path: String
    private let descriptor: Int32

    /// Locks `name`.
    ///
    /// - Throws: `.locked` with the owner's process id where another run holds it, `.cannotCreate` where
    ///   the lock file cannot be made.
    public init(of name: String) throws(IOFailure) {
        path = name + Self.suffix
        descriptor = try Self.locked(path, for: name)
        // The number only helps people; the lock holds without it.
        if ftruncate(descriptor, 0) == 0 {
            _ = Array("\(getpid())\n".utf8).isWritten(to: descriptor)
        }
        TemporaryFiles.add(path)
    }

    private static func locked(_ path: String, for name: String) throws(IOFailure) -> Int32 {
        while true {
            let opened = unsafe open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
            guard opened >= 0 else {
                let code = errno
                // Where it is not there either, the trouble is the folder's.
                let place = FileIdentity(path: path) == nil ? name : path
                throw .system(.cannotCreate, place, code: code)
            }
            guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
                let isHeld = errno == EWOULDBLOCK
                let owner = owner(opened).map { "process \($0)" } ?? "another run"
                let failure = IOFailure.system(.cannotCreate, path)
                close(opened)
                guard isHeld else { throw failure }
                throw IOFailure(
                    .locked, "\(name): \(owner) holds the lock; run again when it is done")
            }
            // Its owner may have removed it since: then this lock is on a file without a name.
            if FileIdentity(descriptor: opened) == FileIdentity(path: path) { return opened }
            close(opened)
        }
    }

    /// The process id that the owner left there, nil for none.
    private static func owner(_ descriptor: Int32) -> Int? {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = unsafe bytes.withUnsafeMutableBytes {
            unsafe pread(descriptor, $0.baseAddress, $0.count, 0)
        }
        guard count > 0 else { return nil }
        return Int(String(decoding: bytes[0..<count].filter { $0 &- 0x30 < 10 }, as: UTF8.self))
    }

    deinit {
        // The name goes while the lock holds, so that nobody else's goes.
        if TemporaryFiles.remove(path) { unsafe unlink(path) }
        close(descriptor)
    }
}
