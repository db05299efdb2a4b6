import ByteIO
import Rows

/// The values of conversions, each currency for itself.
struct OrderValues {
    struct Orders {
        let currency: [UInt8]
        var count = 0
        var sum = DecimalSum()
    }

    private var places: [[UInt8]: Int] = [:]
    private var orders: [Orders] = []

    /// Takes the value of a conversion.
    mutating func observe(_ value: CustomerRows.Value) {
        let place = places[value.currency, default: orders.count]
        if place == orders.count {
            places[value.currency] = place
            orders.append(Orders(currency: value.currency))
        }
        orders[place].count += 1
        orders[place].sum.add(value.amount)
    }

    /// Count falling, then bytes.
    var sorted: [Orders] {
        orders.sorted {
            $0.count == $1.count
                ? $0.currency.span.order($1.currency.span) < 0 : $0.count > $1.count
        }
    }
}
