import ByteIO
import Rows

/// Events as JSON objects, one a line, in one of the dialects.
///
/// `{"type":"track","event":"add_to_cart","anonymousId":"v1","timestamp":"2026-11-20T08:00:00Z"}`.
/// Keys are compared in lower case without `_ - . @` and blanks, nested or flat; unmapped scalars
/// become `props` under their dotted names.
struct JSONEvents: Sendable {
    /// More different paths than this are forgotten between two records: a log with ids for keys must
    /// not grow the tree for ever.
    private static let keptNodes = 2048
    static let maximumKeys = 4096

    let names: FieldNames
    var tree = KeyTree(root: FieldNames.Meaning())
    /// What each node of the tree is for.
    var roles: [Role] = [Role(FieldNames.Meaning())]
    /// The objects entered, and the last node met in each, -1 for none.
    var stack: [(node: Int, last: Int)] = []
    private var record = 0
    private var keyCount = 0
    /// What of the line last read is several events, which are to be read one by one.
    enum Many: Sendable {
        /// The array of `batch`, and of other names.
        case segment(Range<Int>), records(Range<Int>)
        /// Objects one behind another.
        case objects
    }

    var batch: Many?
    /// Whether to note how the line is read, for `lesson`.
    var isTeaching = false
    /// How the line last read was read, where that was wanted.
    var lesson = ShapeLesson()

    /// The part of a meaning that is looked at for every value; copying a whole one would count
    /// references.
    struct Role: Sendable {
        let field: EventField?
        let priority: Int
        let number: Int
        let keepsDisplaced: Bool
        let hasOthers: Bool
        let isProperty: Bool
        let isEntered: Bool

        init(_ meaning: FieldNames.Meaning) {
            field = meaning.field
            priority = meaning.priority
            number = meaning.number
            keepsDisplaced = meaning.field?.keepsDisplaced ?? false
            hasOthers = !meaning.others.isEmpty
            isProperty = meaning.isProperty
            isEntered = meaning.isEntered
        }
    }

    /// Whether agents are percent-encoded.
    let encodesAgents: Bool

    init(_ dialect: Dialect, options: DecodeOptions) {
        if case .vendor(let format) = dialect {
            encodesAgents = format.encodesAgents
        } else {
            encodesAgents = false
        }
        names = FieldNames(dialect, options: options)
    }

    /// Reads the object that `line` holds into `draft`, unless that is a `batch`.
    ///
    /// `sentAt` is what the batch around it says.
    mutating func decode(
        _ line: Span<UInt8>, sentAt: [UInt8] = [], _ filler: inout EventFiller,
        into draft: inout EventDraft
    ) throws(RowError) {
        filler.begin()
        try scan(line, &filler)
        // What has a time of its own is an event that has such an array.
        if case .records = batch, filler.fields.has(.time) { batch = nil }
        guard batch == nil else { return }
        // Caddy leaves out headers that a request did not have.
        if names.dialect == .caddy { filler.hasAgentField = true }
        if !sentAt.isEmpty, !filler.fields.has(.sent) {
            let start = filler.own.count
            filler.own += sentAt
            filler.offerOwn(.sent, from: start)
        }
        try fill(&draft, from: line, &filler)
    }

    /// The key paths met so far, dotted.
    var seenKeys: [String] { tree.nodes.dropFirst().map(\.meaning.keyPath) }

    mutating func fill(
        _ draft: inout EventDraft, from line: Span<UInt8>, _ filler: inout EventFiller
    ) throws(RowError) {
        try filler.fill(&draft, from: line, as: names.dialect)
    }
}

// One pass over the text: every key is recognised, every wanted value noted.
extension JSONEvents {
    /// Offers the values of the object that `line` is.
    private mutating func scan(
        _ line: Span<UInt8>, _ filler: inout EventFiller
    ) throws(RowError) {
        try scanInside(line, 0..<line.count, &filler)
    }

    /// Offers the values of the object that stands in `line` at `range`.
    mutating func scanInside(
        _ whole: Span<UInt8>, _ range: Range<Int>, _ filler: inout EventFiller
    ) throws(RowError) {
        let line = whole.extracting(0..<range.upperBound)
        var scanner = JSONScanner(at: range.lowerBound)
        begin(&filler)
        try scanner.expect(0x7B, line)
        stack.append((0, -1))
        var isFirst = true
        while !stack.isEmpty {
            if scanner.peek(line) == 0x7D {
                scanner.at += 1
                stack.removeLast()
                isFirst = false
                continue
            }
            if !isFirst { try scanner.expect(0x2C, line) }
            isFirst = try member(&scanner, line, &filler)
        }
        if scanner.peek(line) == 0x7B, range == 0..<whole.count {
            batch = .objects
            return
        }
        guard scanner.peek(line) == 0, scanner.at == line.count else { throw scanner.failure(line) }
    }

    private mutating func begin(_ filler: inout EventFiller) {
        stack.removeAll(keepingCapacity: true)
        record += 1
        keyCount = 0
        batch = nil
        if isTeaching { lesson = ShapeLesson() }
        guard tree.nodes.count > Self.keptNodes else { return }
        tree = KeyTree(root: FieldNames.Meaning())
        roles = [Role(FieldNames.Meaning())]
        filler.forgetProperties()
    }

    /// Reads one key and its value; true where the value is an object that was entered.
    private mutating func member(
        _ scanner: inout JSONScanner, _ line: Span<UInt8>, _ filler: inout EventFiller
    ) throws(RowError) -> Bool {
        guard scanner.peek(line) == 0x22 else { throw scanner.failure(line) }
        let (parent, last) = stack[stack.count - 1]
        var length = 0
        var node = tree.expected(
            below: parent, after: last, in: line, at: scanner.at, length: &length)
        if node >= 0 {
            scanner.at += length
            try count(node, &filler)
        } else {
            let key = try scanner.string(line)
            try scanner.expect(0x3A, line)
            node = try self.node(
                line.extracting(key.range), hasEscapes: key.hasEscapes, below: parent, &filler)
            // A key with escapes is not found by its bytes alone.
            if !key.hasEscapes { tree.learn(node, below: parent, after: last) }
        }
        stack[stack.count - 1].last = node
        return try value(of: node, &scanner, line, &filler)
    }

    /// One more key of the record.
    private mutating func count(_ node: Int, _ filler: inout EventFiller) throws(RowError) {
        keyCount += 1
        guard keyCount <= Self.maximumKeys else {
            throw RowError(.tooBig, "over \(Self.maximumKeys) keys")
        }
        if !tree.meet(node, in: record) { filler.notes.insert(.duplicateKey) }
    }

    /// The node of a key below `parent`; the key counts.
    mutating func node(
        _ key: Span<UInt8>, hasEscapes: Bool, below parent: Int, _ filler: inout EventFiller
    ) throws(RowError) -> Int {
        let node: Int
        if let known = tree.child(of: parent, key: key) {
            node = known
        } else {
            var name: [UInt8] = []
            if hasEscapes {
                try JSONText.appendPlain(key, to: &name, notes: &filler.notes)
            } else {
                name.append(key)
            }
            var meaning = names.meaning(of: name.span.text, below: tree.nodes[parent].meaning)
            if meaning.isProperty || meaning.field?.mayBeProperty == true {
                meaning.number = filler.properties.key(meaning.property)
            }
            node = tree.add(key, below: parent, meaning: meaning)
            roles.append(Role(meaning))
        }
        try count(node, &filler)
        return node
    }
}
