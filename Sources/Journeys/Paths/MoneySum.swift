import StageSupport
import Rows

/// A sum of amounts in one currency, or the knowledge that they are in several.
///
/// An amount without a currency is in none of the others': it does not add up with them.
struct MoneySum {
    private var sum: CustomerRows.Value?
    fileprivate private(set) var isMixed = false

    init() {}

    fileprivate init(_ sum: CustomerRows.Value?, isMixed: Bool) {
        self.sum = sum
        self.isMixed = isMixed
    }

    mutating func add(_ value: CustomerRows.Value) {
        guard let sum else {
            sum = value
            return
        }
        if sum.currency != value.currency { isMixed = true }
        var amount = sum.amount
        amount.add(value.amount)
        self.sum = CustomerRows.Value(amount: amount, currency: sum.currency)
    }

    mutating func add(_ other: MoneySum) {
        isMixed = isMixed || other.isMixed
        if let value = other.sum { add(value) }
    }

    /// Nil where there was no amount, or where they are in several currencies.
    var total: CustomerRows.Value? { isMixed ? nil : sum }
}

extension PartialWriter {
    /// The amount and its currency; two empty fields where there is none or it has several currencies.
    mutating func append(_ sum: MoneySum) {
        append(sum.isMixed)
        append(sum.total)
    }

    /// Without a value, two empty fields.
    mutating func append(_ value: CustomerRows.Value?) {
        var amount: [UInt8] = []
        value?.amount.writeExactly(to: &amount)
        append(amount.span)
        let currency = value?.currency ?? []
        append(currency.span)
    }
}

extension PartialReader {
    mutating func moneySum() throws(Failure) -> MoneySum {
        let isMixed = try flag()
        return MoneySum(try amount(), isMixed: isMixed)
    }

    /// A value; nil where its field is empty.
    mutating func amount() throws(Failure) -> CustomerRows.Value? {
        let (text, currency) = (try text(), try text())
        guard !text.isEmpty else { return nil }
        var sum = DecimalSum()
        sum.add(text.span)
        return CustomerRows.Value(amount: sum, currency: currency)
    }
}
