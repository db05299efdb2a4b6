import Testing

@testable import FunnelStats

struct PatternTests {
    @Test(arguments: [
        ("/product/**", "/product/a/b", true), ("/product/*", "/product/a/b", false),
        ("/product/*", "/product/a", true), ("*", "/a", false), ("**", "/a", true),
        ("/a/*/c", "/a/b/c", true), ("/a/*/c", "/a/b/d/c", false), ("/a", "/a", true),
        ("/a", "/ab", false),
    ])
    func pagesHaveSegments(pattern: String, page: String, matches: Bool) {
        let bytes = Array(page.utf8)
        let found = Pattern(pattern, for: .page).matches(bytes.span)
        #expect(found == matches)
    }

    @Test func namesHaveNone() {
        let bytes = Array("cart/add/item".utf8)
        let found = Pattern("cart*item", for: .name).matches(bytes.span)
        #expect(found)
    }
}
