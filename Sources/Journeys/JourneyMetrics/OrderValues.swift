import StageSupport
import ByteIO
import Rows

/// The values of conversions less their refunds, each currency for itself.
struct OrderValues {
    struct Orders {
        let currency: [UInt8]
        var count = 0
        var sum = DecimalSum()
    }

    private var indices: [[UInt8]: Int] = [:]
    private var orders: [Orders] = []

    /// Counts the value of a conversion.
    mutating func add(_ value: CustomerRows.Value) {
        let index = index(of: value.currency)
        orders[index].count += 1
        orders[index].sum.add(value.amount)
    }

    /// Adds the amount of a refund, which lies below 0 and is no order.
    mutating func takeBack(_ value: CustomerRows.Value) {
        orders[index(of: value.currency)].sum.add(value.amount)
    }

    private mutating func index(of currency: [UInt8]) -> Int {
        let index = indices[currency, default: orders.count]
        if index == orders.count {
            indices[currency] = index
            orders.append(Orders(currency: currency))
        }
        return index
    }

    /// Count falling, then bytes.
    var sorted: [Orders] {
        orders.sorted {
            $0.count == $1.count
                ? $0.currency.span.order($1.currency.span) < 0 : $0.count > $1.count
        }
    }
}

// What adds up.
extension OrderValues: Mergeable {
    func write(to partial: inout PartialWriter) {
        for one in orders.sorted(by: { $0.currency.span.order($1.currency.span) < 0 }) {
            partial.begin("orders")
            partial.append(one.count)
            partial.append(CustomerRows.Value(amount: one.sum, currency: one.currency))
            partial.end()
        }
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        while partial.isNext("orders") {
            var count = 0
            try partial.add(to: &count)
            guard let value = try partial.amount() else { throw partial.damage("no amount") }
            try partial.finishLine()
            let index = index(of: value.currency)
            orders[index].count += count
            orders[index].sum.add(value.amount)
        }
    }
}
