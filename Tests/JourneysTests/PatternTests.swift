import Testing

@testable import Journeys

struct PatternTests {
    @Test(arguments: [
        ("/product/**", "/product/a/b", true), ("/product/*", "/product/a/b", false),
        ("/product/*", "/product/a", true), ("*", "/a", false), ("**", "/a", true),
        ("/a/*/c", "/a/b/c", true), ("/a/*/c", "/a/b/d/c", false), ("/a", "/a", true),
        ("/a", "/ab", false),
    ])
    func pagesHaveSegments(pattern: String, page: String, matches: Bool) {
        let bytes = Array(page.utf8)
        var set = PatternSet([Pattern("/other/*", for: .page), Pattern(pattern, for: .page)])
        let found = set.matches(bytes.span)
        #expect(found == (matches ? [1] : []))
    }

    @Test func namesHaveNone() {
        let bytes = Array("cart/add/item".utf8)
        var set = PatternSet([Pattern("cart*item", for: .name)])
        let found = set.matches(bytes.span)
        #expect(found == [0])
    }

    /// Backtracking would take years: five stars on a megabyte.
    @Test func manyStarsAreLinear() {
        let bytes = [UInt8](repeating: 0x61, count: 1 << 20)
        var set = PatternSet([Pattern("*a*a*a*a*b", for: .name)])
        let found = set.matches(bytes.span)
        #expect(found.isEmpty)
    }

    @Test func tenThousandPatternsAreOneWalk() {
        var set = PatternSet((0..<10_000).map { Pattern("/shop/\($0)/**", for: .page) })
        for number in [0, 77, 9999] {
            let bytes = Array("/shop/\(number)/a/b".utf8)
            let found = set.matches(bytes.span)
            #expect(found == [number])
        }
    }

    /// A thousand rules `**x**y**` on texts that hold some of the names: a text costs its bytes and what is
    /// found in it, not its bytes a rule.
    @Test(arguments: [100, 1000])
    func rulesDoNotMultiplyTexts(rules: Int) {
        var random = SeededGenerator(seed: UInt64(rules))
        let patterns = (0..<rules).map { "**x\($0)-**y\($0)-**" }
        let size = patterns.reduce(0) { $0 + $1.utf8.count }
        var set = PatternSet(patterns.map { Pattern($0, for: .page) })
        var (bytes, found) = (0, 0)
        for _ in 0..<50 {
            let names = (0..<20).map { _ in Int.random(in: 0..<rules, using: &random) }
            let text = Array(names.map { "/x\($0)-/b/y\($0)-" }.joined().utf8)
            bytes += text.count
            found += names.count
            let matching = set.matches(text.span)
            #expect(matching == Set(names).sorted())
        }
        // Each byte once, what is found in the texts, and what is learnt of the patterns' own bytes.
        let most = 2 * bytes + 10 * found + 4 * size
        #expect(set.steps < most, "\(set.steps) steps for \(bytes) bytes")
    }

    /// A piece that overlaps itself and many that wait for the same one.
    @Test func waitingForOnePieceIsLinear() {
        var set = PatternSet([Pattern](repeating: Pattern("**aaa**aaa**b", for: .page), count: 50))
        let bytes = [UInt8](repeating: 0x61, count: 10_000)
        let found = set.matches(bytes.span)
        #expect(found.isEmpty)
        #expect(set.steps < bytes.count + 50 * 10, "\(set.steps)")
        let other = set.matches(Array("aaaaaab".utf8).span)
        #expect(other == Array(0..<50))
        let few = set.matches(Array("aaaaab".utf8).span)
        #expect(few.isEmpty)
    }

    /// Every text over a small alphabet against a matcher that tries all ways.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func agreesWithTryingAllWays(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let letters: [UInt8] = [0x61, 0x62, 0x2F, 0x2A]
        let patterns = (0..<6).map { _ in
            String(
                decoding: (0..<Int.random(in: 0...6, using: &random)).map { _ in
                    letters[Int.random(in: 0..<4, using: &random)]
                }, as: UTF8.self)
        }
        var set = PatternSet(patterns.map { Pattern($0, for: .page) })
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...7, using: &random)).map { _ in
                letters[Int.random(in: 0..<3, using: &random)]
            }
            let found = set.matches(text.span)
            let wanted = patterns.indices.filter {
                Self.fits(Pattern(patterns[$0], for: .page).tokens[...], text[...])
            }
            #expect(found == wanted, "seed \(seed) \(patterns) \(text)")
        }
    }

    private static func fits(
        _ tokens: ArraySlice<Pattern.Token>, _ text: ArraySlice<UInt8>
    ) -> Bool {
        guard let token = tokens.first else { return text.isEmpty }
        switch token {
        case .byte(let byte):
            return text.first == byte && fits(tokens.dropFirst(), text.dropFirst())
        case .run, .runInSegment:
            if fits(tokens.dropFirst(), text) { return true }
            guard let first = text.first, token == .run || first != 0x2F else { return false }
            return fits(tokens, text.dropFirst())
        }
    }
}
