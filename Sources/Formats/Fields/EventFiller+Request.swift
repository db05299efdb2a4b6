import ByteIO
import Rows

/// What was asked of a server, and the event's name.
extension EventFiller {
    /// `METHOD URL PROTOCOL`: offers method and URL; the URL may hold blanks, the protocol may be missing.
    ///
    /// What is no HTTP offers nothing.
    mutating func setRequest(_ line: Span<UInt8>) throws(RowError) {
        let value = fields[.request]
        guard value.form == .plain else {
            try read(.request, line)
            let parts = RequestLine(scratch.span)
            let start = own.count
            own.append(contentsOf: scratch)
            if fields.has(.method), own[start...].first == 0x2F {
                return offerOwn(.url, from: start)
            }
            offer(parts, at: start, form: .own)
            return
        }
        // Some shippers take the method off, and call the rest the request.
        if fields.has(.method), line[value.range.lowerBound] == 0x2F {
            return offer(.url, value.range, line)
        }
        offer(
            RequestLine(line.extracting(value.range)), at: value.range.lowerBound, form: .plain)
    }

    private mutating func offer(_ parts: RequestLine, at start: Int, form: TextForm) {
        guard !parts.method.isEmpty else { return }
        let method = parts.method.lowerBound + start..<parts.method.upperBound + start
        let url = parts.url.lowerBound + start..<parts.url.upperBound + start
        fields.offer(.method, .init(range: method, form: form, priority: 0))
        guard !parts.isConnect else { return }
        fields.offer(.url, .init(range: url, form: form, priority: 0))
    }

    mutating func setEvent(
        _ line: Span<UInt8>, _ draft: inout EventDraft, _ dialect: Dialect
    ) throws(RowError) {
        if rules.mapped.contains(.event), fields.has(.event) {
            return try copy(.event, to: .event, line, &draft)
        }
        if dialect.isRequestLog { return try setRequestEvent(line, &draft) }
        if dialect == .segment, fields.has(.type) { return try setSegmentEvent(line, &draft) }
        if fields.has(.event), !isRequestWithKind(dialect) {
            if dialect == .flat { keepUnused(line) }
            try copy(.event, to: .event, line, &draft)
            if dialect == .ga4, draft.value(.event).span.equals("screen_view") {
                draft.set(.event, "page_view")
                try setScreen(line, &draft)
            }
            if case .vendor(let format) = dialect,
                format.pageViews.contains(draft.value(.event).span.text)
            {
                draft.set(.event, "page_view")
            }
            return
        }
        let isRequest = fields.has(.method) || fields.has(.request)
        guard !draft.isEmpty(.page) || isRequest else { return }
        // A server's log in JSON or CSV keeps as little as any other access log.
        if isRequest, options.properties == .usual { properties.keep(only: rules.askedKeys) }
        try setRequestEvent(line, &draft)
    }

    /// Keeps `method` of a login and `query` of a search, which tell nothing of a request here. A query of a URL,
    /// which has `=`, is not kept.
    private mutating func keepUnused(_ line: Span<UInt8>) {
        if fields.has(.method) { keepDisplaced(fields[.method], line) }
        let query = fields[.query]
        if line.extracting(query.range).firstOffset(of: 0x3D) == nil { keepDisplaced(query, line) }
    }

    /// Whether method, status and URL of a request stand beside a generic name, such as `type`.
    private func isRequestWithKind(_ dialect: Dialect) -> Bool {
        dialect == .flat && fields.has(.method) && fields.has(.status)
            && (fields.has(.url) || fields.has(.page))
            && fields[.event].priority >= Dialect.firstGenericEvent
    }

    /// `page_view`, `redirect` or `request`; and the property `method`.
    private mutating func setRequestEvent(
        _ line: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        let value = fields[.method]
        if value.form == .plain, !value.range.isEmpty {
            return setRequestEvent(method: line.extracting(value.range), &draft)
        }
        try read(.method, line)
        if scratch.isEmpty, !draft.isEmpty(.page), !fields.has(.request) { scratch.append("GET") }
        let method = scratch
        setRequestEvent(method: method.span, &draft)
    }

    private mutating func setRequestEvent(method: Span<UInt8>, _ draft: inout EventDraft) {
        let isToken = RequestLine.isMethod(method)
        let isConnect = method.equals("CONNECT")
        let isPage =
            !draft.isEmpty(.page)
            && (method.equalsIgnoringCase("GET") || method.equalsIgnoringCase("POST"))
        draft.isProbe = draft.isProbe || !isToken || isConnect
        if isConnect { draft.clear(.page) }
        draft.requestKind = isPage ? (isRedirected ? .redirect : .page) : .request
        let name: StaticString = isPage ? (isRedirected ? "redirect" : "page_view") : "request"
        draft.set(.event, name)
        guard isToken, rules.keepsMethod, !method.equalsIgnoringCase("GET") else { return }
        properties.add(rules.methodKey, text: method)
    }

    private mutating func setSegmentEvent(
        _ line: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        try read(.type, line)
        if scratch.span.equals("page") || scratch.span.equals("screen") {
            let isScreen = scratch.span.equals("screen")
            draft.set(.event, "page_view")
            if isScreen || draft.isEmpty(.page) { try setScreen(line, &draft) }
            return
        }
        try copy(scratch.span.equals("track") ? .event : .type, to: .event, line, &draft)
    }

    /// The name of an app's screen stands for its page.
    private mutating func setScreen(
        _ line: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        guard fields.has(.name) else { return }
        try read(.name, line)
        var isCut = false
        draft.set(.page) { isCut = WebText.appendPage(scratch.span, to: &$0) }
        if isCut { notes.insert(.cut) }
    }
}

/// The parts of a request line.
struct RequestLine {
    private(set) var method = 0..<0
    private(set) var url = 0..<0
    private(set) var isConnect = false

    /// Both ranges are empty where `text` is no HTTP.
    init(_ text: Span<UInt8>) {
        guard let blank = text.firstOffset(of: 0x20), blank > 0,
            Self.isMethod(text.extracting(0..<blank))
        else { return }
        var end = text.count
        if let last = text.lastOffset(of: 0x20), last > blank,
            text.extracting((last + 1)...).starts(with: "HTTP/")
        {
            end = last
        }
        guard end > blank + 1 else { return }
        method = 0..<blank
        url = blank + 1..<end
        isConnect = text.extracting(method).equals("CONNECT")
    }

    /// Whether `text` can be a method: letters, `-` and `_`.
    static func isMethod(_ text: Span<UInt8>) -> Bool {
        for index in text.indices {
            switch text[index] {
            case 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: continue
            default: return false
            }
        }
        return (1...32).contains(text.count)
    }
}

extension Span<UInt8> {
    /// Whether the bytes are those of `word`, an upper-case ASCII word, in any case.
    func equalsIgnoringCase(_ word: StaticString) -> Bool {
        guard count == word.utf8CodeUnitCount else { return false }
        if equals(word) { return true }
        var upper: [UInt8] = []
        for index in indices { upper.append(self[index] & 0xDF) }
        return upper.span.equals(word)
    }
}
