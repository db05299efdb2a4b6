import ByteIO
import Formats
import StageSupport
import Rows

/// Makes rows of plain lines: each column is copied from the line, or from what is remembered of the
/// values that decide it.
///
/// It has no rules of its own. A value met for the first time goes through the decoder and the
/// normalizer with its line, and `learn` remembers the columns that they made. A row counts only when it
/// is complete and the line's class is known, so rejects and bots need no undoing.
///
/// Functions that change nothing are `mutating`, and the reader comes as `inout`, where they are called
/// for every line: what is borrowed is copied at every call, here 700 bytes.
struct RowMaker: ~Copyable, Sendable {
    /// What a line became.
    enum Outcome {
        /// To be decided by the decoder and the normalizer.
        case unknown
        /// The row is `row`.
        case event
        case bot
        case filtered(LineClass.Reason)
    }

    private static let longestRow = 1 << 16
    /// More bytes of rows than this are moved on, while they lie in the nearest cache.
    private static let mostKept = 1 << 10

    /// What is known of the line made last.
    private(set) var time = Timestamp(microseconds: 0)
    var key = Deduplicator.Key.line(SipHash.Digest(low: 0, high: 0))
    var rowLength = 0
    /// Whether it was refused for values alone that are not known yet.
    var isTeachable = false

    /// By agent and logged device: the device behind a TAB, and the number of the evidence from 1, 0 for a person.
    var agents = Memo<2>()
    /// The same of requests, by agent; the device between TABs, as the row has it.
    var requestAgents = Memo<1>()
    /// By type and event: the event, and what it is.
    var names = Memo<2>()
    /// By what `Origin` holds: the site with a TAB behind; referrer, channel, source, medium, campaign with a
    /// TAB before each.
    var origins = Memo<8>()
    /// The same of requests, by referrer, site and query.
    var requestOrigins = Memo<3>()
    /// By method and status: event, status with a TAB behind, properties with the TABs and the LF around.
    var requests = Memo<2>()
    var requestPairs = ShortPairs()
    /// By the logged one: the status of an event.
    var statuses = Memo<1>()
    var clock = LineClock()
    var clients: Clients
    var keys: KeyMaker

    var buffer = RowBuffer(capacity: longestRow + mostKept)
    /// How long the request took, in milliseconds.
    var duration: [UInt8] = []

    /// Why lines were bots', and how often since the last `takeBots`.
    private var evidence: [BotFilter.Evidence] = []
    private var botCounts: [Int] = []

    /// The fields that an event may have, and a request.
    let eventFields = FieldSet([
        .time, .received, .original, .sent, .date, .visitor, .user, .event, .type, .name, .url,
        .site, .page, .query, .referrer, .address, .agent, .method, .status, .channel, .source,
        .medium, .campaign, .device, .country, .value, .currency, .eventID, .session,
    ])
    let requestFields = FieldSet([
        .time, .date, .address, .user, .request, .method, .url, .page, .site, .query, .status,
        .size, .referrer, .agent, .milliseconds, .seconds, .microseconds, .nanoseconds, .eventID,
        .forwarded,
    ])
    let durationFields = FieldSet([.milliseconds, .seconds, .microseconds, .nanoseconds])

    private let rules: IngestRules

    init(rules: IngestRules) {
        self.rules = rules
        clients = Clients(key: rules.key)
        keys = KeyMaker(key: rules.key)
    }

    /// Keeps the row made last for `rows`, whose count with all that is kept for it is the answer.
    @inline(__always)
    mutating func keepRow(for rows: inout [UInt8]) -> Int {
        buffer.keep(rowLength)
        let count = rows.count &+ buffer.kept
        if buffer.kept > Self.mostKept { buffer.moveRows(to: &rows) }
        return count
    }

    /// Appends the rows that are kept.
    mutating func moveRows(to rows: inout [UInt8]) { buffer.moveRows(to: &rows) }

    /// Whether the rules are those that `RowMaker` can follow.
    static func canFollow(_ rules: IngestRules) -> Bool {
        rules.bots == .drop && rules.assets == .drop && !rules.hashesIDs
    }

    /// Reads the time of the line; false where the decoder has to.
    @inline(__always)
    mutating func readTime(_ text: Span<UInt8>, _ part: Part) -> Bool {
        guard clock.read(text, part) else { return false }
        time = clock.time
        return true
    }

    /// Reads a time in two fields, in UTC.
    mutating func readTime(_ text: Span<UInt8>, date: Part, clock part: Part) -> Bool {
        guard clock.read(text, date: date, clock: part) else { return false }
        time = clock.time
        return true
    }

    var isWanted: Bool {
        if let since = rules.since, time < since { return false }
        if let until = rules.until, time >= until { return false }
        return true
    }
}

// Bots.
extension RowMaker {
    /// The number of `evidence` in a memo's note.
    mutating func number(of evidence: BotFilter.Evidence) -> UInt32 {
        if let known = self.evidence.firstIndex(of: evidence) { return UInt32(known + 1) }
        self.evidence.append(evidence)
        botCounts.append(0)
        return UInt32(self.evidence.count)
    }

    mutating func countBot(_ number: UInt32) { botCounts[Int(number) - 1] += 1 }

    /// Moves the counts to `tally`.
    mutating func takeBots(into tally: inout Tally) {
        for index in botCounts.indices where botCounts[index] > 0 {
            tally.count(evidence[index], botCounts[index])
            botCounts[index] = 0
        }
    }
}

extension RowBuilder {
    /// Appends up to 16 TABs.
    @inline(__always) @_lifetime(self: copy self)
    mutating func append(tabs count: Int) { append(Bytes16(repeating: 0x09), count: count) }

    /// Appends a time.
    @inline(__always) @_lifetime(self: copy self)
    mutating func append(_ time: LineClock.Form) {
        append(time.start, count: 16)
        append(word: time.middle)
        append(Bytes16(word: time.end), count: 3)
    }

    /// Appends 32 hex digits.
    @inline(__always) @_lifetime(self: copy self)
    mutating func append(_ digest: SipHash.Digest) {
        append(Bytes16(hex: digest.low), count: 16)
        append(Bytes16(hex: digest.high), count: 16)
    }
}
