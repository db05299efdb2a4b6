import ByteIO

/// The keys met in a file's JSON objects, as a tree; each path is judged once, then recognised.
///
/// Logs repeat their keys in the same order, so the key after the last one is tried first: one
/// comparison a key, no hashing, no text.
struct KeyTree<Meaning: Sendable>: Sendable {
    struct Node: Sendable {
        let meaning: Meaning
        fileprivate var children: [Child] = []
        /// The record in which the key was last met.
        fileprivate var record = 0
    }

    fileprivate struct Child: Sendable {
        let key: Range<Int>
        /// Length and last byte, so that most other keys are told apart by one comparison.
        let tag: Int
        let node: Int
    }

    private(set) var nodes: [Node]
    private var keys: [UInt8] = []

    init(root: Meaning) { nodes = [Node(meaning: root)] }

    /// The node of `key` below `parent`, nil where it is new; `guess` is the place to look first and
    /// moves on.
    func child(of parent: Int, key: Span<UInt8>, guess: inout Int) -> Int? {
        let count = nodes[parent].children.count
        let tag = Self.tag(of: key)
        for step in 0..<count {
            let place = guess + step < count ? guess + step : guess + step - count
            guard nodes[parent].children[place].tag == tag else { continue }
            if keys.span.extracting(nodes[parent].children[place].key).equals(key) {
                guess = place + 1 < count ? place + 1 : 0
                return nodes[parent].children[place].node
            }
        }
        return nil
    }

    /// Adds a key that `child` did not know.
    mutating func add(_ key: Span<UInt8>, below parent: Int, meaning: Meaning) -> Int {
        let node = nodes.count
        nodes.append(Node(meaning: meaning))
        let start = keys.count
        keys.append(key)
        nodes[parent].children.append(
            Child(key: start..<keys.count, tag: Self.tag(of: key), node: node))
        return node
    }

    /// Notes that `node` was met in `record`; false where it was met there before.
    mutating func meet(_ node: Int, in record: Int) -> Bool {
        if nodes[node].record == record { return false }
        nodes[node].record = record
        return true
    }

    private static func tag(of key: Span<UInt8>) -> Int {
        key.isEmpty ? 0 : key.count << 8 | Int(key[key.count - 1])
    }
}
