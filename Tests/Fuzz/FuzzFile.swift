import Glibc

/// A file that holds the input at hand, for what reads files; written anew each time.
enum FuzzFile {
    private static let path = "/tmp/polku-fuzz-\(getpid())"

    static func write(_ bytes: [UInt8]) -> String {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        precondition(file >= 0, "no file for the input")
        let written = Glibc.write(file, bytes, bytes.count)
        precondition(close(file) == 0 && written == bytes.count, "the input was not written")
        return path
    }
}
