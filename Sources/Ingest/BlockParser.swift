import ByteIO
import Formats
import StageSupport
import Touchpoints

/// A line that became no event.
struct Reject: Sendable {
    /// Line number from 1, within the block.
    let line: Int
    /// In inflated bytes of the file.
    let offset: Int
    let error: RowError
    let raw: [UInt8]
}

/// What a block of lines became.
struct ParsedBlock: Sendable {
    var rows: [UInt8] = []
    var ledger = Ledger()
    var rejects: [Reject] = []
}

/// Turns blocks of one input into rows. Keeps caches, so one a worker; the rows do not depend on them.
struct BlockParser: Sendable {
    private static let maximumLine = 1 << 20
    private static let excerptLength = 4096

    private var decoder: Decoder
    private var visitors = Pseudonyms(key: .publicKey)
    private var draft = EventDraft()

    init(format: Format) { decoder = Decoder(format) }

    mutating func parse(_ block: Block) -> ParsedBlock {
        var parsed = ParsedBlock()
        parsed.rows.reserveCapacity(block.bytes.count)
        let bytes = block.bytes.span
        var start = 0
        while start < bytes.count {
            let feed = bytes.firstOffset(of: 0x0A, from: start)
            var end = feed ?? bytes.count
            if end > start, bytes[end - 1] == 0x0D { end -= 1 }
            let line = bytes.extracting(start..<end)
            read(line, isCut: block.isCut, hasFeed: feed != nil, at: block.offset + start, &parsed)
            start = feed.map { $0 + 1 } ?? bytes.count
        }
        return parsed
    }

    private mutating func read(
        _ line: Span<UInt8>, isCut: Bool, hasFeed: Bool, at offset: Int, _ parsed: inout ParsedBlock
    ) {
        parsed.ledger.lines += 1
        if !isCut, isBlank(line) {
            parsed.ledger.blank += 1
            return
        }
        do throws(RowError) {
            guard !isCut, line.count <= Self.maximumLine else {
                throw RowError(.lineTooLong, "over \(Self.maximumLine) bytes")
            }
            try event(line)
            draft.write(to: &parsed.rows)
            parsed.ledger.events += 1
        } catch {
            let isStructural = error.code == .badJSON || error.code == .badFormat
            let reason =
                !hasFeed && !isCut && isStructural
                ? RowError(.truncatedLine, error.detail) : error
            parsed.ledger.rejected += 1
            parsed.ledger.rejects[reason.code.rawValue, default: 0] += 1
            let isLong = reason.code == .lineTooLong
            parsed.rejects.append(
                Reject(
                    line: parsed.ledger.lines, offset: offset, error: reason,
                    raw: line.extracting(0..<(isLong ? Self.excerptLength : line.count)).copied()))
        }
    }

    /// White space only, or a comment.
    private func isBlank(_ line: Span<UInt8>) -> Bool {
        var at = 0
        while at < line.count, line[at] == 0x20 || line[at] == 0x09 { at += 1 }
        return at == line.count || line[at] == 0x23
    }

    private mutating func event(_ line: Span<UInt8>) throws(RowError) {
        draft.removeAll()
        var start = 0
        // A crash can leave a run of NUL in front of a line.
        while start < line.count, line[start] == 0 { start += 1 }
        try decoder.decode(line.extracting(start...), into: &draft)
        guard let time = draft.time else { throw RowError(.missingField, "no time") }
        guard time >= .earliest, time < .latest else {
            throw RowError(.timeOutOfRange, "time \(time.text)")
        }
        try setVisitor()
    }

    private mutating func setVisitor() throws(RowError) {
        guard draft.isEmpty(.visitor) else { return }
        if !draft.address.isEmpty {
            let (address, agent) = (draft.address, draft.agent)
            draft.set(.visitor) {
                visitors.append(address: address.span, agent: agent.span, to: &$0)
            }
        } else if draft.isEmpty(.user) {
            let session = draft.value(.session)
            guard !session.isEmpty else {
                throw RowError(.missingField, "no visitor, user, address or session")
            }
            draft.set(.visitor, session.span)
        }
    }
}
