/// Inputs that are no text: known by their first bytes.
enum Magic {
    /// What `bytes` are, and the command that makes text of a file; nil for text.
    static func found(in bytes: [UInt8]) -> (name: String, command: String)? {
        for (start, name, command) in known where bytes.starts(with: start) {
            return (name, command)
        }
        let returns = bytes.prefix(1 << 16).count { $0 == 0x0D }
        if returns > 1, !bytes.contains(0x0A) {
            return ("text whose lines end in CR alone", "tr '\\r' '\\n' <")
        }
        return nil
    }

    // Sources: RFC 1952 (gzip), RFC 8878 (zstd), and the manuals of bzip2, xz, lz4 and PKZIP.
    private static let known: [(start: [UInt8], name: String, command: String)] = [
        ([0x1F, 0x8B], "compressed twice with gzip", "gzip -dc"),
        ([0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd", "zstd -dc"),
        ([0x42, 0x5A, 0x68], "compressed with bzip2", "bzip2 -dc"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "compressed with xz", "xz -dc"),
        ([0x04, 0x22, 0x4D, 0x18], "compressed with lz4", "lz4 -dc"),
        ([0x50, 0x4B, 0x03, 0x04], "a zip archive", "unzip -p"),
        ([0xFF, 0xFE], "UTF-16 text", "iconv -f UTF-16 -t UTF-8"),
        ([0xFE, 0xFF], "UTF-16 text", "iconv -f UTF-16 -t UTF-8"),
    ]
}
