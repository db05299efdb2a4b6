import ByteIO
import Rows

/// Answers to the two questions of feedback rows: `props.nps`, 0…10, and `props.csat`, 1…5.
package struct FeedbackAnswers {
    private(set) var promoters = 0
    private(set) var detractors = 0
    private(set) var nps = 0
    private(set) var satisfied = 0
    private(set) var csat = 0
    /// Answers that are no whole number of the scale; they count nowhere else.
    package private(set) var offScale = 0

    private var value: [UInt8] = []

    /// Counts the plain `props` of a feedback row; one without a value answers nothing.
    mutating func observe(_ props: Span<UInt8>) {
        if let answer = answer("nps", of: props, from: 0, to: 10) {
            nps += 1
            if answer >= 9 { promoters += 1 }
            if answer <= 6 { detractors += 1 }
        }
        if let answer = answer("csat", of: props, from: 1, to: 5) {
            csat += 1
            if answer >= 4 { satisfied += 1 }
        }
    }

    /// The answer; nil where there is none, or it is off the scale, which is counted.
    private mutating func answer(
        _ name: StaticString, of props: Span<UInt8>, from least: Int, to most: Int
    ) -> Int? {
        value.removeAll(keepingCapacity: true)
        var key: [UInt8] = []
        key.append(name)
        guard Properties.append(key.span, of: props, to: &value), !value.isEmpty,
            !value.span.equals("null")
        else { return nil }
        guard let number = Self.whole(value.span), number >= least, number <= most else {
            offScale += 1
            return nil
        }
        return number
    }

    /// A whole number, with or without decimals of 0: `9`, `9.0`; nil for other text.
    private static func whole(_ text: Span<UInt8>) -> Int? {
        guard text.count <= 18, text[0] &- 0x30 < 10 else { return nil }
        var number = 0
        var at = 0
        while at < text.count, text[at] &- 0x30 < 10 {
            number = number * 10 + Int(text[at] &- 0x30)
            at += 1
        }
        guard at < text.count else { return number }
        guard text[at] == 0x2E, at + 1 < text.count else { return nil }
        for index in at + 1..<text.count where text[index] != 0x30 { return nil }
        return number
    }
}

// What adds up.
extension FeedbackAnswers: SummedCounts {
    mutating func forEachSum<Problem>(
        _ use: (inout Int) throws(Problem) -> Void
    ) throws(Problem) {
        try use(&promoters)
        try use(&detractors)
        try use(&nps)
        try use(&satisfied)
        try use(&csat)
        try use(&offScale)
    }
}
