import ByteIO

/// The events whose values are a session's value.
///
/// Names are compared without `_` and blanks, and without the case of ASCII letters: `Order Completed` is
/// `order_completed`.
package struct ValueEvents: Sendable {
    /// What trackers call an order and what is paid back.
    private static let usual = [
        "purchase", "order completed", "order placed", "checkout completed", "payment succeeded",
        "transaction", "ecommerce purchase", "in app purchase", "refund",
    ]

    /// Without what does not count, in byte order; nil for all events.
    private let names: [[UInt8]]?

    /// The usual ones.
    package init() { self.init(plain: Self.plain(Self.usual)) }

    /// Those of a list such as `purchase,order_paid`; `all` for every event, nil where no name is left.
    package init?(_ list: String) {
        guard list != "all" else {
            self.init(plain: nil)
            return
        }
        let plain = Self.plain(list.split(separator: ",").map(String.init))
        guard !plain.isEmpty else { return nil }
        self.init(plain: plain)
    }

    private init(plain: [[UInt8]]?) { names = plain }

    private static func plain(_ names: [String]) -> [[UInt8]] {
        let plain = names.map { Self.plain(Array($0.utf8).span) }.filter { !$0.isEmpty }
        return Set(plain).sorted { $0.lexicographicallyPrecedes($1) }
    }

    private static func plain(_ name: Span<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        for index in name.indices where counts(name[index]) {
            plain.append(name[index].asciiLowercased)
        }
        return plain
    }

    private static func counts(_ byte: UInt8) -> Bool { byte != 0x5F && byte != 0x20 }

    /// Whether the values of `event`, as it stands in a row, count.
    func contains(_ event: Span<UInt8>) -> Bool {
        guard let names else { return true }
        for name in names where Self.equals(event, name.span) { return true }
        return false
    }

    private static func equals(_ event: Span<UInt8>, _ plain: Span<UInt8>) -> Bool {
        var matched = 0
        for index in event.indices where counts(event[index]) {
            guard matched < plain.count, event[index].asciiLowercased == plain[matched] else {
                return false
            }
            matched += 1
        }
        return matched == plain.count
    }

    /// One word for a state: the names, or `all`.
    package var word: String {
        guard let names else { return "all" }
        return names.map { name in
            name.map { byte in
                let isPlain = byte > 0x20 && byte < 0x7F && byte != 0x25 && byte != 0x2C
                return isPlain ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16)
            }.joined()
        }.joined(separator: ",")
    }
}
