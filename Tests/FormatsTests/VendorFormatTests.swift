import ByteIO
import Rows
import Testing

@testable import Formats

/// A record of each product, after its documentation; the format is found by itself.
struct VendorFormatTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let format: String
        let record: String
        /// `event site page status …` of the draft.
        let wanted: [String: String]
        var testDescription: String { format }
    }

    static let cases: [Case] = [
        Case(
            format: "cloudflare",
            record:
                #"{"ClientIP":"203.0.113.7","ClientRequestHost":"shop.example.com","ClientRequestMethod":"GET","ClientRequestURI":"/a?utm_source=news","ClientRequestReferer":"https://www.bing.com/","EdgeEndTimestamp":"2026-03-02T00:00:01Z","EdgeResponseBytes":1,"EdgeResponseStatus":404,"EdgeStartTimestamp":"2026-03-02T00:00:00Z","RayID":"3a6050bcbe121a87","ClientCountry":"fi","ClientRequestUserAgent":"Mozilla/5.0"}"#,
            wanted: [
                "time": "2026-03-02T00:00:00.000000Z", "event": "page_view",
                "site": "shop.example.com", "page": "/a", "status": "404", "country": "FI",
                "source": "news", "event_id": "3a6050bcbe121a87",
            ]),
        Case(
            format: "google-cloud",
            record:
                #"{"httpRequest":{"latency":"0.098s","remoteIp":"203.0.113.7","requestMethod":"POST","requestUrl":"https://shop.example.com/cart?x=1","responseSize":"7","status":302,"userAgent":"Mozilla/5.0"},"insertId":"1a","timestamp":"2026-03-02T00:00:00.123456Z","resource":{"type":"http_load_balancer"}}"#,
            wanted: [
                "event": "redirect", "site": "shop.example.com", "page": "/cart", "status": "302",
                "duration_ms": "98", "event_id": "1a",
            ]),
        Case(
            format: "azure",
            record:
                #"{"timeStamp":"2026-03-02T22:01:15+00:00","resourceId":"/X","operationName":"ApplicationGatewayAccess","category":"ApplicationGatewayAccessLog","properties":{"instanceId":"appgw_0","clientIP":"203.0.113.7","httpMethod":"GET","requestUri":"/a","requestQuery":"utm_medium=email","userAgent":"Mozilla/5.0","httpStatus":200,"httpVersion":"HTTP/1.1","timeTaken":0.239,"host":"shop.example.com","originalHost":"shop.example.com"}}"#,
            wanted: [
                "event": "page_view", "site": "shop.example.com", "page": "/a", "status": "200",
                "duration_ms": "239", "medium": "email",
            ]),
        Case(
            format: "cloudfront-json",
            record:
                #"{"date":"2026-03-02","time":"00:00:01","x-edge-location":"HEL50","sc-bytes":"1","c-ip":"203.0.113.7","cs-method":"GET","cs(Host)":"d1.cloudfront.net","cs-uri-stem":"/a","sc-status":"200","cs(Referer)":"-","cs(User-Agent)":"Mozilla/5.0%20(Windows%20NT%2010.0)","cs-uri-query":"-","x-edge-request-id":"r7==","x-host-header":"shop.example.com","time-taken":"0.332"}"#,
            wanted: [
                "time": "2026-03-02T00:00:01.000000Z", "event": "page_view",
                "site": "shop.example.com", "page": "/a", "duration_ms": "332",
                "agent": "Mozilla/5.0 (Windows NT 10.0)",
            ]),
        Case(
            format: "envoy-json",
            record:
                #"{"authority":"shop.example.com","bytes_sent":1,"downstream_remote_address":"10.0.0.3:41000","duration":14,"method":"GET","path":"/a?x=1","request_id":"r7","response_code":200,"start_time":"2026-03-02T16:28:40.348Z","user_agent":"Mozilla/5.0","x_forwarded_for":"203.0.113.7,10.0.0.1"}"#,
            wanted: [
                "event": "page_view", "site": "shop.example.com", "page": "/a", "duration_ms": "14",
                "address": "203.0.113.7",
            ]),
        Case(
            format: "envoy-json",
            record:
                #"{"authority":"shop.example.com","downstream_remote_address":"203.0.113.9:41000","duration":14,"method":"GET","path":"/a","response_code":200,"start_time":"2026-03-02T16:28:40.348Z","x_forwarded_for":"-"}"#,
            wanted: ["event": "page_view", "address": "203.0.113.9"]),
        Case(
            format: "aws-waf",
            record:
                #"{"timestamp":1772409600000,"webaclId":"arn:x","action":"BLOCK","responseCodeSent":403,"httpRequest":{"clientIp":"203.0.113.7","country":"FI","headers":[{"name":"Host","value":"shop.example.com"},{"name":"user-agent","value":"Mozilla/5.0"}],"uri":"/a","args":"","httpMethod":"GET","requestId":"1-0"}}"#,
            wanted: [
                "event": "page_view", "site": "shop.example.com", "page": "/a", "status": "403",
                "country": "FI", "agent": "Mozilla/5.0",
            ]),
        Case(
            format: "logstash",
            record:
                #"{"clientip":"203.0.113.7","ident":"-","auth":"-","timestamp":"02/Mar/2026:04:45:50 +0000","verb":"GET","request":"/a?utm_source=news","httpversion":"1.1","response":"200","bytes":"7","type":"apache"}"#,
            wanted: [
                "event": "page_view", "page": "/a", "status": "200", "source": "news", "user": "",
            ]),
        Case(
            format: "fastly",
            record:
                #"{"timestamp":"2026-03-02T12:00:00+0000","client_ip":"203.0.113.7","geo_country":"finland","host":"shop.example.com","url":"/a","request_method":"GET","request_referer":"","request_user_agent":"Mozilla/5.0","response_status":200,"response_body_size":7}"#,
            wanted: [
                "event": "page_view", "site": "shop.example.com", "page": "/a", "status": "200",
                "country": "FI",
            ]),
        Case(
            format: "akamai",
            record:
                #"{"version":1,"cp":"1","reqId":"9c2d","reqTimeSec":"1772409600.123","bytes":"7","cliIP":"203.0.113.7","statusCode":"200","proto":"HTTPS","reqHost":"shop.example.com","reqMethod":"GET","reqPath":"/a","queryStr":"utm_source=news","UA":"Mozilla%2F5.0%20(X11)","turnAroundTimeMSec":"98","country":"FI"}"#,
            wanted: [
                "time": "2026-03-02T00:00:00.123000Z", "event": "page_view",
                "site": "shop.example.com", "page": "/a", "source": "news", "duration_ms": "98",
                "agent": "Mozilla/5.0 (X11)",
            ]),
        Case(
            format: "fluent-bit",
            record:
                #"{"date":1.7724096E9,"remote":"203.0.113.7","host":"-","user":"-","method":"GET","path":"/a","code":"200","size":"7","referer":"-","agent":"Mozilla/5.0"}"#,
            wanted: [
                "time": "2026-03-02T00:00:00.000000Z", "event": "page_view", "page": "/a",
                "status": "200", "user": "",
            ]),
        Case(
            format: "mixpanel",
            record:
                #"{"event":"$mp_web_page_view","properties":{"time":1772409600,"distinct_id":"d7","$insert_id":"i7","$current_url":"https://shop.example.com/a?utm_source=news","mp_country_code":"FI","$browser":"Chrome"}}"#,
            wanted: [
                "event": "page_view", "visitor": "d7", "site": "shop.example.com", "page": "/a",
                "event_id": "i7", "country": "FI", "source": "news",
            ]),
        Case(
            format: "posthog",
            record:
                #"{"uuid":"u7","event":"$pageview","distinct_id":"d7","timestamp":"2026-03-02T00:00:00.000000+00:00","properties":{"$current_url":"https://shop.example.com/a","$session_id":"s7","$device_type":"Mobile","$geoip_country_code":"FI","$lib":"web"}}"#,
            wanted: [
                "event": "page_view", "visitor": "d7", "page": "/a", "event_id": "u7",
                "session": "s7", "country": "FI",
            ]),
        Case(
            format: "amplitude",
            record:
                #"{"$insert_id":"i7","amplitude_id":7,"country":"Finland","device_id":"d7","device_type":"Windows","event_properties":{"[Amplitude] Page URL":"https://shop.example.com/a","plan":"pro"},"event_time":"2026-03-02 00:00:00.123000","event_type":"[Amplitude] Page Viewed","session_id":1772409600000,"user_id":"u7"}"#,
            wanted: [
                "time": "2026-03-02T00:00:00.123000Z", "event": "page_view", "visitor": "d7",
                "user": "u7", "page": "/a", "country": "FI", "props": #"{"plan":"pro"}"#,
            ]),
        Case(
            format: "snowplow-json",
            record:
                #"{"app_id":"shop","collector_tstamp":"2026-03-02T00:00:01.123Z","derived_tstamp":"2026-03-02T00:00:00.123Z","event":"page_view","event_name":"page_view","event_id":"c6ef3124-b53a-4b13-a233-0088f79dcbcb","domain_userid":"d7","user_id":"u7","page_url":"https://shop.example.com/a","domain_sessionid":"s7","geo_country":"FI"}"#,
            wanted: [
                "time": "2026-03-02T00:00:00.123000Z", "event": "page_view", "visitor": "d7",
                "user": "u7", "page": "/a", "session": "s7",
            ]),
        // As the command that `ingest` advises for Matomo's answer writes it.
        Case(
            format: "matomo",
            record:
                #"{"idSite":"1","idVisit":"10","visitorId":"abc0","visitIp":"203.0.113.7","serverTimestamp":1772409600,"userId":"u7","countryCode":"fi","deviceType":"Smartphone","siteCurrency":"EUR","type":"action","url":"https://shop.example.com/a?x=1","timestamp":1772409605}"#,
            wanted: [
                "time": "2026-03-02T00:00:05.000000Z", "event": "page_view", "visitor": "abc0",
                "user": "u7", "page": "/a", "session": "10", "country": "FI",
            ]),
        Case(
            format: "matomo",
            record:
                #"{"idVisit":"10","visitorId":"abc0","serverTimestamp":1772409600,"siteCurrency":"EUR","type":"ecommerceOrder","revenue":"19.90","timestamp":1772409605}"#,
            wanted: ["event": "ecommerceOrder", "value": "19.90", "currency": "EUR"]),
        // Elastic's common schema has the usual names.
        Case(
            format: "json",
            record:
                #"{"@timestamp":"2026-03-02T00:00:00.000Z","client":{"ip":"203.0.113.7"},"event":{"action":"http","type":["access"],"duration":14000000},"http":{"request":{"method":"GET"},"response":{"status_code":200}},"url":{"path":"/a","domain":"shop.example.com"},"user_agent":{"original":"Mozilla/5.0"}}"#,
            wanted: [
                "event": "page_view", "site": "shop.example.com", "page": "/a", "status": "200",
                "duration_ms": "14",
            ]),
    ]

    @Test(arguments: cases)
    func theRecordIsRead(_ test: Case) throws {
        let bytes = Array((test.record + "\n").utf8)
        let found = try InputSample(bytes).detect(as: nil)
        #expect(found.format.rawValue == test.format)
        var decoder = Decoder(found.format, unwraps: found.unwraps)
        var draft = EventDraft()
        try decoder.decode(Array(test.record.utf8).span, into: &draft)
        for (name, value) in test.wanted.sorted(by: { $0.key < $1.key }) {
            let got: [UInt8] =
                switch name {
                case "time": Array((draft.time?.text ?? "").utf8)
                case "address": draft[.address].copied()
                case "agent": draft[.agent].copied()
                default:
                    EventColumn.allCases.first { $0.name == name }.map { draft.value($0) } ?? []
                }
            #expect(String(decoding: got, as: UTF8.self) == value, "\(name)")
        }
    }

    @Test func aNamedFormatCanBeAskedFor() throws {
        for format in VendorFormat.all {
            #expect(try Format(named: format.name) == .vendor(format))
        }
    }

    @Test func theKnownStringsAreReadable() { #expect(ServerFormat.known.count == 2) }
}
