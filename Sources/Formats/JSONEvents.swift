import ByteIO
import Touchpoints

/// Events as JSON objects, one a line: the Segment shape, or flat records with the usual key names.
///
/// `{"type":"track","event":"add_to_cart","anonymousId":"v1","timestamp":"2026-11-20T08:00:00Z"}`.
/// Keys are compared in lower case without `_ - . @` and blanks, nested or flat; unmapped scalars
/// become `props` under their dotted names. Source: Segment, "Spec: Common Fields".
struct JSONEvents: Sendable {
    struct Meaning: Sendable {
        /// The keys from the top in lower case without separators; decides the field.
        var path = ""
        /// The keys as logged, joined by dots, wrappers removed: the name in `props`.
        var property = ""
        var field: EventField?
        var priority = Int.max
        /// The property's name as it is written, `"name":`, empty where the value is not kept.
        var written: [UInt8] = []
        var isWrapper = false
        /// Whether an object here is looked into.
        var isEntered = true
    }

    private struct Property {
        var node: Int
        var value: Range<Int>
    }

    private let names: FieldNames
    private var tree = KeyTree(root: Meaning())
    private var fields = EventFields()
    private var properties: [Property] = []
    private var stack: [(node: Int, guess: Int)] = []
    private var scratch: [UInt8] = []

    init(_ names: FieldNames) { self.names = names }

    /// Reads one line into `draft`.
    mutating func decode(_ line: Span<UInt8>, into draft: inout EventDraft) throws(RowError) {
        fields.removeAll()
        properties.removeAll(keepingCapacity: true)
        try scan(line)
        try fill(&draft, from: line)
    }
}

// One pass over the text: every key is recognised, every wanted value noted.
extension JSONEvents {
    private mutating func scan(_ line: Span<UInt8>) throws(RowError) {
        var scanner = JSONScanner()
        stack.removeAll(keepingCapacity: true)
        try scanner.expect(0x7B, line)
        stack.append((0, 0))
        var isFirst = true
        while !stack.isEmpty {
            if scanner.peek(line) == 0x7D {
                scanner.at += 1
                stack.removeLast()
                isFirst = false
                continue
            }
            if !isFirst { try scanner.expect(0x2C, line) }
            isFirst = try member(&scanner, line)
        }
        guard scanner.peek(line) == 0, scanner.at == line.count else { throw scanner.failure(line) }
    }

    /// Reads one key and its value; true where the value is an object that was entered.
    private mutating func member(
        _ scanner: inout JSONScanner, _ line: Span<UInt8>
    ) throws(RowError) -> Bool {
        guard scanner.peek(line) == 0x22 else { throw scanner.failure(line) }
        let key = try scanner.string(line).range
        try scanner.expect(0x3A, line)
        let top = stack.count - 1
        var guess = stack[top].guess
        let names = names
        let node = tree.child(of: stack[top].node, key: line.extracting(key), guess: &guess) {
            names.meaning(of: $1.text, below: $0)
        }
        stack[top].guess = guess
        let kind = try scanner.kind(line)
        guard let node else {
            try scanner.skip(line, depth: stack.count)
            return false
        }
        switch kind {
        case .object where tree.nodes[node].meaning.isEntered:
            guard stack.count < JSONScanner.maximumDepth else {
                throw RowError(.tooDeep, "nested deeper than \(JSONScanner.maximumDepth)")
            }
            scanner.at += 1
            stack.append((node, 0))
            return true
        case .object, .array: try scanner.skip(line, depth: stack.count)
        case .string:
            let (range, hasEscapes) = try scanner.string(line)
            note(node, range, quoted: true, hasEscapes: hasEscapes, line)
        case .number: note(node, try scanner.number(line), quoted: false, hasEscapes: false, line)
        case .literal: note(node, try scanner.literal(line), quoted: false, hasEscapes: false, line)
        }
        return false
    }

    private mutating func note(
        _ node: Int, _ range: Range<Int>, quoted: Bool, hasEscapes: Bool, _ line: Span<UInt8>
    ) {
        // Single members: copying the whole meaning would count references per value.
        if let field = tree.nodes[node].meaning.field {
            guard !isMissing(line.extracting(range)) else { return }
            fields.offer(
                field,
                .init(
                    range: range, hasEscapes: hasEscapes,
                    priority: tree.nodes[node].meaning.priority))
        } else if !tree.nodes[node].meaning.written.isEmpty {
            guard quoted || !line.extracting(range).equals("null") else { return }
            properties.append(
                Property(
                    node: node,
                    value: quoted ? (range.lowerBound - 1)..<(range.upperBound + 1) : range))
        }
    }
}

// From the fields found to the columns.
extension JSONEvents {
    private mutating func fill(
        _ draft: inout EventDraft, from line: Span<UInt8>
    ) throws(RowError) {
        draft.time = try time(line)
        try setURL(line, &draft)
        try copy(.visitor, to: .visitor, line, &draft)
        try copy(.user, to: .user, line, &draft)
        try copy(.eventID, to: .eventID, line, &draft)
        try copy(.session, to: .session, line, &draft)
        try copy(.source, to: .source, line, &draft)
        try copy(.medium, to: .medium, line, &draft)
        try copy(.campaign, to: .campaign, line, &draft)
        if fields.has(.status) {
            try plain(.status, line)
            try WebFields.set(status: scratch.span, in: &draft)
        }
        if fields.has(.address) {
            try plain(.address, line)
            draft.address.append(scratch.span)
        }
        if fields.has(.agent) {
            try plain(.agent, line)
            draft.agent.append(scratch.span)
        }
        try setDuration(line, &draft)
        try setMoney(line, &draft)
        try setLabels(line, &draft)
        try setEvent(line, &draft)
        setProperties(line, &draft)
    }

    /// Puts the decoded value of `field` into `scratch`; empty where there is none.
    private mutating func plain(_ field: EventField, _ line: Span<UInt8>) throws(RowError) {
        scratch.removeAll(keepingCapacity: true)
        let value = fields[field]
        let text = line.extracting(value.range)
        if value.hasEscapes {
            try JSONText.appendPlain(text, to: &scratch)
        } else {
            scratch.append(text)
        }
    }

    private mutating func copy(
        _ field: EventField, to column: EventColumn, _ line: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        let value = fields[field]
        guard value.priority != .max else { return }
        guard value.hasEscapes else {
            draft.set(column, line.extracting(value.range))
            return
        }
        try plain(field, line)
        draft.set(column, scratch.span)
    }

    /// The event's own time; a client clock is corrected by the times of sending and receiving.
    private func time(_ line: Span<UInt8>) throws(RowError) -> Timestamp {
        let received = try moment(.received, line)
        let original = try moment(.original, line)
        let sent = try moment(.sent, line)
        var time = try moment(.time, line)
        if time == nil, let received, let original, let sent, sent >= original {
            time = Timestamp(
                microseconds: received.microseconds - sent.microseconds + original.microseconds)
        }
        guard let found = time ?? received ?? original else {
            throw RowError(.missingField, "no time")
        }
        let allowed: Int64 = 5 * 60 * 1_000_000
        if let received, found.microseconds > received.microseconds + allowed { return received }
        return found
    }

    private func moment(_ field: EventField, _ line: Span<UInt8>) throws(RowError) -> Timestamp? {
        guard fields.has(field) else { return nil }
        let text = line.extracting(fields[field].range)
        guard let time = Timestamp(iso: text) ?? Timestamp(epoch: text) ?? Timestamp(logged: text)
        else { throw RowError(.badTime, "time '\(excerpt(of: text))'") }
        return time
    }

    private mutating func setURL(
        _ line: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        if fields.has(.url) {
            try plain(.url, line)
            WebFields.set(url: scratch.span, in: &draft)
        } else if fields.has(.page) {
            try plain(.page, line)
            WebFields.set(url: scratch.span, in: &draft)
        }
        if fields.has(.site), draft.isEmpty(.site) {
            try plain(.site, line)
            let host = scratch
            draft.set(.site) { WebText.appendHost(host.span, to: &$0) }
        }
        if fields.has(.query) {
            try plain(.query, line)
            WebFields.set(query: scratch.span, in: &draft)
        }
        guard fields.has(.referrer) else { return }
        try plain(.referrer, line)
        WebFields.set(referrer: scratch.span, in: &draft)
    }

    private mutating func setDuration(
        _ line: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        for (field, unit) in [
            (EventField.milliseconds, 1000.0), (.seconds, 1_000_000), (.nanoseconds, 0.001),
        ] where fields.has(field) {
            let text = line.extracting(fields[field].range)
            guard let decimal = Decimal(text) else { return }
            draft.set(.durationMilliseconds) { decimal.appendThousandths(scale: unit, to: &$0) }
            return
        }
    }

    /// `value` as logged where it is a decimal, `currency` and `country` in capitals.
    private mutating func setMoney(
        _ line: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        let value = line.extracting(fields[.value].range)
        if Decimal(value) != nil { draft.set(.value, value) }
        setCode(.currency, length: 3, line, &draft)
        setCode(.country, length: 2, line, &draft)
    }

    private func setCode(
        _ field: EventField, length: Int, _ line: Span<UInt8>, _ draft: inout EventDraft
    ) {
        let text = line.extracting(fields[field].range)
        guard text.count == length else { return }
        for index in text.indices where !(0x41...0x5A).contains(text[index] & 0xDF) { return }
        draft.set(field == .currency ? .currency : .country) {
            for index in text.indices { $0.append(text[index] & 0xDF) }
        }
    }

    /// `channel` and `device` in snake case: `In-store` is `in_store`.
    private mutating func setLabels(
        _ line: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        for (field, column) in [(EventField.channel, EventColumn.channel), (.device, .device)]
        where fields.has(field) {
            try plain(field, line)
            let label = scratch
            draft.set(column) {
                for byte in label {
                    switch byte {
                    case 0x41...0x5A: $0.append(byte | 0x20)
                    case 0x20, 0x2D: $0.append(0x5F)
                    default: $0.append(byte)
                    }
                }
            }
        }
    }

    private mutating func setEvent(
        _ line: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        if names.isSegment, fields.has(.type) {
            let type = line.extracting(fields[.type].range)
            if type.equals("page") || type.equals("screen") {
                draft.set(.event) { $0.append("page_view") }
                if draft.isEmpty(.page), fields.has(.name) {
                    try copy(.name, to: .page, line, &draft)
                }
                return
            }
            try copy(type.equals("track") ? .event : .type, to: .event, line, &draft)
            return
        }
        if fields.has(.event) { return try copy(.event, to: .event, line, &draft) }
        if fields.has(.type) { return try copy(.type, to: .event, line, &draft) }
        guard !draft.isEmpty(.page) else { return }
        guard fields.has(.method) else {
            draft.set(.event) { $0.append("page_view") }
            return
        }
        try plain(.method, line)
        properties.removeAll { tree.nodes[$0.node].meaning.written.isEmpty }
        WebFields.set(method: scratch.span, hasURL: true, in: &draft)
    }

    /// `props`: the kept properties as one JSON object, sorted by name; a name twice: the last wins.
    private mutating func setProperties(_ line: Span<UInt8>, _ draft: inout EventDraft) {
        guard !properties.isEmpty else { return }
        sortProperties()
        let (properties, tree) = (properties, tree)
        draft.set(.props) {
            $0.append(0x7B)
            for (index, property) in properties.enumerated() {
                if index + 1 < properties.count, properties[index + 1].node == property.node {
                    continue
                }
                if $0.last != 0x7B { $0.append(0x2C) }
                $0.append(contentsOf: tree.nodes[property.node].meaning.written)
                $0.append(line.extracting(property.value))
            }
            $0.append(0x7D)
        }
    }

    /// Insertion sort: a record has few properties, mostly in the order of the one before.
    private mutating func sortProperties() {
        for end in 1..<max(properties.count, 1) {
            var place = end
            while place > 0, isBefore(properties[place].node, properties[place - 1].node) {
                properties.swapAt(place, place - 1)
                place -= 1
            }
        }
    }

    private func isBefore(_ left: Int, _ right: Int) -> Bool {
        guard left != right else { return false }
        let (first, second) = (tree.nodes[left].meaning.written, tree.nodes[right].meaning.written)
        return first.span.order(second.span) < 0
    }
}
