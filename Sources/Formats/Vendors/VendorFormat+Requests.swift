// Servers, content networks and load balancers.
extension VendorFormat {
    /// Source: Cloudflare, "Logpush datasets: HTTP requests".
    static let cloudflare = VendorFormat(
        name: "cloudflare",
        signatures: [
            ["EdgeStartTimestamp", "ClientRequestHost"],
            ["EdgeStartTimestamp", "ClientRequestURI"],
            ["EdgeStartTimestamp", "ClientIP"], ["EdgeEndTimestamp", "ClientRequestURI"],
        ],
        isRequestLog: true,
        names: [
            .time: ["EdgeStartTimestamp", "EdgeEndTimestamp"], .address: ["ClientIP"],
            .site: ["ClientRequestHost"], .url: ["ClientRequestURI"], .page: ["ClientRequestPath"],
            .method: ["ClientRequestMethod"], .status: ["EdgeResponseStatus"],
            .agent: ["ClientRequestUserAgent"], .referrer: ["ClientRequestReferer"],
            .country: ["ClientCountry"], .device: ["ClientDeviceType"],
            .milliseconds: ["EdgeTimeToFirstByteMs"], .eventID: ["RayID"],
            .size: ["EdgeResponseBytes"],
        ])

    /// Source: Google Cloud, "LogEntry" and "HttpRequest" of external Application Load Balancers.
    static let googleCloud = VendorFormat(
        name: "google-cloud",
        signatures: [["httpRequest.requestUrl"]],
        isRequestLog: true,
        names: [
            .time: ["timestamp"], .address: ["httpRequest.remoteIp"],
            .url: ["httpRequest.requestUrl"], .method: ["httpRequest.requestMethod"],
            .status: ["httpRequest.status"], .agent: ["httpRequest.userAgent"],
            .referrer: ["httpRequest.referer"], .seconds: ["httpRequest.latency"],
            .eventID: ["insertId"], .size: ["httpRequest.responseSize"],
        ])

    /// Front Door and Application Gateway. Source: Microsoft, "Azure Front Door metrics and logs" and
    /// "Diagnostic logs for Application Gateway".
    static let azure = VendorFormat(
        name: "azure",
        signatures: [
            ["category", "properties.clientIp", "properties.requestUri"],
            ["category", "properties.clientIP", "properties.requestUri"],
        ],
        isRequestLog: true,
        names: [
            .time: ["time", "timeStamp"], .address: ["properties.clientIp"],
            .url: ["properties.requestUri"], .query: ["properties.requestQuery"],
            .site: ["properties.hostName", "properties.originalHost", "properties.host"],
            .method: ["properties.httpMethod"],
            .status: ["properties.httpStatusCode", "properties.httpStatus"],
            .agent: ["properties.userAgent"],
            .referrer: ["properties.referer", "properties.referrer"],
            .seconds: ["properties.timeTaken"],
            .eventID: ["properties.trackingReference", "properties.transactionId"],
        ])

    /// Standard logs, version 2, as JSON. Source: AWS, "Standard logging (v2)".
    static let cloudFrontJSON = VendorFormat(
        name: "cloudfront-json",
        signatures: [["x-edge-location", "cs-uri-stem"]],
        isRequestLog: true,
        names: [
            .time: ["timestamp(ms)", "timestamp", "time"], .date: ["date"], .address: ["c-ip"],
            .site: ["x-host-header", "cs(Host)"], .page: ["cs-uri-stem"], .query: ["cs-uri-query"],
            .method: ["cs-method"], .status: ["sc-status"], .size: ["sc-bytes"],
            .seconds: ["time-taken"], .referrer: ["cs(Referer)", "cs-referer"],
            .agent: ["cs(User-Agent)", "cs-user-agent"], .country: ["c-country"],
            .eventID: ["x-edge-request-id"],
        ], encodesAgents: true, isUTC: true)

    /// Envoy's and Istio's JSON. Source: Istio, "Envoy access logs"; Envoy, "Access logging".
    static let envoy = VendorFormat(
        name: "envoy-json",
        signatures: [["start_time", "response_code"]],
        isRequestLog: true,
        names: [
            .time: ["start_time"],
            .address: ["downstream_remote_address", "downstream_direct_remote_address"],
            .forwarded: ["x_forwarded_for"], .site: ["authority"],
            .url: ["path", "x_envoy_original_path"], .method: ["method"],
            .status: ["response_code"], .milliseconds: ["duration"], .agent: ["user_agent"],
            .referrer: ["referer", "http_referer"], .eventID: ["request_id"],
        ], isUTC: true)

    /// Source: AWS, "Log fields for protection pack (web ACL) traffic".
    static let awsWAF = VendorFormat(
        name: "aws-waf",
        signatures: [["webaclId", "httpRequest.clientIp"]],
        isRequestLog: true,
        names: [
            .time: ["timestamp"], .address: ["httpRequest.clientIp"], .page: ["httpRequest.uri"],
            .query: ["httpRequest.args"], .method: ["httpRequest.httpMethod"],
            .country: ["httpRequest.country"], .eventID: ["httpRequest.requestId"],
            .status: ["responseCodeSent"], .site: ["httpRequest.headers.Host"],
            .agent: ["httpRequest.headers.User-Agent"],
            .referrer: ["httpRequest.headers.Referer"],
        ], headers: "httpRequest.headers")

    /// The fields of `COMBINEDAPACHELOG` before ECS. Source: logstash-patterns-core, "httpd".
    static let logstash = VendorFormat(
        name: "logstash",
        signatures: [["clientip", "verb", "response"], ["clientip", "verb", "request"]],
        isRequestLog: true,
        names: [
            .time: ["timestamp", "@timestamp"], .address: ["clientip"], .user: ["auth"],
            .method: ["verb"], .url: ["request"], .status: ["response"], .size: ["bytes"],
            .referrer: ["referrer"], .agent: ["agent"],
        ])

    /// The fields of Fastly's example for JSON. Source: Fastly, "Useful log formats".
    static let fastly = VendorFormat(
        name: "fastly",
        signatures: [
            ["request_user_agent", "response_status"],
            ["request_method", "response_status", "client_ip"],
        ],
        isRequestLog: true,
        names: [
            .time: ["timestamp"], .address: ["client_ip"], .site: ["host"], .url: ["url"],
            .method: ["request_method"], .status: ["response_status"],
            .agent: ["request_user_agent"], .referrer: ["request_referer"],
            .country: ["geo_country", "geo_country_code"], .size: ["response_body_size"],
        ], namesCountries: true)

    /// Source: Akamai, "DataStream 2: choose data parameters".
    static let akamai = VendorFormat(
        name: "akamai",
        signatures: [["reqTimeSec", "statusCode"], ["cliIP", "reqPath"]],
        isRequestLog: true,
        names: [
            .time: ["reqTimeSec"], .address: ["cliIP"], .forwarded: ["xForwardedFor"],
            .site: ["reqHost"], .page: ["reqPath"], .query: ["queryStr"], .method: ["reqMethod"],
            .status: ["statusCode"], .agent: ["UA"], .referrer: ["referer"],
            .country: ["country"], .milliseconds: ["turnAroundTimeMSec"], .eventID: ["reqId"],
            .size: ["bytes"],
        ], encodesAgents: true)

    /// Usage logs as CSV. Source: Google Cloud Storage, "Usage logs and storage logs".
    static let googleStorage = VendorFormat(
        name: "google-storage",
        signatures: [["time_micros", "c_ip", "sc_status"]],
        isRequestLog: true,
        names: [
            .time: ["time_micros"], .address: ["c_ip"], .site: ["cs_host"], .url: ["cs_uri"],
            .method: ["cs_method"], .status: ["sc_status"], .microseconds: ["time_taken_micros"],
            .referrer: ["cs_referer"], .agent: ["cs_user_agent"], .eventID: ["s_request_id"],
            .size: ["sc_bytes"],
        ], isUTC: true)

    /// What Fluent Bit's parsers `nginx` and `apache2` call the fields. Source: Fluent Bit, parsers.conf.
    static let fluentBit = VendorFormat(
        name: "fluent-bit",
        signatures: [["date", "method", "path", "code"], ["time", "method", "path", "code"]],
        isRequestLog: true,
        names: [
            .time: ["time", "date", "timestamp"], .address: ["remote", "host"], .user: ["user"],
            .method: ["method"], .url: ["path"], .status: ["code"], .size: ["size"],
            .referrer: ["referer"], .agent: ["agent"],
        ])
}
