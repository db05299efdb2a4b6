import ByteIO

/// The keys met in a file's JSON objects, as a tree; each path is judged once, then recognised.
///
/// Logs repeat their keys in the same order, so the key after the last one is tried first: one
/// comparison a key, no hashing, no text.
struct KeyTree<Meaning: Sendable>: Sendable {
    struct Node: Sendable {
        let meaning: Meaning
        fileprivate var children: [Child] = []
    }

    fileprivate struct Child: Sendable {
        let key: Range<Int>
        let node: Int
    }

    /// Past this many different paths new ones are not kept: a log with ids for keys must not grow
    /// the tree for ever.
    static var maximumNodes: Int { 4096 }

    private(set) var nodes: [Node]
    private var keys: [UInt8] = []

    init(root: Meaning) { nodes = [Node(meaning: root)] }

    /// The node of `key` below `parent`; `guess` is the place to look first and moves on.
    ///
    /// A new key gets the meaning that `judge` gives it. Nil where the tree is full.
    mutating func child(
        of parent: Int, key: Span<UInt8>, guess: inout Int, judge: (Meaning, Span<UInt8>) -> Meaning
    ) -> Int? {
        let count = nodes[parent].children.count
        for step in 0..<count {
            let place = guess + step < count ? guess + step : guess + step - count
            if keys.span.extracting(nodes[parent].children[place].key).equals(key) {
                guess = place + 1 < count ? place + 1 : 0
                return nodes[parent].children[place].node
            }
        }
        guard nodes.count < Self.maximumNodes else { return nil }
        let node = nodes.count
        nodes.append(Node(meaning: judge(nodes[parent].meaning, key)))
        let start = keys.count
        keys.append(key)
        nodes[parent].children.append(Child(key: start..<keys.count, node: node))
        guess = 0
        return node
    }
}
