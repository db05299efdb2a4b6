import Testing

@testable import Sessionize
@testable import Sessions

struct SessionRuleTests {
    @Test(arguments: [
        (SessionRule.Boundary.gt, 1_800_000_000 as Int64, false), (.gt, 1_800_000_001, true),
        (.ge, 1_799_999_999, false), (.ge, 1_800_000_000, true), (.gt, 0, false), (.ge, 0, false),
    ])
    func splitsByTheBoundary(boundary: SessionRule.Boundary, gap: Int64, splits: Bool) {
        let rule = SessionRule(timeout: 1_800_000_000, boundary: boundary)
        #expect(rule.splits(after: gap) == splits)
    }
}
