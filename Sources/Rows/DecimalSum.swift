import ByteIO

/// An exact sum of plain decimals, with as many places as the longest of them.
///
/// A value that is no plain decimal, or a sum of over 38 digits, makes it unknown for good.
public struct DecimalSum: Equatable, Sendable {
    private static let maximumPlaces = 18

    private var units: Int128 = 0
    private var places = 0
    private var isUnknown = false
    public private(set) var isEmpty = true

    public init() {}

    /// One value; nil for text that is no plain decimal.
    public init?(_ text: Span<UInt8>) {
        guard let (value, places) = Self.decimal(text) else { return nil }
        units = value
        self.places = places
        isEmpty = false
    }

    /// A sum of `units` of 10⁻ᵖ, p = `places`.
    public init(units: Int128, places: Int) {
        self.units = units
        self.places = places
        isEmpty = false
    }

    /// Adds a value such as `-12` or `19.90`.
    public mutating func add(_ text: Span<UInt8>) {
        isEmpty = false
        guard let other = DecimalSum(text) else {
            isUnknown = true
            return
        }
        add(other)
    }

    /// Adds another sum.
    public mutating func add(_ other: DecimalSum) {
        guard !other.isEmpty else { return }
        isEmpty = false
        let common = max(places, other.places)
        guard !isUnknown, !other.isUnknown,
            let left = Self.scaled(units, by: common - places),
            let right = Self.scaled(other.units, by: common - other.places)
        else {
            isUnknown = true
            return
        }
        let (sum, overflow) = left.addingReportingOverflow(right)
        units = sum
        places = common
        isUnknown = overflow
    }

    /// Whether the sum is known and below 0.
    public var isNegative: Bool { !isUnknown && units < 0 }

    /// Appends the sum; nothing where there is none or it is unknown.
    public func write(to bytes: inout [UInt8]) {
        guard !isEmpty, !isUnknown else { return }
        if units < 0 { bytes.append(0x2D) }
        var rest = units.magnitude
        let first = bytes.count
        var written = 0
        repeat {
            if written == places, places > 0 { bytes.append(0x2E) }
            bytes.append(UInt8(truncatingIfNeeded: rest % 10) + 0x30)
            rest /= 10
            written += 1
        } while rest > 0 || written <= places
        bytes[first...].reverse()
    }

    /// Appends a text that, added to nothing, gives the same sum: `?` where it is unknown.
    public func writeExactly(to bytes: inout [UInt8]) {
        if isUnknown { bytes.append(0x3F) } else { write(to: &bytes) }
    }

    /// The sum in units of 10⁻ᵖ, p = `places`, rounded half away from 0; nil where there is none or it
    /// is unknown.
    public func units(places: Int) -> Int128? {
        guard !isEmpty, !isUnknown else { return nil }
        guard places < self.places else { return Self.scaled(units, by: places - self.places) }
        guard let unit = Self.scaled(1, by: self.places - places) else { return nil }
        let (whole, rest) = units.quotientAndRemainder(dividingBy: unit)
        return rest.magnitude * 2 < unit.magnitude ? whole : whole + units.signum()
    }

    /// The sum as `write` appends it.
    public var text: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func decimal(_ text: Span<UInt8>) -> (units: Int128, places: Int)? {
        let isNegative = text.count > 0 && text[0] == 0x2D
        var units: Int128 = 0
        var digits = 0
        var point: Int?
        for at in (isNegative ? 1 : 0)..<text.count {
            if text[at] == 0x2E, point == nil {
                point = at
                continue
            }
            guard text[at] &- 0x30 < 10, digits < 38 else { return nil }
            units = units * 10 + Int128(text[at] - 0x30)
            digits += 1
        }
        let places = point.map { text.count - 1 - $0 } ?? 0
        guard digits > 0, places <= maximumPlaces else { return nil }
        return (isNegative ? -units : units, places)
    }

    private static func scaled(_ value: Int128, by places: Int) -> Int128? {
        var scaled = value
        for _ in 0..<places {
            let (next, overflow) = scaled.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            scaled = next
        }
        return scaled
    }
}
