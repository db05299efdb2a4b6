package import ByteIO
package import Formats
package import StageSupport
package import Rows

/// A line that became no event.
package struct Reject: Sendable {
    /// Line number from 1, within the block.
    package var line: Int
    /// In inflated bytes of the file.
    package var offset: Int
    package let error: RowError
    package let raw: [UInt8]
}

/// Where an event's row ends among the rows of its block, and by what copies of it are known.
package struct EventMark: Sendable {
    package let end: Int
    package let key: Deduplicator.Key
}

/// What a block of lines became; the ledger knows of no duplicates yet.
package struct ParsedBlock: Sendable {
    package var rows: [UInt8] = []
    /// One an event; none where duplicates are not looked for.
    package var marks: [EventMark] = []
    package var ledger = Ledger()
    package var tally = Tally()
    package var rejects: [Reject] = []
    /// Lines of the file, of which a record may have several.
    package var lines = 0
    package var firstTime: Timestamp?
    package var lastTime: Timestamp?
    /// The first time would be another one if the line before were known: the block is to be parsed
    /// again, after that line.
    package var isUndecided = false
}

/// Turns blocks of one input into rows. Keeps caches, so one a worker; the rows do not depend on them.
package struct BlockParser: ~Copyable, Sendable {
    private static let excerptLength = 4096

    private var decoder: Decoder
    private var normalizer: Normalizer
    private var identity: EventIdentity
    private let looksForDuplicates: Bool
    private var plain: PlainLines
    private let hasShortWay: Bool
    private var draft = EventDraft()
    /// The start of a record whose end is in the next block.
    private var carried: [UInt8] = []
    private var previous: Timestamp?
    /// Of the last block.
    private var events = 0

    /// Without the short way every line goes through the decoder and the normalizer; the rows are the
    /// same.
    package init(
        _ format: Format, joinsParts: Bool = false, unwraps: Bool = false, rules: IngestRules,
        takesShortWay: Bool = true
    ) {
        decoder = Decoder(
            format, options: rules.decoding, joinsParts: joinsParts, unwraps: unwraps)
        normalizer = Normalizer(rules: rules)
        identity = EventIdentity(key: rules.key)
        looksForDuplicates = rules.dedupe != .off
        hasShortWay =
            takesShortWay && !joinsParts && !unwraps && PlainLines.canRead(format, rules: rules)
        plain = PlainLines(format, rules: rules)
    }

    package init(_ input: Detection, rules: IngestRules, takesShortWay: Bool = true) {
        self.init(
            input.format, joinsParts: input.joinsParts, unwraps: input.unwraps, rules: rules,
            takesShortWay: takesShortWay)
    }

    package var isSequential: Bool { decoder.isSequential }

    /// Reads the records of `block`, whose line before was at `previous`, as far as that is known.
    ///
    /// Where the format is sequential, blocks come in order, and the start of a record at the end of
    /// one is kept for the next; `isLast` says that there is none.
    package mutating func parse(
        _ block: Block, isLast: Bool, after previous: Timestamp? = nil
    ) -> ParsedBlock {
        if !isSequential || previous != nil { self.previous = previous }
        var parsed = ParsedBlock()
        parsed.rows.reserveCapacity(block.bytes.count)
        if looksForDuplicates { parsed.marks.reserveCapacity(events + events / 8) }
        defer { events = parsed.marks.count }
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
        readPlain(block, traits, &cursor, &parsed)
        while let reading = decoder.next(block, traits, &cursor, into: &draft) {
            parsed.ledger.lines += 1
            switch reading {
            case .blank: parsed.ledger.blank += 1
            case .event:
                do throws(RowError) {
                    try take(block, cursor, &parsed)
                } catch {
                    reject(error, block, cursor, offset, &parsed)
                }
            case .rejected(let error): reject(error, block, cursor, offset, &parsed)
            }
            readPlain(block, traits, &cursor, &parsed)
        }
        plain.takeBots(into: &parsed.tally)
        parsed.lines += cursor.lines
        carried = Array(bytes[cursor.next...])
    }

    /// Puts a decoded line into its class and writes its row.
    private mutating func take(
        _ block: Span<UInt8>, _ cursor: RecordCursor, _ parsed: inout ParsedBlock
    ) throws(RowError) {
        defer { if let time = draft.time { follow(time, normalizer.isUndecided, &parsed) } }
        let found = try normalizer.normalize(&draft, after: previous)
        learn(block, cursor, found)
        if draft.requestKind != .none, !draft.isEmpty(.address) {
            parsed.tally.count(client: draft[.address])
        }
        switch found {
        case .event: write(block, cursor, &parsed)
        case .bot(let evidence):
            parsed.ledger.bots += 1
            parsed.tally.count(evidence)
        case .filtered(let reason):
            parsed.ledger.filtered += 1
            parsed.tally.count(reason)
        }
        if draft.notes != [] { parsed.tally.count(draft.notes) }
    }

    private mutating func write(
        _ block: Span<UInt8>, _ cursor: RecordCursor, _ parsed: inout ParsedBlock
    ) {
        parsed.ledger.events += 1
        let key =
            cursor.replacement.isEmpty
            ? identity.key(of: &draft, record: block.extracting(cursor.record))
            : identity.key(of: &draft, record: cursor.replacement.span)
        draft.write(to: &parsed.rows)
        if looksForDuplicates { parsed.marks.append(EventMark(end: parsed.rows.count, key: key)) }
    }

    /// Remembers the line's time for the next one.
    private mutating func follow(
        _ time: Timestamp, _ isUndecided: Bool, _ parsed: inout ParsedBlock
    ) {
        if parsed.firstTime == nil {
            parsed.firstTime = time
            parsed.isUndecided = isUndecided
        }
        if let last = parsed.lastTime, time < last { parsed.tally.outOfOrder += 1 }
        parsed.lastTime = time
        previous = time
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
}

// The short way.
extension BlockParser {
    /// Reads the lines from the cursor on as far as they are plain.
    private mutating func readPlain(
        _ block: Span<UInt8>, _ traits: BlockTraits, _ cursor: inout RecordCursor,
        _ parsed: inout ParsedBlock
    ) {
        guard hasShortWay else { return }
        plain.follow(decoder)
        decoder.isTeaching = false
        guard !traits.isCut, decoder.isBetweenLines else { return }
        defer { plain.moveRows(to: &parsed) }
        while let next = cursor.nextLine(of: block), next.hasFeed || !traits.isTorn {
            guard readPlain(block, next.line, &parsed) else {
                decoder.isTeaching = plain.wantsLesson
                return
            }
            cursor.move(behind: next)
            parsed.ledger.lines += 1
        }
        plain.forgetLine()
    }

    /// Reads the line at `line`; false where it is not plain.
    private mutating func readPlain(
        _ block: Span<UInt8>, _ line: Part, _ parsed: inout ParsedBlock
    ) -> Bool {
        switch plain.make(block, line) {
        case .unknown: return false
        case .event:
            parsed.ledger.events += 1
            plain.keepRow(for: &parsed, marksIt: looksForDuplicates)
        case .bot: parsed.ledger.bots += 1
        case .filtered(let reason):
            parsed.ledger.filtered += 1
            parsed.tally.count(reason)
        }
        if plain.mayHavePrivateClient(block) {
            parsed.tally.count(client: block.extracting(plain.client))
        }
        follow(plain.time, false, &parsed)
        return true
    }

    /// Takes what the line that was not plain became.
    private mutating func learn(
        _ block: Span<UInt8>, _ cursor: RecordCursor, _ found: LineClass
    ) {
        guard hasShortWay else { return }
        let line = Part(cursor.record.lowerBound, cursor.record.upperBound)
        plain.learn(block, line, from: decoder, draft, found)
    }
}
