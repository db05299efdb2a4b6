import ByteIO
import TestSupport
import Testing

@testable import Events

struct BotFilterTests {
    /// The vendored list's own examples, each with the first pattern that Python's `re` finds.
    static func examples() throws -> [(first: Int, agent: String)] {
        var input = try InputFile(path: Fixture.path("ingest/crawlers.tsv.gz"))
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        var filled = 0
        while true {
            let count = try input.read(into: &bytes, at: filled)
            if count == 0 { break }
            filled += count
        }
        return String(decoding: bytes[..<filled], as: UTF8.self).split(separator: "\n").map {
            let parts = $0.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            return (Int(parts[0]) ?? -1, String(parts[1]))
        }
    }

    @Test func everyPatternOfTheListIsRead() {
        #expect(CrawlerPatterns.texts().count == 1498)
        #expect(CrawlerPatterns.shared.others.count == CrawlerTables.others.count)
    }

    /// The tables against the list itself, each pattern matched alone; of the list's own examples, for
    /// which Python has spoken, every tenth, and changed in one byte.
    @Test func tablesFindWhatThePlainListFinds() throws {
        let patterns = try CrawlerPatterns.texts().map { try #require(SmallPattern($0)) }
        var random = SplitMix(seed: 7)
        let fixed = try Fixture.cases("ingest/agents.json").compactMap { $0["agent"] as? String }
        let examples = try Self.examples().map(\.agent)
        for agent in fixed + stride(from: 0, to: examples.count, by: 10).map({ examples[$0] }) {
            var bytes = Array(agent.utf8)
            for _ in 0..<2 {
                let plain = patterns.firstIndex { $0.isFound(in: bytes.span) }
                #expect(CrawlerPatterns.shared.first(in: bytes.span) == plain, "\(agent)")
                guard !bytes.isEmpty else { break }
                bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(random.next() % 96) + 0x20
            }
        }
    }

    @Test func examplesOfTheListGiveThePatternThatPythonFinds() throws {
        let examples = try Self.examples()
        #expect(examples.count == 2116)
        for (first, agent) in examples {
            let bytes = Array(agent.utf8)
            let found = CrawlerPatterns.shared.first(in: bytes.span)
            #expect(found == first, "\(agent)")
        }
    }

    @Test func fixtureAgentsAreKnown() throws {
        let cases = try Fixture.cases("ingest/agents.json")
        #expect(cases.count > 50)
        var cache = AgentCache()
        for test in cases {
            let agent = try #require(test["agent"] as? String)
            let bytes = agent == "-" ? [] : Array(agent.utf8)
            let facts = cache.facts(of: bytes.span)
            let isBot = facts.evidence != nil
            #expect(isBot == test["bot"] as? Bool, "\(agent)")
            guard let device = test["device"] as? String else { continue }
            let found = facts.device.map { "\($0.name)" } ?? ""
            #expect(found == device, "\(agent)")
        }
    }

    @Test(arguments: [
        ("", "agent_empty"), ("- 12", "agent_empty"), ("Googlebot/2.1", "list:Googlebot\\/"),
        ("GOOGLEBOT", "token:bot"), ("CUBOT X19", ""), ("Cubot robot", "token:bot"),
        ("my-Spider", "token:spider"), ("tool (a@b.example)", "token:@"), ("Mozilla/5.0 (x)", ""),
        ("\u{E9}", ""), ("wget", "list:[wW]get"), ("seekbot", "token:bot"),
    ])
    func evidenceIsNamed(agent: String, evidence: String) {
        var cache = AgentCache()
        let bytes = Array(agent.utf8)
        for _ in 0..<2 {
            let found = cache.facts(of: bytes.span).evidence?.text ?? ""
            #expect(found == evidence)
        }
    }

    // Expected values: Python 3 `re.search`.
    @Test(arguments: [
        ("[wW]get", "xWget", true), ("[wW]get", "WGET", false), ("^LCC ", "LCC x", true),
        ("^LCC ", " LCC x", false), ("a([^-]|$)", "a", true), ("a([^-]|$)", "a-", false),
        ("a([^-]|$)", "a-ab", true), ("(^| )P/", "P/", true), ("(^| )P/", "x P/", true),
        ("(^| )P/", "xP/", false), ("\\d\\.\\d+ F", "1.23 F", true),
        ("\\d\\.\\d+ F", "1. F", false),
        ("C[\\s\\S]*R", "xC--R", true), ("C[\\s\\S]*R", "RC", false), ("L$", "LL", true),
        ("L$", "Lx", false), ("ab|^c", "xab", true), ("ab|^c", "xc", false),
        ("colou?r", "color", true),
        ("a(b|cd)e", "acde", true), ("a(b|cd)e", "ace", false),
    ])
    func smallPatternsMatchAsInPython(pattern: String, text: String, isFound: Bool) throws {
        let compiled = try #require(SmallPattern(Array(pattern.utf8)))
        let bytes = Array(text.utf8)
        let found = compiled.isFound(in: bytes.span)
        #expect(found == isFound)
    }

    @Test(arguments: ["(a", "a)", "[a", "*a", "a{2}", "\\w", "", "a*", "((((((((((a))))))))))"])
    func otherFormsAreRefused(pattern: String) {
        #expect(SmallPattern(Array(pattern.utf8)) == nil)
    }

    @Test func matchingIsLinear() {
        // 4 MB that an engine with backtracking would try at every start.
        let agent = Array("Current".utf8) + [UInt8](repeating: 0x43, count: 4 << 20)
        let found = CrawlerPatterns.shared.first(in: agent.span)
        #expect(found == nil)
    }

    @Test func theAutomatonFindsTheLowestNumber() {
        // Of she (0), he (1), hers (2) and s (4), as Scripts/vendor-lists writes it.
        let automaton = LiteralAutomaton(
            #"""
            ~001000ooh003000oos00400004e00500001h006001oor007000oo\#
            e00800300s00800202~008000oo
            """#)
        let found = ["ushers", "her", "xs", "", "h"].map {
            automaton.lowest(in: Array($0.utf8).span)
        }
        #expect(found == [0, 1, 4, nil, nil])
    }
}

struct StaticAssetTests {
    @Test(arguments: [
        ("/a.css", true), ("/a.JPG", true), ("/x/y.woff2", true), ("/a.webmanifest", true),
        ("/a.b/c", false), ("/a.pdf", false), ("/data.json", false), ("/", false), ("/css", false),
        ("/a.css/", false), (".js", true), ("/a.", false), ("/app.min.mjs", true),
        ("/a.mp4", false),
    ])
    func anAssetIsKnownByItsExtension(page: String, isAsset: Bool) {
        let found = StaticAsset.isAsset(page: Array(page.utf8).span)
        #expect(found == isAsset)
    }
}

struct DeviceClassTests {
    @Test(arguments: [
        ("Mozilla/5.0 (Linux; Android 9; AFTMM) AppleWebKit", "tv"), ("AFT", "other"),
        ("Mozilla/5.0 (SMART-TV; Linux; Tizen 5.0)", "tv"), ("Tizen Mobile", "mobile"),
        ("Mozilla/5.0 (Linux; Android 13; SM-X200)", "tablet"), ("Silk/1 Mobile", "mobile"),
        ("Mozilla/5.0 (PlayStation 5)", "other"), ("", ""), ("KaiOS/3", "mobile"),
    ])
    func agentsNameTheirDevice(agent: String, device: String) {
        let found = DeviceClass(agent: Array(agent.utf8).span).map { "\($0.name)" } ?? ""
        #expect(found == device)
    }

    @Test(arguments: [
        ("Desktop", "desktop"), ("smart tv", "tv"), ("Computer", "desktop"), ("ios", "mobile"),
        ("Tablet", "tablet"), ("Game console", "other"), ("ANDROID", "mobile"), ("web", "desktop"),
        // Amplitude names families of devices.
        ("Windows", "desktop"), ("Mac", "desktop"), ("Linux", "desktop"),
        ("Apple iPhone", "mobile"),
        ("Windows Phone", "mobile"), ("Apple iPad", "tablet"),
    ])
    func loggedWordsAreUnderstood(word: String, device: String) {
        let found = DeviceClass(logged: Array(word.utf8).span)
        #expect("\(found.name)" == device)
    }
}
