import ByteIO
import Rows

/// Snowplow's enriched events: 131 columns between TABs, UTC times.
///
/// Source: Snowplow, "Understanding the structure of Snowplow data" (canonical event model).
struct SnowplowLog: Sendable {
    static let columnCount = 131

    /// Positions from 1, as the documentation counts; the best position of a field first.
    private static let fields: [(position: Int, field: EventField, priority: Int)] = [
        (131, .time, 0), (125, .time, 1), (4, .time, 2), (16, .visitor, 0), (18, .visitor, 1),
        (13, .user, 0), (14, .address, 0), (127, .event, 1), (6, .event, 2), (30, .url, 0),
        (34, .site, 0), (36, .page, 0), (37, .query, 0), (32, .referrer, 0), (49, .source, 0),
        (48, .medium, 0), (52, .campaign, 0), (117, .clickID, 0), (118, .clickNetwork, 0),
        (102, .device, 0), (78, .agent, 0), (19, .country, 0), (62, .value, 0),
        (109, .currency, 0), (7, .eventID, 0), (124, .session, 0),
    ]
    private static let propertyNames: [(position: Int, name: String)] = [
        (54, "se_category"), (55, "se_action"), (56, "se_label"), (57, "se_property"),
        (58, "se_value"), (68, "ti_orderid"), (69, "ti_sku"), (70, "ti_name"), (71, "ti_category"),
        (72, "ti_price"), (73, "ti_quantity"),
    ]

    private var cells = [Range<Int>](repeating: 0..<0, count: SnowplowLog.columnCount)
    private var properties: [(position: Int, key: Int)] = []
    /// For the JSON of an event's own fields.
    private var own: JSONEvents
    private let options: DecodeOptions

    init(options: DecodeOptions) {
        self.options = options
        own = JSONEvents(.snowplow, options: options)
    }

    mutating func decode(
        _ line: Span<UInt8>, _ filler: inout EventFiller, into draft: inout EventDraft
    ) throws(RowError) {
        try split(line)
        filler.begin()
        for (position, field, priority) in Self.fields {
            let range = cells[position - 1]
            guard !filler.isMissing(line.extracting(range), as: field) else { continue }
            filler.fields.offer(field, .init(range: range, priority: priority))
        }
        setEvent(line, &filler)
        setDevice(line, &filler)
        addProperties(line, &filler)
        if !line.extracting(cells[58]).isEmpty {
            try own.scanInside(line, cells[58], &filler)
        }
        draft.hasAgentField = true
        try filler.fill(&draft, from: line, as: .snowplow)
        draft.isZoned = true
        draft.notes.remove(.tzAssumed)
    }

    private mutating func split(_ line: Span<UInt8>) throws(RowError) {
        var start = 0
        for column in 0..<Self.columnCount {
            let end = line.firstOffset(of: 0x09, from: start) ?? line.count
            cells[column] = start..<end
            start = end + 1
            guard end < line.count || column == Self.columnCount - 1 else {
                throw RowError(
                    .fieldsMismatch, "\(column + 1) fields, not \(Self.columnCount)")
            }
        }
    }

    /// A structured event is named by its action.
    private func setEvent(_ line: Span<UInt8>, _ filler: inout EventFiller) {
        guard line.extracting(cells[5]).equals("struct") else { return }
        let action = cells[54]
        guard !isMissing(line.extracting(action)) else { return }
        filler.fields.offer(.event, .init(range: action, priority: 0))
    }

    private func setDevice(_ line: Span<UInt8>, _ filler: inout EventFiller) {
        guard !filler.fields.has(.device), line.extracting(cells[102]).equals("1") else { return }
        let start = filler.own.count
        filler.own.append("mobile")
        filler.offerOwn(.device, from: start)
    }

    private mutating func addProperties(_ line: Span<UInt8>, _ filler: inout EventFiller) {
        if properties.isEmpty {
            for (position, name) in Self.propertyNames where options.keeps(name) {
                properties.append((position, filler.properties.key(name)))
            }
        }
        for (position, key) in properties {
            let text = line.extracting(cells[position - 1])
            if !isMissing(text) { filler.properties.add(key, text: text) }
        }
    }
}

extension DecodeOptions {
    /// Whether an event log's property is kept.
    func keeps(_ name: String) -> Bool {
        switch properties {
        case .usual, .all: true
        case .none: false
        case .named(let names): names.contains(name)
        }
    }
}
