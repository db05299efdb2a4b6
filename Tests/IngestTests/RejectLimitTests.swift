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

    /// What is told is what was asked for.
    @Test(arguments: [("1%", 1.0), ("0%", 0), ("0.5%", 0.5), ("12%", 12), ("100%", 100)])
    func aShareIsToldInPercent(argument: String, percent: Double) throws {
        let text = try #require(RejectLimit(argument: argument)).description
        #expect(text.hasSuffix("%"))
        #expect(abs((Double(text.dropLast()) ?? -1) - percent) < 1e-9)
    }

    @Test(arguments: [("0", "0"), ("7", "7"), ("-1", nil), ("101%", nil), ("%", nil), ("1.5", nil)])
    func aCountIsWhole(argument: String, text: String?) {
        #expect(RejectLimit(argument: argument)?.description == text)
    }
}
