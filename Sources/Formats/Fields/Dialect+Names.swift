/// The names that each dialect has for the fields.
extension Dialect {
    /// The keys of each field, best first.
    var names: [EventField: [String]] {
        switch self {
        case .flat, .request: Self.usualNames
        case .segment: Self.segmentNames
        case .cloudEvents: Self.cloudNames
        case .ga4: Self.analyticsNames
        case .caddy: Self.caddyNames
        case .traefik: Self.traefikNames
        case .extended: Self.extendedNames
        case .snowplow: [:]
        case .vendor(let format): format.names
        }
    }

    /// The names from this one on of `event` may be about something else: `event_type`, `action`, `type`.
    static let firstGenericEvent = 2

    /// The usual key names of web logs and trackers.
    private static let usualNames: [EventField: [String]] = [
        .time: [
            "@timestamp", "timestamp", "time", "ts", "event_time", "datetime", "time_iso8601",
            "time_local", "occurred_at", "original_timestamp", "created_at", "received_at", "msec",
        ],
        .date: ["date"],
        .visitor: [
            "visitor", "visitor_id", "anonymous_id", "device_id", "client_id", "cookie_id",
            "distinct_id", "user_pseudo_id", "uid_got",
        ],
        .user: [
            "user", "user_id", "customer", "customer_id", "member_id", "account_id", "remote_user",
        ],
        .event: ["event", "event_name", "event_type", "action", "type"],
        .url: ["url", "page_url", "page_location", "href", "request_uri", "uri", "url.original"],
        .site: ["site", "host", "http_host", "server_name", "vhost", "hostname", "url.domain"],
        .page: ["page", "path", "page_path", "url.path"],
        .query: ["args", "query", "query_string", "url.query"],
        .referrer: [
            "referrer", "referer", "http_referer", "page_referrer", "http.request.referrer",
        ],
        .agent: ["user_agent", "http_user_agent", "agent", "user_agent.original"],
        .address: ["remote_addr", "client_ip", "ip", "remote_ip", "client.ip", "source.ip"],
        .forwarded: forwardedNames,
        .method: ["method", "request_method", "http.request.method"], .request: ["request"],
        .status: [
            "status", "status_code", "http_status", "response_code", "http.response.status_code",
        ],
        .milliseconds: ["duration_ms", "elapsed_ms"],
        .seconds: ["request_time", "duration", "response_time"], .nanoseconds: ["event.duration"],
        .channel: ["channel", "channel_group", "acquisition_channel"],
        .source: ["source", "utm_source"], .medium: ["medium", "utm_medium"],
        .campaign: ["campaign", "utm_campaign", "campaign_name"],
        .device: ["device", "device_type", "device_category", "platform"],
        .country: ["country", "country_code", "geo.country_iso_code", "cf_ipcountry"],
        .value: ["value", "revenue", "amount", "total"], .currency: ["currency", "currency_code"],
        .eventID: ["event_id", "message_id", "insert_id", "request_id"],
        .session: ["session", "session_id", "visit_id"],
    ]

    /// The headers in which proxies name whom they ask for.
    private static let forwardedNames = [
        "x_forwarded_for", "http_x_forwarded_for", "xff", "true_client_ip", "http_true_client_ip",
        "cf_connecting_ip", "http_cf_connecting_ip", "x_real_ip", "http_x_real_ip", "x_client_ip",
        "http_x_client_ip", "headers.x_forwarded_for", "request.headers.x_forwarded_for",
    ]

    private static let segmentNames: [EventField: [String]] = [
        .time: ["timestamp"], .original: ["originalTimestamp"], .sent: ["sentAt"],
        .received: ["receivedAt"], .visitor: ["anonymousId", "context.device.id"],
        .user: ["userId"], .type: ["type"], .event: ["event"], .name: ["name"],
        .url: ["context.page.url", "properties.url"],
        .page: ["context.page.path", "properties.path"],
        .query: ["context.page.search", "properties.search"],
        .referrer: ["context.page.referrer", "properties.referrer"],
        .source: ["context.campaign.source"], .medium: ["context.campaign.medium"],
        .campaign: ["context.campaign.name"], .device: ["context.device.type"],
        .country: ["context.location.country"],
        .value: ["properties.revenue", "properties.total", "properties.value"],
        .currency: ["properties.currency"], .channel: ["properties.channel"],
        .eventID: ["messageId"], .session: ["context.sessionId"], .agent: ["context.userAgent"],
        .address: ["context.ip"],
    ]

    /// The usual names in `data`; `source` and `id` make the event's id.
    private static let cloudNames: [EventField: [String]] = {
        var names = usualNames.mapValues { keys in keys.map { "data." + $0 } }
        names[.time] = ["time"]
        names[.date] = nil
        names[.event] = ["type"]
        names[.visitor, default: []].append("subject")
        names[.idPart0] = ["source"]
        names[.idPart1] = ["id"]
        return names
    }()

    private static let analyticsNames: [EventField: [String]] = [
        .time: ["event_timestamp"], .visitor: ["user_pseudo_id"], .user: ["user_id"],
        .event: ["event_name"], .url: ["event_params.page_location"],
        .name: ["event_params.firebase_screen"], .referrer: ["event_params.page_referrer"],
        .source: ["collected_traffic_source.manual_source", "event_params.source"],
        .medium: ["collected_traffic_source.manual_medium", "event_params.medium"],
        .campaign: [
            "collected_traffic_source.manual_campaign_name", "event_params.campaign",
        ],
        .clickID: ["collected_traffic_source.gclid", "event_params.gclid"],
        .device: ["device.category"], .country: ["geo.country"],
        .value: ["event_params.value", "ecommerce.purchase_revenue"],
        .currency: ["event_params.currency"], .session: ["event_params.ga_session_id"],
        .idPart0: ["batch_page_id"], .idPart1: ["batch_ordering_id"],
        .idPart2: ["batch_event_index"], .idPart3: ["event_bundle_sequence_id"],
    ]

    private static let extendedNames: [EventField: [String]] = [
        .date: ["date"], .time: ["time", "timestamp"], .address: ["c-ip"], .user: ["cs-username"],
        .site: ["x-host-header", "cs(Host)", "cs-host"], .url: ["cs-uri"], .page: ["cs-uri-stem"],
        .query: ["cs-uri-query"], .method: ["cs-method"], .status: ["sc-status"],
        .size: ["sc-bytes"], .seconds: ["time-taken"],
        .referrer: ["cs(Referer)", "cs(Referrer)", "cs-referer"],
        .agent: ["cs(User-Agent)", "cs-user-agent"], .country: ["c-country"],
        .forwarded: ["x-forwarded-for", "cs(X-Forwarded-For)", "x-real-ip", "cs(X-Real-IP)"],
        .eventID: ["x-edge-request-id"],
    ]

    private static let caddyNames: [EventField: [String]] = [
        .time: ["ts"],
        .address: ["request.client_ip", "request.remote_ip", "request.remote_addr"],
        .user: ["user_id"], .site: ["request.host"], .url: ["request.uri"],
        .method: ["request.method"], .status: ["status"], .seconds: ["duration"],
        .referrer: ["request.headers.Referer"], .agent: ["request.headers.User-Agent"],
        .forwarded: ["request.headers.X-Forwarded-For"],
    ]

    private static let traefikNames: [EventField: [String]] = [
        .time: ["StartUTC", "time"], .address: ["ClientHost"], .user: ["ClientUsername"],
        .site: ["RequestHost"], .url: ["RequestPath"], .method: ["RequestMethod"],
        .status: ["DownstreamStatus"], .nanoseconds: ["Duration"],
        .referrer: ["request_Referer"], .agent: ["request_User-Agent"],
        .forwarded: ["request_X-Forwarded-For"],
    ]
}
