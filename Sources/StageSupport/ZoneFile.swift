import ByteIO

/// A compiled time zone: when its offset changes, up to the year 2101.
///
/// Source: RFC 9636, TZif, version 2 or later. Files with leap seconds are refused.
struct ZoneFile {
    /// Seconds since 1970 at which the next of `offsets` begins to hold.
    private(set) var changes: [Int64] = []
    /// Seconds east of UTC; one more than `changes`.
    private(set) var offsets: [Int64] = []

    /// The numbers of things in a data block.
    private struct Header {
        static let length = 44
        let utcFlags, standardFlags, leaps, times, types, letters: Int

        init?(_ bytes: Span<UInt8>, at start: Int) {
            guard start + Self.length <= bytes.count,
                bytes.extracting(start...).starts(with: "TZif"), bytes[start + 4] >= 0x32
            else { return nil }
            let counts = (0..<6).map { Int(bytes.bigEndian(at: start + 20 + $0 * 4, count: 4)) }
            guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
            (utcFlags, standardFlags, leaps) = (counts[0], counts[1], counts[2])
            (times, types, letters) = (counts[3], counts[4], counts[5])
        }

        /// The length of the block where a time has `size` bytes.
        func blockLength(timeSize size: Int) -> Int {
            times * (size + 1) + types * 6 + letters + leaps * (size + 4) + standardFlags
                + utcFlags
        }
    }

    /// Nil where `bytes` are no such file.
    init?(_ bytes: Span<UInt8>) {
        guard let old = Header(bytes, at: 0) else { return nil }
        let second = Header.length + old.blockLength(timeSize: 4)
        guard let header = Header(bytes, at: second), header.leaps == 0, header.types > 0
        else { return nil }
        let block = second + Header.length
        let end = block + header.blockLength(timeSize: 8)
        guard end <= bytes.count, read(bytes, header, at: block) else { return nil }
        guard end + 1 < bytes.count, let close = bytes.firstOffset(of: 0x0A, from: end + 1)
        else { return }
        if end + 1 < close {
            guard let rule = ZoneFooter(bytes.extracting((end + 1)..<close)) else { return nil }
            add(rule)
        }
    }

    private mutating func read(_ bytes: Span<UInt8>, _ header: Header, at block: Int) -> Bool {
        let kinds = block + header.times * 8
        let types = kinds + header.times
        func offset(_ kind: Int) -> Int64 { bytes.bigEndian(at: types + kind * 6, count: 4) }
        // Before the first change the first type holds.
        offsets.append(offset(0))
        for index in 0..<header.times {
            let kind = Int(bytes[kinds + index])
            let time = bytes.bigEndian(at: block + index * 8, count: 8)
            guard kind < header.types, time > changes.last ?? .min else { return false }
            changes.append(time)
            offsets.append(offset(kind))
        }
        return offsets.allSatisfy { abs($0) <= 26 * 3600 }
    }

    /// Goes on by the footer's rule from the last change to the end of 2101.
    private mutating func add(_ rule: ZoneFooter) {
        let last = changes.last ?? .min
        for (time, offset) in rule.changes(years: 1969...2101) where time > last {
            changes.append(time)
            offsets.append(offset)
        }
        if rule.daylight == nil, changes.isEmpty { offsets[0] = rule.standard }
    }
}

extension Span<UInt8> {
    /// The signed number in `count` bytes, 4 or 8, highest byte first.
    fileprivate func bigEndian(at start: Int, count: Int) -> Int64 {
        var value: UInt64 = 0
        for index in 0..<count { value = value << 8 | UInt64(self[start + index]) }
        return count == 8
            ? Int64(bitPattern: value) : Int64(Int32(truncatingIfNeeded: value))
    }
}
