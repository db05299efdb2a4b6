import ByteIO

/// Agents of libraries and tools that make HTTP requests, and of nothing else: no browser, no crawler.
///
/// In a server's log they are programs that read pages. In an event log they are a shop's own server, which
/// reports what customers did.
enum HTTPLibraries {
    /// How the agents begin, in lower case. Sources: the default agents that the libraries' manuals name.
    private static let starts: [StaticString] = [
        "aiohttp", "akka-http", "apache-httpclient", "async-http-client", "aws-sdk", "axios",
        "curl",
        "dart", "elixir", "faraday", "fasthttp", "go-http-client", "google-api", "got", "grpc-",
        "guzzlehttp", "hackney", "http.rb", "httpie", "httpx", "java", "java-http-client", "jersey",
        "ktor", "libcurl", "libwww-perl", "lua-resty-http", "mojolicious", "needle", "node",
        "node-fetch",
        "node-superagent", "okhttp", "php", "postmanruntime", "python", "python-httpx",
        "python-requests", "python-urllib", "reactornetty", "reqwest", "rest-client", "restsharp",
        "ruby", "scalaj-http", "spring", "symfony", "typhoeus", "undici", "unirest", "urllib",
        "vert.x", "wget", "zend_http",
    ]

    /// Whether `agent` is such a name, alone or with a version or remark behind it.
    static func hold(_ agent: Span<UInt8>) -> Bool {
        guard !agent.isEmpty else { return false }
        let head = agent.extracting(0..<min(agent.count, 32)).copied().map(\.asciiLowercased)
        for start in starts where head.span.starts(with: start) {
            let end = start.utf8CodeUnitCount
            guard end < head.count else { return !namesCrawler(agent, start) }
            switch head[end] {
            case 0x20, 0x2F, 0x2D, 0x3B, 0x28, 0x5F, 0x30...0x39: return !namesCrawler(agent, start)
            default: continue
            }
        }
        return false
    }

    /// Whether it goes on as crawlers' agents do, which name themselves and an address. The address of the library itself
    /// is none, as in `node-fetch/1.0 (+https://github.com/bitinn/node-fetch)`.
    private static func namesCrawler(_ agent: Span<UInt8>, _ library: StaticString) -> Bool {
        let lower = agent.copied().map(\.asciiLowercased)
        let behind = lower.span.extracting(library.utf8CodeUnitCount...)
        return lower.span.contains("bot") || lower.span.contains("crawl")
            || lower.span.contains("spider")
            || behind.contains("+http") && !behind.contains(library)
    }
}
