import ByteIO

/// Pages by their segments, with how often each came; what is a number of something, and what has too many
/// neighbours to be a name, is a `*`: `/product/4711` is `/product/*`, `/product-47.html` is `/product-*.html`.
struct PageTree {
    private static let depth = 5
    private static let limit = 50_000

    private struct Node {
        var count = 0
        var children: [String: Int] = [:]
    }

    private var nodes = [Node()]

    /// Counts a page. Of very many different ones only those seen first are told apart.
    mutating func add(_ page: Span<UInt8>) {
        var node = 0
        var start = 1
        var level = 0
        var isStep = false
        while start < page.count, level < Self.depth {
            let end = page.firstOffset(of: 0x2F, from: start) ?? page.count
            let segment = page.extracting(start..<end)
            // `/checkout/2` is a step, not one of many.
            node = child(
                of: node, named: isStep && segment.count == 1 ? segment.text : Self.name(segment))
            isStep = segment.equals("checkout") || segment.equals("step")
            start = end + 1
            level += 1
        }
        if start < page.count {
            node = child(of: node, named: "**")
        } else if page.count > 1, page[page.count - 1] == 0x2F {
            node = child(of: node, named: "")
        }
        nodes[node].count += 1
    }

    private mutating func child(of node: Int, named name: String) -> Int {
        if let known = nodes[node].children[name] { return known }
        let name = nodes.count < Self.limit ? name : "*"
        if let known = nodes[node].children[name] { return known }
        nodes.append(Node())
        nodes[node].children[name] = nodes.count - 1
        return nodes.count - 1
    }

    /// A segment, or `*` for digits, hex of some length, or escapes; a number behind a word is a `*` there.
    private static func name(_ segment: Span<UInt8>) -> String {
        var (digits, letters) = (0, 0)
        var isHex = segment.count >= 8
        for index in segment.indices {
            let byte = segment[index]
            if byte == 0x25 { return "*" }
            if byte &- 0x30 > 9, (byte | 0x20) &- 0x61 > 5 { isHex = false }
            if byte &- 0x30 < 10 { digits += 1 } else if (byte | 0x20) &- 0x61 < 26 { letters += 1 }
        }
        if segment.count > 48 || digits > 0 && (letters == 0 || isHex) { return "*" }
        if let numbered = numbered(segment, digits) { return numbered }
        return digits >= 4 ? "*" : segment.text
    }

    /// `sts-*` of `sts-69`: letters, then all the digits, two at least, then nothing or `.html` and its kind.
    private static func numbered(_ segment: Span<UInt8>, _ digits: Int) -> String? {
        guard digits > 1 else { return nil }
        var start = 0
        while segment[start] &- 0x30 >= 10 { start += 1 }
        var end = start
        while end < segment.count, segment[end] &- 0x30 < 10 { end += 1 }
        guard start > 0, end - start == digits, end == segment.count || segment[end] == 0x2E else {
            return nil
        }
        return segment.extracting(0..<start).text + "*"
            + segment.extracting(end..<segment.count).text
    }

    /// The templates with their counts, the most frequent first.
    func templates() -> [(template: String, count: Int)] {
        var found: [String: Int] = [:]
        // Nodes that are one template, with its segments.
        var work: [(nodes: [Int], path: [String])] = [([0], [])]
        while let (group, path) = work.popLast() {
            let own = group.reduce(0) { $0 + nodes[$1].count }
            if own > 0 { found["/" + path.joined(separator: "/"), default: 0] += own }
            var byName: [String: [Int]] = [:]
            for node in group {
                for (name, child) in nodes[node].children {
                    byName[name, default: []].append(child)
                }
            }
            let counts = byName.mapValues { $0.reduce(0) { $0 + total($1) } }
            let names = PageNames(counts).told(below: path)
            for name in names { work.append((byName[name] ?? [], path + [name])) }
            let rest = byName.filter { !names.contains($0.key) }.flatMap(\.value)
            if !rest.isEmpty { work.append((rest, path + ["*"])) }
        }
        return Self.merged(found).map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }

    /// `/blog/*`, `/blog/*/` and `/blog/*/*` are one `/blog/**`: nothing but depth tells them apart.
    private static func merged(_ counts: [String: Int]) -> [String: Int] {
        var merged: [String: Int] = [:]
        for (name, group) in Dictionary(grouping: counts.keys, by: Self.anyDepth) {
            let count = group.reduce(0) { $0 + (counts[$1] ?? 0) }
            merged[group.count > 1 ? name : group[0]] = count
        }
        return merged
    }

    /// The template with `**` for all of its segments from the first `*` on, if nothing else stands there and
    /// something before it; else itself.
    private static func anyDepth(_ template: String) -> String {
        let segments = template.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = segments.firstIndex(of: "*"), first > 1,
            segments[first...].allSatisfy({ ["*", "", "**"].contains($0) })
        else { return template }
        return segments[..<first].joined(separator: "/") + "/**"
    }

    /// The pages at and below a node. At most `depth` levels deep.
    private func total(_ node: Int) -> Int {
        nodes[node].children.values.reduce(nodes[node].count) { $0 + total($1) }
    }
}

/// Neighbours among pages, with the pages at and below each: which are names of their own, and which one `*`.
struct PageNames {
    /// More than this are no parts of a site, but for a few that most pages lie below.
    private static let parts = 12
    /// More than this below a part are its articles, topics or categories.
    private static let topics = 5

    private let counts: [String: Int]

    init(_ counts: [String: Int]) { self.counts = counts }

    /// Those that are a template's segment of their own, below the segments of a template.
    ///
    /// `b*` would also take `b4%2Cp1`, which was counted for `*`: where `*` is more, `b*` is in it.
    func told(below path: [String]) -> Set<String> {
        let kept = kept(below: path)
        let folded = counts.filter { $0.key == "*" || !kept.contains($0.key) }
            .reduce(0) { $0 + $1.value }
        let partly = kept.filter { $0.contains("*") && $0.contains { $0 != "*" } }
        return kept.subtracting(partly.filter { (counts[$0] ?? 0) < folded })
    }

    /// Those that are not folded.
    private func kept(below path: [String]) -> Set<String> {
        let parent = Self.parent(of: path)
        guard counts.keys.contains(where: { $0.contains("*") }) || counts.count > 1 else {
            return Set(counts.keys)
        }
        if Self.isCollection(parent) {
            let role = JourneyRole(page: parent)
            return Set(
                counts.keys.filter {
                    Self.isFixed($0)
                        || NameWords($0).count == 1 && Self.hasPlace($0)
                            && JourneyRole(page: $0) != role
                        || Self.isCollection($0)
                })
        }
        let isWhole = Self.isTop(path) || Self.hasSteps(parent)
        let others = counts.keys.filter { !Self.isFixed($0) && !Self.hasPlace($0) }
        if others.count <= (isWhole ? Self.parts : Self.topics) { return Set(counts.keys) }
        let named = Set(counts.keys.filter { Self.isFixed($0) || Self.hasPlace($0) })
        return isWhole ? named.union(sections(others)) : named
    }

    /// What pages lie in: below a year or a month of a blog still the blog.
    private static func parent(of path: [String]) -> String {
        guard path.last == "*", let named = path.last(where: { $0 != "*" }),
            isCollection(named), JourneyRole(page: named) != .product,
            !NameWords(named).has("user", "author")
        else { return path.last ?? "" }
        return named
    }

    /// Of `names` those with a fiftieth of the pages or more, if they are few and nine in ten pages lie below them.
    private func sections(_ names: [String]) -> Set<String> {
        let whole = names.reduce(0) { $0 + (counts[$1] ?? 0) }
        let large = names.filter { (counts[$0] ?? 0) * 50 >= whole }
        let below = large.reduce(0) { $0 + (counts[$1] ?? 0) }
        return large.count <= 2 * Self.parts && below * 10 >= whole * 9 ? Set(large) : []
    }

    /// The index of a folder, and what is folded already.
    private static func isFixed(_ name: String) -> Bool { name.isEmpty || name == "**" }

    /// A page that journeys lead over, by its name; a longer name is a title.
    private static func hasPlace(_ name: String) -> Bool {
        guard NameWords(name).count <= 3 else { return false }
        return switch JourneyRole(page: name) {
        case .entry, .product, .cart, .checkout, .purchase, .goal, .support: true
        case .account, .error, .asset, .automatic, .other: false
        }
    }

    /// What lies below is one of many, however few came.
    private static func isCollection(_ name: String) -> Bool {
        let words = NameWords(name)
        guard words.count == 1 else { return false }
        return JourneyRole(page: name) == .product
            || words.has(
                "category", "categories", "collection", "blog", "article", "post", "news", "tag",
                "author", "user")
    }

    /// Below these each page is a step of its own.
    private static func hasSteps(_ name: String) -> Bool {
        switch JourneyRole(page: name) {
        case .cart, .checkout, .purchase, .account: true
        default: name == "step" || name == "steps"
        }
    }

    /// The root, also that of a language, a country or an interface: `/en`, `/fi-fi`, `/api/v1`.
    private static func isTop(_ path: [String]) -> Bool {
        path.allSatisfy {
            $0.count <= 2 && $0.first != "*" || $0 == "api"
                || $0.count == 5 && $0.dropFirst(2).first == "-"
        }
    }
}
