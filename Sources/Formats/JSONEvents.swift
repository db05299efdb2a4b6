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

    private let names: FieldNames
    private var tree = KeyTree(root: FieldNames.Meaning())
    /// What each node of the tree is for.
    private var roles: [Role] = [Role(FieldNames.Meaning())]
    /// The objects entered, and the last node met in each, -1 for none.
    private var stack: [(node: Int, last: Int)] = []
    private var record = 0
    private var keyCount = 0
    /// What of the line last read is several events, which are to be read one by one.
    enum Many: Sendable {
        /// The array of `batch`, and of other names.
        case segment(Range<Int>), records(Range<Int>)
        /// Objects one behind another.
        case objects
    }

    private(set) var batch: Many?
    /// Whether to note how the line is read, for `lesson`.
    var isTeaching = false
    /// How the line last read was read, where that was wanted.
    private(set) var lesson = ShapeLesson()

    /// The part of a meaning that is looked at for every value; copying a whole one would count
    /// references.
    private struct Role: Sendable {
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
    private let encodesAgents: Bool

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
    private mutating func node(
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
            if meaning.isProperty || meaning.field?.keepsDisplaced == true {
                meaning.number = filler.properties.key(meaning.property)
            }
            node = tree.add(key, below: parent, meaning: meaning)
            roles.append(Role(meaning))
        }
        try count(node, &filler)
        return node
    }

    private mutating func value(
        of node: Int, _ scanner: inout JSONScanner, _ line: Span<UInt8>,
        _ filler: inout EventFiller
    ) throws(RowError) -> Bool {
        let kind = try scanner.kind(line)
        let start = scanner.at
        switch kind {
        case .object where isWrongTime(node, scanner, line):
            lesson.isPlain = false
            try scanner.skip(line, depth: stack.count)
            note(node, start..<scanner.at, quoted: false, hasEscapes: false, line, &filler)
        case .object where roles[node].isEntered:
            guard stack.count < JSONScanner.maximumDepth else {
                throw RowError(.tooDeep, "nested deeper than \(JSONScanner.maximumDepth)")
            }
            scanner.at += 1
            stack.append((node, -1))
            return true
        case .object: try whole(node, &scanner, line, &filler)
        case .array where !skipsArrays(node):
            lesson.isPlain = false
            if tree.nodes[node].meaning.isBatch {
                let start = scanner.at
                try scanner.skip(line, depth: stack.count)
                let array = start..<scanner.at
                batch = names.dialect == .segment ? .segment(array) : .records(array)
            } else if tree.nodes[node].meaning.isParameterList {
                try parameters(node, &scanner, line, &filler)
            } else {
                try first(node, &scanner, line, &filler)
            }
        case .array: try whole(node, &scanner, line, &filler)
        case .string:
            let (range, hasEscapes) = try scanner.string(line)
            note(node, range, quoted: true, hasEscapes: hasEscapes, line, &filler)
        case .number:
            note(node, try scanner.number(line), quoted: false, hasEscapes: false, line, &filler)
        case .literal:
            note(node, try scanner.literal(line), quoted: false, hasEscapes: false, line, &filler)
        }
        if isTeaching { teach(node, start..<scanner.at, line) }
        return false
    }

    /// Whether the object that begins here stands for a time and holds none: it is told as a wrong time, and
    /// does not pass for a missing one.
    private func isWrongTime(
        _ node: Int, _ scanner: JSONScanner, _ line: Span<UInt8>
    ) -> Bool {
        guard roles[node].field == .time else { return false }
        var inner = scanner
        inner.at += 1
        return inner.peek(line) == 0x7D
    }

    /// Whether an array is let be, or kept as a whole.
    private func skipsArrays(_ node: Int) -> Bool {
        let meaning = tree.nodes[node].meaning
        return !meaning.isBatch && !meaning.isParameterList && meaning.field == nil
    }

    private mutating func teach(_ node: Int, _ range: Range<Int>, _ line: Span<UInt8>) {
        if line[range.lowerBound] == 0x7B,
            lesson.addSkipped(line, range, depth: stack.count)
        {
            return
        }
        let role = roles[node]
        lesson.values.append(
            ShapeValue(
                range: range, depth: stack.count, field: role.field, priority: role.priority,
                property: role.isProperty || role.keepsDisplaced ? role.number : -1,
                skipsObjects: !role.isEntered,
                skipsArrays: skipsArrays(node)))
    }

    /// An array or object that is not looked into; a property where the user named it.
    private mutating func whole(
        _ node: Int, _ scanner: inout JSONScanner, _ line: Span<UInt8>,
        _ filler: inout EventFiller
    ) throws(RowError) {
        let start = scanner.at
        try scanner.skip(line, depth: stack.count)
        guard tree.nodes[node].meaning.isWhole else { return }
        filler.properties.add(
            tree.nodes[node].meaning.number, compacting: line.extracting(start..<scanner.at))
    }

    /// An array whose first element is the value: `"Referer":["https://…"]`.
    private mutating func first(
        _ node: Int, _ scanner: inout JSONScanner, _ line: Span<UInt8>,
        _ filler: inout EventFiller
    ) throws(RowError) {
        var inner = scanner
        let start = scanner.at
        try scanner.skip(line, depth: stack.count)
        inner.at += 1
        switch inner.peek(line) {
        case 0x22, 0x2D, 0x30...0x39: _ = try value(of: node, &inner, line, &filler)
        // A time that is none is told as such, and does not pass for a missing one.
        case _ where roles[node].field == .time:
            note(node, start..<scanner.at, quoted: false, hasEscapes: false, line, &filler)
        default: break
        }
    }

    private mutating func note(
        _ node: Int, _ range: Range<Int>, quoted: Bool, hasEscapes: Bool, _ line: Span<UInt8>,
        _ filler: inout EventFiller
    ) {
        let role = roles[node]
        if let field = role.field {
            if field == .agent { filler.hasAgentField = true }
            guard !filler.isMissing(line.extracting(range), as: field) else { return }
            let form: TextForm =
                hasEscapes ? .json : field == .agent && encodesAgents ? .percent : .plain
            let value = EventFields.Value(
                range: range, form: form, priority: role.priority,
                property: role.number)
            let displaced = filler.fields.offer(field, value)
            if let displaced, role.keepsDisplaced { filler.keepDisplaced(displaced, line) }
            if role.hasOthers {
                for other in tree.nodes[node].meaning.others { filler.fields.offer(other, value) }
            }
        }
        guard role.isProperty else { return }
        if !quoted {
            guard !line.extracting(range).equals("null") else { return }
            filler.properties.add(role.number, written: line.extracting(range))
        } else if hasEscapes {
            filler.addProperty(role.number, line.extracting(range), .json)
        } else {
            filler.properties.add(role.number, text: line.extracting(range))
        }
    }
}

// GA4's parameters: [{"key":"page_location","value":{"string_value":"https://…"}},…].
extension JSONEvents {
    private mutating func parameters(
        _ node: Int, _ scanner: inout JSONScanner, _ line: Span<UInt8>,
        _ filler: inout EventFiller
    ) throws(RowError) {
        var inner = scanner
        try scanner.skip(line, depth: stack.count)
        inner.at += 1
        while inner.peek(line) == 0x7B {
            try parameter(node, &inner, line, &filler)
            guard inner.peek(line) == 0x2C else { return }
            inner.at += 1
        }
    }

    private mutating func parameter(
        _ node: Int, _ scanner: inout JSONScanner, _ line: Span<UInt8>,
        _ filler: inout EventFiller
    ) throws(RowError) {
        var key: (range: Range<Int>, hasEscapes: Bool)?
        var place: JSONScanner?
        scanner.at += 1
        while scanner.peek(line) == 0x22 {
            let name = try scanner.string(line).range
            try scanner.expect(0x3A, line)
            let kind = try scanner.kind(line)
            if kind == .string,
                line.extracting(name).equals("key") || line.extracting(name).equals("name")
            {
                key = try scanner.string(line)
            } else {
                if line.extracting(name).equals("value") { place = scanner }
                try scanner.skip(line, depth: stack.count)
            }
            if scanner.peek(line) == 0x2C { scanner.at += 1 }
        }
        try scanner.expect(0x7D, line)
        guard let key, var place else { return }
        let child = try self.node(
            line.extracting(key.range), hasEscapes: key.hasEscapes, below: node, &filler)
        guard place.peek(line) == 0x7B else {
            if place.peek(line) == 0x22 { _ = try value(of: child, &place, line, &filler) }
            return
        }
        place.at += 1
        while place.peek(line) == 0x22 {
            _ = try place.string(line)
            try place.expect(0x3A, line)
            let kind = try place.kind(line)
            if kind == .string || kind == .number {
                _ = try value(of: child, &place, line, &filler)
                return
            }
            try place.skip(line, depth: stack.count)
            if place.peek(line) == 0x2C { place.at += 1 }
        }
    }
}
