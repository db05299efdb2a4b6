import ByteIO

/// The keys met in a file's JSON objects, as a tree; each path is judged once, then recognised.
///
/// Logs repeat their keys in the same order, so the key that followed the last time is tried first: one
/// comparison a key, no search for its end, no hashing, no text.
struct KeyTree<Meaning: Sendable>: Sendable {
    struct Node: Sendable {
        let meaning: Meaning
        fileprivate var children: [Child] = []
    }

    fileprivate struct Child: Sendable {
        /// Length and last byte, so that most other keys are told apart by one comparison.
        let tag: Int
        let node: Int
    }

    /// What is looked at for every key, in small pieces of memory.
    private struct Trace: Sendable {
        var start: Int32
        var length: Int32
        /// The node that came after this one below the same parent, and the first one below this; -1
        /// for none.
        var next: Int32 = -1
        var first: Int32 = -1
        /// The record in which the key was last met.
        var record = 0
    }

    private(set) var nodes: [Node]
    private var traces: [Trace]
    private var keys: [UInt8] = []

    init(root: Meaning) {
        nodes = [Node(meaning: root)]
        traces = [Trace(start: 0, length: 0)]
    }

    /// The node whose key stands at `offset` of `text`, with its quotes and the colon, where it is the
    /// one that followed the last time; -1 where it is not.
    ///
    /// `last` is the node before it below `parent`, -1 for none. `length` gets the bytes passed.
    func expected(
        below parent: Int, after last: Int, in text: Span<UInt8>, at offset: Int,
        length: inout Int
    ) -> Int {
        let node = Int(last < 0 ? traces[parent].first : traces[last].next)
        guard node >= 0 else { return -1 }
        let trace = traces[node]
        let end = offset + 1 + Int(trace.length)
        guard end + 1 < text.count, text[offset] == 0x22, text[end] == 0x22, text[end + 1] == 0x3A
        else { return -1 }
        let start = Int(trace.start)
        let key = keys.span.extracting(start..<start + Int(trace.length))
        guard text.extracting(offset + 1..<end).equals(key) else { return -1 }
        length = Int(trace.length) + 3
        return node
    }

    /// The node of `key` below `parent`, nil where it is new.
    func child(of parent: Int, key: Span<UInt8>) -> Int? {
        let tag = Self.tag(of: key)
        for child in nodes[parent].children where child.tag == tag {
            let trace = traces[child.node]
            let start = Int(trace.start)
            if keys.span.extracting(start..<start + Int(trace.length)).equals(key) {
                return child.node
            }
        }
        return nil
    }

    /// Adds a key that `child` did not know.
    mutating func add(_ key: Span<UInt8>, below parent: Int, meaning: Meaning) -> Int {
        let node = nodes.count
        nodes.append(Node(meaning: meaning))
        traces.append(Trace(start: Int32(keys.count), length: Int32(key.count)))
        keys.append(key)
        nodes[parent].children.append(Child(tag: Self.tag(of: key), node: node))
        return node
    }

    /// Remembers that `node` came after `last`.
    mutating func learn(_ node: Int, below parent: Int, after last: Int) {
        if last < 0 {
            traces[parent].first = Int32(node)
        } else {
            traces[last].next = Int32(node)
        }
    }

    /// Notes that `node` was met in `record`; false where it was met there before.
    mutating func meet(_ node: Int, in record: Int) -> Bool {
        if traces[node].record == record { return false }
        traces[node].record = record
        return true
    }

    private static func tag(of key: Span<UInt8>) -> Int {
        key.isEmpty ? 0 : key.count << 8 | Int(key[key.count - 1])
    }
}
