import Testing
import Rows

@testable import Journeys

struct CreditTests {
    private static func value(_ text: String, _ currency: String = "EUR") -> CustomerRows.Value {
        CustomerRows.Value(
            amount: DecimalSum(Array(text.utf8).span) ?? DecimalSum(),
            currency: Array(currency.utf8))
    }

    /// The sum of `count` shares of 1/`of` of a conversion, as the table has it.
    @Test(
        arguments: [
            (1, 1, "10", "1", "10"), (3, 3, "0.1", "1", "0.1"),
            (1, 3, "10", "0.333333333", "3.333333333"),
            (2, 3, "10", "0.666666667", "6.666666667"), (7, 7, "19.99", "1", "19.99"),
            (40, 40, "0.07", "1", "0.07"), (1, 3, "-10", "0.333333333", "-3.333333333"),
            (300_000, 3, "0.01", "100000", "1000"), (1, 2, "0.000000001", "0.5", "0.000000001"),
            (1, 1, "123456789012345678.25", "1", "123456789012345678.25"), (5, 1, "0", "5", "0"),
        ] as [(Int, Int64, String, String, String)])
    func sharesAddUpExactly(
        count: Int, of: Int64, amount: String, conversions: String, sum: String
    ) {
        var credit = Credit()
        let value = Self.value(amount)
        for _ in 0..<count { credit.add(Credit.one / of, of: value) }
        #expect(String(decoding: credit.conversionsText, as: UTF8.self) == conversions)
        #expect(credit.value.map { String(decoding: $0.amount, as: UTF8.self) } == sum)
    }

    /// Thirds of 10⁻⁹: 2 + 2 - 2 is 2, and is known as the same.
    @Test func equalSumsAreTheSame() {
        var (sum, other) = (Credit(), Credit())
        let third = Credit.one / 3
        for text in ["0.000000002", "0.000000002", "-0.000000002"] {
            sum.add(third, of: Self.value(text))
        }
        for text in ["0", "0.000000002", "0"] { other.add(third, of: Self.value(text)) }
        #expect(sum.agrees(with: other))
    }

    @Test func unknownSumsAreEmpty() {
        var credit = Credit()
        credit.add(Credit.one, of: nil)
        #expect(credit.value == nil)
        credit.add(Credit.one, of: Self.value("99999999999999999999999999999999999999"))
        #expect(credit.value == nil)
        #expect(credit.conversions == 2)
    }

    @Test func sharesOfASumAddUp() {
        var total = Credit()
        for text in ["19.99", "0.01", "-3.5"] { total.add(Credit.one, of: Self.value(text)) }
        let parts = [Credit.one / 7, Credit.one / 3]
        var sum = Credit()
        for share in parts + [Credit.one - parts[0] - parts[1]] { sum.add(total.share(share)) }
        #expect(sum.agrees(with: total))
        #expect(sum.value?.amount == Array("16.5".utf8))
    }

    /// Every model shares out all of a conversion, however many touches there are.
    @Test(arguments: Attribution.Model.allCases)
    func weightsAddUp(model: Attribution.Model) {
        var random = SeededGenerator(seed: 7)
        for halfLife in [1, 1_000_000, 604_800_000_000] as [Int64] {
            var weights = TouchWeights(halfLife: halfLife, direct: 2)
            for count in 1...100 {
                let path = (0..<count).map { _ in
                    Touches.Touch(
                        channel: Int32.random(in: -1..<5, using: &random),
                        age: Int64.random(in: 0..<2_592_000_000_000, using: &random))
                }
                weights.set(model, path.span)
                #expect(weights.parts.reduce(0, +) == Credit.one)
                // Rounding may take some parts of 10⁻¹⁶ from the last touch.
                #expect(weights.parts.allSatisfy { $0 > -1000 })
            }
        }
    }
}
