import ByteIO
import Formats
import Rows

/// The short way from a plain line to its row; lines that are not plain go through the decoder and the
/// normalizer, and teach it what they became.
struct PlainLines: ~Copyable, Sendable {
    private var reader: ShapeReader
    private var maker: RowMaker

    /// Whether lines of a format have a short way under these rules.
    static func canRead(_ format: Format, rules: IngestRules) -> Bool {
        rules.decoding.isUsual && RowMaker.canFollow(rules) && ShapeReader.canRead(format)
    }

    /// Takes no memory before it learns.
    init(_ format: Format, rules: IngestRules) {
        reader = ShapeReader(format, isHidden: { PersonalData.isPersonal(name: $0) })
        maker = RowMaker(rules: rules)
    }

    /// Makes the row of the line at `line` of a block.
    mutating func make(_ block: Span<UInt8>, _ line: Part) -> RowMaker.Outcome {
        guard reader.read(block, line) else { return .unknown }
        return reader.isRequestLog
            ? maker.makeRequest(block, line, &reader) : maker.makeEvent(block, line, &reader)
    }

    /// The time of the line made last.
    var time: Timestamp { maker.time }

    /// Whether the line made last is a request whose client may have a private address.
    @inline(__always)
    mutating func mayHavePrivateClient(_ block: Span<UInt8>) -> Bool {
        reader.isRequestLog && ClientAddress.mayBePrivate(block, reader.fields[.address].start)
    }

    /// The client's address of the line made last.
    var client: Part { reader.fields[.address] }

    /// Keeps the row made last for `parsed`; `moveRows` appends it.
    @inline(__always)
    mutating func keepRow(for parsed: inout ParsedBlock, marksIt: Bool) {
        let end = maker.keepRow(for: &parsed.rows)
        if marksIt { parsed.marks.append(EventMark(end: end, key: maker.key)) }
    }

    /// Appends the rows that are kept.
    mutating func moveRows(to parsed: inout ParsedBlock) { maker.moveRows(to: &parsed.rows) }

    /// Takes what `decoder` knows of the lines' form by now, and forgets the line made last: the next one
    /// to be decoded is another one.
    mutating func follow(_ decoder: Decoder) {
        reader.follow(decoder)
        forgetLine()
    }

    /// Forgets the line made last.
    mutating func forgetLine() {
        reader.forgetLine()
        maker.isTeachable = false
    }

    /// Whether the decoder is to show how it reads the line that was unknown.
    var wantsLesson: Bool { reader.wantsLesson }

    /// Takes what the line that was unknown became.
    mutating func learn(
        _ block: Span<UInt8>, _ line: Part, from decoder: Decoder,
        _ draft: borrowing EventDraft, _ found: LineClass
    ) {
        if reader.wantsLesson { reader.learn(block, line, from: decoder) }
        if maker.isTeachable { maker.learn(block, &reader, draft, found) }
    }

    /// Moves the counts of bots to `tally`.
    mutating func takeBots(into tally: inout Tally) { maker.takeBots(into: &tally) }
}
