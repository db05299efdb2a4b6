import ByteIO
import Rows

/// The values of conversions, each currency for itself.
struct OrderValues {
    struct Orders {
        let currency: [UInt8]
        var count = 0
        var sum = DecimalSum()
    }

    private var indices: [[UInt8]: Int] = [:]
    private var orders: [Orders] = []

    /// Counts the value of a conversion.
    mutating func observe(_ value: CustomerRows.Value) {
        let index = indices[value.currency, default: orders.count]
        if index == orders.count {
            indices[value.currency] = index
            orders.append(Orders(currency: value.currency))
        }
        orders[index].count += 1
        orders[index].sum.add(value.amount)
    }

    /// Count falling, then bytes.
    var sorted: [Orders] {
        orders.sorted {
            $0.count == $1.count
                ? $0.currency.span.order($1.currency.span) < 0 : $0.count > $1.count
        }
    }
}
