/// Which keys of a record mean which field, and which become properties.
///
/// Keys are compared in lower case without `_ - . @` and blanks, nested or flat.
struct FieldNames: Sendable {
    /// What a key means below its parents. Made once for every path of keys.
    struct Meaning: Sendable {
        /// The keys from the top, folded; decides the field.
        var path = ""
        /// The keys as logged, joined by dots; with wrappers, for messages.
        var keyPath = ""
        /// The name as a property: the keys as logged, joined by dots, wrappers removed.
        var property = ""
        var field: EventField?
        /// Further fields of this key, which only a mapping gives.
        var others: [EventField] = []
        var priority = Int.max
        /// Whether the value is kept as a property.
        var isProperty = false
        /// Whether arrays and objects are kept whole.
        var isWhole = false
        var isWrapper = false
        /// Whether an object here is looked into.
        var isEntered = true
        /// Whether a mapping gave the field.
        var isMapped = false
        /// Whether an array here holds events.
        var isBatch = false
        /// Whether an array here holds GA4's parameters.
        var isParameterList = false
        /// The property's number, once it has one.
        var number = -1
    }

    let dialect: Dialect
    private var fields: [String: (field: EventField, priority: Int)] = [:]
    private var mapped: [String: [EventField]] = [:]
    private var properties: [String: String] = [:]
    private var forgotten: Set<EventField> = []
    private let selection: DecodeOptions.Selection

    init(_ dialect: Dialect, options: DecodeOptions) {
        self.dialect = dialect
        selection = options.properties
        for (field, keys) in dialect.names {
            for (priority, key) in keys.enumerated() {
                fields[Self.folded(key)] = (field, priority)
            }
        }
        take(options.mapping)
    }

    /// A mapped target has no other names.
    private mutating func take(_ mapping: FieldMapping) {
        for (target, source) in mapping.sources {
            switch (target, source) {
            case (.field(let field), .key(let key)):
                forget(field)
                mapped[Self.folded(key), default: []].append(field)
            case (.field(let field), .constant): forget(field)
            case (.property(let name), .key(let key)): properties[Self.folded(key)] = name
            case (.property, .constant): break
            }
        }
        for key in mapped.keys { mapped[key]?.sort { $0.rawValue < $1.rawValue } }
    }

    private mutating func forget(_ field: EventField) {
        // An address is looked for under its other names where the mapped one has none.
        guard field != .address else {
            for (key, known) in fields where known.field == .address {
                fields[key]?.priority = known.priority + 1
            }
            return
        }
        let group = FieldMapping.durations.contains(field) ? FieldMapping.durations : [field]
        forgotten.formUnion(group)
        fields = fields.filter { !group.contains($0.value.field) }
    }

    /// Whether a mapping says what `field` is, so that no other name counts.
    func isForgotten(_ field: EventField) -> Bool { forgotten.contains(field) }

    static func folded(_ key: String) -> String {
        var folded: [UInt8] = []
        folded.reserveCapacity(key.utf8.count)
        for byte in key.utf8 {
            switch byte {
            case 0x5F, 0x2D, 0x2E, 0x40, 0x20: continue
            case 0x41...0x5A: folded.append(byte | 0x20)
            default: folded.append(byte)
            }
        }
        return String(decoding: folded, as: UTF8.self)
    }

    /// Whether a key means one of `wanted`; for headers.
    func means(_ key: String, _ wanted: Set<EventField>) -> Bool {
        let meaning = meaning(of: key, below: Meaning())
        return ([meaning.field].compactMap(\.self) + meaning.others).contains(
            where: wanted.contains)
    }

    func meaning(of key: String, below parent: Meaning) -> Meaning {
        var meaning = Meaning()
        meaning.path = parent.path + Self.folded(key)
        meaning.keyPath = parent.keyPath.isEmpty ? key : parent.keyPath + "." + key
        meaning.isWrapper = dialect.isWrapper(key, below: parent)
        meaning.isBatch = parent.path.isEmpty && dialect.batchKeys.contains(key)
        meaning.isParameterList = dialect.parameterList == meaning.keyPath
        meaning.property =
            meaning.isWrapper ? "" : parent.property.isEmpty ? key : parent.property + "." + key
        if let fields = mapped[meaning.path] {
            meaning.field = fields.first
            meaning.others = Array(fields.dropFirst())
            meaning.priority = 0
            meaning.isMapped = true
        } else if let known = fields[meaning.path] {
            meaning.field = known.field
            meaning.priority = known.priority
        }
        setProperty(of: &meaning, below: parent)
        meaning.isEntered = isEntered(meaning)
        return meaning
    }

    private func setProperty(of meaning: inout Meaning, below parent: Meaning) {
        if let name = properties[meaning.path] {
            meaning.property = name
            meaning.isProperty = true
            meaning.isWhole = true
            return
        }
        guard meaning.field == nil, !meaning.isWrapper else { return }
        switch selection {
        case .usual: meaning.isProperty = dialect.keepsProperties(below: parent)
        case .all:
            meaning.isProperty = dialect.keepsProperties(below: parent) || dialect.hidesProperties
        case .none: break
        case .named(let names):
            meaning.isProperty = names.contains(meaning.property)
            meaning.isWhole = meaning.isProperty
        }
    }

    /// Segment and GA4 records hold much that nobody asked for; it is skipped as a whole.
    private func isEntered(_ meaning: Meaning) -> Bool {
        guard !meaning.isWhole else { return false }
        if dialect == .flat || meaning.isWrapper || meaning.isProperty { return true }
        if case .named(let names) = selection,
            names.contains(where: { $0.hasPrefix(meaning.property + ".") })
        {
            return true
        }
        return fields.keys.contains { $0.hasPrefix(meaning.path) }
            || mapped.keys.contains { $0.hasPrefix(meaning.path) }
            || properties.keys.contains { $0.hasPrefix(meaning.path) }
    }
}
