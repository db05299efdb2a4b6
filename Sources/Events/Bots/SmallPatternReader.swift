/// Reads the text of a pattern into Glushkov's sets.
struct SmallPatternReader {
    /// What a part of a pattern can begin and end with.
    struct Part {
        var first: UInt64 = 0
        var last: UInt64 = 0
        var isEmptyAllowed = true
        /// The part is `^`, or `$`: it holds for what comes after, or before it.
        var isStart = false
        var isEnd = false
    }

    private let text: [UInt8]
    private var at = 0
    private var depth = 0
    private(set) var classes: [[Bool]] = []
    private(set) var following: [UInt64] = []
    private(set) var anchored: UInt64 = 0
    private(set) var closing: UInt64 = 0

    init(_ text: [UInt8]) { self.text = text }

    var isAtEnd: Bool { at == text.count }

    /// `a|b|c`.
    mutating func alternatives() -> Part? {
        guard var all = sequence() else { return nil }
        while at < text.count, text[at] == 0x7C {
            at += 1
            guard let next = sequence() else { return nil }
            all.first |= next.first
            all.last |= next.last
            all.isEmptyAllowed = all.isEmptyAllowed || next.isEmptyAllowed
            all.isStart = all.isStart || next.isStart
            all.isEnd = all.isEnd || next.isEnd
        }
        return all
    }

    private mutating func sequence() -> Part? {
        var whole = Part()
        while at < text.count, text[at] != 0x7C, text[at] != 0x29 {
            guard let next = repeated() else { return nil }
            // `(^| )x`: x comes first only at the start, unless a blank is before it.
            if whole.isStart { anchored |= next.first }
            if next.isEnd { closing |= whole.last }
            link(whole.last, next.first)
            let isStart = next.isStart && whole.isEmptyAllowed
            whole = Part(
                first: whole.first | (whole.isEmptyAllowed ? next.first : 0),
                last: next.last | (next.isEmptyAllowed ? whole.last : 0),
                isEmptyAllowed: whole.isEmptyAllowed && next.isEmptyAllowed,
                isStart: isStart, isEnd: next.isEnd)
        }
        return whole
    }

    private mutating func repeated() -> Part? {
        guard var part = single() else { return nil }
        guard at < text.count else { return part }
        switch text[at] {
        case 0x2A, 0x2B:
            link(part.last, part.first)
            part.isEmptyAllowed = part.isEmptyAllowed || text[at] == 0x2A
        case 0x3F: part.isEmptyAllowed = true
        default: return part
        }
        at += 1
        return part
    }

    private mutating func single() -> Part? {
        let byte = text[at]
        at += 1
        switch byte {
        case 0x28: return group()
        case 0x5B: return bracket()
        case 0x5E: return Part(isStart: true)
        case 0x24: return Part(isEnd: true)
        case 0x5C: return escape().flatMap { position($0) }
        case 0x2E: return position([Bool](repeating: true, count: 256))
        case 0x2A, 0x2B, 0x3F, 0x7B, 0x29: return nil
        default: return position(Self.only(byte))
        }
    }

    private mutating func group() -> Part? {
        // Deeper groups than any real pattern has are refused, so that reading them needs no stack.
        guard depth < 8 else { return nil }
        depth += 1
        guard let part = alternatives(), at < text.count, text[at] == 0x29 else { return nil }
        depth -= 1
        at += 1
        return part
    }

    private mutating func bracket() -> Part? {
        var accepts = [Bool](repeating: false, count: 256)
        let isNegated = at < text.count && text[at] == 0x5E
        if isNegated { at += 1 }
        while at < text.count, text[at] != 0x5D {
            let byte = text[at]
            at += 1
            guard let more = byte == 0x5C ? escape() : Self.only(byte) else { return nil }
            for index in 0..<256 where more[index] { accepts[index] = true }
        }
        guard at < text.count else { return nil }
        at += 1
        return position(isNegated ? accepts.map { !$0 } : accepts)
    }

    private mutating func escape() -> [Bool]? {
        guard at < text.count else { return nil }
        let byte = text[at]
        at += 1
        let blanks: [UInt8] = [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20]
        switch byte {
        case 0x64: return (0..<256).map { (0x30...0x39).contains($0) }
        case 0x73: return (0..<256).map { blanks.contains(UInt8($0)) }
        case 0x53: return (0..<256).map { !blanks.contains(UInt8($0)) }
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return nil
        default: return Self.only(byte)
        }
    }

    private static func only(_ byte: UInt8) -> [Bool] {
        var accepts = [Bool](repeating: false, count: 256)
        accepts[Int(byte)] = true
        return accepts
    }

    private mutating func position(_ accepts: [Bool]) -> Part? {
        guard classes.count < 62 else { return nil }
        let bit: UInt64 = 1 << classes.count
        classes.append(accepts)
        following.append(0)
        return Part(first: bit, last: bit, isEmptyAllowed: false)
    }

    private mutating func link(_ from: UInt64, _ to: UInt64) {
        var left = from
        while left != 0 {
            following[left.trailingZeroBitCount] |= to
            left &= left - 1
        }
    }
}
