import ByteIO
import Rows

/// Where an event happened: site, page, query, referrer.
extension EventFiller {
    mutating func setPlace(
        _ line: Span<UInt8>, _ draft: inout EventDraft, _ dialect: Dialect
    ) throws(RowError) {
        if fields.has(.clickID) {
            try read(.clickID, line)
            draft.set(.clickID, scratch.span)
            try setNetwork(line, &draft)
        }
        if fields.has(.request) { try setRequest(line) }
        if fields.has(.url) {
            try setURL(.url, line, &draft, isRequest: dialect.isRequestLog)
        }
        if fields.has(.page), draft.isEmpty(.page) || rules.mapped.contains(.page) {
            try setURL(.page, line, &draft, isRequest: dialect.isRequestLog)
        }
        if fields.has(.site),
            draft.isEmpty(.site) || dialect.isRequestLog || rules.mapped.contains(.site)
        {
            try setSite(line, &draft, dialect)
        }
        if fields.has(.query) {
            try read(.query, line)
            // A second reference, not a copy: the filler changes while a part of it is looked at.
            let query = scratch
            setQuery(query.span.extracting((query.first == 0x3F ? 1 : 0)...), &draft)
        }
        try copy(.referrer, to: .referrerURL, line, &draft)
    }

    /// `site`, `page` and what the query says, from the URL in `field`.
    private mutating func setURL(
        _ field: EventField, _ line: Span<UInt8>, _ draft: inout EventDraft, isRequest: Bool
    ) throws(RowError) {
        let value = fields[field]
        if value.form == .plain {
            return setURL(line.extracting(value.range), &draft, isRequest: isRequest)
        }
        try read(field, line)
        let url = scratch
        setURL(url.span, &draft, isRequest: isRequest)
    }

    private mutating func setURL(
        _ url: Span<UInt8>, _ draft: inout EventDraft, isRequest: Bool
    ) {
        let parts = WebAddress(url, startsWithPath: true)
        // A request for `*` or for something that is no URL has no page.
        if isRequest, parts.host.isEmpty, url.isEmpty || url[0] != 0x2F { return }
        if !parts.host.isEmpty {
            draft.set(.site) { WebText.appendHost(url.extracting(parts.host), to: &$0) }
        }
        var isCut = false
        draft.set(.page) { isCut = WebText.appendPage(url.extracting(parts.path), to: &$0) }
        if isCut { notes.insert(.cut) }
        setQuery(url.extracting(parts.query), &draft)
    }

    /// The logged host, unless the URL named one. A request for an absolute URL of another host than
    /// the one asked is no visit.
    private mutating func setSite(
        _ line: Span<UInt8>, _ draft: inout EventDraft, _ dialect: Dialect
    ) throws(RowError) {
        try read(.site, line)
        let host = WebAddress(host: scratch.span).host
        let old = draft.isEmpty(.site) ? [] : draft.value(.site)
        draft.set(.site) { WebText.appendHost(scratch.span.extracting(host), to: &$0) }
        guard !old.isEmpty, !rules.mapped.contains(.site) else { return }
        let isAsked = dialect.isRequestLog && fields[.site].priority == 0
        if isAsked, old != draft.value(.site) { draft.isProbe = true }
        draft.set(.site, old.span)
    }

    private mutating func setNetwork(
        _ line: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        draft.clickNetwork = .google
        guard fields.has(.clickNetwork) else { return }
        try read(.clickNetwork, line)
        for index in scratch.indices { scratch[index] |= 0x20 }
        let name = scratch.span.text
        draft.clickNetwork =
            name.contains("doubleclick")
            ? .display : ClickNetwork.allCases.first { name.contains($0.rawValue) }
    }

    /// `source`, `medium`, `campaign` from `utm_*` where those are empty, the click id, and the
    /// parameters asked for.
    private mutating func setQuery(_ query: Span<UInt8>, _ draft: inout EventDraft) {
        guard !query.isEmpty else { return }
        var start = 0
        var decoded: [UInt8] = []
        while start < query.count {
            let end = query.firstOffset(of: 0x26, from: start) ?? query.count
            let pair = query.extracting(start..<end)
            start = end + 1
            guard let equals = pair.firstOffset(of: 0x3D) else { continue }
            let name = pair.extracting(0..<equals)
            let column = Campaign.column(name)
            let network = column == nil ? Campaign.network(name) : nil
            guard column != nil || network != nil || !rules.query.isEmpty else { continue }
            let value = pair.extracting((equals + 1)...)
            if value.isPrintable(without: 0x25, 0x2B) {
                setParameter(name, value, column, network, &draft)
            } else {
                decoded.removeAll(keepingCapacity: true)
                WebText.appendDecoded(value, plusIsBlank: true, to: &decoded)
                setParameter(name, decoded.span, column, network, &draft)
            }
        }
    }

    private mutating func setParameter(
        _ name: Span<UInt8>, _ value: Span<UInt8>, _ column: EventColumn?,
        _ network: ClickNetwork?, _ draft: inout EventDraft
    ) {
        guard !value.isEmpty else { return }
        if let column, draft.isEmpty(column) { draft.setText(column, value) }
        if let network, draft.isEmpty(.clickID) {
            draft.set(.clickID, value)
            draft.clickNetwork = network
        }
        for wanted in rules.query where wanted.name.span.equals(name) {
            properties.add(wanted.key, text: value)
        }
    }
}

/// Query parameters that tell where a visit came from.
enum Campaign {
    static let shortestName = 5

    static func column(_ name: Span<UInt8>) -> EventColumn? {
        guard name.count >= 10, name.starts(with: "utm_") else { return nil }
        let rest = name.extracting(4...)
        return rest.equals("source")
            ? .source : rest.equals("medium") ? .medium : rest.equals("campaign") ? .campaign : nil
    }

    /// The network of a click id's parameter.
    static func network(_ name: Span<UInt8>) -> ClickNetwork? {
        guard (5...9).contains(name.count) else { return nil }
        switch name[0] {
        case 0x67: return name.equals("gclid") || name.equals("gbraid") ? .google : nil
        case 0x77: return name.equals("wbraid") ? .google : nil
        case 0x6D: return name.equals("msclkid") ? .microsoft : nil
        case 0x64: return name.equals("dclid") ? .display : nil
        case 0x66: return name.equals("fbclid") ? .facebook : nil
        case 0x74: return name.equals("ttclid") ? .tiktok : nil
        case 0x6C: return name.equals("li_fat_id") ? .linkedin : nil
        default: return nil
        }
    }
}
