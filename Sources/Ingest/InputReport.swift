import Events
import ByteIO
import Crypto
import StageSupport

/// What became of one input, for the summary.
struct InputReport {
    enum State: String {
        case complete
        /// Cut or corrupt: what came before the damage was read.
        case damaged
        /// Not read: no format fits.
        case skipped
        /// Not read: the same file was read under another name.
        case duplicate
    }

    let name: String
    var state = State.complete
    /// Inflated.
    var bytes = 0
    var lines = 0
    var format = ""
    /// SHA-256 of the inflated content, in hex; empty where it was not asked for.
    var hash = ""
    /// Why it is not complete.
    var remark = ""
    /// Records but blank ones, and those of them that were rejected.
    private(set) var records = 0
    private(set) var rejected = 0
    private(set) var firstReject: String?

    /// Whether it had records, and all were rejected.
    var isLost: Bool { records > 0 && rejected == records }

    mutating func count(_ parsed: borrowing ParsedBlock) {
        records += parsed.ledger.lines - parsed.ledger.blank
        rejected += parsed.ledger.rejected
        if firstReject == nil, let reject = parsed.rejects.first {
            firstReject = PersonalData.hidden("\(reject.error)")
        }
    }

    var json: String {
        var members = [
            ("name", JSONValue.quoted(name)), ("bytes", "\(bytes)"), ("lines", "\(lines)"),
            ("sha256", JSONValue.quoted(hash)), ("format", JSONValue.quoted(format)),
            ("state", JSONValue.quoted(state.rawValue)),
        ]
        if !remark.isEmpty { members.append(("remark", JSONValue.quoted(remark))) }
        return JSONValue.object(members)
    }
}

/// SHA-256 of bytes that come in pieces.
final class ContentHash {
    private var hash = SHA256()

    func add(_ bytes: Span<UInt8>) { hash.update(data: bytes.copied()) }

    var hex: String {
        var digits: [UInt8] = []
        for byte in hash.finalize() { digits.append(hex: byte) }
        return String(decoding: digits, as: UTF8.self)
    }
}
