import ByteIO
public import Touchpoints

/// Reads the records of one format. Keeps what it learned of the keys, so one a worker.
///
/// Where `isSequential`, one decoder must read all blocks of an input in order, and what `next` leaves
/// of a block must stand in front of the next one: a row or a directive may begin in one block and act in
/// another. Of other formats any decoder may read any block of whole lines.
public struct Decoder: Sendable {
    /// Records longer than this are rejected, in bytes.
    public static let maximumRecord = 1 << 20

    public let format: Format
    private var filler: EventFiller
    private var json: JSONEvents
    private var delimited: DelimitedLog
    private var access = AccessLog()
    private var snowplow: SnowplowLog
    private var extended: ExtendedLog

    public init(_ format: Format, options: DecodeOptions = DecodeOptions()) {
        self.format = format
        filler = EventFiller(options: options)
        json = JSONEvents(format.dialect, options: options)
        delimited = DelimitedLog(delimiter: format == .tsv ? 0x09 : nil, options: options)
        snowplow = SnowplowLog(options: options)
        extended = ExtendedLog(format, options: options)
        access.isTraefik = format == .traefikCLF
    }

    public var isSequential: Bool { format.isSequential }

    /// The keys or columns met so far, dotted; to tell which keys of a mapping do not exist.
    public var seenKeys: [String] {
        format.isDelimited
            ? delimited.seenKeys : format.isExtended ? extended.seenKeys : json.seenKeys
    }

    /// Reads `line`, which is one record, into an empty draft.
    ///
    /// Throws why it is no event; the draft is then to be emptied.
    public mutating func decode(
        _ line: Span<UInt8>, into draft: inout EventDraft
    ) throws(RowError) {
        switch format {
        case .segment, .json, .caddy, .traefik, .ga4, .cloudevents:
            try json.decode(line, &filler, into: &draft)
        case .combined, .common, .vcombined, .vcommon, .traefikCLF:
            try access.decode(line, &filler, into: &draft)
        case .alb: try TokenLayout.alb.decode(line, &filler, into: &draft)
        case .elb: try TokenLayout.elb.decode(line, &filler, into: &draft)
        case .s3: try TokenLayout.s3.decode(line, &filler, into: &draft)
        case .haproxy: try HAProxyLog().decode(line, &filler, into: &draft)
        case .snowplow: try snowplow.decode(line, &filler, into: &draft)
        case .w3c, .iis, .cloudfront: try extended.decode(line, &filler, into: &draft)
        case .csv, .tsv:
            guard case .at(let end) = delimited.end(of: line, from: 0), end == line.count else {
                throw RowError(.badCSV, "not one row")
            }
            _ = try delimited.decode(line, 0..<end, &filler, into: &draft)
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
        guard cursor.next < block.count else { return nil }
        draft.removeAll()
        let start = cursor.next
        if format.isDelimited, !traits.isCut, !isBlank(block, from: start) {
            return nextRow(block, traits, &cursor, &draft)
        }
        let feed = block.firstOffset(of: 0x0A, from: start)
        guard feed != nil || traits.isLast || traits.isCut || !isSequential else { return nil }
        let end = feed ?? block.count
        let isReturned = end > start && block[end - 1] == 0x0D
        cursor.move(
            to: feed.map { $0 + 1 } ?? block.count, record: start..<(isReturned ? end - 1 : end))
        return reading(block, traits, hasFeed: feed != nil, cursor.record, &draft)
    }

    private mutating func reading(
        _ block: Span<UInt8>, _ traits: BlockTraits, hasFeed: Bool, _ record: Range<Int>,
        _ draft: inout EventDraft
    ) -> Reading {
        let line = block.extracting(record)
        guard !traits.isCut, line.count <= Self.maximumRecord else {
            return .rejected(RowError(.lineTooLong, "over \(Self.maximumRecord) bytes"))
        }
        // A crash can leave a run of NUL in front of a line.
        var start = 0
        while start < line.count, line[start] == 0 { start += 1 }
        if Self.isBlank(line.extracting(start...)) {
            if format.isExtended { extended.readDirective(line.extracting(start...), &filler) }
            return .blank
        }
        if !hasFeed, traits.isTorn {
            return .rejected(RowError(.truncatedLine, "the input ends inside the line"))
        }
        do throws(RowError) {
            try decode(line.extracting(start...), into: &draft)
            if start > 0 { draft.notes.insert(.nulPadding) }
            return .event
        } catch {
            return .rejected(hasFeed ? error : error.ofLastLine)
        }
    }

    /// White space only, or a comment.
    private static func isBlank(_ line: Span<UInt8>) -> Bool {
        var at = 0
        while at < line.count, line[at] == 0x20 || line[at] == 0x09 { at += 1 }
        return at == line.count || line[at] == 0x23
    }

    private func isBlank(_ block: Span<UInt8>, from start: Int) -> Bool {
        var at = start
        while at < block.count, block[at] == 0x20 || block[at] == 0x09 || block[at] == 0x0D {
            // A row may begin with an empty column.
            if block[at] == 0x09, format.isDelimited, delimited.splitsAtTabs { return false }
            at += 1
        }
        return at == block.count || block[at] == 0x0A || block[at] == 0x23
    }

    private mutating func nextRow(
        _ block: Span<UInt8>, _ traits: BlockTraits, _ cursor: inout RecordCursor,
        _ draft: inout EventDraft
    ) -> Reading? {
        let start = cursor.next
        guard case .at(let end) = delimited.end(of: block, from: start) else {
            return openRow(block, traits, &cursor)
        }
        guard end < block.count || traits.isLast else { return nil }
        let feed = block.firstOffset(of: 0x0A, from: end)
        cursor.move(to: feed.map { $0 + 1 } ?? block.count, record: start..<end)
        cursor.lines += block.count(of: 0x0A, in: start..<end)
        guard end - start <= Self.maximumRecord else {
            return .rejected(RowError(.lineTooLong, "over \(Self.maximumRecord) bytes"))
        }
        if feed == nil, traits.isTorn {
            return .rejected(RowError(.truncatedLine, "the input ends inside the row"))
        }
        do throws(RowError) {
            return try delimited.decode(block, start..<end, &filler, into: &draft) ? .event : .blank
        } catch {
            return .rejected(feed != nil ? error : error.ofLastLine)
        }
    }

    /// A row with a quote that does not end: at the end of the input the rest is this one row; otherwise,
    /// if it is longer than any row may be, its first line alone is given up.
    private func openRow(
        _ block: Span<UInt8>, _ traits: BlockTraits, _ cursor: inout RecordCursor
    ) -> Reading? {
        let start = cursor.next
        let isTooLong = block.count - start > Self.maximumRecord
        guard traits.isLast || isTooLong else { return nil }
        if isTooLong, let feed = block.firstOffset(of: 0x0A, from: start) {
            cursor.move(to: feed + 1, record: start..<feed)
            return .rejected(RowError(.badCSV, "a quote that does not end within 1 MiB"))
        }
        cursor.move(to: block.count, record: start..<block.count)
        let inside = start..<block.count - (block[block.count - 1] == 0x0A ? 1 : 0)
        cursor.lines += block.count(of: 0x0A, in: inside)
        return .rejected(RowError(.badCSV, "a quote that does not end"))
    }
}

extension RecordCursor {
    mutating func move(to next: Int, record: Range<Int>) {
        line = lines + 1
        lines += 1
        self.next = next
        self.record = record
        if !replacement.isEmpty { replacement = [] }
    }
}

extension RowError {
    /// What the error is where the line is the last one and has no end: most likely it was cut.
    var ofLastLine: RowError {
        switch code {
        case .badJSON, .badFormat, .fieldsMismatch: RowError(.truncatedLine, detail)
        default: self
        }
    }
}

extension Span<UInt8> {
    func count(of byte: UInt8, in range: Range<Int>) -> Int {
        var count = 0
        var from = range.lowerBound
        while let at = firstOffset(of: byte, in: from..<range.upperBound) {
            count += 1
            from = at + 1
        }
        return count
    }
}

extension Format {
    var isDelimited: Bool { self == .csv || self == .tsv }

    var isExtended: Bool { self == .w3c || self == .iis || self == .cloudfront }

    var dialect: Dialect {
        switch self {
        case .segment: .segment
        case .caddy: .caddy
        case .traefik: .traefik
        case .ga4: .ga4
        case .cloudevents: .cloudEvents
        case .json, .csv, .tsv: .flat
        case .w3c, .iis, .cloudfront: .extended
        case .snowplow: .snowplow
        default: .request
        }
    }
}
