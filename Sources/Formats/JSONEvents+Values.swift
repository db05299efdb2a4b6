import ByteIO
import Rows

// What becomes of the value of a key.
extension JSONEvents {
    mutating func value(
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
