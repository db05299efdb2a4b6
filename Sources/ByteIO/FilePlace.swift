import Glibc

/// Where bytes of a run lie: a file that exists, or a new name behind the last folder that exists.
public enum FilePlace: Hashable, Sendable {
    case file(FileIdentity)
    case new(folder: FileIdentity, name: String)

    /// What is read as `path`, where `-` is standard input; nil for a pipe, a device or what is missing.
    public init?(input path: String) {
        let identity =
            path == "-" ? FileIdentity(descriptor: 0) : FileIdentity(path: path)
        guard let identity, identity.isRegular else { return nil }
        self = .file(identity)
    }

    /// What is written as `path`; nil for a pipe or device.
    public init?(output path: String) {
        if let identity = FileIdentity(path: path) {
            guard identity.isRegular, OutputFile.inherited(path) == nil else { return nil }
            self = .file(identity)
        } else {
            var (folder, name) = Folder.split(path)
            while FileIdentity(path: folder) == nil {
                let outer = Folder.split(String(folder.dropLast(folder.hasSuffix("/") ? 1 : 0)))
                guard outer.name != "" else { return nil }
                (folder, name) = (outer.folder, Folder.join(outer.name, name))
            }
            guard let identity = FileIdentity(path: folder) else { return nil }
            self = .new(folder: identity, name: name)
        }
    }

    /// An open descriptor; nil for a pipe or device, and where it is closed.
    public init?(descriptor: Int32) {
        guard let identity = FileIdentity(descriptor: descriptor), identity.isRegular else {
            return nil
        }
        self = .file(identity)
    }
}
