import ByteIO
import Rows

// Data feeds: a row of `hit_data.tsv` a hit; the columns stand in `column_headers.tsv`.
extension VendorFormat {
    /// Source: Adobe, "Data column reference" and "Calculate metrics by data feeds".
    static let adobe = VendorFormat(
        name: "adobe",
        signatures: [
            ["hit_time_gmt", "visid_high", "visid_low"],
            ["hit_time_gmt", "post_visid_high", "post_visid_low"],
        ],
        isRequestLog: false,
        names: [
            .time: ["hit_time_gmt"], .event: ["post_page_event", "page_event"],
            .type: ["post_event_list", "event_list"],
            .idPart0: ["post_visid_high", "visid_high"],
            .idPart1: ["post_visid_low", "visid_low"], .idPart2: ["hitid_high"],
            .idPart3: ["hitid_low"], .excluded: ["exclude_hit"], .recordSource: ["hit_source"],
            .url: ["post_page_url", "page_url"], .referrer: ["post_referrer", "referrer"],
            .campaign: ["post_campaign", "campaign"], .agent: ["user_agent"],
            .products: ["post_product_list", "product_list"],
            .currency: ["post_currency", "currency"], .address: ["ip"],
        ], isWide: true, finish: Adobe.finish, isUTC: true)
}

/// What the names of a feed's columns do not tell.
private enum Adobe {
    /// The events that Adobe names itself, the one first that says most of a hit. Others are the user's own.
    private static let events: [(number: StaticString, name: StaticString)] = [
        ("1", "purchase"), ("12", "cart_add"), ("13", "cart_remove"), ("11", "checkout"),
        ("10", "cart_open"), ("14", "cart_view"), ("2", "product_view"),
    ]

    /// Kinds of hits that are not views of a page.
    private static let hits: [(number: StaticString, name: StaticString)] = [
        ("0", "page_view"), ("10", "custom_link"), ("11", "download"), ("12", "exit_link"),
    ]

    /// Hits that came in by other ways than a visit.
    private static let otherSources: [StaticString] = ["5", "7", "8", "9"]

    static let finish: VendorFormat.Finish = {
        (filler, line, draft) throws(RowError) in
        try filler.joinIDs(.idPart0, .idPart1, as: .visitor, line, &draft)
        try filler.joinIDs(.idPart2, .idPart3, as: .eventID, line, &draft)
        try setEvent(&filler, line, &draft)
        try setExclusion(&filler, line, &draft)
    }

    private static func setEvent(
        _ filler: inout EventFiller, _ line: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        if let hit = hits.first(where: { draft[.event].equals($0.number) }) {
            draft.set(.event, hit.name)
        } else if !draft.isEmpty(.event) {
            var name = Array("hit_".utf8)
            name.append(draft[.event])
            draft.set(.event, name.span)
        }
        guard filler.fields.has(.type) else { return }
        try filler.read(.type, line)
        let numbers = filler.scratch.split(separator: 0x2C).map { $0.prefix { $0 != 0x3D } }
        let known = events.first { event in
            numbers.contains { Array($0).span.equals(event.number) }
        }
        guard let known else { return }
        draft.set(.event, known.name)
        if draft[.event].equals("purchase") { try setValue(&filler, line, &draft) }
    }

    /// The revenue of a purchase: the fourth part of each product, `category;name;quantity;revenue;…`.
    private static func setValue(
        _ filler: inout EventFiller, _ line: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        guard filler.fields.has(.products) else { return }
        try filler.read(.products, line)
        var sum = DecimalSum()
        for product in parts(of: filler.scratch, at: 0x2C) {
            let parts = parts(of: product, at: 0x3B)
            guard parts.count > 3, !parts[3].isEmpty else { continue }
            let revenue = parts[3]
            sum.add(revenue.span)
        }
        var text: [UInt8] = []
        sum.write(to: &text)
        if text.isEmpty, !sum.isEmpty { filler.notes.insert(.badValue) }
        draft.set(.value, text.span)
    }

    /// Cut at `separator`, unless `^` stands before it.
    private static func parts(of text: [UInt8], at separator: UInt8) -> [[UInt8]] {
        var parts: [[UInt8]] = [[]]
        var isEscaped = false
        for byte in text {
            if byte == separator, !isEscaped {
                parts.append([])
            } else {
                parts[parts.count - 1].append(byte)
            }
            isEscaped = byte == 0x5E && !isEscaped
        }
        return parts
    }

    /// Adobe's own reports leave these hits out.
    private static func setExclusion(
        _ filler: inout EventFiller, _ line: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        if filler.fields.has(.excluded) {
            try filler.read(.excluded, line)
            draft.isExcluded = !filler.scratch.span.equals("0")
        }
        guard filler.fields.has(.recordSource) else { return }
        try filler.read(.recordSource, line)
        if otherSources.contains(where: { filler.scratch.span.equals($0) }) {
            draft.isExcluded = true
        }
    }
}

extension EventFiller {
    /// An id of two halves, `high.low`; none where both are missing or 0.
    fileprivate mutating func joinIDs(
        _ high: EventField, _ low: EventField, as column: EventColumn, _ line: Span<UInt8>,
        _ draft: inout EventDraft
    ) throws(RowError) {
        guard fields.has(high), fields.has(low), draft.isEmpty(column) else { return }
        try read(high, line)
        var id = scratch
        try read(low, line)
        guard !id.span.equals("0") || !scratch.span.equals("0") else { return }
        id.append(0x2E)
        id.append(scratch.span)
        draft.setText(column, id.span)
    }
}
