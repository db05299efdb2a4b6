import Rows

/// A sum of amounts in one currency, or the knowledge that they are in several.
///
/// An amount without a currency is in none of the others': it does not add up with them.
struct MoneySum {
    private var sum: CustomerRows.Value?
    private var isMixed = false

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
