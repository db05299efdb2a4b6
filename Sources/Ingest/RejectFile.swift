import Events
import ByteIO
import FoundationEssentials
import StageSupport
import Rows

/// The rejected lines with their reasons, one JSON object a line; readable by its owner alone.
///
/// `{"file":"a.log","line":7,"offset":812,"code":"bad_time","detail":"…","raw":"…"}`; `raw_base64`
/// where the line is not UTF-8.
struct RejectFile: ~Copyable {
    private var output: OutputFile

    init(creating path: String) throws(IOFailure) {
        output = try .creating(path, mode: 0o600)
    }

    mutating func write(_ reject: Reject, file: String, line: Int) throws(IOFailure) {
        try output.write(Self.json(reject, file: file, line: line) + "\n")
    }

    mutating func complete() throws(IOFailure) -> FinishedFile { try output.complete() }

    static func json(_ reject: Reject, file: String, line: Int) -> String {
        let raw =
            String(validating: reject.raw, as: UTF8.self).map { ("raw", JSONValue.quoted($0)) }
            ?? ("raw_base64", JSONValue.quoted(Data(reject.raw).base64EncodedString()))
        return JSONValue.object([
            ("file", JSONValue.quoted(file)), ("line", "\(line)"), ("offset", "\(reject.offset)"),
            ("code", JSONValue.quoted(reject.error.code.rawValue)),
            ("detail", JSONValue.quoted(reject.error.detail)), raw,
        ])
    }
}

/// A line of a reject file, read back.
struct RejectLine: Decodable {
    let file: String
    let line: Int
    let offset: Int
    let code: String
    private let raw: String?
    private let rawBase64: String?

    private enum CodingKeys: String, CodingKey {
        case file, line, offset, code, raw
        case rawBase64 = "raw_base64"
    }

    /// Nil where `json` is no such line.
    init?(_ json: [UInt8]) {
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(json))
        } catch {
            // The caller tells which line it is; what a parser says of it helps nobody.
            return nil
        }
        guard bytes != nil, line > 0 else { return nil }
    }

    /// The line as it was; nil where neither form of it is there.
    var bytes: [UInt8]? {
        if let raw { return Array(raw.utf8) }
        return rawBase64.flatMap { Data(base64Encoded: $0) }.map { Array($0) }
    }

    /// Whether `bytes` are the start of the line alone.
    var isCut: Bool { code == RowError.Code.lineTooLong.rawValue }
}
