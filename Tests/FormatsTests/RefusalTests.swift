import Testing

@testable import Formats

/// What is no log of events or requests is refused by what it is, with the command that helps.
struct RefusalTests {
    private static func message(
        _ bytes: [UInt8], file: String = "a.log", isGzip: Bool = false
    ) -> String {
        do throws(DetectionError) {
            let found = try InputSample(bytes, isGzip: isGzip).detect(as: nil)
            return "read as \(found.format.rawValue)"
        } catch {
            return error.message(for: file)
        }
    }

    /// First bytes, by the formats' own specifications.
    @Test(
        arguments: [
            ([0x42, 0x5A, 0x68, 0x39], "compressed with bzip2; run: bzip2 -dc a.log | ingest -"),
            ([0x1F, 0x9D, 0x90], "compressed with compress (.Z); run: gzip -dc a.log | ingest -"),
            (
                [0xFF, 0x06, 0, 0, 0x73, 0x4E, 0x61, 0x50, 0x70, 0x59],
                "compressed with snappy; run: snzip -dc < a.log | ingest -"
            ),
            (
                [0x78, 0x9C, 0xED, 0xD3, 0x31, 0x6B, 0x14, 0x41, 0x18],
                "compressed with zlib; run: pigz -dc < a.log | ingest -"
            ),
            (Array("PAR1".utf8), "a Parquet file; run: duckdb"),
            (Array("ORC\u{8}".utf8), "an ORC file; run: orc-contents a.log | ingest -"),
            (Array("Obj\u{1}\u{4}".utf8), "an Avro file; run: avro-tools tojson a.log | ingest -"),
            (
                Array("SQLite format 3\0".utf8),
                "an SQLite database; run: sqlite3 -csv -header a.log"
            ),
            ([0x50, 0x4B, 3, 4], "a zip archive; run: unzip -p a.log | ingest -"),
            (
                [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26)
                    + Array("[Content_Types].xml".utf8), "an Excel workbook: save it as CSV"
            ),
            (
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
                "another Office file: save it as CSV"
            ),
            (Array("ARROW1\0\0".utf8), "an Arrow or Feather file"),
            ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive; run: 7z x -so a.log | ingest -"),
            (
                [UInt8](repeating: 0x61, count: 257) + Array("ustar\0".utf8),
                "a tar archive; run: tar -xOf a.log | ingest -"
            ),
            ([1, 2, 3, 4, 5, 6, 7, 0x0A], "binary data: write it as text first"),
        ] as [([UInt8], String)])
    func bytesAreKnown(bytes: [UInt8], words: String) {
        #expect(Self.message(bytes).contains(words), "\(Self.message(bytes))")
    }

    @Test func theCommandFitsTheFile() {
        let utf16: [UInt8] = [0xFF, 0xFE, 0x61, 0]
        #expect(
            Self.message(utf16, isGzip: true).hasSuffix(
                "run: gzip -dc a.log | iconv -f UTF-16 -t UTF-8 | ingest -"))
        #expect(
            Self.message(utf16, file: "my log's.txt").hasSuffix(
                "run: iconv -f UTF-16 -t UTF-8 'my log'\\''s.txt' | ingest -"))
        #expect(Self.message(utf16, file: "-").hasPrefix("stdin: UTF-16 text; run: iconv"))
    }

    /// Sources: the manuals of the servers and tools, and goaccess issues 1192, 1656, 2053, 2085, 2571.
    @Test(arguments: [
        (
            "2026/03/02 12:45:30 [error] 7#7: *1 open() failed, client: 203.0.113.7\n",
            "nginx's error log"
        ),
        (
            "[Mon Mar 02 12:45:30.123456 2026] [core:error] [pid 7] [client 203.0.113.7:1] AH1\n",
            "Apache's error log"
        ),
        (" id | name \n----+------\n  1 | a\n", "a table as psql or mysql prints it"),
        (
            "+----+------+\n| id | name |\n+----+------+\n|  1 | a    |\n",
            "a table as psql or mysql prints it"
        ),
        (
            "-rw-r--r-- 1 root root 12 Mar  2 04:45 a.log\n-rw-r--r-- 1 root root 12 Mar  2 04:45 b.log\n",
            "a listing of files"
        ),
        ("at=info method=GET path=/a status=200 service=7ms\n", "logfmt"),
        ("level=info ts=2026-03-02T04:45:50Z msg=ok path=/a status=200\n", "logfmt"),
        (
            "2026-03-02 04:46:00 203.0.113.7 - - [02/Mar/2026:04:45:50 +0000] \"GET /a HTTP/1.1\" 200 1 \"-\" \"a\"\n",
            "no known format"
        ),
        (
            "2026-03-02 00:00:00 10.0.0.1 GET /a - 443 - 203.0.113.7 Mozilla/5.0 - 200 0 0 7\n",
            "without #Fields:"
        ),
        (
            "access.log:203.0.113.7 - - [02/Mar/2026:04:45:50 +0000] \"GET /a HTTP/1.1\" 200 1 \"-\" \"a\"\n",
            "what grep prints of several files: grep -h leaves out their names"
        ),
        (
            "/var/log/access.log:17:203.0.113.7 - - [02/Mar/2026:04:45:50 +0000] \"GET /a HTTP/1.1\" 200 1\n",
            "what grep prints"
        ),
        ("<!DOCTYPE html>\n<html>\n", "markup"), ("%PDF-1.7\nabc\n", "a PDF"),
        ("[\n", "one JSON array"), ("[{\"a\":1},\n{\"a\":2}]\n", "one JSON array"),
        ("[[1]]\n", "one JSON array"),
        ("{\n  \"a\": 1\n}\n", "JSON over several lines"),
        ("{\"time\":1},\n{\"time\":2},\n", "a comma behind each"),
        ("{\"time\":-,\"a\":1}\n", "a bare - for a value"),
        ("{\"id\":1,\"hits\":[{\"time\":1772409600,\"page\":\"/\"}]}\n", "its records in 'hits'"),
        ("2026-03-02,v1,buy\n2026-03-02,v2,buy\n", "a table without a header"),
        ("a;b;c\n1;2;3\n", "a table with the columns a, b, c"),
        ("a|b\n1|2\n", "a table with the columns a, b"),
    ])
    func textsAreKnown(text: String, words: String) {
        let message = Self.message(Array(text.utf8))
        #expect(message.contains(words), "\(message)")
        #expect(!message.contains("fits 100 %"))
    }

    /// A log line may begin with `[`, a long one may stand first, and times that are none speak against a format.
    @Test(arguments: [
        (
            "[02/Mar/2026:13:26:00 +0200] 200 - GET https a.fi \"/\" [Client 203.0.113.7] [Length 1] [Gzip -] \"a\" \"-\"\n",
            "read as nginx:"
        ),
        (
            "[2026-03-02T16:28:40.348Z] \"GET / HTTP/1.1\" 200 - 0 539 14 9 \"203.0.113.7\" \"a\" \"i\" \"a.fi\" \"10.0.0.1:80\"\n",
            "read as envoy"
        ),
        ("2026-03-02T00:00:00+08:00|203.0.113.7|a.fi|GET / HTTP/1.0|200\n", "no known format"),
        (
            "203.0.113.7 - - [02/Mar/2026:04:45:50 +0000] \"GET /"
                + String(repeating: "a", count: 300_000) + " HTTP/1.1\" 200 1 \"-\" \"a\"\n",
            "read as combined"
        ),
    ])
    func otherLinesAreReadOrRefused(text: String, words: String) {
        #expect(
            Self.message(Array(text.utf8)).contains(words),
            "\(Self.message(Array(text.utf8)).prefix(300))")
    }
}
