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
        /// The first 16 bytes; the others are `rest` up to `restEnd` of `glue`.
        var start = Glue()
        var length = 0
        var rest: Int32 = 0
        var restEnd: Int32 = 0
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
        // Of the line: a node that was found behind another one.
        var (late, first, above) = (-1, -1, -1)
        var (parent, at, slot) = (0, line.start, 0)
        var (quoted, escaped, empty, bit) = (UInt64(0), UInt64(0), UInt64(0), UInt64(1))
        var shape = -1
        while true {
            var (index, before) = (Int(nodes[parent].child), -1)
            var start = at
            while index >= 0 {
                let node = nodes[index]
                if matches(node, text, at) {
                    start = at &+ node.length
                    if node.shape >= 0 {
                        if start == line.end { break }
                    } else if text[start] != 0x7B || node.skipsObjects {
                        break
                    }
                }
                before = index
                index = Int(node.sibling)
            }
            guard index >= 0 else { return -1 }
            if before >= 0 { (late, first, above) = (index, before, parent) }
            if start >= line.end {
                shape = Int(nodes[index].shape)
                break
            }
            if text[start] == 0x22 {
                let end = stringEnd(text, start &+ 1, line.end, &escaped, bit)
                guard end < line.end else { return -1 }
                quoted |= bit
                values[slot] = Part(start &+ 1, end)
                at = end &+ 1
            } else {
                let end = scalarEnd(text, start, line.end, index, &empty, bit)
                guard end > start else { return -1 }
                values[slot] = Part(start, end)
                at = end
            }
            (parent, slot, bit) = (index, slot &+ 1, bit &<< 1)
        }
        if late >= 0 { moveUp(late, behind: first, below: above) }
        (self.quoted, self.escaped, self.empty) = (quoted, escaped, empty)
        return shape
    }

    /// Moves a node that was found before the one in front of it, so that what is frequent comes first.
    @inline(never)
    private mutating func moveUp(_ node: Int, behind other: Int, below parent: Int) {
        guard nodes[parent].child == other else {
            moveUpLater(node, behind: other, below: parent)
            return
        }
        nodes[parent].child = Int32(node)
        nodes[other].sibling = nodes[node].sibling
        nodes[node].sibling = Int32(other)
    }

    private mutating func moveUpLater(_ node: Int, behind other: Int, below parent: Int) {
        var before = Int(nodes[parent].child)
        while Int(nodes[before].sibling) != other { before = Int(nodes[before].sibling) }
        nodes[before].sibling = Int32(node)
        nodes[other].sibling = nodes[node].sibling
        nodes[node].sibling = Int32(other)
    }

    /// Whether the bytes of `node` stand at `start`. They hold no line end, so that what matches lies in
    /// one line.
    @inline(__always)
    private func matches(_ node: Node, _ text: Span<UInt8>, _ start: Int) -> Bool {
        guard ((text.vector(at: start) ^ node.start.bytes) & node.start.mask).isZero else {
            return false
        }
        var (at, index) = (start, node.rest)
        while index < node.restEnd {
            at &+= 16
            let piece = glue[Int(index)]
            guard ((text.vector(at: at) ^ piece.bytes) & piece.mask).isZero else { return false }
            index &+= 1
        }
        return true
    }
}

// Values.
extension ShapeTree {
    /// The closing quote of the string whose inside begins at `start`; `end` or more where it has none.
    @inline(__always)
    private func stringEnd(
        _ text: Span<UInt8>, _ start: Int, _ end: Int, _ escaped: inout UInt64, _ bit: UInt64
    ) -> Int {
        let stop = text.first(0x22, 0x5C, from: start, before: end)
        guard stop < end, text[stop] == 0x5C else { return stop }
        escaped |= bit
        return Self.escapedEnd(text, start, end)
    }

    @inline(never)
    private static func escapedEnd(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        var scanner = JSONScanner(at: start - 1)
        do throws(RowError) {
            return try scanner.string(text.extracting(0..<end)).range.upperBound
        } catch {
            return end
        }
    }

    /// Behind the value at `start`, which is no string; `start` where it is none at all.
    @inline(__always)
    private func scalarEnd(
        _ text: Span<UInt8>, _ start: Int, _ end: Int, _ node: Int, _ empty: inout UInt64,
        _ bit: UInt64
    ) -> Int {
        // Most are `null` or digits.
        if UInt32(truncatingIfNeeded: text.word(at: start)) == 0x6C6C_756E, start &+ 4 <= end {
            empty |= bit
            return start &+ 4
        }
        var at = start
        while at < end, text[at] &- 0x30 < 10 { at &+= 1 }
        let isWhole = at > start && (text[start] != 0x30 || at == start &+ 1)
        if isWhole, at < end, text[at] == 0x2C || text[at] == 0x7D { return at }
        return rareEnd(text, start, end, nodes[node], &empty, bit)
    }

    @inline(never)
    private func rareEnd(
        _ text: Span<UInt8>, _ start: Int, _ end: Int, _ node: Node, _ empty: inout UInt64,
        _ bit: UInt64
    ) -> Int {
        guard text[start] > 0x20 else { return start }
        let line = text.extracting(0..<end)
        var scanner = JSONScanner(at: start)
        do throws(RowError) {
            switch try scanner.kind(line) {
            case .number: _ = try scanner.number(line)
            case .literal: _ = try scanner.literal(line)
            case .object where node.skipsObjects, .array where node.skipsArrays:
                try scanner.skip(line, depth: Int(node.depth))
                empty |= bit
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
            if other.length == part.count, (other.shape < 0) == (node.shape < 0),
                holds(other, text, part.start)
            {
                return known
            }
            known = Int(other.sibling)
        }
        var node = node
        node.start = Self.glue(text, part, from: part.start)
        node.length = part.count
        node.rest = Int32(glueCount)
        for at in stride(from: part.start + 16, to: part.end, by: 16) {
            glue[glueCount] = Self.glue(text, part, from: at)
            glueCount += 1
        }
        node.restEnd = Int32(glueCount)
        node.sibling = nodes[parent].child
        nodes[nodeCount] = node
        nodes[parent].child = Int32(nodeCount)
        nodeCount += 1
        return nodeCount - 1
    }

    private func holds(_ node: Node, _ text: Span<UInt8>, _ start: Int) -> Bool {
        var isEqual = ((text.vector(at: start) ^ node.start.bytes) & node.start.mask).isZero
        for index in node.rest..<node.restEnd {
            let piece = glue[Int(index)]
            let bytes = text.vector(at: start + 16 * (Int(index - node.rest) + 1))
            isEqual = isEqual && ((bytes ^ piece.bytes) & piece.mask).isZero
        }
        return isEqual
    }

    private static func glue(_ text: Span<UInt8>, _ part: Part, from start: Int) -> Glue {
        let count = min(16, part.end - start)
        return Glue(
            bytes: text.vector(at: start).prefix(count),
            mask: Bytes16(repeating: 0xFF).prefix(count))
    }
}
