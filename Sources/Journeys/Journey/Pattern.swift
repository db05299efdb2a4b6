/// A name or page pattern: `*` matches any run of bytes, in a page within one path segment; `**`
/// matches across segments. `PatternSet` matches many at once.
package struct Pattern: Hashable, Sendable {
    package enum Subject: Sendable { case name, page }

    enum Token: Hashable, Sendable {
        case byte(UInt8)
        /// Any run of bytes, also none.
        case run
        /// The same without `/`.
        case runInSegment
    }

    let tokens: [Token]

    package init(_ text: String, for subject: Subject) {
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
    }
}
