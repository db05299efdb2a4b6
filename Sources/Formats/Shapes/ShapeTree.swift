import ByteIO
import Rows

/// The shapes of JSON lines met so far: a tree of the bytes that stand between values.
///
/// Lines of one program differ in their values alone. What lies between two values, as in
/// `"},"page":{"url":"`, is compared as a whole, 16 bytes at a time. Every byte of a line is checked:
/// against a line that the decoder has read, or as a value by the scanner's rules.
struct ShapeTree: ~Copyable, Sendable {
    static let maximumValues = 64
    private static let maximumNodes = 1 << 12
    private static let maximumGlue = 1 << 13

    /// Up to 16 bytes, and 0xFF for each of them.
    struct Glue: BitwiseCopyable, Sendable {
        var bytes = Bytes16.zero
        var mask = Bytes16.zero
    }

    struct Node: BitwiseCopyable, Sendable {
        /// The first 16 bytes; the others are `pieces` of `glue` from `rest` on.
        var start = Glue()
        var length: Int32 = 0
        var rest: Int32 = 0
        var pieces: Int32 = 0
        var parent: Int32 = -1
        var child: Int32 = -1
        var sibling: Int32 = -1
        /// The number of the shape of lines that end here, -1 where a value follows.
        var shape: Int32 = -1
        /// How deep the value lies, and whether an object or array there is skipped as a whole.
        var depth: UInt8 = 0
        var skipsObjects = false
        var skipsArrays = false
    }

    // No memory before the first shape.
    private var nodes = Slots<Node>()
    private var nodeCount = 1
    private var glue = Slots<Glue>()
    private var glueCount = 0
    private var linesFound = 0

    /// The values of the line read last, in its order; strings without their quotes.
    private(set) var values = Slots(maximumValues, of: Part.none)
    /// One bit a value: strings, those of them with escapes, and `null`, arrays and objects.
    private(set) var quoted: UInt64 = 0
    private(set) var escaped: UInt64 = 0
    private(set) var empty: UInt64 = 0

    /// The number of the shape of the line at `line`, whose values are then in `values`; -1 where it has
    /// no known shape.
    mutating func find(_ text: Span<UInt8>, _ line: Part) -> Int {
        guard !nodes.isEmpty, text.count >= 16 else { return -1 }
        (quoted, escaped, empty) = (0, 0, 0)
        var quoted: UInt64 = 0
        var (index, at, slot) = (Int(nodes[0].child), line.start, 0)
        while index >= 0 {
            guard matches(index, text, at) else {
                index = Int(nodes[index].sibling)
                continue
            }
            let start = at &+ Int(nodes[index].length)
            let first = text.byte(at: start)
            if first == 0x22 {
                var end = text.plainStringEnd(from: start &+ 1, before: line.end)
                if end < 0 { end = escapedEnd(text, start, line.end, slot) }
                guard end >= 0 else { return -1 }
                values[slot] = Part(start &+ 1, end)
                quoted |= 1 &<< UInt64(truncatingIfNeeded: slot)
                at = end &+ 1
            } else if nodes[index].shape >= 0 {
                if start == line.end {
                    self.quoted = quoted
                    return found(index)
                }
                index = Int(nodes[index].sibling)
                continue
            } else {
                // An object's values may be known to another node.
                if first == 0x7B, !nodes[index].skipsObjects {
                    index = Int(nodes[index].sibling)
                    continue
                }
                at = scalarEnd(text, start, line.end, index, slot)
                guard at > start else { return -1 }
                values[slot] = Part(start, at)
            }
            slot &+= 1
            index = Int(nodes[index].child)
        }
        return -1
    }

    /// Whether the bytes of the node stand at `start`. They hold no line end, so that what matches lies in
    /// one line.
    @inline(__always)
    private func matches(_ index: Int, _ text: Span<UInt8>, _ start: Int) -> Bool {
        let first = nodes[index].start
        guard ((text.vector(at: start) ^ first.bytes) & first.mask).isZero else { return false }
        let pieces = Int(nodes[index].pieces)
        guard pieces > 0 else { return true }
        var (at, rest) = (start, Int(nodes[index].rest))
        let end = rest &+ pieces
        while rest < end {
            at &+= 16
            let piece = glue[rest]
            guard ((text.vector(at: at) ^ piece.bytes) & piece.mask).isZero else { return false }
            rest &+= 1
        }
        return true
    }

    /// The shape of the lines that end at the node. Now and then the nodes on the way to it move before
    /// the ones in front of them, so that what is frequent is found first.
    @inline(__always)
    private mutating func found(_ leaf: Int) -> Int {
        linesFound &+= 1
        if linesFound & 15 == 0 { moveUp(leaf) }
        return Int(nodes[leaf].shape)
    }

    @inline(never)
    private mutating func moveUp(_ leaf: Int) {
        var index = leaf
        while index > 0 {
            let parent = Int(nodes[index].parent)
            var (before, other) = (-1, Int(nodes[parent].child))
            while other != index, Int(nodes[other].sibling) != index {
                (before, other) = (other, Int(nodes[other].sibling))
            }
            if other != index {
                nodes[other].sibling = nodes[index].sibling
                nodes[index].sibling = Int32(other)
                if before < 0 {
                    nodes[parent].child = Int32(index)
                } else {
                    nodes[before].sibling = Int32(index)
                }
            }
            index = parent
        }
    }
}

// Values that are no plain strings.
extension ShapeTree {
    /// The closing quote of the string at `start`, which has escapes; -1 where it has no end in its line.
    @inline(never)
    private mutating func escapedEnd(
        _ text: Span<UInt8>, _ start: Int, _ end: Int, _ slot: Int
    ) -> Int {
        escaped |= 1 << UInt64(slot)
        var scanner = JSONScanner(at: start)
        do throws(RowError) {
            return try scanner.string(text.extracting(0..<end)).range.upperBound
        } catch {
            return -1
        }
    }

    /// Behind the value at `start`, which is no string; `start` where it is none at all.
    @inline(never)
    private mutating func scalarEnd(
        _ text: Span<UInt8>, _ start: Int, _ end: Int, _ index: Int, _ slot: Int
    ) -> Int {
        // Most are `null` or digits.
        if UInt32(truncatingIfNeeded: text.word(at: start)) == 0x6C6C_756E, start &+ 4 <= end {
            empty |= 1 << UInt64(slot)
            return start &+ 4
        }
        var at = start
        while at < end, text[at] &- 0x30 < 10 { at &+= 1 }
        let isWhole = at > start && (text[start] != 0x30 || at == start &+ 1)
        if isWhole, at < end, text[at] == 0x2C || text[at] == 0x7D { return at }
        guard start < end, text[start] > 0x20 else { return start }
        let line = text.extracting(0..<end)
        var scanner = JSONScanner(at: start)
        do throws(RowError) {
            switch try scanner.kind(line) {
            case .number: _ = try scanner.number(line)
            case .literal: _ = try scanner.literal(line)
            case .object where nodes[index].skipsObjects, .array where nodes[index].skipsArrays:
                try scanner.skip(line, depth: Int(nodes[index].depth))
                empty |= 1 << UInt64(slot)
            default: return start
            }
        } catch {
            return start
        }
        return scanner.at
    }
}

// Learning; every shape once.
extension ShapeTree {
    /// Whether a shape of `count` values in a line of `length` bytes still has room.
    func hasRoom(for count: Int, length: Int) -> Bool {
        nodeCount + count + 1 <= Self.maximumNodes
            && glueCount + length / 16 <= Self.maximumGlue
    }

    /// Forgets all shapes.
    mutating func removeAll() {
        if !nodes.isEmpty { nodes[0] = Node() }
        (nodeCount, glueCount) = (1, 0)
    }

    /// Adds the shape of the line at `line`, whose values lie at the ranges of `lesson`, from the start
    /// of the line. There is room for it.
    mutating func add(_ shape: Int, _ text: Span<UInt8>, _ line: Part, _ lesson: [ShapeValue]) {
        if nodes.isEmpty {
            nodes = Slots(Self.maximumNodes, of: Node())
            glue = Slots(Self.maximumGlue, of: Glue())
        }
        var (node, at) = (0, line.start)
        for value in lesson {
            var next = Node()
            next.depth = UInt8(truncatingIfNeeded: value.depth)
            next.skipsObjects = value.skipsObjects
            next.skipsArrays = value.skipsArrays
            node = add(next, below: node, text, Part(at, line.start + value.range.lowerBound))
            at = line.start + value.range.upperBound
        }
        var last = Node()
        last.shape = Int32(shape)
        _ = add(last, below: node, text, Part(at, line.end))
    }

    /// The child of `parent` with the bytes at `part`; the one that is there, or `node`.
    private mutating func add(
        _ node: Node, below parent: Int, _ text: Span<UInt8>, _ part: Part
    ) -> Int {
        var known = Int(nodes[parent].child)
        while known >= 0 {
            let other = nodes[known]
            if Int(other.length) == part.count, (other.shape < 0) == (node.shape < 0),
                matches(known, text, part.start)
            {
                return known
            }
            known = Int(other.sibling)
        }
        var node = node
        node.start = Self.glue(text, part, from: part.start)
        node.length = Int32(part.count)
        node.parent = Int32(parent)
        node.rest = Int32(glueCount)
        for at in stride(from: part.start + 16, to: part.end, by: 16) {
            glue[glueCount] = Self.glue(text, part, from: at)
            glueCount += 1
        }
        node.pieces = Int32(glueCount) - node.rest
        node.sibling = nodes[parent].child
        nodes[nodeCount] = node
        nodes[parent].child = Int32(nodeCount)
        nodeCount += 1
        return nodeCount - 1
    }

    private static func glue(_ text: Span<UInt8>, _ part: Part, from start: Int) -> Glue {
        let count = min(16, part.end - start)
        return Glue(
            bytes: text.vector(at: start).prefix(count),
            mask: Bytes16(repeating: 0xFF).prefix(count))
    }
}
