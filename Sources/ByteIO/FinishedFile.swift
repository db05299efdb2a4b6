import Glibc

/// An output that waits for its name: written aside, synced and closed.
///
/// Dropped without `publish` it is removed. The lock on the name is held as long as this lives.
@safe
public final class FinishedFile {
    private static let suffix = ".tmp"

    /// The name that it will have.
    public let name: String
    /// Nil for what has no name to be given: a pipe, a device, a file that has its name.
    private var temporary: String?
    private let lock: FileLock?

    /// A pipe or device.
    init(direct name: String) {
        self.name = name
        temporary = nil
        lock = nil
    }

    private init(name: String, temporary: String, lock: consuming FileLock?) {
        self.name = name
        self.temporary = temporary
        self.lock = lock
    }

    deinit {
        if let temporary, TemporaryFiles.remove(temporary) { unsafe unlink(temporary) }
    }

    /// Makes an empty file of mode 0600 beside `path`, open for writing, its lock held.
    ///
    /// What dead runs left there of the same output is removed.
    static func aside(
        _ path: String, isLocked: Bool
    ) throws(IOFailure) -> (file: FinishedFile, descriptor: Int32) {
        var lock: FileLock? = nil
        if isLocked { lock = try FileLock(of: path) }
        sweep(path)
        for _ in 0..<16 {
            let temporary = "\(path).\(RandomMark.make())\(suffix)"
            var opened: Int32 = -1
            let isCreated = try TemporaryFiles.create(temporary) {
                opened = unsafe open(
                    temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
                return opened >= 0
            }
            if isCreated {
                // Where a file system has no locks, it is the lock file that keeps others away.
                flock(opened, LOCK_EX | LOCK_NB)
                return (FinishedFile(name: path, temporary: temporary, lock: lock), opened)
            }
            guard errno == EEXIST else { break }
        }
        throw .system(.cannotCreate, path)
    }

    /// Removes temporary files of `path` whose run is dead: nobody holds a lock on them.
    private static func sweep(_ path: String) {
        let (folder, name) = Folder.split(path)
        // A folder that cannot be read keeps them.
        let entries = (try? Folder.names(in: folder)) ?? []
        for entry in entries where isTemporary(entry, of: name) {
            let full = Folder.join(folder, entry)
            let opened = unsafe open(full, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
            guard opened >= 0 else { continue }
            if FileIdentity(descriptor: opened)?.isRegular == true,
                flock(opened, LOCK_EX | LOCK_NB) == 0, !TemporaryFiles.contains(full)
            {
                unsafe unlink(full)
            }
            close(opened)
        }
    }

    private static func isTemporary(_ entry: String, of name: String) -> Bool {
        let (entry, name) = (Array(entry.utf8), Array(name.utf8))
        let end = Array(suffix.utf8)
        guard entry.count > name.count, entry.starts(with: name), entry[name.count] == 0x2E,
            entry.suffix(end.count).elementsEqual(end)
        else { return false }
        return RandomMark.isOne(entry.dropFirst(name.count + 1).dropLast(end.count))
    }
}

// Names are given.
extension FinishedFile {
    /// Gives all files their names, in this order; the last, by which readers know that the others are
    /// whole, only when those are safe on disk.
    ///
    /// - Throws: `.failed` with the name and the system's reason, and the names that were given already,
    ///   for that cannot be undone.
    public static func publish(_ files: [FinishedFile]) throws(IOFailure) {
        var given: [String] = []
        var folders: [String] = []
        for (index, file) in files.enumerated() where file.temporary != nil {
            do throws(IOFailure) {
                if index == files.count - 1 { try sync(&folders) }
                try file.rename()
                folders.append(Folder.split(file.name).folder)
                given.append(file.name)
            } catch {
                throw error.adding(given)
            }
        }
        do throws(IOFailure) {
            try sync(&folders)
        } catch {
            throw error.adding(given)
        }
    }

    private func rename() throws(IOFailure) {
        guard let temporary else { return }
        let isRenamed = TemporaryFiles.undisturbed {
            guard unsafe Glibc.rename(temporary, name) == 0 else { return false }
            TemporaryFiles.remove(temporary)
            return true
        }
        guard isRenamed else { throw .system(.failed, "rename to \(name)") }
        self.temporary = nil
    }

    /// Makes the names in `folders` safe, each folder once, and empties the list.
    private static func sync(_ folders: inout [String]) throws(IOFailure) {
        for folder in Set(folders).sorted() {
            let opened = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            // One that may be written but not read cannot be opened to be synced.
            if opened < 0, errno == EACCES { continue }
            guard opened >= 0 else { throw .system(.failed, "sync \(folder)") }
            let isSynced = OutputFile.isSynced(opened)
            let code = errno
            close(opened)
            // Some file systems cannot sync a folder.
            guard isSynced || code == EINVAL else {
                throw .system(.failed, "sync \(folder)", code: code)
            }
        }
        folders = []
    }
}

extension IOFailure {
    fileprivate func adding(_ given: [String]) -> IOFailure {
        guard !given.isEmpty else { return self }
        return IOFailure(
            kind, "\(description); already replaced: \(given.joined(separator: ", "))")
    }
}
