import ByteIO

/// What rows can be: a touchpoint together with the inline rules that match, each met combination a
/// small number.
struct LabelTable {
    /// How a row counts.
    enum Standing: Int {
        /// As its touchpoint says.
        case plain
        /// No conversion, though it matches as one; see `ConversionReports`.
        case repeated, refund
        /// Sent by the program and not by a visitor; the name tells, and no rule of a touchpoint matches.
        case automatic
    }

    struct Label: Hashable {
        /// Number in `touchpoints`.
        let touchpoint: Int
        /// Numbers of the inline rules that match, rising.
        let inline: [Int]
        var standing = Standing.plain
    }

    static let unmapped = "(unmapped)"

    private(set) var touchpoints = Interner()
    private(set) var labels: [Label] = []
    private var numbers: [Label: Int] = [:]
    /// By touchpoint: the number of its label without inline rules, -1 for none yet.
    private var plainNumbers: [Int] = []

    /// The touchpoints of a journey file come first, in its order.
    init(touchpoints names: [String]) {
        for name in names { _ = touchpoints.number(of: Array(name.utf8).span) }
    }

    mutating func touchpoint(named name: Span<UInt8>) -> Int { touchpoints.number(of: name) }

    /// The name in the tables.
    func name(_ touchpoint: Int) -> [UInt8] { touchpoints[touchpoint].copied() }

    mutating func number(of label: Label) -> Int {
        if label.inline.isEmpty, label.standing == .plain {
            return plainNumber(ofTouchpoint: label.touchpoint)
        }
        if let known = numbers[label] { return known }
        labels.append(label)
        numbers[label] = labels.count - 1
        return labels.count - 1
    }

    private mutating func plainNumber(ofTouchpoint touchpoint: Int) -> Int {
        while plainNumbers.count <= touchpoint { plainNumbers.append(-1) }
        if plainNumbers[touchpoint] < 0 {
            plainNumbers[touchpoint] = labels.count
            labels.append(Label(touchpoint: touchpoint, inline: []))
        }
        return plainNumbers[touchpoint]
    }
}
