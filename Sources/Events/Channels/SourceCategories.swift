import ByteIO

/// What kind of site a traffic source is, by the vendored lists: a host or a bare name.
struct SourceCategories: Sendable {
    /// The lists that hold a source.
    struct Membership: OptionSet, Sendable {
        let rawValue: UInt8
        static let search = Membership(rawValue: 1)
        static let shopping = Membership(rawValue: 2)
        static let social = Membership(rawValue: 4)
        static let video = Membership(rawValue: 8)
    }

    static let shared = SourceCategories()

    private var names = Interner(capacity: 1024)
    private var memberships: [Membership] = []

    private init() {
        add(SourceCategoryList.search, .search)
        add(SourceCategoryList.shopping, .shopping)
        add(SourceCategoryList.social, .social)
        add(SourceCategoryList.video, .video)
    }

    private mutating func add(_ list: String, _ membership: Membership) {
        for entry in Array(list.utf8).split(separator: 0x7E) {
            let name = entry.filter { $0 != 0x0A }.map(\.asciiLowercased)
            guard !name.isEmpty else { continue }
            let number = names.number(of: name.span)
            if number == memberships.count { memberships.append(membership) }
            memberships[number].insert(membership)
        }
    }

    /// The lists that hold `source`, which is in lower case.
    ///
    /// An entry equals the source, the source without `www.` or `m.`, or, where it is a bare name, the
    /// source's first label.
    func membership(of source: Span<UInt8>) -> Membership {
        if let number = names.known(source) { return memberships[number] }
        let host = source.extracting(Self.prefixLength(of: source)...)
        if let number = names.known(host) { return memberships[number] }
        guard let dot = host.firstOffset(of: 0x2E),
            let number = names.known(host.extracting(0..<dot))
        else { return [] }
        return memberships[number]
    }

    /// The length of a leading `www.` or `m.`.
    static func prefixLength(of host: Span<UInt8>) -> Int {
        host.starts(with: "www.") ? 4 : host.starts(with: "m.") ? 2 : 0
    }
}

extension UInt8 {
    /// `A` to `Z` as `a` to `z`, all else unchanged.
    var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
