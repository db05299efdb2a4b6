import Glibc

/// A file that nobody else can open, and that is gone after any end of the program.
package enum UnnamedFile {
    /// `O_TMPFILE` of Linux, which Swift does not import: a compound macro.
    private static let withoutName = 0o20_000_000 | O_DIRECTORY
    private static let prefix = "polku-"

    /// Opens an empty one of mode 0600 in `folder`, to read and write.
    ///
    /// - Throws: `kind` with the folder and the system's reason.
    static func open(in folder: String, orFail kind: IOFailure.Kind) throws(IOFailure) -> Int32 {
        // O_EXCL: it can never be given a name.
        let opened = unsafe Glibc.open(
            folder, withoutName | O_RDWR | O_EXCL | O_CLOEXEC, 0o600)
        if opened >= 0 { return opened }
        // The file system or the kernel cannot: NFS, some FUSE.
        guard errno == EOPNOTSUPP || errno == EISDIR else { throw .system(kind, folder) }
        return try openAndUnlink(in: folder, orFail: kind)
    }

    /// The same where every file is born with a name: it lies in a folder 0700 of its own, and both lose
    /// their names at once.
    ///
    /// A signal comes before or after; what a kill in between leaves, the next call removes.
    package static func openAndUnlink(
        in folder: String, orFail kind: IOFailure.Kind
    ) throws(IOFailure) -> Int32 {
        sweep(folder)
        return try TemporaryFiles.undisturbed { () throws(IOFailure) in
            for _ in 0..<16 {
                let own = Folder.join(folder, prefix + RandomMark.make())
                guard unsafe mkdir(own, 0o700) == 0 else {
                    if errno == EEXIST { continue }
                    throw .system(kind, folder)
                }
                let name = own + "/file"
                let opened = unsafe Glibc.open(
                    name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
                let code = errno
                // What cannot be removed here is empty and harms nobody.
                unsafe unlink(name)
                unsafe rmdir(own)
                if opened >= 0 { return opened }
                // Another run swept the empty folder.
                guard code == ENOENT else { throw .system(kind, folder, code: code) }
            }
            throw IOFailure(kind, "\(folder): no free name")
        }
    }

    /// Removes what killed runs of this user left in `folder`.
    ///
    /// A living run loses nothing by it: its file stays open, and its name was to go anyhow.
    private static func sweep(_ folder: String) {
        let entries = (try? Folder.names(in: folder)) ?? []
        for entry in entries
        where entry.hasPrefix(prefix) && RandomMark.isOne(entry.utf8.dropFirst(prefix.utf8.count)) {
            let own = Folder.join(folder, entry)
            let opened = unsafe Glibc.open(own, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard opened >= 0 else { continue }
            var status = stat()
            // Not through a link, and not in a folder that somebody else laid there.
            if unsafe fstat(opened, &status) == 0, status.st_uid == geteuid() {
                unsafe unlinkat(opened, "file", 0)
                unsafe rmdir(own)
            }
            close(opened)
        }
    }
}
