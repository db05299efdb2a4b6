import ByteIO
public import Rows

/// Reads the records of one format. Keeps what it learned of the keys, so one a worker.
///
/// Where `isSequential`, one decoder must read all blocks of an input in order, and what `next` leaves
/// of a block must stand in front of the next one: a row or a directive may begin in one block and act in
/// another. Of other formats any decoder may read any block of whole lines.
public struct Decoder: Sendable {
    /// Records longer than this are rejected, in bytes.
    public static let maximumRecord = 1 << 20

    public let format: Format
    var filler: EventFiller
    var json: JSONEvents
    var delimited: DelimitedLog
    var access = AccessLog()
    var snowplow: SnowplowLog
    var extended: ExtendedLog
    var pattern: LogPattern
    var peeler = WrapperPeeler()
    var batch = Batch()
    /// Where the fields of the record read last lie.
    var source = FieldSource.block(0)
    let joinsParts: Bool
    private let wrappers: Wrapper.Allowed

    /// `joinsParts`: container runtimes cut long lines of this input into parts. `unwraps`: its JSON holds other
    /// lines.
    public init(
        _ format: Format, options: DecodeOptions = DecodeOptions(), joinsParts: Bool = false,
        unwraps: Bool = false
    ) {
        self.format = format
        self.joinsParts = joinsParts
        wrappers = format.wrappers.union(unwraps ? .messages : [])
        filler = EventFiller(options: options)
        json = JSONEvents(format.dialect, options: options)
        delimited = DelimitedLog(delimiter: format == .tsv ? 0x09 : nil, options: options)
        snowplow = SnowplowLog(options: options)
        extended = ExtendedLog(format, options: options)
        if case .server(let server) = format {
            pattern = LogPattern(server.pieces, options: options, &filler.properties)
        } else {
            pattern = LogPattern([], options: options, &filler.properties)
        }
        access.isTraefik = format == .traefikCLF
    }

    /// Whether the next record is one of the block, and not an element of a batch.
    package var isBetweenLines: Bool { batch.isEmpty }

    /// Whether to note how JSON lines are read, for `lesson`.
    package var isTeaching: Bool {
        get { json.isTeaching }
        set { json.isTeaching = newValue }
    }

    /// How the line last read was read, where `isTeaching` was set and the line was one event.
    var lesson: ShapeLesson? {
        guard json.isTeaching, json.batch == nil else { return nil }
        var lesson = json.lesson
        if filler.notes.contains(.duplicateKey) { lesson.isPlain = false }
        return lesson
    }

    public var isSequential: Bool { joinsParts || format.isSequential }

    /// The keys or columns met so far, dotted; to tell which keys of a mapping do not exist.
    public var seenKeys: [String] {
        switch format {
        case .csv, .tsv: delimited.seenKeys
        case .w3c, .iis, .cloudfront: extended.seenKeys
        case .server: pattern.seenKeys
        default: json.seenKeys
        }
    }

    /// Reads `line`, which is one record, into an empty draft; wrappers around it are taken off.
    ///
    /// Throws why it is no event; the draft is then to be emptied.
    public mutating func decode(
        _ line: Span<UInt8>, into draft: inout EventDraft
    ) throws(RowError) {
        guard try reading(of: line, into: &draft) == .event else {
            throw RowError(.badFormat, "a blank line, a header or a batch")
        }
    }

    /// Reads what a line without wrappers holds.
    private mutating func read(
        _ line: Span<UInt8>, into draft: inout EventDraft
    ) throws(RowError) {
        switch format {
        case .segment, .json, .caddy, .traefik, .ga4, .cloudevents, .vendor:
            try json.decode(line, &filler, into: &draft)
        case .combined, .common, .vcombined, .vcommon, .traefikCLF:
            try access.decode(line, &filler, into: &draft)
        case .alb: try TokenLayout.alb.decode(line, &filler, into: &draft)
        case .elb: try TokenLayout.elb.decode(line, &filler, into: &draft)
        case .s3: try TokenLayout.s3.decode(line, &filler, into: &draft)
        case .envoy: try TokenLayout.envoy.decode(line, &filler, into: &draft)
        case .istio: try TokenLayout.istio.decode(line, &filler, into: &draft)
        case .haproxy: try HAProxyLog().decode(line, &filler, into: &draft)
        case .server: try pattern.decode(line, &filler, into: &draft)
        case .snowplow: try snowplow.decode(line, &filler, into: &draft)
        case .w3c, .iis, .cloudfront: try extended.decode(line, &filler, into: &draft)
        case .csv, .tsv:
            guard case .at(let end) = delimited.end(of: line, from: 0), end == line.count else {
                throw RowError(.badCSV, "not one row")
            }
            guard try delimited.decode(line, 0..<end, &filler, into: &draft) else {
                throw RowError(.badFormat, "a header")
            }
        }
    }
}

// Records of a block, one after another.
extension Decoder {
    /// Reads the next record of `block` into `draft`, which it empties first.
    ///
    /// Nil at the end of the block, and where the rest of it is the start of a record.
    public mutating func next(
        _ block: Span<UInt8>, _ traits: BlockTraits, _ cursor: inout RecordCursor,
        into draft: inout EventDraft
    ) -> Reading? {
        draft.removeAll()
        filler.fields.removeAll()
        source = .block(0)
        if !batch.isEmpty { return nextElement(&cursor, &draft) }
        guard cursor.next < block.count else { return nil }
        let start = cursor.next
        if format.isDelimited, !traits.isCut, !isBlank(block, from: start) {
            return nextRow(block, traits, &cursor, &draft)
        }
        let feed = block.firstOffset(of: 0x0A, from: start)
        guard feed != nil || traits.isLast || traits.isCut || !isSequential else { return nil }
        let end = Self.lineEnd(block, start, feed)
        let line = block.extracting(start..<end)
        if joinsParts, let wrapper = Wrapper(line), wrapper.isPart {
            return nextParts(block, traits, &cursor, &draft)
        }
        cursor.move(to: feed.map { $0 + 1 } ?? block.count, record: start..<end)
        guard !traits.isCut, line.count <= Self.maximumRecord else {
            return .rejected(RowError(.lineTooLong, "over \(Self.maximumRecord) bytes"))
        }
        let padding = Self.padding(of: line)
        source = .block(start + padding)
        let reading = whole(line, padding, hasFeed: feed != nil, traits, &draft)
        guard reading == .blank, !batch.isEmpty else { return reading }
        return nextElement(&cursor, &draft)
    }

    static func lineEnd(_ block: Span<UInt8>, _ start: Int, _ feed: Int?) -> Int {
        let end = feed ?? block.count
        return end > start && block[end - 1] == 0x0D ? end - 1 : end
    }

    /// What a whole line is; it begins with `start` bytes of padding.
    private mutating func whole(
        _ line: Span<UInt8>, _ start: Int, hasFeed: Bool, _ traits: BlockTraits,
        _ draft: inout EventDraft
    ) -> Reading {
        do throws(RowError) {
            if !hasFeed, traits.isTorn, !Self.isBlank(line.extracting(start...)) {
                throw RowError(.truncatedLine, "the input ends inside the line")
            }
            let reading = try reading(of: line.extracting(start...), into: &draft)
            if start > 0, line[0] == 0 { draft.notes.insert(.nulPadding) }
            return reading
        } catch {
            return .rejected(hasFeed ? error : error.ofLastLine)
        }
    }

    /// Takes off wrappers, knows blank lines, and reads the rest.
    private mutating func reading(
        of line: Span<UInt8>, into draft: inout EventDraft
    ) throws(RowError) -> Reading {
        var notes: EventNotes = []
        var isWrapped = false
        if !format.isDelimited {
            isWrapped = try peeler.peel(line, wrappers, notes: &notes)
        }
        filler.wrapperTime = isWrapped ? peeler.time : nil
        guard isWrapped else { return try readingInside(line, into: &draft) }
        return try readingPeeled(notes, into: &draft)
    }

    mutating func readingPeeled(
        _ notes: EventNotes, into draft: inout EventDraft
    ) throws(RowError) -> Reading {
        source = .wrapper
        let inside = peeler.lend()
        defer { peeler.takeBack(inside) }
        let reading = try readingInside(inside.span, into: &draft)
        draft.notes.formUnion(notes)
        return reading
    }

    private mutating func readingInside(
        _ line: Span<UInt8>, into draft: inout EventDraft
    ) throws(RowError) -> Reading {
        if Self.isBlank(line) {
            if format.isExtended { extended.readDirective(line, &filler) }
            return .blank
        }
        if !format.isJSON, line[0] == 0x7B, try batch.fill(recordsOf: line) { return .blank }
        try read(line, into: &draft)
        guard let array = json.batch else { return .event }
        let sent = filler.fields[.sent]
        switch array {
        case .segment(let range):
            try batch.fill(line, array: range, sentAt: line.extracting(sent.range))
        case .records(let range): try batch.fill(line, array: range)
        case .objects: try batch.fill(objects: line)
        }
        return .blank
    }

    private mutating func nextElement(
        _ cursor: inout RecordCursor, _ draft: inout EventDraft
    ) -> Reading {
        let element = batch.next()
        source = .batch(element.lowerBound)
        let current = batch
        do throws(RowError) {
            let text = current.source.span.extracting(element)
            var notes: EventNotes = []
            if try peeler.peel(text, wrappers, notes: &notes) {
                filler.wrapperTime = peeler.time
                let reading = try readingPeeled(notes, into: &draft)
                guard batch.source == current.source else {
                    throw RowError(.badJSON, "a batch inside a batch")
                }
                return reading
            }
            guard format.isJSON else { throw RowError(.badFormat, "no line in the record") }
            try json.decode(text, sentAt: current.sentAt, &filler, into: &draft)
            guard json.batch == nil else {
                throw RowError(.badJSON, "a batch inside a batch")
            }
            return .event
        } catch {
            batch = current
            cursor.replacement = current.alone(element)
            return .rejected(error)
        }
    }

    /// The length of what may stand in front of a line: the run of NUL that a crash leaves, and a byte
    /// order mark.
    static func padding(of line: Span<UInt8>) -> Int {
        var start = 0
        while start < line.count, line[start] == 0 { start += 1 }
        let isMark = start < line.count && line[start] == 0xEF
        return isMark && line.extracting(start...).starts(with: "\u{FEFF}") ? start + 3 : start
    }

    /// White space only, or a comment.
    static func isBlank(_ line: Span<UInt8>) -> Bool {
        var at = 0
        while at < line.count, line[at] == 0x20 || line[at] == 0x09 { at += 1 }
        return at == line.count || line[at] == 0x23
    }

    /// Whether the line at `start` is no row of a table. A TAB may stand for an empty first column.
    private func isBlank(_ block: Span<UInt8>, from start: Int) -> Bool {
        var at = start + Self.padding(of: block.extracting(start...))
        while at < block.count, block[at] == 0x20 || block[at] == 0x09 {
            if block[at] == 0x09, delimited.splitsAtTabs { return false }
            at += 1
        }
        let isReturned = at < block.count && block[at] == 0x0D
        if isReturned { at += 1 }
        guard at < block.count, block[at] != 0x0A else { return true }
        return !isReturned && block[at] == 0x23 && !delimited.isRow(block, from: at)
    }
}
