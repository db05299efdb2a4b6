import ByteIO

/// Reads JSON lines by their shapes, which it learns from the decoder.
struct JSONShapes: ~Copyable, Sendable {
    private static let maximumShapes = 1 << 10
    private static let maximumEntries = 1 << 13

    /// A field, and which value of the line is its best-named one.
    struct Source: BitwiseCopyable, Sendable {
        var field = EventField.time
        var slot: UInt8 = 0
        /// There is a value under another name too, which counts where this one is missing.
        var hasOthers = false
    }

    /// A property, and its key as `,"name":` in `keys`.
    struct Property: BitwiseCopyable, Sendable {
        var key = Part.none
        var slot: UInt8 = 0
        /// The value tells a person by its name.
        var isHidden = false
        /// A value that a better-named one displaced, which is kept as a text.
        var isDisplaced = false
    }

    struct Shape: BitwiseCopyable, Sendable {
        var sources = Part.none
        var properties = Part.none
        /// Values that are needed, one bit each.
        var wanted: UInt64 = 0
        /// Fields that have a value, one bit each.
        var present: UInt64 = 0
        /// Whether lines of this shape can be read by it.
        var isPlain = false
    }

    private static var hiddenValue: Part { Part(0, 13) }
    /// Behind the keys, so that vectors can be loaded anywhere.
    private static var padding: [UInt8] { [UInt8](repeating: 0, count: 16) }

    private var tree = ShapeTree()
    // No memory before the first shape.
    private var shapes = Slots<Shape>()
    private var shapeCount = 0
    private var sources = Slots<Source>()
    private var sourceCount = 0
    private var properties = Slots<Property>()
    private var propertyCount = 0
    /// The keys, behind what stands for a hidden value.
    private var keys = Array(":\"[redacted]\"".utf8) + padding
    /// The shape of the line read last.
    private var shape = Shape()
    private var pace = LearningPace()
    private let isSegment: Bool
    private let isHidden: @Sendable (Span<UInt8>) -> Bool

    /// `isHidden` says of a property's name whether its values are not to be written.
    init(isSegment: Bool, isHidden: @escaping @Sendable (Span<UInt8>) -> Bool) {
        self.isSegment = isSegment
        self.isHidden = isHidden
    }

    /// Whether the shape of a line that has none yet should be learned.
    var isEager: Bool { pace.isEager }

    /// Finds the fields of the line at `line`; false where it has no known shape, or a value that does
    /// not stand for itself.
    mutating func read(
        _ text: Span<UInt8>, _ line: Part, _ fields: inout PlainFields, isUnknown: inout Bool
    ) -> Bool {
        let number = tree.find(text, line)
        guard number >= 0 else {
            isUnknown = true
            return false
        }
        pace.countUse()
        shape = shapes[number]
        guard shape.isPlain, tree.escaped & shape.wanted == 0 else { return false }
        fields.present = shape.present
        var index = shape.sources.start
        while index < shape.sources.end {
            let source = sources[index]
            let part = tree.values[Int(source.slot)]
            fields.parts[source.field.index] = part
            if text.isMissing(part) {
                if source.hasOthers || text.isPlaceholder(part) { return false }
                fields.remove(source.field)
            }
            index &+= 1
        }
        return true
    }

    /// Appends the properties of the line read last as a JSON object, nothing where there are none;
    /// false where they take more than all properties may.
    @_lifetime(row: copy row)
    mutating func appendProperties(_ text: Span<UInt8>, to row: inout RowBuilder) -> Bool {
        let start = row.count
        let keys = keys.span
        var index = shape.properties.start
        while index < shape.properties.end {
            let property = properties[index]
            index &+= 1
            let bit: UInt64 = 1 &<< UInt64(property.slot)
            guard tree.empty & bit == 0 else { continue }
            row.append(keys, property.key)
            guard !property.isHidden else {
                row.append(keys, Self.hiddenValue)
                continue
            }
            let part = tree.values[Int(property.slot)]
            guard !property.isDisplaced else {
                if text.isMissing(part) || ClientAddress.isOnly(text, part) { return false }
                row.append(0x3A)
                row.append(0x22, checking: text, part)
                row.append(0x22)
                continue
            }
            let isQuoted = tree.quoted & bit != 0
            // Whether an address is written depends on the name.
            if isQuoted, ClientAddress.isOnly(text, part) { return false }
            row.append(
                0x3A, checking: text, isQuoted ? Part(part.start &- 1, part.end &+ 1) : part)
        }
        guard row.count > start else { return true }
        row.replace(at: start, with: 0x7B)
        row.append(0x7D)
        return row.count &- start <= PropertyList.maximumBytes
    }
}

// Learning.
extension JSONShapes {
    /// Learns the shape of the line at `line`, in which the decoder found `lesson`; `list` has the
    /// names of its properties.
    mutating func learn(
        _ text: Span<UInt8>, _ line: Part, _ lesson: ShapeLesson, _ list: PropertyList
    ) {
        pace.countLesson()
        let count = lesson.values.count
        guard count <= ShapeTree.maximumValues else { return }
        if !tree.hasRoom(for: count, length: line.count) || shapeCount == Self.maximumShapes
            || max(sourceCount, propertyCount) + count > Self.maximumEntries
        {
            forget()
            guard tree.hasRoom(for: count, length: line.count) else { return }
        }
        if shapes.isEmpty {
            shapes = Slots(Self.maximumShapes, of: Shape())
            sources = Slots(Self.maximumEntries, of: Source())
            properties = Slots(Self.maximumEntries, of: Property())
        }
        shapes[shapeCount] = shape(of: lesson, list)
        tree.add(shapeCount, text, line, lesson.values)
        shapeCount += 1
    }

    private mutating func forget() {
        tree.removeAll()
        (shapeCount, sourceCount, propertyCount) = (0, 0, 0)
        keys.removeSubrange(Self.hiddenValue.end...)
        keys += Self.padding
    }

    private mutating func shape(of lesson: ShapeLesson, _ list: PropertyList) -> Shape {
        var shape = Shape(isPlain: lesson.isPlain)
        let (firstSource, firstProperty) = (sourceCount, propertyCount)
        var slots: [EventField: Int] = [:]
        var members: [(slot: Int, number: Int, isDisplaced: Bool)] = []
        for (slot, value) in lesson.values.enumerated() {
            if let field = value.field {
                shape.wanted |= 1 << UInt64(slot)
                if let other = slots[field] {
                    let best = lesson.values[other].priority
                    // Equal ones are one key twice.
                    if best == value.priority { shape.isPlain = false }
                    let loser = best < value.priority ? slot : other
                    if field.keepsDisplaced {
                        members.append((loser, lesson.values[loser].property, true))
                    }
                    if loser == slot { continue }
                }
                slots[field] = slot
            } else if value.property >= 0 {
                shape.wanted |= 1 << UInt64(slot)
                members.append((slot, value.property, false))
            }
        }
        for (field, slot) in slots.sorted(by: { $0.value < $1.value }) {
            guard !isNeedless(field, beside: slots) else { continue }
            let hasOthers =
                lesson.values.count { $0.field == field } > 1
                || field == .url && slots[.page] != nil
            sources[sourceCount] = Source(
                field: field, slot: UInt8(slot), hasOthers: hasOthers)
            sourceCount += 1
            shape.present |= PlainFields.bit(field)
        }
        members.sort { list.rank(of: $0.number) < list.rank(of: $1.number) }
        for (index, member) in members.enumerated() {
            if index > 0, members[index - 1].number == member.number { shape.isPlain = false }
            add(member.number, in: member.slot, isDisplaced: member.isDisplaced, &shape, list)
        }
        shape.sources = Part(firstSource, sourceCount)
        shape.properties = Part(firstProperty, propertyCount)
        return shape
    }

    /// Whether a field says nothing where another one, which has to be there, does.
    private func isNeedless(_ field: EventField, beside slots: [EventField: Int]) -> Bool {
        switch field {
        case .page: slots[.url] != nil
        case .original, .sent: isSegment && slots[.time] != nil
        default: false
        }
    }

    private mutating func add(
        _ number: Int, in slot: Int, isDisplaced: Bool, _ shape: inout Shape, _ list: PropertyList
    ) {
        keys.removeLast(Self.padding.count)
        let start = keys.count
        keys.append(0x2C)
        keys += list.writtenName(of: number)
        let end = keys.count
        keys += Self.padding
        // A row writes backslashes and control bytes in its own way.
        if !keys.span.extracting(start..<end).hasNoControl(or: 0x5C) { shape.isPlain = false }
        properties[propertyCount] = Property(
            key: Part(start, end), slot: UInt8(slot),
            isHidden: isHidden(list.name(of: number)), isDisplaced: isDisplaced)
        propertyCount += 1
    }
}
