/// Which keys of a JSON record mean which field, and which become properties.
struct FieldNames {
    let isSegment: Bool
    private let fields: [String: (field: EventField, priority: Int)]

    /// The usual key names of web logs and trackers, best first.
    static let flat = FieldNames(
        isSegment: false,
        [
            .time: [
                "@timestamp", "timestamp", "time", "ts", "event_time", "datetime", "time_iso8601",
                "time_local", "occurred_at", "original_timestamp", "created_at", "received_at",
                "msec",
            ],
            .visitor: [
                "visitor", "visitor_id", "anonymous_id", "device_id", "client_id", "cookie_id",
                "distinct_id", "user_pseudo_id", "uid_got",
            ],
            .user: [
                "user", "user_id", "customer", "customer_id", "member_id", "account_id",
                "remote_user",
            ],
            .event: ["event", "event_name", "event_type", "action"], .type: ["type"],
            .url: [
                "url", "page_url", "page_location", "href", "request_uri", "uri", "url.original",
            ],
            .site: [
                "site", "host", "http_host", "server_name", "vhost", "hostname", "url.domain",
            ],
            .page: ["page", "path", "page_path", "url.path"],
            .query: ["args", "query", "query_string", "url.query"],
            .referrer: [
                "referrer", "referer", "http_referer", "page_referrer", "http.request.referrer",
            ],
            .agent: ["user_agent", "http_user_agent", "agent", "user_agent.original"],
            .address: [
                "remote_addr", "client_ip", "ip", "remote_ip", "client.ip", "source.ip",
            ],
            .method: ["method", "request_method", "http.request.method"],
            .status: [
                "status", "status_code", "http_status", "response_code",
                "http.response.status_code",
            ],
            .milliseconds: ["duration_ms", "elapsed_ms"],
            .seconds: ["request_time", "duration", "response_time"],
            .nanoseconds: ["event.duration"],
            .channel: ["channel", "channel_group", "acquisition_channel"],
            .source: ["source", "utm_source"], .medium: ["medium", "utm_medium"],
            .campaign: ["campaign", "utm_campaign", "campaign_name"],
            .device: ["device", "device_type", "device_category", "platform"],
            .country: ["country", "country_code", "geo.country_iso_code", "cf_ipcountry"],
            .value: ["value", "revenue", "amount", "total"],
            .currency: ["currency", "currency_code"],
            .eventID: ["event_id", "message_id", "insert_id", "request_id"],
            .session: ["session", "session_id", "visit_id"],
        ])

    /// Segment's and RudderStack's shape, in camel or snake case.
    static let segment = FieldNames(
        isSegment: true,
        [
            .time: ["timestamp"], .original: ["originalTimestamp"], .sent: ["sentAt"],
            .received: ["receivedAt"], .visitor: ["anonymousId", "context.device.id"],
            .user: ["userId"], .type: ["type"], .event: ["event"], .name: ["name"],
            .url: ["context.page.url"], .page: ["context.page.path"],
            .referrer: ["context.page.referrer"], .source: ["context.campaign.source"],
            .medium: ["context.campaign.medium"], .campaign: ["context.campaign.name"],
            .device: ["context.device.type"], .country: ["context.location.country"],
            .value: ["properties.revenue", "properties.total", "properties.value"],
            .currency: ["properties.currency"], .channel: ["properties.channel"],
            .eventID: ["messageId"], .session: ["context.sessionId"],
            .agent: ["context.userAgent"],
        ])

    private init(isSegment: Bool, _ names: [EventField: [String]]) {
        self.isSegment = isSegment
        var fields: [String: (field: EventField, priority: Int)] = [:]
        for (field, keys) in names {
            for (priority, key) in keys.enumerated() {
                fields[Self.folded(key)] = (field, priority)
            }
        }
        self.fields = fields
    }

    private static func folded(_ key: String) -> String {
        key.lowercased().filter { !"_-.@ ".contains($0) }
    }

    /// What a key means below its parent. Made once for every path of keys.
    func meaning(of key: String, below parent: JSONEvents.Meaning) -> JSONEvents.Meaning {
        var meaning = JSONEvents.Meaning()
        meaning.path = parent.path + Self.folded(key)
        meaning.isWrapper = isWrapper(key, below: parent)
        meaning.property =
            meaning.isWrapper ? "" : parent.property.isEmpty ? key : parent.property + "." + key
        if let known = fields[meaning.path] {
            meaning.field = known.field
            meaning.priority = known.priority
        } else if keepsProperties(below: parent), !meaning.isWrapper {
            meaning.written = Array("\"\(meaning.property)\":".utf8)
        }
        meaning.isEntered =
            !isSegment || meaning.isWrapper || !meaning.written.isEmpty
            || fields.keys.contains { $0.hasPrefix(meaning.path) }
        return meaning
    }

    private func isWrapper(_ key: String, below parent: JSONEvents.Meaning) -> Bool {
        parent.path.isEmpty && ["properties", "data", "traits"].contains(key)
    }

    private func keepsProperties(below parent: JSONEvents.Meaning) -> Bool {
        !isSegment || parent.isWrapper || !parent.written.isEmpty
    }
}
