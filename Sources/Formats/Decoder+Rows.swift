import ByteIO
import Rows

// Records that may have several lines.
extension Decoder {
    mutating func nextRow(
        _ block: Span<UInt8>, _ traits: BlockTraits, _ cursor: inout RecordCursor,
        _ draft: inout EventDraft
    ) -> Reading? {
        let start = cursor.next + Self.padding(of: block.extracting(cursor.next...))
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

    /// A line that the container runtime cut into parts: all of them up to the one marked `F`.
    mutating func nextParts(
        _ block: Span<UInt8>, _ traits: BlockTraits, _ cursor: inout RecordCursor,
        _ draft: inout EventDraft
    ) -> Reading? {
        peeler.beginParts()
        var (at, lines, end) = (cursor.next, 0, cursor.next)
        var isWhole = false
        while at < block.count, !isWhole {
            let feed = block.firstOffset(of: 0x0A, from: at)
            let lineEnd = Self.lineEnd(block, at, feed)
            let line = block.extracting(at..<lineEnd)
            guard let wrapper = Wrapper(line), wrapper.isContainer else { break }
            if feed == nil, !traits.isLast { return nil }
            peeler.addPart(wrapper, of: line)
            (at, end) = (feed.map { $0 + 1 } ?? block.count, lineEnd)
            lines += 1
            isWhole = !wrapper.isPart
            if end - cursor.next > Self.maximumRecord { break }
        }
        let isTooLong = end - cursor.next > Self.maximumRecord
        guard isWhole || traits.isLast || isTooLong || at < block.count else { return nil }
        cursor.move(to: at, record: cursor.next..<end)
        cursor.lines += lines - 1
        guard !isTooLong else {
            return .rejected(RowError(.lineTooLong, "over \(Self.maximumRecord) bytes in parts"))
        }
        filler.wrapperTime = peeler.time
        do throws(RowError) {
            return try readingPeeled([], into: &draft)
        } catch {
            return .rejected(isWhole ? error : error.ofLastLine)
        }
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
        case .badJSON, .badFormat, .fieldsMismatch: RowError(.truncatedLine, detail, column: column)
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
    /// The wrappers that its lines may have beside those of container runtimes and syslog. Quotes around a string
    /// of fields may be the first and the last field's, and a time in front the first field.
    var wrappers: Wrapper.Allowed {
        switch self {
        case .server: []
        case .w3c, .iis, .cloudfront, .snowplow: .quotes
        case .elb: [.quotes, .messages]
        default: isJSON ? [.quotes, .prefixes] : .all
        }
    }

    var isDelimited: Bool {
        switch self {
        case .csv, .tsv: true
        default: false
        }
    }

    var isExtended: Bool {
        switch self {
        case .w3c, .iis, .cloudfront: true
        default: false
        }
    }

    var dialect: Dialect {
        switch self {
        case .segment: .segment
        case .caddy: .caddy
        case .vendor(let format): .vendor(format)
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
