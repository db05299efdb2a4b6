import ByteIO

/// A regular expression of the few forms that the crawler list uses, matched in linear time.
///
/// Literals, `\` escapes, `\d`, `\s`, `\S`, classes `[…]` and `[^…]`, groups, `|`, `^`, `$`, and `*`,
/// `+`, `?` after one character, class or group. At most 62 positions: they are bits of one word.
/// Source: Glushkov, "The abstract theory of automata", 1961.
struct SmallPattern: Sendable {
    /// Bit i: position i accepts the byte.
    private var accepting = [UInt64](repeating: 0, count: 256)
    /// The positions that may follow position i.
    private let following: [UInt64]
    private let first: UInt64
    /// The positions that may come first elsewhere than at the start of the text.
    private let firstInside: UInt64
    private let last: UInt64
    /// Positions that may end only at the end of the text.
    private let closing: UInt64

    /// Nil where `pattern` has another form.
    init?(_ pattern: [UInt8]) {
        var reader = SmallPatternReader(pattern)
        guard let whole = reader.alternatives(), reader.isAtEnd, !whole.isEmptyAllowed,
            reader.classes.count <= 62
        else { return nil }
        following = reader.following
        first = whole.first
        firstInside = whole.first & ~reader.anchored
        last = whole.last
        closing = reader.closing
        for (position, accepts) in reader.classes.enumerated() {
            for byte in 0..<256 where accepts[byte] { accepting[byte] |= 1 << position }
        }
    }

    /// Whether the pattern is found anywhere in `text`.
    func isFound(in text: Span<UInt8>) -> Bool {
        var active: UInt64 = 0
        for index in text.indices {
            var reachable = index == 0 ? first : firstInside
            if reachable | active == 0 { return false }
            var left = active
            while left != 0 {
                reachable |= following[left.trailingZeroBitCount]
                left &= left - 1
            }
            active = reachable & accepting[Int(text[index])]
            if active & last & ~closing != 0 { return true }
        }
        return active & last != 0
    }
}
