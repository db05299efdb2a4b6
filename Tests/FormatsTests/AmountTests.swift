import ByteIO
import Testing

@testable import Formats

/// Amounts as shops write them; what may be two numbers is none.
struct AmountTests {
    private static func amount(_ text: String) -> Amount? { Amount(Array(text.utf8).span) }

    @Test(arguments: [
        ("19,99", "19.99"), ("19.99", "19.99"), ("€19.99", "19.99 EUR"), ("19,99 €", "19.99 EUR"),
        ("€ 19,99", "19.99 EUR"), ("-€19.99", "-19.99 EUR"), ("€-19.99", "-19.99 EUR"),
        ("$19.99", "19.99"), ("£5", "5"), ("¥500", "500"), ("₹5", "5"), ("19.99 EUR", "19.99 EUR"),
        ("USD 19.99", "19.99 USD"), ("USD19.99", "19.99 USD"), ("1,299.00", "1299.00"),
        ("1.299,00", "1299.00"), ("1,234,567", "1234567"), ("1.234.567", "1234567"),
        ("1,234,567.89", "1234567.89"), ("1 299,00", "1299.00"), ("1 299", "1299"),
        ("1\u{A0}299,00\u{A0}€", "1299.00 EUR"), ("1\u{202F}299,00", "1299.00"),
        ("1'299.50", "1299.50"), ("1’299", "1299"), ("1.299,000", "1299.000"), ("1.299", "1.299"),
        ("1299,000", "1299.000"), ("0,299", "0.299"), (",5", "0.5"), ("1,2345", "1.2345"),
        ("+5", "5"), ("+ 5", "5"), ("\u{2212}5", "-5"), ("  19.99 ", "19.99"), ("\t5", "5"),
        ("1e3", "1000"), ("1E3", "1000"), ("1.5e3", "1500"), ("1.50e1", "15.0"), ("15e-1", "1.5"),
        ("1e-3", "0.001"), ("12.5e-2", "0.125"), ("-1e2", "-100"), ("0", "0"), ("1e+2", "100"),
    ])
    func isRead(text: String, expected: String) throws {
        let amount = try #require(Self.amount(text))
        let currency = String(decoding: amount.currency, as: UTF8.self)
        let decimal = String(decoding: amount.decimal, as: UTF8.self)
        #expect((currency.isEmpty ? decimal : "\(decimal) \(currency)") == expected)
        let isDecimal = Decimal.isDecimal(amount.decimal.span)
        #expect(isDecimal)
    }

    @Test(arguments: [
        "1,299", "12,345", "123,456", "1 29", "1,29,900", "1,2,3", "0,123,456", "1234,567,890",
        "1.2.3", "1,299.00.5", "1.299,00,5", "1,299 000", "0x10", "", " ", "€", "EUR", "-", "+",
        ".", ",", "5,", "1e", "e3", "1e99", "1e-", "1.2,3e1", "--5", "+-5", "5-", "(5)", "5 kr",
        "19.99 eur", "US$5", "€5€", "NaN", "Infinity", "five", "5 5", "1\u{0}",
        "12345678901234567890123456789012345",
    ])
    func isNone(text: String) { #expect(Self.amount(text)?.decimal == nil) }

    /// Hostile lengths cost nothing.
    @Test func longTextsAreNone() {
        #expect(Self.amount(String(repeating: "1", count: 1 << 20))?.decimal == nil)
    }

    @Test(arguments: [
        (#""value":"€19,99""#, "19.99", "EUR", false),
        (#""value":"€19,99","currency":"EUR""#, "19.99", "EUR", false),
        (#""value":"€19,99","currency":"USD""#, "", "USD", true),
        (#""value":"$19.99","currency":"CAD""#, "19.99", "CAD", false),
        (#""value":"$19.99""#, "19.99", "", false),
        (#""value":"5 SEK","currency":"crowns""#, "5", "SEK", true),
        (#""value":"1,299","currency":"EUR""#, "", "EUR", true),
        (#""value":1e3"#, "1000", "", false), (#""value":"19.990""#, "19.990", "", false),
    ])
    func aCurrencyIsNamedOnce(
        members: String, value: String, currency: String, isNoted: Bool
    ) throws {
        let line =
            #"{"time":"2026-01-05T10:00:00Z","event":"purchase","visitor":"v",\#(members)}"#
        let event = try #require(decode(line + "\n", .json).first)
        #expect(event["value"] == value)
        #expect(event["currency"] == currency)
        #expect(event.notes == (isNoted ? ["bad_value"] : []))
    }
}
