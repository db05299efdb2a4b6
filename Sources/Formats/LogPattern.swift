import ByteIO
import Rows

/// A server's own log format, compiled: fields, and the text between them.
///
/// A field ends where the text behind it begins. Between quotes it ends at the first bare quote after
/// which that text follows. A run of blanks in the pattern stands for any run of blanks.
struct LogPattern: Sendable {
    struct Field: Sendable {
        /// As the server's manual calls it, for messages and `--map`.
        var name: String
        var field: EventField?
        var priority = 0
        /// Whether it begins with a slash, so that a host may stand right in front of it.
        var isPath = false
        /// Blanks that stand in every value of it: `10/Oct/2023:13:55:36 +0000` has one.
        var blanks = 0
    }

    enum Piece: Sendable {
        case text([UInt8])
        case field(Field)

        var text: [UInt8]? { if case .text(let text) = self { text } else { nil } }
    }

    /// A field with what stands around it.
    struct Slot: Sendable {
        let meaning: FieldNames.Meaning
        let before: [UInt8]
        /// Empty at the end of the line, and where a path follows.
        let after: [UInt8]
        let endsAtPath: Bool
        let blanks: Int

        var isQuoted: Bool { before.last == 0x22 && after.first == 0x22 }
        var isLoose: Bool { isQuoted && (meaning.field == .agent || meaning.field == .referrer) }

        /// Whether `text` can be a value of it: blanks stand in a list of addresses behind commas alone, and no part of
        /// a user is an address or `-`. Of other fields nothing is asked.
        func canHold(_ text: Span<UInt8>) -> Bool {
            switch meaning.field {
            case .address, .forwarded:
                for index in text.indices where FieldCursor.endsField(text, index) {
                    guard index > 0, text[index - 1] == 0x2C else { return false }
                }
                return text.isEmpty || text[text.count - 1] != 0x2C
            case .user: return AccessClient.isUser(text)
            default: return true
            }
        }
    }

    private(set) var slots: [Slot] = []
    private var tail: [UInt8] = []
    private let hasAgent: Bool

    /// The names of the fields.
    let seenKeys: [String]

    init(_ pieces: [Piece], options: DecodeOptions, _ properties: inout PropertyList) {
        let names = FieldNames(.request, options: options)
        for (index, piece) in pieces.enumerated() {
            guard case .field(let field) = piece else { continue }
            var meaning = names.meaning(ofVariable: field)
            if meaning.isProperty { meaning.number = properties.key(meaning.property) }
            let isBeforeField = index + 1 < pieces.count && pieces[index + 1].text == nil
            slots.append(
                Slot(
                    meaning: meaning,
                    before: index > 0 ? pieces[index - 1].text ?? [] : [],
                    after: index + 1 < pieces.count ? pieces[index + 1].text ?? [] : [],
                    endsAtPath: isBeforeField, blanks: field.blanks))
        }
        tail = pieces.last?.text ?? []
        hasAgent = slots.contains { $0.meaning.field == .agent }
        seenKeys = slots.map(\.meaning.keyPath)
    }

    func decode(
        _ line: Span<UInt8>, _ filler: inout EventFiller, into draft: inout EventDraft
    ) throws(RowError) {
        filler.begin()
        var at = 0
        for (index, slot) in slots.enumerated() {
            guard let start = Self.match(slot.before, line, at) else {
                throw RowError(
                    .badFormat, "no '\(slot.before.span.text)' before \(slot.meaning.keyPath)")
            }
            guard
                let end = end(
                    of: slot, line, start, isLast: index + 1 == slots.count, &filler.notes)
            else {
                throw RowError(.badFormat, "no value that \(slot.meaning.keyPath) can have")
            }
            take(slot, start..<end, line, &filler)
            at = end
        }
        guard let end = Self.match(tail, line, at), Self.isBlank(line, from: end) else {
            throw RowError(.badFormat, "more than the format has, at column \(at + 1)")
        }
        draft.hasAgentField = hasAgent
        try filler.fill(&draft, from: line, as: .request)
    }

    private func take(
        _ slot: Slot, _ range: Range<Int>, _ line: Span<UInt8>, _ filler: inout EventFiller
    ) {
        guard !filler.isMissing(line.extracting(range), as: slot.meaning.field) else { return }
        let form = line.quotedForm(range)
        if let field = slot.meaning.field {
            let value = EventFields.Value(
                range: range, form: form, priority: slot.meaning.priority)
            filler.fields.offer(field, value)
            for other in slot.meaning.others { filler.fields.offer(other, value) }
        }
        guard slot.meaning.isProperty else { return }
        filler.addProperty(slot.meaning.number, line.extracting(range), form)
    }

    private func end(
        of slot: Slot, _ line: Span<UInt8>, _ start: Int, isLast: Bool, _ notes: inout EventNotes
    ) -> Int? {
        if slot.endsAtPath { return line.firstOffset(of: 0x2F, from: start) ?? line.count }
        guard let first = slot.after.first else { return Self.withoutBlanks(line, start) }
        var from = start
        for _ in 0..<slot.blanks {
            guard let blank = Self.next(0x20, line, from) else { return nil }
            from = blank + 1
        }
        for attempt in 0..<(slot.isQuoted ? FieldCursor.maximumTries : Int.max) {
            let candidate =
                slot.isQuoted
                ? FieldCursor.bareQuote(line, from: from) : Self.next(first, line, from)
            guard let candidate else { return nil }
            if let end = Self.match(slot.after, line, candidate),
                slot.canHold(line.extracting(start..<candidate)),
                !isLast || !slot.isLoose || Self.isBlank(line, from: end)
            {
                if attempt > 0, slot.isLoose { notes.insert(.unescapedQuote) }
                return candidate
            }
            guard !slot.isQuoted || slot.isLoose else { return nil }
            from = candidate + 1
        }
        return nil
    }

    private static func next(_ byte: UInt8, _ line: Span<UInt8>, _ from: Int) -> Int? {
        guard byte == 0x20 else { return line.firstOffset(of: byte, from: from) }
        var at = from
        while at < line.count, line[at] != 0x20, line[at] != 0x09 { at += 1 }
        return at < line.count ? at : nil
    }

    /// The end of `text` where `line` has it at `start`; a blank in it is any run of blanks.
    private static func match(_ text: [UInt8], _ line: Span<UInt8>, _ start: Int) -> Int? {
        var at = start
        for byte in text {
            guard at < line.count else { return nil }
            if byte == 0x20 {
                guard line[at] == 0x20 || line[at] == 0x09 else { return nil }
                while at < line.count, line[at] == 0x20 || line[at] == 0x09 { at += 1 }
            } else {
                guard line[at] == byte else { return nil }
                at += 1
            }
        }
        return at
    }

    private static func withoutBlanks(_ line: Span<UInt8>, _ start: Int) -> Int {
        AccessLog.trimmed(line, start..<line.count).upperBound
    }

    private static func isBlank(_ line: Span<UInt8>, from start: Int) -> Bool {
        withoutBlanks(line, start) <= start
    }
}

extension FieldNames {
    /// The meaning of a server's variable: what a mapping says, else what the server means by it.
    func meaning(ofVariable variable: LogPattern.Field) -> Meaning {
        var meaning = meaning(of: variable.name, below: Meaning())
        guard !meaning.isMapped else { return meaning }
        meaning.field = variable.field.flatMap { isForgotten($0) ? nil : $0 }
        meaning.priority = variable.priority
        if variable.field != nil, !meaning.isWhole { meaning.isProperty = false }
        return meaning
    }
}
