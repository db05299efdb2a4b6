import ByteIO
import Rows

/// From the values found in one record to the columns of an event; shared by all formats.
///
/// A decoder calls `begin`, offers what it finds as ranges of the line, adds properties, and calls
/// `fill`. Values that are no part of the line are appended to `own`.
package struct EventFiller: Sendable {
    var fields = EventFields()
    var properties = PropertyList()
    /// Bytes of values that do not stand in the line; constants first.
    var own: [UInt8] = []
    /// The time, where the decoder has read it already.
    var moment: LoggedTime?
    /// The time of the wrapper around the line, for formats that have none.
    var wrapperTime: LoggedTime?
    var notes: EventNotes = []
    /// Whether the record has a place for an agent, which may be empty.
    var hasAgentField = false
    /// Whether the status is 3xx and not 304.
    var isRedirected = false

    let options: DecodeOptions
    private(set) var rules: FillerRules
    var scratch: [UInt8] = []

    init(options: DecodeOptions) {
        self.options = options
        rules = FillerRules(options, &properties, constants: &own)
    }

    /// Forgets the record before.
    mutating func begin() {
        fields.removeAll()
        properties.removeAll()
        if own.count > rules.constantLength { own.removeSubrange(rules.constantLength...) }
        moment = nil
        notes = []
        isRedirected = false
        hasAgentField = false
    }

    /// Offers the part of `line` at `range` for `field`, unless it is missing.
    mutating func offer(
        _ field: EventField, _ range: Range<Int>, _ line: Span<UInt8>, form: TextForm = .plain,
        priority: Int = 0
    ) {
        guard !isMissing(line.extracting(range), as: field) else { return }
        fields.offer(field, .init(range: range, form: form, priority: priority))
    }

    /// Offers what was appended to `own` from `start` on.
    mutating func offerOwn(_ field: EventField, from start: Int) {
        guard start < own.count else { return }
        fields.offer(field, .init(range: start..<own.count, form: .own, priority: 0))
    }

    /// Fills an empty draft.
    mutating func fill(
        _ draft: inout EventDraft, from line: Span<UInt8>, as dialect: Dialect
    ) throws(RowError) {
        if rules.constantLength > 0 { offerConstants() }
        var moment = try time(line, dialect)
        if dialect.isUTC { moment.isZoned = true }
        draft.time = moment.time
        draft.isZoned = moment.isZoned
        if !moment.isZoned { notes.insert(.tzAssumed) }
        if moment.hasLeapSecond { notes.insert(.leapSecond) }
        try setAddress(line, &draft)
        try setTexts(line, &draft)
        try setPlace(line, &draft, dialect)
        try setNumbers(line, &draft, dialect)
        try setLabels(line, &draft)
        try setEvent(line, &draft, dialect)
        try setIDs(line, &draft, dialect)
        if case .vendor(let format) = dialect { try format.finish?(&self, line, &draft) }
        properties.write(to: &draft)
        draft.notes.formUnion(notes)
    }

    private mutating func offerConstants() {
        for constant in rules.constants {
            fields.offer(
                constant.field, .init(range: constant.range, form: .own, priority: -1))
        }
        for constant in rules.constantProperties {
            properties.add(constant.key, text: Array(own[constant.range]))
        }
    }
}

// Reading values.
extension EventFiller {
    /// Puts the text of `field` into `scratch`; empty where there is none.
    mutating func read(_ field: EventField, _ line: Span<UInt8>) throws(RowError) {
        scratch.removeAll(keepingCapacity: true)
        let value = fields[field]
        if value.form == .own {
            scratch.append(contentsOf: own[value.range])
        } else {
            try FieldText.append(
                line.extracting(value.range), value.form, to: &scratch, notes: &notes)
        }
    }

    /// Gives `column` the text of `field`, where there is one.
    mutating func copy(
        _ field: EventField, to column: EventColumn, _ line: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        guard fields.has(field) else { return }
        let value = fields[field]
        if value.form == .plain {
            draft.setText(column, line.extracting(value.range))
        } else {
            try read(field, line)
            draft.setText(column, scratch.span)
        }
    }

    /// Keeps the text of `field`, where there is one, beside the columns.
    mutating func copy(
        _ field: EventField, to logged: LoggedText, _ line: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        guard fields.has(field) else { return }
        let value = fields[field]
        if value.form == .plain {
            draft.set(logged, line.extracting(value.range))
        } else {
            try read(field, line)
            draft.set(logged, scratch.span)
        }
    }

    /// Keeps a value that its field cannot use as a property, and notes it.
    mutating func keepUnusable(
        _ field: EventField, as column: EventColumn, _ line: Span<UInt8>
    ) throws(RowError) {
        notes.insert(.badValue)
        guard options.properties != .none else { return }
        try read(field, line)
        let number = fields[field].property
        properties.add(number >= 0 ? number : rules.columnKeys[column.rawValue], text: scratch)
    }

    /// Keeps a value that a better-named one displaced as a property.
    mutating func keepDisplaced(_ value: EventFields.Value, _ line: Span<UInt8>) {
        guard value.property >= 0, options.properties == .usual || options.properties == .all
        else { return }
        addProperty(value.property, line.extracting(value.range), value.form)
    }

    /// Adds a property whose text is written in `form`.
    mutating func addProperty(_ number: Int, _ text: Span<UInt8>, _ form: TextForm) {
        scratch.removeAll(keepingCapacity: true)
        do throws(RowError) {
            try FieldText.append(text, form, to: &scratch, notes: &notes)
        } catch {
            preconditionFailure("the scanner lets known escapes through alone: \(error)")
        }
        properties.add(number, text: scratch)
    }

    /// Forgets the names of properties met so far.
    mutating func forgetProperties() {
        properties = PropertyList()
        own.removeAll(keepingCapacity: true)
        rules = FillerRules(options, &properties, constants: &own)
    }

    private mutating func setTexts(
        _ line: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        try copy(.visitor, to: .visitor, line, &draft)
        try copy(.user, to: .user, line, &draft)
        try copy(.session, to: .session, line, &draft)
        try copy(.source, to: .source, line, &draft)
        try copy(.medium, to: .medium, line, &draft)
        try copy(.campaign, to: .campaign, line, &draft)
        if fields.has(.agent) {
            try copy(.agent, to: .agent, line, &draft)
            hasAgentField = true
        }
        if hasAgentField { draft.hasAgentField = true }
    }

    /// The client of the logged address or list of addresses.
    private mutating func setAddress(
        _ line: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        if fields.has(.address) {
            let value = fields[.address]
            if value.form == .plain {
                try Self.setAddress(line.extracting(value.range), &draft)
            } else {
                try read(.address, line)
                try Self.setAddress(scratch.span, &draft)
            }
        }
        if fields.has(.forwarded) { try setForwarded(line, &draft) }
    }

    /// Behind a proxy, whose address is private or not logged, the client is the first public address of those
    /// that were forwarded.
    private mutating func setForwarded(
        _ line: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        guard draft.isEmpty(.address) || ClientAddress.isPrivate(draft[.address]) else { return }
        let proxy = draft.isEmpty(.address) ? [] : draft[.address].copied()
        try read(.forwarded, line)
        var isFound = false
        draft.set(.address) { isFound = ClientAddress.appendPublic(of: scratch.span, to: &$0) }
        guard !isFound else { return }
        guard proxy.isEmpty else { return draft.set(.address, proxy.span) }
        try Self.setAddress(scratch.span, &draft)
    }

    private static func setAddress(
        _ text: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        var isClient = false
        draft.set(.address) { isClient = ClientAddress.append(text, to: &$0) }
        guard isClient else { throw RowError(.badClient, "address '\(excerpt(of: text))'") }
    }

    /// `channel` and `device` in snake case: `In-store` is `in_store`.
    private mutating func setLabels(
        _ line: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        if fields.has(.channel) { try setLabel(.channel, .channel, line, &draft) }
        if fields.has(.device) { try setLabel(.device, .device, line, &draft) }
    }

    private mutating func setLabel(
        _ field: EventField, _ column: EventColumn, _ line: Span<UInt8>,
        _ draft: inout EventDraft
    ) throws(RowError) {
        try read(field, line)
        for index in scratch.indices {
            switch scratch[index] {
            case 0x41...0x5A: scratch[index] |= 0x20
            case 0x20, 0x2D: scratch[index] = 0x5F
            default: break
            }
        }
        draft.setText(column, scratch.span)
    }

    /// Ids that are made of several values.
    private mutating func setIDs(
        _ line: Span<UInt8>, _ draft: inout EventDraft, _ dialect: Dialect
    ) throws(RowError) {
        if fields.has(.eventID) {
            try copy(.eventID, to: .eventID, line, &draft)
        } else if dialect == .cloudEvents, fields.has(.idPart1) {
            try copy(.idPart0, to: .eventID, line, &draft)
            var id = draft.value(.eventID)
            id.append(0x20)
            try read(.idPart1, line)
            id.append(scratch.span)
            draft.setText(.eventID, id.span)
        } else if dialect == .ga4 {
            try setAnalyticsIDs(line, &draft)
        }
    }

    /// GA4 has no id of an event, and its session ids are unique only for a visitor.
    private mutating func setAnalyticsIDs(
        _ line: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        var parts: [UInt8] = []
        for field in [
            EventField.visitor, .time, .event, .idPart0, .idPart1, .idPart2, .idPart3,
        ] {
            try read(field, line)
            parts.append(scratch.span)
            parts.append(0x1F)
        }
        var id: [UInt8] = []
        for round in 0..<2 as Range<UInt8> {
            parts.append(round)
            let digest = XXH64.digest(of: parts.span)
            for shift in stride(from: 56, through: 0, by: -8) {
                id.append(hex: UInt8(truncatingIfNeeded: digest >> UInt64(shift)))
            }
        }
        draft.set(.eventID, id.span)
        guard fields.has(.session), !draft.isEmpty(.visitor) else { return }
        var session = draft.value(.visitor)
        session.append(0x2E)
        try read(.session, line)
        session.append(scratch.span)
        draft.setText(.session, session.span)
    }
}
