import ByteIO
import Testing

@testable import Events

struct ReferrerCacheTests {
    /// What is remembered of a host says the same of a URL as the URL itself.
    @Test func aRememberedHostSaysWhatTheURLSays() {
        let rule = ReferrerRule(own: ["shop.example"])
        var cache = ReferrerCache(own: rule)
        var channels = ChannelGroup()
        let urls = [
            "https://www.google.com/", "https://www.google.com/search?q=a/b",
            "https://google.com?a=/b",
            "https://google.com#a/b", "http://user@mail.example:80/a@b", "https://SHOP.example/a",
            "https://www.shop.example", "https://m.facebook.com/l.php",
            "android-app://com.google/x",
            "//cdn.example/a", "about:blank", "-", "https:///a", "http://a",
            "https://www.google.com",
            "https://" + String(repeating: "a", count: 300) + "/b",
        ]
        for url in urls + urls.reversed() {
            let bytes = Array(url.utf8)
            let found = cache.facts(of: bytes.span, &channels)
            let plain = ReferrerFacts(url: bytes.span, own: rule, &channels)
            #expect(found.host == plain.host, "\(url)")
            #expect(found.isOwn == plain.isOwn, "\(url)")
            #expect(found.channel == plain.channel, "\(url)")
        }
        let own = cache.facts(of: Array("https://www.shop.example/x".utf8).span, &channels)
        #expect(own.isOwn && own.channel == nil)
        let search = cache.facts(of: Array("https://www.google.com/x".utf8).span, &channels)
        #expect(search.channel == .organicSearch && search.host == Array("www.google.com".utf8))
    }
}
