import ByteIO
import Rows

/// Texts that are no log of requests or events, or lack what tells their columns: known by how their lines
/// look, and refused by what they are.
struct KnownText: Sendable {
    let name: String
    let advice: String
    var command: ReadingCommand?

    /// What the lines of `sample` are, nil where nobody knows.
    static func found(in sample: InputSample) -> KnownText? {
        let lines = sample.lines.prefix(20).map(\.raw)
        if isBinary(sample.bytes) {
            return KnownText(
                name: "binary data", advice: "write it as text first, one record a line")
        }
        for kind in kinds {
            let count = lines.count { kind.matches($0.span) }
            if count * 2 > lines.count || kind.isFirstEnough && count > 0 { return kind.text }
        }
        return UnknownTable.found(in: sample)
    }

    private struct Kind: Sendable {
        let text: KnownText
        /// One line is enough.
        var isFirstEnough = false
        let matches: @Sendable (Span<UInt8>) -> Bool
    }

    private static let kinds: [Kind] = [
        Kind(
            text: KnownText(
                name: "nginx's error log", advice: "requests stand in the access log")
        ) { LineMask("dddd/dd/dd dd:dd:dd [").fits($0) },
        Kind(
            text: KnownText(
                name: "Apache's error log", advice: "requests stand in the access log")
        ) { LineMask("[aaa aaa dd dd:dd:dd").fits($0) },
        Kind(
            text: KnownText(
                name: "a table as psql or mysql prints it",
                advice: "export it with psql --csv, or mysql --batch"), isFirstEnough: true
        ) { isRule($0) },
        Kind(
            text: KnownText(
                name: "a listing of files", advice: "name the files themselves")
        ) { isListing($0) },
        Kind(
            text: KnownText(
                name: "logfmt (key=value)",
                advice: "write it as JSON or CSV, one record a line")
        ) { pairs($0) > 3 },
        Kind(
            text: KnownText(
                name: "Caddy's console encoder", advice: "let Caddy log with 'format json'")
        ) { LineMask("dddd/dd/dd dd:dd:dd").fits($0) && $0.firstOffset(of: "\t{") != nil },
        Kind(
            text: KnownText(
                name: "a log of CloudFront in real time, without #Fields",
                advice: "put the fields of your configuration in front, as #Fields: timestamp c-ip "
                    + "time-to-first-byte sc-status …",
                command: .file("(echo '#Fields: timestamp c-ip …'; cat FILE)"))
        ) { isRealTime($0) },
        Kind(
            text: KnownText(
                name: "a W3C or IIS log without #Fields",
                advice: "put the directive of the rotated file in front",
                command: .file("(echo '#Fields: date time s-ip cs-method …'; cat FILE)"))
        ) {
            // Other logs have brackets or quotes somewhere.
            LineMask("dddd-dd-dd dd:dd:dd ").fits($0) && $0.count(of: 0x20, in: $0.indices) > 7
                && $0.firstOffset(of: 0x22) == nil
        },
        Kind(
            text: KnownText(
                name: "what grep prints of several files",
                advice: "grep -h leaves out their names")
        ) { isNamed($0) },
        Kind(
            text: KnownText(
                name: "markup (HTML or XML)", advice: "a log has one record a line"),
            isFirstEnough: true
        ) { $0.starts(with: "<!DOCTYPE") || $0.starts(with: "<html") || $0.starts(with: "<?xml") },
        Kind(
            text: KnownText(name: "a PDF", advice: "a log has one record a line"),
            isFirstEnough: true
        ) { $0.starts(with: "%PDF-") },
    ]

    /// `-----+-----`, `+----+` or `|----|`: nothing else on the line.
    private static func isRule(_ line: Span<UInt8>) -> Bool {
        var (dashes, joints) = (0, 0)
        for index in line.indices {
            switch line[index] {
            case 0x2D: dashes += 1
            case 0x2B, 0x7C: joints += 1
            case 0x20, 0x3A: continue
            default: return false
            }
        }
        return dashes > 3 && joints > 0
    }

    /// `total 12` or `-rw-r--r-- 1 root …`.
    private static func isListing(_ line: Span<UInt8>) -> Bool {
        guard line.count > 10, line[0] == 0x2D || line[0] == 0x64 || line[0] == 0x6C else {
            return false
        }
        for index in 1..<10 where ![0x72, 0x77, 0x78, 0x2D, 0x73, 0x74].contains(line[index]) {
            return false
        }
        return line[10] == 0x20 || line[10] == 0x2E || line[10] == 0x2B
    }

    /// How many words are `key=value`.
    private static func pairs(_ line: Span<UInt8>) -> Int {
        line.text.split(separator: " ").count { word in
            guard let equals = word.firstIndex(of: "="), equals > word.startIndex else {
                return false
            }
            return word[..<equals].utf8.allSatisfy {
                $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x5F || $0 == 0x2E
            }
        }
    }

    /// An epoch with a fraction, a TAB and an address.
    private static func isRealTime(_ line: Span<UInt8>) -> Bool {
        let cells = line.text.split(separator: "\t", omittingEmptySubsequences: false)
        guard cells.count > 8, cells[0].contains(".") else { return false }
        return Timestamp(epoch: Array(cells[0].utf8).span) != nil
            && ClientAddress.isAddress(Array(cells[1].utf8).span)
    }

    /// `access.log:` or `access.log:17:` before a request.
    private static func isNamed(_ line: Span<UInt8>) -> Bool {
        guard let blank = line.firstOffset(of: 0x20),
            let colon = line.extracting(0..<blank).lastOffset(of: 0x3A)
        else { return false }
        var filler = EventFiller(options: DecodeOptions())
        var log = AccessLog()
        do throws(RowError) {
            _ = try log.scan(line.extracting((colon + 1)...), &filler)
            return true
        } catch {
            // It is something else.
            return false
        }
    }

    /// Whether text has no such bytes. A run of NUL that a crash left is text.
    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        let head = bytes.drop { $0 == 0 }.prefix(1 << 12)
        let controls = head.count { $0 < 0x09 || (0x0E..<0x20).contains($0) && $0 != 0x1B }
        return head.isEmpty ? !bytes.isEmpty : controls * 20 > head.count
    }
}
