import Glibc

/// What a name on the command line stands for.
public enum Folder {
    /// The path itself, or the readable regular files of a folder, in no order; with `isRecursive` those of
    /// the folders in it too. Links to folders are not followed.
    ///
    /// - Throws: `.noInput` for what is missing or unreadable, `.failed` where a folder cannot be read to
    ///   its end.
    public static func files(
        at path: String, isRecursive: Bool = false
    ) throws(IOFailure) -> [String] {
        guard unsafe access(path, R_OK) == 0, let kind = kind(of: path) else {
            throw .system(.noInput, path)
        }
        guard kind == S_IFDIR else { return [path] }
        var files: [String] = []
        var folders = [path]
        while let folder = folders.popLast() {
            for name in try names(in: folder) where name != "." && name != ".." {
                let full = join(folder, name)
                switch Self.kind(of: full) {
                case S_IFREG:
                    guard unsafe access(full, R_OK) == 0 else { throw .system(.noInput, full) }
                    files.append(full)
                case S_IFDIR where isRecursive && !isLink(full): folders.append(full)
                default: break
                }
            }
        }
        return files
    }

    /// All names in a folder, in no order.
    ///
    /// - Throws: `.noInput` where it cannot be opened, `.failed` where it cannot be read to its end.
    public static func names(in path: String) throws(IOFailure) -> [String] {
        guard let folder = unsafe opendir(path) else { throw .system(.noInput, path) }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(folder) else {
                guard errno == 0 else { throw .system(.failed, path) }
                return names
            }
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
                unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) {
                    unsafe String(cString: $0)
                }
            }
            names.append(name)
        }
    }

    /// `name` in `folder`.
    public static func join(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }

    /// The folder that `path` lies in, and its name there.
    public static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: 0x2F) else { return (".", path) }
        return (String(path[...slash]), String(path[path.utf8.index(after: slash)...]))
    }

    /// Whether anything lies at `path`; what cannot be looked at is not taken for absent.
    ///
    /// - Throws: `.failed` with the system's reason.
    public static func exists(_ path: String) throws(IOFailure) -> Bool {
        if kind(of: path) != nil { return true }
        guard errno == ENOENT else { throw .system(.failed, path) }
        return false
    }

    /// Whether a regular file lies at `path`.
    ///
    /// - Throws: `.failed` where that cannot be found out.
    public static func isFile(_ path: String) throws(IOFailure) -> Bool {
        if let kind = kind(of: path) { return kind == S_IFREG }
        guard errno == ENOENT || errno == ENOTDIR else { throw .system(.failed, path) }
        return false
    }

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
        guard unsafe mkdir(path, 0o777) != 0 else { return }
        let code = errno
        guard code == EEXIST, kind(of: path) == S_IFDIR else {
            throw .system(.cannotCreate, path, code: code)
        }
    }

    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// The format bits of its mode; nil where `stat` fails, with the reason in `errno`.
    private static func kind(of path: String) -> mode_t? {
        var status = stat()
        return unsafe stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }
}
