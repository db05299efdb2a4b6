import ByteIO
import Rows

/// The start of an input: its first 200 lines that are not blank, or 256 KiB; wrappers taken off.
public struct InputSample: Sendable {
    static let maximumLines = 200
    static let maximumBytes = 1 << 18

    /// A line, parts joined.
    struct Line: Sendable {
        var number: Int
        /// Without wrappers.
        var text: [UInt8]
        /// As it stands in the input.
        var raw: [UInt8]
    }

    let bytes: [UInt8]
    private(set) var lines: [Line] = []
    /// The last `#Fields:` directive.
    private(set) var fields: [UInt8]?
    private(set) var isMicrosoft = false
    /// Whether a container runtime wrote the lines, which then may be in parts.
    private(set) var joinsParts = false
    /// Whether the lines stand in JSON that a shipper wrote.
    private(set) var unwraps = false
    /// The outermost wrapper of the first line that has one.
    private(set) var wrapper: String?

    /// Whether the input is gzip.
    let isGzip: Bool

    /// `block` is the input's first block: whole lines, of which the last may lack its LF. A first line that is
    /// longer than a sample is taken whole.
    public init(_ block: [UInt8], isGzip: Bool = false) {
        self.isGzip = isGzip
        var end = min(block.count, Self.maximumBytes)
        if end < block.count {
            let feed =
                block.span.extracting(0..<end).lastOffset(of: 0x0A)
                ?? block.span.firstOffset(of: 0x0A, from: end)
            end = feed.map { $0 + 1 } ?? block.count
        }
        bytes = Array(block[..<end])
        cut()
    }

    /// Whether nothing but blank lines, comments and directives is here.
    public var isBlank: Bool { lines.isEmpty }

    private mutating func cut() {
        var start = 0
        var number = 0
        var parts: Line?
        while start < bytes.count, lines.count < Self.maximumLines {
            number += 1
            let feed = bytes.span.firstOffset(of: 0x0A, from: start)
            let text = line(start..<Decoder.lineEnd(bytes.span, start, feed))
            start = feed.map { $0 + 1 } ?? bytes.count
            if Decoder.isBlank(text.span) {
                readDirective(text)
                continue
            }
            guard let found = Wrapper(text.span), found.isContainer else {
                add(Line(number: number, text: text, raw: text))
                continue
            }
            joinsParts = true
            if wrapper == nil { wrapper = found.name }
            var joined = parts ?? Line(number: number, text: [], raw: [])
            joined.text += text[found.inside]
            parts = found.isPart ? joined : nil
            if !found.isPart { add(joined) }
        }
    }

    private mutating func add(_ line: Line) {
        guard Batch.hasObjects(line.text.span) else { return addObject(line) }
        var batch = Batch()
        do throws(RowError) {
            try batch.fill(objects: line.text.span)
        } catch {
            // The score will count it as a line that does not fit.
            return addObject(line)
        }
        while !batch.isEmpty {
            let text = Array(batch.source[batch.next()])
            addObject(Line(number: line.number, text: text, raw: line.raw))
        }
    }

    /// Adds a line that is one object, or none.
    private mutating func addObject(_ line: Line) {
        var line = line
        if let records = Wrapper.records(line.text.span), addRecords(line, records) { return }
        let whole = peeled(line.text, .all)
        if wrapper == nil { wrapper = Wrapper(line.text.span, .all)?.name }
        if isLine(whole) {
            let isMessage = line.text.first == 0x7B && Wrapper(line.text.span) == nil
            if isMessage, whole != line.text { unwraps = true }
            line.text = whole
        } else {
            // What a message holds may be a text of an event.
            line.text = peeled(line.text, [.quotes, .prefixes])
            if wrapper == "message" { wrapper = nil }
        }
        if Decoder.isBlank(line.text.span) { readDirective(line.text) } else { lines.append(line) }
    }

    /// Adds the lines inside the records of `line`; false where they hold none.
    private mutating func addRecords(_ line: Line, _ array: Range<Int>) -> Bool {
        var batch = Batch()
        guard (try? batch.fill(line.text.span, array: array)) != nil, !batch.isEmpty else {
            return false
        }
        var inside: [Line] = []
        while !batch.isEmpty, inside.count < Self.maximumLines {
            let element = Array(batch.source[batch.next()])
            guard Wrapper.message(element.span) != nil else { return false }
            let text = peeled(element, .all)
            guard isLine(text) else { return false }
            inside.append(Line(number: line.number, text: text, raw: line.raw))
        }
        unwraps = true
        if wrapper == nil { wrapper = "message" }
        lines += inside
        return true
    }

    /// Whether what a message holds is a record itself: JSON, or a request between quotes.
    private func isLine(_ text: [UInt8]) -> Bool {
        guard text.first != 0x7B else { return true }
        var filler = EventFiller(options: DecodeOptions())
        var log = AccessLog()
        return (try? log.scan(text.span, &filler)) != nil
    }

    private func peeled(_ line: [UInt8], _ allowed: Wrapper.Allowed) -> [UInt8] {
        var peeler = WrapperPeeler()
        var notes: EventNotes = []
        do throws(RowError) {
            if try peeler.peel(line.span, allowed, notes: &notes) { return peeler.inside }
        } catch {
            // The line stays as it is; the score will count it as one that does not fit.
        }
        return line
    }

    private mutating func readDirective(_ line: [UInt8]) {
        if line.span.starts(with: "#Fields:") { fields = line }
        if line.span.starts(with: "#Software: Microsoft") { isMicrosoft = true }
    }

    /// Without a run of NUL and a byte order mark in front.
    private func line(_ range: Range<Int>) -> [UInt8] {
        let line = bytes.span.extracting(range)
        return line.extracting(Decoder.padding(of: line)...).copied()
    }
}
