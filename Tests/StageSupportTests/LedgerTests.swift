import Testing

@testable import StageSupport

@Suite struct LedgerTests {
    /// Every class, each with a number of its own; the sum is 63.
    private static var ledger: Ledger {
        var ledger = Ledger()
        ledger.lines = 63
        (ledger.events, ledger.rejected, ledger.filtered) = (1, 2, 4)
        (ledger.bots, ledger.duplicates, ledger.blank) = (8, 16, 32)
        ledger.rejects = ["bad_time": 2]
        return ledger
    }

    @Test func everyClassCounts() {
        #expect(Self.ledger.isBalanced)
        for change: (inout Ledger) -> Void in [
            { $0.lines += 1 }, { $0.events += 1 }, { $0.rejected += 1 }, { $0.filtered += 1 },
            { $0.bots += 1 }, { $0.duplicates += 1 }, { $0.blank += 1 },
            { $0.rejects["bad_json"] = 1 }, { $0.rejects = [:] },
        ] {
            var ledger = Self.ledger
            change(&ledger)
            #expect(!ledger.isBalanced)
        }
    }

    @Test func sumsAreOfAllClasses() {
        var sum = Self.ledger
        var other = Self.ledger
        other.rejects = ["bad_time": 1, "bad_json": 1]
        sum.add(other)
        #expect(sum.isBalanced)
        #expect(
            sum.text
                == "126 lines = 2 events + 4 rejected + 8 filtered + 16 bots + 32 duplicates + 64 blank"
        )
        #expect(sum.rejects == ["bad_time": 3, "bad_json": 1])
    }
}
