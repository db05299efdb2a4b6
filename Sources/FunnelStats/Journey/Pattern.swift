import ByteIO

/// A name or page pattern: `*` matches any run of bytes, in a page within one path segment; `**`
/// matches across segments.
///
/// Matching follows all ways at once, so its time is linear in the text whatever the pattern.
struct Pattern: Hashable, Sendable {
    enum Subject: Sendable { case name, page }

    private enum Token: Hashable, Sendable {
        case byte(UInt8)
        case run
        case runInSegment
    }

    private let tokens: [Token]
    /// The bytes, where the pattern has no star.
    private let literal: [UInt8]?

    init(_ text: String, for subject: Subject) {
        var tokens: [Token] = []
        let bytes = Array(text.utf8)
        var at = 0
        while at < bytes.count {
            guard bytes[at] == 0x2A else {
                tokens.append(.byte(bytes[at]))
                at += 1
                continue
            }
            let isDouble = at + 1 < bytes.count && bytes[at + 1] == 0x2A
            tokens.append(isDouble || subject == .name ? .run : .runInSegment)
            at += isDouble ? 2 : 1
        }
        self.tokens = tokens
        literal = bytes.contains(0x2A) ? nil : bytes
    }

    /// Whether the whole of `text` fits.
    func matches(_ text: Span<UInt8>) -> Bool {
        if let literal { return literal.span.equals(text) }
        var states = [Bool](repeating: false, count: tokens.count + 1)
        states[0] = true
        passRuns(&states)
        for index in text.indices {
            var next = [Bool](repeating: false, count: tokens.count + 1)
            for (state, token) in tokens.enumerated() where states[state] {
                switch token {
                case .byte(let byte): if byte == text[index] { next[state + 1] = true }
                case .run: next[state] = true
                case .runInSegment: if text[index] != 0x2F { next[state] = true }
                }
            }
            passRuns(&next)
            states = next
        }
        return states[tokens.count]
    }

    /// A run may be empty: whoever stands before one also stands behind it.
    private func passRuns(_ states: inout [Bool]) {
        for (state, token) in tokens.enumerated() where states[state] {
            if case .byte = token { continue }
            states[state + 1] = true
        }
    }
}
