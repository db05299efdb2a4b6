import ByteIO
import Touchpoints

/// Fills the columns that come from URLs, referrers and HTTP fields; shared by all formats.
enum WebFields {
    /// `site`, `page` and, from `utm_*`, `source`, `medium`, `campaign`, where those are empty.
    static func set(url: Span<UInt8>, in draft: inout EventDraft) {
        let parts = WebAddress(url)
        if !parts.host.isEmpty {
            draft.set(.site) { WebText.appendHost(url.extracting(parts.host), to: &$0) }
        }
        draft.set(.page) { WebText.appendPage(url.extracting(parts.path), to: &$0) }
        set(query: url.extracting(parts.query), in: &draft)
    }

    /// `source`, `medium`, `campaign` from `utm_*`, where those are empty.
    static func set(query: Span<UInt8>, in draft: inout EventDraft) {
        var start = 0
        while start < query.count {
            let end = query.firstOffset(of: 0x26, from: start) ?? query.count
            let pair = query.extracting(start..<end)
            if pair.starts(with: "utm_"), let equals = pair.firstOffset(of: 0x3D),
                let column = column(pair.extracting(4..<equals)), draft.isEmpty(column)
            {
                let value = pair.extracting((equals + 1)...)
                draft.set(column) { WebText.appendValue(value, to: &$0) }
            }
            start = end + 1
        }
    }

    private static func column(_ name: Span<UInt8>) -> EventColumn? {
        name.equals("source")
            ? .source
            : name.equals("medium") ? .medium : name.equals("campaign") ? .campaign : nil
    }

    /// `referrer`: the host, unless it is the site's own or one is a subdomain of the other.
    static func set(referrer url: Span<UInt8>, in draft: inout EventDraft) {
        let parts = WebAddress(url)
        guard !parts.host.isEmpty else { return }
        var host: [UInt8] = []
        WebText.appendHost(url.extracting(parts.host), to: &host)
        let site = draft.value(.site)
        guard !areOneSite(host.span, site.span) else { return }
        draft.set(.referrer, host.span)
    }

    private static func areOneSite(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard !left.isEmpty, !right.isEmpty else { return false }
        let (one, other) = (withoutWWW(left), withoutWWW(right))
        let (short, long) = (left.extracting(one), right.extracting(other))
        return ends(short, with: long) || ends(long, with: short)
    }

    private static func withoutWWW(_ host: Span<UInt8>) -> Range<Int> {
        (host.starts(with: "www.") ? 4 : 0)..<host.count
    }

    private static func ends(_ host: Span<UInt8>, with domain: Span<UInt8>) -> Bool {
        let rest = host.count - domain.count
        guard rest >= 0, host.extracting(rest...).equals(domain) else { return false }
        return rest == 0 || host[rest - 1] == 0x2E
    }

    /// `status`: digits; missing where it is `-`.
    static func set(status: Span<UInt8>, in draft: inout EventDraft) throws(RowError) {
        guard !isMissing(status) else { return }
        guard status.count <= 9, isDigits(status) else {
            throw RowError(.badStatus, "status '\(excerpt(of: status))'")
        }
        draft.set(.status, status)
    }

    /// The event name of a request: `page_view`, `redirect` or `request`; and `props.method`.
    static func set(method: Span<UInt8>, hasURL: Bool, in draft: inout EventDraft) {
        let status = draft.value(.status)
        let isRedirect =
            status.count == 3 && status[0] == 0x33
            && !(status[1] == 0x30 && status[2] == 0x34)
        let isPage = hasURL && (method.equals("GET") || method.equals("POST"))
        draft.set(.event) {
            $0.append(isPage ? (isRedirect ? "redirect" : "page_view") : "request")
        }
        guard !method.isEmpty, !method.equals("GET"), method.count <= 32 else { return }
        draft.set(.props) {
            $0.append("{\"method\":\"")
            for index in method.indices {
                // Tokens only: anything else would need escapes and is no method.
                if (0x21...0x7E).contains(method[index]), method[index] != 0x22,
                    method[index] != 0x5C
                {
                    $0.append(method[index])
                }
            }
            $0.append("\"}")
        }
    }

    static func isDigits(_ text: Span<UInt8>) -> Bool {
        for index in text.indices where text[index] &- 0x30 > 9 { return false }
        return !text.isEmpty
    }
}

/// The start of `value`, for a reject's detail.
func excerpt(of value: Span<UInt8>) -> String {
    value.extracting(0..<Swift.min(value.count, 60)).text
}
