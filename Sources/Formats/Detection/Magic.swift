import ByteIO

/// Inputs that are no text: known by their first bytes.
enum Magic {
    /// What `bytes` are, and the command that makes text of a file; nil for text.
    static func found(in bytes: [UInt8]) -> DetectionError? {
        for known in known where bytes.dropFirst(known.offset).starts(with: known.bytes.utf8Bytes) {
            return DetectionError(known.name, command: known.command)
        }
        if isZlib(bytes) {
            return DetectionError("compressed with zlib", command: .filter("pigz -dc"))
        }
        let returns = bytes.prefix(1 << 16).count { $0 == 0x0D }
        guard returns > 1, !bytes.contains(0x0A) else { return nil }
        return DetectionError(
            "text whose lines end in CR alone", command: .filter("tr '\\r' '\\n'"))
    }

    private struct Known {
        let bytes: MagicBytes
        var offset = 0
        let name: String
        /// Nil where no command makes text of it.
        var command: ReadingCommand?
    }

    /// Either text or single bytes.
    private enum MagicBytes {
        case text(StaticString)
        case bytes([UInt8])

        var utf8Bytes: [UInt8] {
            switch self {
            case .text(let text): Array("\(text)".utf8)
            case .bytes(let bytes): bytes
            }
        }
    }

    // Sources: RFC 1952 (gzip), RFC 8878 (zstd), POSIX pax (ustar), the specifications of Parquet, ORC,
    // Avro, Arrow, SQLite, Open Packaging, MS-CFB and Snappy's framing, and the manuals of bzip2, xz, lz4, compress and PKZIP.
    private static let known: [Known] = [
        Known(
            bytes: .bytes([0x1F, 0x8B]), name: "compressed twice with gzip",
            command: .archive("gzip -dc FILE", zipped: "gzip -dc FILE")),
        Known(
            bytes: .bytes([0x28, 0xB5, 0x2F, 0xFD]), name: "compressed with zstd",
            command: .program("zstd -dc")),
        Known(bytes: .text("BZh"), name: "compressed with bzip2", command: .program("bzip2 -dc")),
        Known(
            bytes: .bytes([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]), name: "compressed with xz",
            command: .program("xz -dc")),
        Known(
            bytes: .bytes([0x04, 0x22, 0x4D, 0x18]), name: "compressed with lz4",
            command: .program("lz4 -dc")),
        Known(
            bytes: .bytes([0x1F, 0x9D]), name: "compressed with compress (.Z)",
            command: .program("gzip -dc")),
        Known(
            bytes: .bytes([0xFF, 0x06, 0x00, 0x00, 0x73, 0x4E, 0x61, 0x50, 0x70, 0x59]),
            name: "compressed with snappy", command: .filter("snzip -dc")),
        Known(
            bytes: .text("[Content_Types].xml"), offset: 30,
            name: "an Excel workbook: save it as CSV in UTF-8"),
        Known(
            bytes: .bytes([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
            name: "an old Excel workbook or another Office file: save it as CSV in UTF-8"),
        Known(
            bytes: .text("ARROW1\0\0"), name: "an Arrow or Feather file: write it as CSV or JSON"),
        Known(
            bytes: .bytes([0x50, 0x4B, 0x03, 0x04]), name: "a zip archive",
            command: .file("unzip -p FILE")),
        Known(
            bytes: .bytes([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]), name: "a 7z archive",
            command: .file("7z x -so FILE")),
        Known(
            bytes: .text("ustar"), offset: 257, name: "a tar archive",
            command: .archive("tar -xOf FILE", zipped: "tar -xzOf FILE")),
        Known(
            bytes: .text("PAR1"), name: "a Parquet file",
            command: .file(
                "duckdb -c \"copy (from read_parquet('FILE')) to '/dev/stdout' (format json)\"")),
        Known(
            bytes: .text("ORC"), name: "an ORC file", command: .file("orc-contents FILE")),
        Known(
            bytes: .text("Obj\u{1}"), name: "an Avro file",
            command: .file("avro-tools tojson FILE")),
        Known(
            bytes: .text("SQLite format 3\0"), name: "an SQLite database",
            command: .file("sqlite3 -csv -header FILE 'select * from TABLE'")),
        Known(
            bytes: .bytes([0xFF, 0xFE]), name: "UTF-16 text",
            command: .program("iconv -f UTF-16 -t UTF-8")),
        Known(
            bytes: .bytes([0xFE, 0xFF]), name: "UTF-16 text",
            command: .program("iconv -f UTF-16 -t UTF-8")),
    ]

    /// A zlib header, and bytes behind it that no text has. Source: RFC 1950, section 2.2.
    private static func isZlib(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 8, bytes[0] == 0x78, (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
        else { return false }
        return bytes.prefix(64).contains { $0 < 0x09 || (0x0E..<0x20).contains($0) }
    }
}
