/// The first touchpoints of paths, counted for a Sankey: nodes in columns, ribbons between neighbours.
struct PathFlow {
    struct Path {
        let touchpoints: [String]
        let customers: Double
        let converted: Double
    }

    enum Kind: Int { case touchpoint, other, conversion, exit }

    struct Node: Hashable {
        let column: Int
        let kind: Kind
        /// Of a touchpoint; empty for the others.
        let name: String
    }

    struct Ribbon {
        let from: Node
        let to: Node
        let customers: Double
    }

    static let columns = 5
    static let nodesPerColumn = 8

    /// Of each column, in the order in which they stand: touchpoints by customers falling, then the order of names.
    let nodes: [[(node: Node, customers: Double)]]
    /// By the order of their ends.
    let ribbons: [Ribbon]
    let customers: Double

    /// `isBefore` settles the order of touchpoints with equally many customers.
    init(_ paths: [Path], isBefore: (String, String) -> Bool = PathFlow.isBefore) {
        let kept = Self.mostFrequent(paths)
        var counts: [Node: Double] = [:]
        var flows: [Node: [Node: Double]] = [:]
        for path in paths {
            for (stops, customers) in Self.ends(of: path, kept) where customers > 0 {
                for node in stops { counts[node, default: 0] += customers }
                for (from, to) in zip(stops, stops.dropFirst()) {
                    flows[from, default: [:]][to, default: 0] += customers
                }
            }
        }
        let nodes = (0...Self.columns).map { column in Self.sorted(counts, column, isBefore) }
        self.nodes = nodes
        customers = paths.reduce(0) { $0 + $1.customers }
        ribbons = nodes.dropLast().enumerated().flatMap { column, sources in
            sources.flatMap { source in
                nodes[column + 1].compactMap { target in
                    flows[source.node]?[target.node].map {
                        Ribbon(from: source.node, to: target.node, customers: $0)
                    }
                }
            }
        }
    }

    private static func sorted(
        _ counts: [Node: Double], _ column: Int, _ isBefore: (String, String) -> Bool
    ) -> [(node: Node, customers: Double)] {
        counts.filter { $0.key.column == column }
            .map { (node: $0.key, customers: $0.value) }
            .sorted {
                if $0.node.kind != $1.node.kind {
                    return $0.node.kind.rawValue < $1.node.kind.rawValue
                }
                return $0.customers == $1.customers
                    ? isBefore($0.node.name, $1.node.name) : $0.customers > $1.customers
            }
    }

    private static func mostFrequent(_ paths: [Path]) -> [Set<String>] {
        (0..<columns).map { column in
            var counts: [String: Double] = [:]
            for path in paths where path.touchpoints.count > column {
                counts[path.touchpoints[column], default: 0] += path.customers
            }
            let sorted = counts.sorted {
                $0.value == $1.value ? isBefore($0.key, $1.key) : $0.value > $1.value
            }
            return Set(sorted.prefix(nodesPerColumn).map(\.key))
        }
    }

    /// The way of those who converted and of those who did not.
    private static func ends(
        of path: Path, _ kept: [Set<String>]
    ) -> [(stops: [Node], customers: Double)] {
        let stops = path.touchpoints.prefix(columns).enumerated().map { column, name in
            kept[column].contains(name)
                ? Node(column: column, kind: .touchpoint, name: name)
                : Node(column: column, kind: .other, name: "")
        }
        let end = stops.count
        return [
            (stops + [Node(column: end, kind: .conversion, name: "")], path.converted),
            (stops + [Node(column: end, kind: .exit, name: "")], path.customers - path.converted),
        ]
    }

    /// By bytes.
    static func isBefore(_ one: String, _ other: String) -> Bool {
        one.utf8.lexicographicallyPrecedes(other.utf8)
    }
}
