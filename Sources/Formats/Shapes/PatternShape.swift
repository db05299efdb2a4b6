import ByteIO

/// Reads the plain lines of a server's own format: values between its texts, byte for byte. Other lines
/// are `LogPattern`'s own.
struct PatternShape: Sendable {
    /// A value and the text behind it.
    struct Piece: Sendable {
        /// Nil where the value says nothing that is wanted.
        var field: EventField?
        /// Empty at the end of the line.
        var after: [UInt8] = []
        /// Blanks that stand in every value.
        var blanks = 0
        /// There is a value under another name too, which counts where this one is missing.
        var hasOthers = false
    }

    private let start: [UInt8]
    private let pieces: [Piece]
    private let hasAgent: Bool

    /// Without pieces no line is plain.
    init(start: [UInt8] = [], _ pieces: [Piece] = []) {
        self.start = start
        self.pieces = pieces
        hasAgent = pieces.contains { $0.field == .agent }
    }

    /// Finds the fields of the line at `line`; false where it is not plain.
    func read(_ text: Span<UInt8>, _ line: Part, _ fields: inout PlainFields) -> Bool {
        guard !pieces.isEmpty, Self.holds(text, line, start, at: line.start) else { return false }
        fields.hasAgent = hasAgent
        var at = line.start &+ start.count
        for index in pieces.indices {
            let piece = pieces[index]
            guard let end = Self.end(of: piece, text, Part(at, line.end)),
                Self.holds(text, line, piece.after, at: end)
            else { return false }
            if let field = piece.field {
                if !fields.offer(field, Part(at, end), text), piece.hasOthers { return false }
            }
            at = end &+ piece.after.count
        }
        return at == line.end
    }

    /// Where the value at the start of `rest` ends, nil where it has a backslash or a TAB before that.
    private static func end(of piece: Piece, _ text: Span<UInt8>, _ rest: Part) -> Int? {
        var at = rest.start
        for _ in 0..<piece.blanks {
            at = text.first(0x20, 0x09, in: Part(at, rest.end))
            guard at < rest.end, text[at] == 0x20 else { return nil }
            at &+= 1
        }
        guard let first = piece.after.first else {
            let isPlain = text.first(0x5C, 0x09, in: rest) == rest.end
            return isPlain && rest.start < rest.end && text[rest.end &- 1] != 0x20 ? rest.end : nil
        }
        let end = text.first(first, first == 0x20 ? 0x09 : first, in: Part(at, rest.end))
        // A list of addresses goes on behind a comma.
        guard end < rest.end, text[end] == first, end == at || text[end &- 1] != 0x2C,
            text.first(0x5C, in: Part(rest.start, end)) == end
        else { return nil }
        return end
    }

    /// Whether the bytes of `wanted` stand at `start`, with no further blank behind a last one.
    private static func holds(
        _ text: Span<UInt8>, _ line: Part, _ wanted: [UInt8], at start: Int
    ) -> Bool {
        let end = start &+ wanted.count
        guard end <= line.end else { return false }
        for index in wanted.indices where text[start &+ index] != wanted[index] { return false }
        guard wanted.last == 0x20, end < line.end else { return true }
        return text[end] != 0x20 && text[end] != 0x09
    }
}

extension LogPattern {
    /// How a plain line is read; one that reads nothing where fields stand side by side.
    var shape: PatternShape {
        var pieces: [PatternShape.Piece] = []
        var best: [EventField: Int] = [:]
        for slot in slots {
            let isLast = pieces.count == slots.count - 1
            guard !slot.endsAtPath, !slot.meaning.isProperty, slot.meaning.others.isEmpty,
                isLast || !slot.after.isEmpty
            else { return PatternShape() }
            pieces.append(
                PatternShape.Piece(
                    field: slot.meaning.field, after: slot.after, blanks: slot.blanks))
            guard let field = slot.meaning.field else { continue }
            guard let other = best[field] else {
                best[field] = pieces.count - 1
                continue
            }
            let priority = slots[other].meaning.priority
            guard priority != slot.meaning.priority else { return PatternShape() }
            let loser = priority < slot.meaning.priority ? pieces.count - 1 : other
            if loser == other { best[field] = pieces.count - 1 }
            pieces[loser].field = nil
            if let index = best[field] { pieces[index].hasOthers = true }
        }
        return PatternShape(start: slots.first?.before ?? [], pieces)
    }
}
