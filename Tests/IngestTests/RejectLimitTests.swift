import StageSupport
import Testing

@testable import Events
@testable import Ingest

struct RejectLimitTests {
    @Test(arguments: [
        (100, 10, false), (100, 11, true), (100_000, 1000, false), (100_000, 1001, true),
    ])
    func aShareAllowsTenInAnyCase(lines: Int, rejected: Int, isExceeded: Bool) throws {
        var ledger = Ledger()
        ledger.lines = lines
        ledger.rejected = rejected
        let limit = try #require(RejectLimit(argument: "1%"))
        #expect(limit.isExceeded(by: ledger) == isExceeded)
    }
}
