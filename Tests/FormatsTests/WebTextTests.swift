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
