import Glibc

/// A small file that only its owner may read: a key.
public enum SecretFile {
    private static let maximumSize = 1 << 16

    /// All bytes of the file, `minimum` of them at least. From now on the process leaves no core.
    ///
    /// Throws `.noInput` where the file is missing, no regular file, open to group or others, or has
    /// another size. The message holds its name and nothing of what is in it.
    public static func content(of path: String, minimum: Int) throws(IOFailure) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .system(.noInput, path) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw .system(.noInput, path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw IOFailure(.noInput, "\(path): a key file must be a regular file")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw IOFailure(.noInput, "\(path): group or others may read the key; chmod 600 it")
        }
        let size = Int(status.st_size)
        guard size >= minimum, size <= maximumSize else {
            throw IOFailure(
                .noInput, "\(path): a key has at least \(minimum) bytes, this has \(size)")
        }
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        // Refused only where cores are off for good already.
        _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        var bytes = [UInt8](repeating: 0, count: size)
        var filled = 0
        while filled < size {
            let count = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe read(
                    descriptor, buffer.baseAddress.map { unsafe $0 + filled }, size - filled)
            }
            if count > 0 {
                filled += count
            } else if count == 0 || errno != EINTR {
                throw .system(.noInput, path)
            }
        }
        return bytes
    }
}
