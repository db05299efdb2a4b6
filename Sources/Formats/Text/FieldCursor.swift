import ByteIO
import Rows

/// A walk through the fields of an access-log line, which stand between runs of blanks.
struct FieldCursor {
    /// More ends of a quoted field than this are not tried.
    static let maximumTries = 16

    var at = 0

    /// Whether something other than blanks is left; moves to it.
    mutating func hasMore(_ line: Span<UInt8>) -> Bool {
        while at < line.count, line[at] == 0x20 || line[at] == 0x09 { at += 1 }
        return at < line.count
    }

    /// The next run without blanks.
    mutating func token(_ line: Span<UInt8>, _ name: StaticString) throws(RowError) -> Range<Int> {
        guard hasMore(line) else { throw RowError(.badFormat, "no \(name)", column: at + 1) }
        let start = at
        while at < line.count, line[at] != 0x20, line[at] != 0x09 { at += 1 }
        return start..<at
    }

    /// The next token, or several where each but the last ends in a comma: `a, b`.
    mutating func addresses(
        _ line: Span<UInt8>, _ name: StaticString
    ) throws(RowError) -> Range<Int> {
        var range = try token(line, name)
        while line[range.upperBound - 1] == 0x2C, hasMore(line) {
            range = try range.lowerBound..<token(line, name).upperBound
        }
        return range
    }

    /// What stands in the next square brackets.
    mutating func bracketed(
        _ line: Span<UInt8>, _ name: StaticString
    ) throws(RowError) -> Range<Int> {
        guard hasMore(line), line[at] == 0x5B, let close = line.firstOffset(of: 0x5D, from: at)
        else { throw RowError(.badFormat, "no [\(name)]", column: at + 1) }
        defer { at = close + 1 }
        return (at + 1)..<close
    }

    /// The inside of the next quotes; a bare `-` is empty. It ends at the first quote that is not
    /// escaped, and a blank or the end of the line has to follow.
    mutating func quoted(_ line: Span<UInt8>, _ name: StaticString) throws(RowError) -> Range<Int> {
        if let dash = try bareDash(line, name) { return dash }
        let start = at + 1
        guard let quote = Self.bareQuote(line, from: start), Self.endsField(line, quote + 1) else {
            throw RowError(.badFormat, "no quote after the \(name)", column: at + 1)
        }
        at = quote + 1
        return start..<quote
    }

    /// The inside of the next quotes, in which quotes may stand: it ends at the first bare quote after
    /// which `fits` says that the rest of the line is right.
    mutating func loosely(
        _ line: Span<UInt8>, _ name: StaticString, notes: inout EventNotes,
        fits: (Span<UInt8>, Int) -> Bool
    ) throws(RowError) -> Range<Int> {
        if let dash = try bareDash(line, name) { return dash }
        let start = at + 1
        var from = start
        for attempt in 0..<Self.maximumTries {
            guard let quote = Self.bareQuote(line, from: from) else { break }
            if Self.endsField(line, quote + 1), fits(line, quote + 1) {
                at = quote + 1
                if attempt > 0 {
                    guard !Self.holdsTime(line.extracting(start..<quote)) else { break }
                    notes.insert(.unescapedQuote)
                }
                return start..<quote
            }
            from = quote + 1
        }
        throw RowError(.badFormat, "no quote after the \(name)", column: at + 1)
    }

    private mutating func bareDash(
        _ line: Span<UInt8>, _ name: StaticString
    ) throws(RowError) -> Range<Int>? {
        guard hasMore(line) else { throw RowError(.badFormat, "no \(name)", column: at + 1) }
        if line[at] == 0x2D, Self.endsField(line, at + 1) {
            at += 1
            return at..<at
        }
        guard line[at] == 0x22 else {
            throw RowError(.badFormat, "no quote before the \(name)", column: at + 1)
        }
        return nil
    }

    static func endsField(_ line: Span<UInt8>, _ at: Int) -> Bool {
        at >= line.count || line[at] == 0x20 || line[at] == 0x09
    }

    /// The first quote from `start` on that no backslash escapes.
    static func bareQuote(_ line: Span<UInt8>, from start: Int) -> Int? {
        var from = start
        while let quote = line.firstOffset(of: 0x22, from: from) {
            var slashes = 0
            while quote - slashes > start, line[quote - slashes - 1] == 0x5C { slashes += 1 }
            if slashes % 2 == 0 { return quote }
            from = quote + 1
        }
        return nil
    }

    /// A time in brackets inside an agent shows that a line was written into another one.
    private static func holdsTime(_ text: Span<UInt8>) -> Bool {
        var from = 0
        while let bracket = text.firstOffset(of: 0x5B, from: from) {
            from = bracket + 1
            guard text.count >= bracket + 21 else { return false }
            if LoggedTime(clf: text.extracting(bracket + 1..<bracket + 21)) != nil { return true }
        }
        return false
    }

    /// Whether the rest of a line is fields alone: quoted ones, or tokens in which a quote may stand
    /// only after `=`.
    static func isFields(_ line: Span<UInt8>, from start: Int) -> Bool {
        var cursor = FieldCursor(at: start)
        while cursor.hasMore(line) {
            var isQuoted = line[cursor.at] == 0x22
            while !isQuoted, !endsField(line, cursor.at) {
                if line[cursor.at] == 0x22 {
                    guard line[cursor.at - 1] == 0x3D else { return false }
                    isQuoted = true
                } else {
                    cursor.at += 1
                }
            }
            guard isQuoted else { continue }
            guard let quote = bareQuote(line, from: cursor.at + 1), endsField(line, quote + 1)
            else { return false }
            cursor.at = quote + 1
        }
        return true
    }
}

extension Span<UInt8> {
    /// The form of what stands between quotes in this range.
    func quotedForm(_ range: Range<Int>) -> TextForm {
        firstOffset(of: 0x5C, in: range) == nil ? .plain : .quoted
    }
}
