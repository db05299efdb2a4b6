import Glibc

/// A file that nobody else can open, and that is gone after any end of the program.
enum UnnamedFile {
    /// Opens an empty one in `folder`, to read and write.
    ///
    /// It has mode 0600 in a folder 0700 of its own, and both lose their names at once; a signal comes
    /// before or after.
    ///
    /// - Throws: `kind` with the folder and the system's reason.
    static func open(in folder: String, orFail kind: IOFailure.Kind) throws(IOFailure) -> Int32 {
        try TemporaryFiles.undisturbed { () throws(IOFailure) in
            for _ in 0..<16 {
                let mark = String(UInt64.random(in: .min ... .max), radix: 36)
                let own = Folder.join(folder, "polku-\(mark)")
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
                guard opened >= 0 else { throw .system(kind, folder, code: code) }
                return opened
            }
            throw IOFailure(kind, "\(folder): no free name")
        }
    }
}
