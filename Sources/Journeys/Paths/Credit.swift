import StageSupport
import ByteIO
import Rows

/// Shares of conversions and of their values, added up exactly: a sum does not depend on the order in
/// which customers come, and all channels together have what there was.
///
/// A conversion is divided into `one` parts. Equal shares of up to 40 touches, and of a fifth, are
/// whole numbers of them. Values are kept to 9 decimals.
struct Credit: Equatable {
    /// 5 · lcm(1, …, 40).
    static let one: Int64 = 26_714_657_285_316_000

    private static let places = 9
    /// Larger values are not added up: sums of them could pass what the type holds.
    private static let largestValue: Int128 = 1_000_000_000_000_000_000_000_000_000

    /// Of conversions.
    private(set) var parts: Int128 = 0
    /// 10⁻⁹ of the currency, and parts of one of these.
    private var units: Int128 = 0
    private var rest: Int128 = 0
    private var hasValue = false
    private var isUnknown = false
    private var currency: [UInt8] = []
    private var hasTwoCurrencies = false

    /// Whole conversions.
    var conversions: Int { Int(parts / Int128(Self.one)) }

    /// Adds `share` parts of a conversion and of its value.
    mutating func add(_ share: Int64, of value: CustomerRows.Value?) {
        parts += Int128(share)
        if let value { addAmount(share, of: value) }
    }

    /// Adds `share` parts of an amount alone, as that of a refund.
    mutating func addAmount(_ share: Int64, of value: CustomerRows.Value) {
        mix(value.currency)
        guard let amount = value.amount.units(places: Self.places),
            amount.magnitude <= Self.largestValue.magnitude
        else {
            isUnknown = true
            return
        }
        add(Self.product(amount, share))
    }

    /// Adds another sum.
    mutating func add(_ other: Credit) {
        parts += other.parts
        if other.hasValue { mix(other.currency) }
        isUnknown = isUnknown || other.isUnknown
        hasTwoCurrencies = hasTwoCurrencies || other.hasTwoCurrencies
        add((other.units, other.rest))
    }

    /// `share` parts of a sum of whole conversions.
    func share(_ share: Int64) -> Credit {
        var credit = self
        credit.parts = Int128(conversions) * Int128(share)
        (credit.units, credit.rest) = (0, 0)
        credit.add(Self.product(units, share))
        return credit
    }

    /// Whether both have the same conversions and, where it is known, the same value.
    func agrees(with other: Credit) -> Bool {
        parts == other.parts && isUnknown == other.isUnknown
            && (isUnknown || (units, rest) == (other.units, other.rest))
    }

    /// An amount of a currency is added; one without has none of the others'.
    private mutating func mix(_ other: [UInt8]) {
        if !hasValue { currency = other }
        hasValue = true
        if currency != other { hasTwoCurrencies = true }
    }

    /// The rest is kept in 0 ..< one, so that equal sums look equal.
    private mutating func add(_ amount: (units: Int128, rest: Int128)) {
        let one = Int128(Self.one)
        units += amount.units
        rest += amount.rest
        units += rest / one
        rest %= one
        if rest < 0 {
            rest += one
            units -= 1
        }
    }

    /// `amount` times `share` parts; in two steps, so that nothing overflows.
    private static func product(
        _ amount: Int128, _ share: Int64
    ) -> (units: Int128, rest: Int128) {
        let (whole, left) = amount.quotientAndRemainder(dividingBy: Int128(one))
        let (units, rest) = (left * Int128(share)).quotientAndRemainder(dividingBy: Int128(one))
        return (whole * Int128(share) + units, rest)
    }
}

// The cells of the table.
extension Credit {
    /// Conversions with up to 9 decimals.
    var conversionsText: [UInt8] {
        let (whole, left) = parts.quotientAndRemainder(dividingBy: Int128(Self.one))
        return Self.decimal(whole * 1_000_000_000, left * 1_000_000_000)
    }

    /// The value with up to 9 decimals, and its currency; nil where there is none or it has two
    /// currencies.
    var value: (amount: [UInt8], currency: [UInt8])? {
        guard hasValue, !isUnknown, !hasTwoCurrencies else { return nil }
        return (Self.decimal(units, rest), currency)
    }

    /// 10⁻⁹ units and parts of one of these as a decimal, rounded half up, without trailing zeros.
    private static func decimal(_ units: Int128, _ rest: Int128) -> [UInt8] {
        let one = Int128(one)
        let (whole, left) = rest.quotientAndRemainder(dividingBy: one)
        var rounded = units + whole
        if left * 2 >= one { rounded += 1 }
        var text: [UInt8] = []
        DecimalSum(units: rounded, places: places).write(to: &text)
        while text.last == 0x30 { text.removeLast() }
        if text.last == 0x2E { text.removeLast() }
        return text
    }
}

extension PartialWriter {
    /// What several currencies have together is known to nobody, and neither is which of them came first.
    mutating func append(_ credit: Credit) { credit.append(to: &self) }
}

extension PartialReader {
    mutating func credit() throws(Failure) -> Credit { try Credit(&self) }
}

extension Credit {
    fileprivate func append(to partial: inout PartialWriter) {
        partial.append(parts)
        partial.append(units)
        partial.append(rest)
        partial.append(hasValue)
        partial.append(isUnknown)
        partial.append(hasTwoCurrencies)
        partial.append(hasTwoCurrencies ? Span() : currency.span)
    }

    fileprivate init(_ partial: inout PartialReader) throws(Failure) {
        parts = try partial.wideNumber()
        units = try partial.wideNumber()
        rest = try partial.wideNumber()
        hasValue = try partial.flag()
        isUnknown = try partial.flag()
        hasTwoCurrencies = try partial.flag()
        currency = try partial.text()
        let limit = Int128(1) << 120
        guard parts.magnitude < limit, units.magnitude < limit, 0..<Int128(Self.one) ~= rest else {
            throw partial.damage("no sum of amounts")
        }
    }
}
