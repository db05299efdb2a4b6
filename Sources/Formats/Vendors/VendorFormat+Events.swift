// Products that count what customers do.
extension VendorFormat {
    /// Source: Mixpanel, "Raw event export" and "Default properties".
    static let mixpanel = VendorFormat(
        name: "mixpanel",
        signatures: [
            ["event", "properties.distinct_id", "properties.time"],
            ["event", "properties.$insert_id", "properties.time"],
        ],
        isRequestLog: false,
        names: [
            .time: ["properties.time"],
            .visitor: ["properties.distinct_id", "properties.$device_id"],
            .user: ["properties.$user_id"], .event: ["event"],
            .url: ["properties.$current_url", "properties.current_url_path"],
            .referrer: ["properties.$referrer"], .source: ["properties.utm_source"],
            .medium: ["properties.utm_medium"], .campaign: ["properties.utm_campaign"],
            .country: ["properties.mp_country_code"], .eventID: ["properties.$insert_id"],
            .session: ["properties.$session_id"],
            .value: ["properties.revenue", "properties.amount", "properties.$amount"],
            .currency: ["properties.currency"],
        ], pageViews: ["$mp_web_page_view", "$pageview", "Page View", "Page Viewed"],
        wrappers: ["properties"])

    /// Source: PostHog, "Batch exports" and "Default properties".
    static let posthog = VendorFormat(
        name: "posthog",
        signatures: [
            ["distinct_id", "properties.$current_url"], ["distinct_id", "properties.$lib"],
            ["distinct_id", "properties.$session_id"],
        ],
        isRequestLog: false,
        names: [
            .time: ["timestamp"], .visitor: ["distinct_id", "properties.distinct_id"],
            .user: ["properties.$user_id"], .event: ["event"], .url: ["properties.$current_url"],
            .site: ["properties.$host"], .page: ["properties.$pathname"],
            .referrer: ["properties.$referrer"], .source: ["properties.utm_source"],
            .medium: ["properties.utm_medium"], .campaign: ["properties.utm_campaign"],
            .device: ["properties.$device_type"],
            .country: ["properties.$geoip_country_code"], .eventID: ["uuid"],
            .session: ["properties.$session_id"],
            .value: ["properties.revenue", "properties.value"],
            .currency: ["properties.currency"],
            .agent: ["properties.$raw_user_agent", "properties.$user_agent"],
        ], pageViews: ["$pageview", "$screen"], wrappers: ["properties"])

    /// Source: Amplitude, "Export API".
    static let amplitude = VendorFormat(
        name: "amplitude",
        signatures: [["amplitude_id", "event_type"], ["$insert_id", "event_type"]],
        isRequestLog: false,
        names: [
            .time: ["event_time", "client_event_time"],
            .visitor: ["device_id", "amplitude_id"], .user: ["user_id"], .event: ["event_type"],
            .url: [
                "event_properties.[Amplitude] Page URL",
                "event_properties.[Amplitude] Page Location",
            ],
            .page: ["event_properties.[Amplitude] Page Path"],
            .referrer: ["event_properties.referrer", "user_properties.referrer"],
            .source: ["event_properties.utm_source", "user_properties.utm_source"],
            .medium: ["event_properties.utm_medium", "user_properties.utm_medium"],
            .campaign: ["event_properties.utm_campaign", "user_properties.utm_campaign"],
            .device: ["device_type", "platform"], .country: ["country"],
            .eventID: ["$insert_id", "uuid"], .session: ["session_id"],
            .value: ["event_properties.$revenue", "event_properties.revenue"],
            .currency: ["event_properties.$currency", "event_properties.currency"],
        ], pageViews: ["[Amplitude] Page Viewed", "page_viewed"],
        wrappers: ["event_properties"], namesCountries: true, isUTC: true)

    /// The table `website_event`; its type 1 is a page view, and has no name. Source: Umami, schema.prisma.
    static let umami = VendorFormat(
        name: "umami",
        signatures: [["website_id", "session_id", "url_path", "event_type"]],
        isRequestLog: false,
        names: [
            .time: ["created_at"], .visitor: ["session_id"], .session: ["visit_id"],
            .event: ["event_name"], .site: ["hostname"], .page: ["url_path"],
            .query: ["url_query"], .referrer: ["referrer_domain"], .source: ["utm_source"],
            .medium: ["utm_medium"], .campaign: ["utm_campaign"], .device: ["device"],
            .country: ["country"], .eventID: ["event_id"],
        ], isUTC: true)

    /// A visit's actions, each an object with what is known of its visit. Source: Matomo, "Reporting API: Live".
    static let matomo = VendorFormat(
        name: "matomo",
        signatures: [["idVisit", "visitorId", "timestamp"]],
        isRequestLog: false,
        names: [
            .time: ["timestamp"], .visitor: ["visitorId"], .user: ["userId"],
            .address: ["visitIp"], .event: ["eventAction", "type"], .url: ["url"],
            .referrer: ["referrerUrl"], .source: ["campaignSource"], .medium: ["campaignMedium"],
            .campaign: ["campaignName"], .device: ["deviceType"], .country: ["countryCode"],
            .value: ["revenue"], .currency: ["currencyCode", "siteCurrency"],
            .session: ["idVisit"],
        ], pageViews: ["action"], isUTC: true)

    /// The enriched event by name. Source: Snowplow, "Analytics SDKs".
    static let snowplowJSON = VendorFormat(
        name: "snowplow-json",
        signatures: [["collector_tstamp", "event_id"], ["derived_tstamp", "domain_userid"]],
        isRequestLog: false,
        names: [
            .time: ["true_tstamp", "derived_tstamp", "collector_tstamp"],
            .visitor: ["domain_userid", "network_userid"], .user: ["user_id"],
            .address: ["user_ipaddress"], .event: ["se_action", "event_name", "event"],
            .url: ["page_url"], .site: ["page_urlhost"], .page: ["page_urlpath"],
            .query: ["page_urlquery"], .referrer: ["page_referrer"], .source: ["mkt_source"],
            .medium: ["mkt_medium"], .campaign: ["mkt_campaign"], .clickID: ["mkt_clickid"],
            .clickNetwork: ["mkt_network"], .device: ["dvce_type"], .agent: ["useragent"],
            .country: ["geo_country"], .value: ["tr_total"], .currency: ["tr_currency"],
            .eventID: ["event_id"], .session: ["domain_sessionid"],
        ], pageViews: ["page_view"], isUTC: true)
}
