import ByteIO
import Rows

/// The start of an input: its first 200 lines that are not blank, or 256 KiB; wrappers taken off.
public struct InputSample: Sendable {
    static let maximumLines = 200
    static let maximumBytes = 1 << 18

    /// A line, parts joined, without wrappers.
    struct Line: Sendable {
        var number: Int
        var text: [UInt8]
    }

    let bytes: [UInt8]
    private(set) var lines: [Line] = []
    /// The last `#Fields:` directive.
    private(set) var fields: [UInt8]?
    private(set) var isMicrosoft = false
    /// Whether a container runtime wrote the lines, which then may be in parts.
    private(set) var joinsParts = false
    /// The outermost wrapper of the first line that has one.
    private(set) var wrapper: String?

    /// `block` is the input's first block: whole lines, of which the last may lack its LF.
    public init(_ block: [UInt8]) {
        var end = min(block.count, Self.maximumBytes)
        if end < block.count {
            let feed = block.span.extracting(0..<end).lastOffset(of: 0x0A)
            end = feed.map { $0 + 1 } ?? end
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
                add(Line(number: number, text: text))
                continue
            }
            joinsParts = true
            if wrapper == nil { wrapper = found.name }
            var joined = parts ?? Line(number: number, text: [])
            joined.text += text[found.inside]
            parts = found.isPart ? joined : nil
            if !found.isPart { add(joined) }
        }
    }

    private mutating func add(_ line: Line) {
        var line = line
        var peeler = WrapperPeeler()
        var notes: EventNotes = []
        if wrapper == nil { wrapper = Wrapper(line.text.span)?.name }
        do throws(RowError) {
            if try peeler.peel(line.text.span, allowsQuotes: true, notes: &notes) {
                line.text = peeler.inside
            }
        } catch {
            // The line stays as it is; the score will count it as one that does not fit.
        }
        if Decoder.isBlank(line.text.span) { readDirective(line.text) } else { lines.append(line) }
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
