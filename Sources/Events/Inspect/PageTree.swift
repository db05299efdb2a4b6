import ByteIO

/// Pages by their segments, with how often each came; what looks like an id, and what has too many
/// neighbours to be a name, is one `*`.
struct PageTree {
    private static let depth = 5
    /// More children than this are ids, but for a few that most pages lie below.
    private static let fan = 12
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
        while start < page.count, level < Self.depth {
            let end = page.firstOffset(of: 0x2F, from: start) ?? page.count
            let segment = page.extracting(start..<end)
            node = child(of: node, named: Self.isID(segment) ? "*" : segment.text)
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

    /// Digits, hex of some length, or escapes: a number of something.
    private static func isID(_ segment: Span<UInt8>) -> Bool {
        var (digits, letters) = (0, 0)
        for index in segment.indices {
            let byte = segment[index]
            if byte == 0x25 { return true }
            if byte &- 0x30 < 10 { digits += 1 } else if (byte | 0x20) &- 0x61 < 26 { letters += 1 }
        }
        return segment.count > 32 || digits > 0 && letters == 0 || digits >= 4
    }

    /// The templates with their counts, the most frequent first.
    func templates() -> [(template: String, count: Int)] {
        var found: [String: Int] = [:]
        // Nodes that are one template, with the text before them.
        var work: [(nodes: [Int], prefix: String)] = [([0], "")]
        while let (group, prefix) = work.popLast() {
            let own = group.reduce(0) { $0 + nodes[$1].count }
            if own > 0 { found[prefix.isEmpty ? "/" : prefix, default: 0] += own }
            var byName: [String: [Int]] = [:]
            for node in group {
                for (name, child) in nodes[node].children {
                    byName[name, default: []].append(child)
                }
            }
            let names = byName.count > Self.fan ? sections(byName) : Set(byName.keys)
            for name in names { work.append((byName[name] ?? [], prefix + "/" + name)) }
            let rest = byName.filter { !names.contains($0.key) }.flatMap(\.value)
            if !rest.isEmpty { work.append((rest, prefix + "/*")) }
        }
        // A star matches what the names beside it do, so it comes behind them.
        return found.map { ($0.key, $0.value) }.sorted {
            let (left, right) = ($0.0.hasPrefix("/*"), $1.0.hasPrefix("/*"))
            return left == right ? ($1.1, $0.0) < ($0.1, $1.0) : right
        }
    }

    /// The children with a fiftieth of the pages or more, if those are few and nine in ten pages lie
    /// below them.
    private func sections(_ children: [String: [Int]]) -> Set<String> {
        let counts = children.mapValues { $0.reduce(0) { $0 + total($1) } }
        let whole = counts.values.reduce(0, +)
        let large = counts.filter { $0.key != "*" && $0.value * 50 >= whole }
        let below = large.values.reduce(0, +)
        return large.count <= 2 * Self.fan && below * 10 >= whole * 9 ? Set(large.keys) : []
    }

    /// The pages at and below a node. At most `depth` levels deep.
    private func total(_ node: Int) -> Int {
        nodes[node].children.values.reduce(nodes[node].count) { $0 + total($1) }
    }
}
