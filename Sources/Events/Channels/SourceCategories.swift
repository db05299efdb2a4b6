import ByteIO

/// What kind of site a traffic source is, by the vendored lists: a host or a bare name.
enum SourceCategories {
    /// The lists that hold a source.
    struct Membership: OptionSet, Sendable {
        let rawValue: UInt8
        static let search = Membership(rawValue: 1)
        static let shopping = Membership(rawValue: 2)
        static let social = Membership(rawValue: 4)
        static let video = Membership(rawValue: 8)
    }

    /// The lists that hold `source`, which is in lower case.
    ///
    /// An entry equals the source, the source without `www.` or `m.`, or, where it is a bare name, the
    /// source's first label.
    static func membership(of source: Span<UInt8>) -> Membership {
        if let listed = listed(source) { return listed }
        let host = source.extracting(prefixLength(of: source)...)
        if let listed = listed(host) { return listed }
        guard let dot = host.firstOffset(of: 0x2E) else { return [] }
        return listed(host.extracting(0..<dot)) ?? []
    }

    /// By halving the list, which stands in order: `~a.example=1~b.example=4~`.
    private static func listed(_ name: Span<UInt8>) -> Membership? {
        let list = SourceCategoryList.sources.bytes
        // Entries begin in this range.
        var (low, high) = (1, list.count)
        while low < high {
            var start = (low + high) / 2
            while start > low, list[start - 1] != 0x7E { start -= 1 }
            guard let end = list.firstOffset(of: 0x3D, from: start) else { return nil }
            let entry = list.extracting(start..<end)
            if entry.equals(name) { return Membership(rawValue: list[end + 1] & 0x0F) }
            if precedes(name, entry) { high = start } else { low = end + 3 }
        }
        return nil
    }

    private static func precedes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        for index in 0..<min(left.count, right.count) where left[index] != right[index] {
            return left[index] < right[index]
        }
        return left.count < right.count
    }

    /// The length of a leading `www.` or `m.`.
    static func prefixLength(of host: Span<UInt8>) -> Int {
        host.starts(with: "www.") ? 4 : host.starts(with: "m.") ? 2 : 0
    }
}
