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

    /// What is known of the line made last.
    private(set) var time = Timestamp(microseconds: 0)
    var key = Deduplicator.Key.line(SipHash.Digest(low: 0, high: 0))
    var rowLength = 0
    /// Whether it was refused for values alone that are not known yet.
    var isTeachable = false

    /// By agent and logged device: the device, and the number of the evidence from 1, 0 for a person.
    var agents = Memo<2>()
    /// By type and event: the event, and what it is.
    var names = Memo<2>()
    /// By what `Origin` holds: the site; referrer, channel, source, medium, campaign.
    var origins = Memo<8>()
    /// The same of requests, by referrer, site and query.
    var requestOrigins = Memo<3>()
    /// By method and status: event, status, properties.
    var requests = Memo<2>()
    /// By the logged one: the status of an event.
    var statuses = Memo<1>()
    var clock = LineClock()
    var visitors = VisitorCache()

    let buffer = RowBuffer(capacity: 1 << 16)
    private let message = RowBuffer(capacity: 1 << 16)
    private var agentText: [UInt8] = []
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
    ])

    private let rules: IngestRules
    private let identity: EventIdentity

    init(rules: IngestRules) {
        self.rules = rules
        identity = EventIdentity(key: rules.key)
    }

    /// Appends the row made last.
    func appendRow(to rows: inout [UInt8]) { buffer.append(rowLength, to: &rows) }

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

// Identities.
extension RowMaker {
    /// The key of an event with the id at `id`, as `EventIdentity` makes it of these columns; nil where
    /// they are too long.
    @inline(__always)
    func key(
        _ text: Span<UInt8>, id: Part, name: Part, of names: Span<UInt8>, visitor: Part,
        pseudonym: SipHash.Digest?, user: Part
    ) -> Deduplicator.Key? {
        let count = messageLength(
            text, id: id, name: name, of: names, visitor: visitor, pseudonym: pseudonym, user: user)
        guard count > 0 else { return nil }
        return .supplied(identity.digest(ofID: message.bytes(count)))
    }

    @inline(__always)
    private func messageLength(
        _ text: Span<UInt8>, id: Part, name: Part, of names: Span<UInt8>, visitor: Part,
        pseudonym: SipHash.Digest?, user: Part
    ) -> Int {
        var row = message.row()
        row.append(text, id)
        row.append(0x1F)
        row.append(names, name)
        row.append(0x1F)
        if let pseudonym { row.append(pseudonym) } else { row.append(text, visitor) }
        row.append(0x1F)
        row.append(text, user)
        row.append(0x1F)
        clock.write(to: &row)
        return row.isComplete ? row.count : 0
    }

    /// Sets the key of an event without an id; the id that it gets.
    @inline(__always)
    mutating func setKey(ofLine line: Span<UInt8>) -> SipHash.Digest {
        let digest = identity.digest(ofLine: line)
        key = .line(digest)
        return identity.id(ofLine: digest, occurrence: 0)
    }

    /// The pseudonym of the line's client, whose agent has the memo's number `serial`; nil where its
    /// address is not written in its one form.
    @inline(__always)
    mutating func pseudonym(
        _ text: Span<UInt8>, _ reader: borrowing ShapeReader, _ serial: UInt64
    ) -> SipHash.Digest? {
        let address = reader.fields[.address]
        if let known = visitors.code(text, address, serial) { return known }
        guard PlainValue.isAddress(text, address) else { return nil }
        return newPseudonym(text, reader, serial)
    }

    @inline(never)
    mutating func newPseudonym(
        _ text: Span<UInt8>, _ reader: borrowing ShapeReader, _ serial: UInt64
    ) -> SipHash.Digest? {
        let address = reader.fields[.address]
        agentText.removeAll(keepingCapacity: true)
        if !reader.hasPlainAgents { reader.appendAgent(text, to: &agentText) }
        let count =
            reader.hasPlainAgents
            ? clientLength(text, address, text, reader.fields[.agent])
            : clientLength(text, address, agentText.span, Part(0, agentText.count))
        guard count > 0 else { return nil }
        let code = rules.key.authenticationCode(of: message.bytes(count))
        visitors.keep(code, text, address, serial)
        return code
    }

    /// The length of what `Pseudonyms` hashes; 0 where it is too long.
    @inline(__always)
    private func clientLength(
        _ text: Span<UInt8>, _ address: Part, _ agentText: Span<UInt8>, _ agent: Part
    ) -> Int {
        var row = message.row()
        row.append(text, address)
        row.append(0x1F)
        row.append(agentText, agent)
        return row.isComplete ? row.count : 0
    }
}

extension RowBuilder {
    /// Appends up to 16 TABs.
    @inline(__always) @_lifetime(self: copy self)
    mutating func append(tabs count: Int) { append(Bytes16(repeating: 0x09), count: count) }

    /// Appends 32 hex digits.
    @inline(__always) @_lifetime(self: copy self)
    mutating func append(_ digest: SipHash.Digest) {
        append(Bytes16(hex: digest.low), count: 16)
        append(Bytes16(hex: digest.high), count: 16)
    }
}
