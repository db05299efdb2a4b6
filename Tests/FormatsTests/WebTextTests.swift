import Formats
import Testing

/// Pages and addresses, through common log lines.
struct WebTextTests {
    private func page(_ path: String) -> Decoded? {
        decode(
            #"203.0.113.7 - - [01/May/2024:13:00:00 +0300] "GET \#(path) HTTP/1.1" 200 5"# + "\n",
            .common
        )
        .first
    }

    @Test(arguments: [
        ("/a/%7euser/%c3%a9?x=1#y", "/a/~user/%C3%A9"), ("/é", "/%C3%A9"),
        ("/A//b/../c", "/A//b/../c"),
        ("/a;jsessionid=1F?x", "/a"), ("/a;jsession%69d=1", "/a"), ("/100%", "/100%"),
        ("/%2f%2F%41", "/%2F%2FA"), ("/%4%31", "/%4%31"), ("/%%34%31", "/%%341"),
        ("/a b.html", "/a b.html"),
        (#"/\x00\xe9"#, "/%00%E9"), ("https://Shop.Example.com.:443/x", "/x"), ("/?a=b", "/"),
    ])
    func givesAPageItsOneForm(path: String, wanted: String) {
        let first = page(path)
        #expect(first?["page"] == wanted)
        #expect(page(wanted)?["page"] == wanted, "twice gives the same")
    }

    /// n(n(x)) = n(x) for random paths of the bytes that matter.
    @Test(arguments: 0..<300 as Range<UInt64>)
    func normalizingTwiceGivesTheSame(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let alphabet = Array("%%%%%0123456789abcdefABCDEF;=/.jsessionid~_-?#é \\")
        let path = "/" + String((0..<40).map { _ in alphabet.randomElement(using: &random) ?? "/" })
        guard let once = page(path), once.reading == .event else { return }
        #expect(page(once["page"])?["page"] == once["page"], "\(seed): \(path)")
    }

    @Test func cutsALongPage() {
        #expect(page("/" + String(repeating: "a", count: 2047))?.notes == [])
        let cut = page("/" + String(repeating: "a", count: 2048))
        #expect(cut?["page"].utf8.count == 2048)
        #expect(cut?.notes == ["cut"])
        let escaped = page("/" + String(repeating: "é", count: 400))
        #expect(escaped?["page"].utf8.count == 2047)
    }

    @Test(arguments: [
        ("203.0.113.7", "203.0.113.7"), ("203.0.113.7:4711", "203.0.113.7"),
        ("[2001:DB8::1]:443", "2001:db8::1"), ("fe80::1%eth0", "fe80::1"),
        ("::ffff:203.0.113.7", "203.0.113.7"), ("10.0.0.1, 203.0.113.7, 8.8.8.8", "203.0.113.7"),
        ("10.0.0.1, 192.168.1.1", "10.0.0.1"), ("unix:", "unix:"), ("-", ""),
        ("piweba4y.prodigy.com", "piweba4y.prodigy.com"), ("fc00::1, 2001:db8::2", "2001:db8::2"),
        ("::", "::"), ("1::", "1::"), ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
        ("::1.2.3.4", "::1.2.3.4"),
    ])
    func cleansAddresses(text: String, wanted: String) {
        let line = text + #" - - [01/May/2024:13:00:00 +0300] "GET / HTTP/1.1" 200 5"# + "\n"
        let found = decode(line, .common).first
        #expect(found?.reading == .event)
        #expect(found?["address"] == wanted)
    }

    /// Of a list the first address that is not of a private network: each range at its ends, and what lies
    /// one below and one above it. Sources: RFC 1918, 1122, 3927, 4193, 4291.
    @Test(arguments: [
        ("9.255.255.255", true), ("10.0.0.0", false), ("10.255.255.255", false), ("11.0.0.0", true),
        ("126.255.255.255", true), ("127.0.0.0", false), ("127.255.255.255", false),
        ("128.0.0.0", true), ("172.15.255.255", true), ("172.16.0.0", false),
        ("172.31.255.255", false), ("172.32.0.0", true), ("192.167.255.255", true),
        ("192.168.0.0", false), ("192.168.255.255", false), ("192.169.0.0", true),
        ("169.253.255.255", true), ("169.254.0.0", false), ("169.254.255.255", false),
        ("169.255.0.0", true), ("0.0.0.0", false), ("0.255.255.255", false), ("1.0.0.0", true),
        ("::1", false), ("::2", true), ("fbff:ffff::1", true), ("fc00::", false),
        ("fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", false), ("fe00::1", true),
        ("fe7f:ffff::1", true), ("fe80::", false), ("febf:ffff::1", false), ("fec0::1", true),
        ("::ffff:10.0.0.1", false), ("::ffff:11.0.0.1", true), ("FC00::1", false),
    ])
    func privateRangesEndWhereTheyEnd(address: String, isPublic: Bool) {
        let line =
            "\(address), 8.8.4.4" + #" - - [01/May/2024:13:00:00 +0300] "GET / HTTP/1.1" 200 5"#
            + "\n"
        let found = decode(line, .common).first?["address"] ?? ""
        #expect((found == "8.8.4.4") == !isPublic, "\(found)")
    }

    @Test(arguments: ["999.1.2.3", "1.2.3.", "1..2.3", "1:2:3:4:5:6:7:8:9", "1:::2", "12345::1"])
    func rejectsWhatLooksLikeAnAddressAndIsNone(text: String) {
        let line = text + #" - - [01/May/2024:13:00:00 +0300] "GET / HTTP/1.1" 200 5"# + "\n"
        #expect(decode(line, .common).first?.code == "bad_client")
    }
}

/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
