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
    /// Lines of the file, of which a record may have several.
    var lines = 0
}

/// Turns blocks of one input into rows. Keeps caches, so one a worker; the rows do not depend on them.
struct BlockParser: Sendable {
    private static let excerptLength = 4096

    private var decoder: Decoder
    private var visitors = VisitorKey()
    private var draft = EventDraft()
    /// The start of a record whose end is in the next block.
    private var carried: [UInt8] = []

    init(_ input: Detection) {
        decoder = Decoder(input.format, joinsParts: input.joinsParts)
    }

    var isSequential: Bool { decoder.isSequential }

    /// Reads the records of `block`. Where the format is sequential, blocks come in order, and the start
    /// of a record at the end of one is kept for the next; `isLast` says that there is none.
    mutating func parse(_ block: Block, isLast: Bool) -> ParsedBlock {
        var parsed = ParsedBlock()
        parsed.rows.reserveCapacity(block.bytes.count)
        if !carried.isEmpty, !block.isCut {
            read(
                carried + block.bytes, at: block.offset - carried.count,
                BlockTraits(isLast: isLast, isTorn: block.isTorn), &parsed)
            return parsed
        }
        if !carried.isEmpty {
            read(carried, at: block.offset - carried.count, BlockTraits(isLast: true), &parsed)
        }
        read(
            block.bytes, at: block.offset,
            BlockTraits(isLast: isLast, isCut: block.isCut, isTorn: block.isTorn), &parsed)
        return parsed
    }

    private mutating func read(
        _ bytes: [UInt8], at offset: Int, _ traits: BlockTraits, _ parsed: inout ParsedBlock
    ) {
        let block = bytes.span
        var cursor = RecordCursor()
        while let reading = decoder.next(block, traits, &cursor, into: &draft) {
            parsed.ledger.lines += 1
            switch reading {
            case .blank: parsed.ledger.blank += 1
            case .event:
                do throws(RowError) {
                    try finish()
                    draft.write(to: &parsed.rows)
                    parsed.ledger.events += 1
                } catch {
                    reject(error, block, cursor, offset, &parsed)
                }
            case .rejected(let error): reject(error, block, cursor, offset, &parsed)
            }
        }
        parsed.lines += cursor.lines
        carried = Array(bytes[cursor.next...])
    }

    private func reject(
        _ error: RowError, _ block: Span<UInt8>, _ cursor: RecordCursor, _ offset: Int,
        _ parsed: inout ParsedBlock
    ) {
        parsed.ledger.rejected += 1
        parsed.ledger.rejects[error.code.rawValue, default: 0] += 1
        let record = block.extracting(cursor.record)
        let length =
            error.code == .lineTooLong ? min(record.count, Self.excerptLength) : record.count
        parsed.rejects.append(
            Reject(
                line: parsed.lines + cursor.line, offset: offset + cursor.record.lowerBound,
                error: error,
                raw: cursor.replacement.isEmpty
                    ? record.extracting(0..<length).copied() : cursor.replacement))
    }

    private mutating func finish() throws(RowError) {
        guard let time = draft.time else { throw RowError(.missingField, "no time") }
        guard time >= .earliest, time < .latest else {
            throw RowError(.timeOutOfRange, "time \(time.text)")
        }
        draft.setReferrer()
        try setVisitor()
    }

    private mutating func setVisitor() throws(RowError) {
        guard draft.isEmpty(.visitor) else { return }
        if !draft.address.isEmpty {
            let (address, agent) = (draft.address, draft.agent)
            draft.set(.visitor) { visitors.append(address: address, agent: agent, to: &$0) }
        } else if draft.isEmpty(.user) {
            let session = draft.value(.session)
            guard !session.isEmpty else {
                throw RowError(.missingField, "no visitor, user, address or session")
            }
            draft.set(.visitor, session.span)
        }
    }
}
