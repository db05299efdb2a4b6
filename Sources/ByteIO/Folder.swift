import Glibc

/// What a name on the command line stands for.
public enum Folder {
    /// The path itself, or the readable regular files of a folder, in no order.
    ///
    /// Throws `.noInput` for what is missing or unreadable.
    public static func files(at path: String) throws(IOFailure) -> [String] {
        var status = stat()
        guard unsafe stat(path, &status) == 0, unsafe access(path, R_OK) == 0 else {
            throw .system(.noInput, path)
        }
        guard status.st_mode & S_IFMT == S_IFDIR else { return [path] }
        guard let folder = unsafe opendir(path) else { throw .system(.noInput, path) }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
                unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) {
                    unsafe String(cString: $0)
                }
            }
            let full = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
            if unsafe stat(full, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
                guard unsafe access(full, R_OK) == 0 else { throw .system(.noInput, full) }
                names.append(full)
            }
        }
        return names
    }

    /// Whether anything lies at `path`.
    public static func holds(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

    /// Removes a file; nothing where there is none.
    ///
    /// Throws `.failed` with the system's reason.
    public static func remove(_ path: String) throws(IOFailure) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw .system(.failed, path) }
    }

    /// Makes the folder where it is missing.
    ///
    /// Throws `.cannotCreate` with the system's reason.
    public static func make(_ path: String) throws(IOFailure) {
        var status = stat()
        if unsafe mkdir(path, 0o777) == 0 { return }
        guard errno == EEXIST, unsafe stat(path, &status) == 0,
            status.st_mode & S_IFMT == S_IFDIR
        else { throw .system(.cannotCreate, path) }
    }
}
