public import ByteIO
import Glibc

/// The inputs that a user named, in the order in which they are read.
public struct Inputs: Sendable {
    /// Paths, or `-` for standard input; byte order of their names, a final `.gz` ignored.
    public let paths: [String]

    /// Folders become their regular files, with `isRecursive` those below them too. All problems are told at once.
    ///
    /// - Throws: exit 66 for what is missing or may not be read and for folders without files, 74 where
    ///   the system fails to look, 64 where nothing is named and standard input is a terminal.
    public init(named names: [String], isRecursive: Bool = false) throws(Failure) {
        if names.isEmpty, isatty(0) == 1 {
            throw Failure(.usage, "no FILE, and standard input is a terminal; see --help")
        }
        var found: [String] = []
        var problems: [String] = []
        var status = ExitStatus.noInput
        for name in names.isEmpty ? ["-"] : names {
            if name == "-" {
                found.append(name)
                continue
            }
            do throws(IOFailure) {
                let files = try Folder.files(at: name, isRecursive: isRecursive)
                if files.isEmpty {
                    let advice = isRecursive ? "" : "; -r reads those in folders below it"
                    problems.append("\(name): no files in it\(advice)")
                }
                found += files
            } catch {
                problems.append(error.description)
                if error.kind == .failed { status = .ioError }
            }
        }
        guard problems.isEmpty else {
            throw Failure(status, problems)
        }
        paths = found.sorted { Self.precedes($0, $1) }
    }

    /// Whether an input of this name is read before one of another.
    public static func precedes(_ left: String, _ right: String) -> Bool {
        let (leftKey, rightKey) = (key(left), key(right))
        return leftKey == rightKey
            ? left.utf8.lexicographicallyPrecedes(right.utf8)
            : leftKey.lexicographicallyPrecedes(rightKey)
    }

    private static func key(_ path: String) -> [UInt8] {
        Array(path.utf8.dropLast(path.hasSuffix(".gz") ? 3 : 0))
    }

    /// The bytes of all inputs before inflating, 0 where one of them is no regular file.
    public static func byteCount(of paths: [String]) -> Int {
        var total = 0
        for path in paths {
            let identity =
                path == "-" ? FileIdentity(descriptor: 0) : FileIdentity(path: path)
            guard let identity, identity.isRegular else { return 0 }
            total += identity.size
        }
        return total
    }

    /// Opens one of `paths`.
    public static func open(_ path: String) throws(IOFailure) -> InputFile {
        path == "-" ? try InputFile.standardInput() : try InputFile(path: path)
    }
}
