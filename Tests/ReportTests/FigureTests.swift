import Testing

@testable import Report

struct FigureTests {
    /// Numbers as people write them, rounded by hand; a thin space stands between groups and units.
    static let cases: [(figure: Figure, value: Double, text: String)] = [
        (.count, 0, "0"), (.count, 999, "999"), (.count, 1000, "1 000"),
        (.count, 12_345_678, "12 345 678"), (.count, -1234, "−1 234"),
        (.short, 9999, "9 999"), (.short, 12_345, "12.3k"), (.short, 123_456, "123k"),
        (.short, 999_400, "999k"), (.short, 1_234_567, "1.2M"),
        (.percent, 0, "0.0 %"), (.percent, 1, "100.0 %"), (.percent, 0.331472299, "33.1 %"),
        (.percent, 0.0004, "<0.1 %"), (.percent, 0.0006, "0.1 %"), (.percent, -0.25, "−25.0 %"),
        (.wholePercent, 0.004, "<1 %"), (.wholePercent, 0.126, "13 %"),
        (.points, 0.350884108, "+35.1 pp"), (.points, -0.0571, "−5.7 pp"),
        (.barePoints, 0.3, "30"), (.barePoints, -0.0571, "−5.7"), (.score, 0.516, "+52"),
        (.about("EUR"), 1433.8, "≈ 1 430 €"), (.about("USD"), 71.4, "≈ 71 USD"),
        (.about("EUR"), 123_456, "≈ 123 000 €"), (.wholeMoney("EUR"), 15_413.36, "15 413 €"),
        (.duration, 0, "0 s"), (.duration, 0.35, "350 ms"), (.duration, 8.44, "8.4 s"),
        (.duration, 9.96, "10 s"), (.duration, 38.1345, "38 s"), (.duration, 59.6, "1 min"),
        (.duration, 133, "2 min 13 s"), (.duration, 3599.7, "1 h"), (.duration, 7260, "2 h 1 min"),
        (.duration, 86_399, "1 d"), (.duration, 100_800, "1 d 4 h"),
        (.decimal(1), 15.907, "15.9"), (.decimal(0), 71.2, "71"),
        (.money("EUR"), 203_579.59, "203 579.59 €"),
        (.chance, 0.0009, "<0.001"), (.chance, 0.0351, "0.035"), (.chance, 1, "1.000"),
        (.ratio, 0.004, "<0.01"), (.ratio, 1.0154, "1.02"), (.ratio, 12.34, "12.3"),
        (.ratio, 1234, "1 234"),
    ]

    @Test(arguments: cases.indices)
    func shown(index: Int) {
        let (figure, value, text) = Self.cases[index]
        #expect(Words().show(value, figure).replacing("\u{202F}", with: " ") == text)
    }

    /// A decimal comma, a narrow no-break space before each unit and between groups.
    @Test(arguments: [
        (Figure.count, 1_234_567, "1\u{202F}234\u{202F}567"), (.percent, 0.123, "12,3\u{202F}%"),
        (.percent, 0.0004, "<0,1\u{202F}%"), (.points, -0.0571, "−5,7\u{202F}%\u{2011}yks."),
        (.short, 12_345, "12,3\u{202F}t"), (.short, 1_234_567, "1,2\u{202F}milj."),
        (.duration, 100_800, "1\u{202F}pv 4\u{202F}h"), (.duration, 8.44, "8,4\u{202F}s"),
        (.money("EUR"), 203_579.59, "203\u{202F}579,59\u{202F}€"), (.chance, 0.0351, "0,035"),
    ])
    func inFinnish(figure: Figure, value: Double, text: String) {
        #expect(Words(language: .fi).show(value, figure) == text)
    }

    @Test func aMissingNumberIsADash() { #expect(Words().show(nil, .count) == "–") }
}

struct LabelTests {
    @Test(arguments: [
        ("add_to_cart", "add_to_cart"),
        ("abcdefghijklmnopqrstuvwxyz012345", "abcdefghijklmnopqrstuvwxyz012345"),
        ("abcdefghijklmnopqrstuvwxyz0123456789", "abcdefghijklmnop…vwxyz0123456789"),
    ])
    func namesOverThirtyTwoAreCutInTheMiddle(name: String, shown: String) {
        #expect(Label.fitted(name, width: 1000, size: 13) == shown)
    }

    @Test(arguments: [
        String(repeating: "W", count: 300), "合計合計合計合計合計合計",
        "z" + String(repeating: "\u{336}", count: 60),
        "a\u{202E}b\u{202E}c", "x",
    ])
    func labelsFit(name: String) {
        for width in [40.0, 120, 250] {
            let shown = Label.fitted(name, width: width, size: 13)
            #expect(Label.width(shown, size: 13) <= width || shown.unicodeScalars.count == 3)
        }
    }
}

struct AxisWordTests {
    /// Ticks that stand apart show different words, however close they are.
    @Test(arguments: [(0.25, 0), (0.01, 0), (0.005, 1), (0.0005, 2)])
    func ticksDiffer(step: Double, places: Int) {
        let shown = (0...4).map { Words().share(Double($0) * step, step: step) }
        #expect(Set(shown).count == 5, "\(shown)")
        #expect(shown[1].split(separator: ".").count == (places == 0 ? 1 : 2))
    }
}
