import ByteIO

/// An exact sum of plain decimals such as `19.90` or `-3`.
///
/// Holds 38 digits, 18 of them after the point; what does not fit makes the sum unknown.
public struct DecimalSum: Equatable, Sendable {
    /// 10¹⁸ of these are one.
    private var units: Int128 = 0
    private var places = 0
    /// False once a sum was too large.
    public private(set) var isExact = true

    private static let maximumPlaces = 18

    public init() {}

    /// Reads a plain decimal without exponent; nil for other text, over 18 places or 20 digits before
    /// the point.
    public init?(_ text: Span<UInt8>) {
        let isNegative = text.count > 0 && text[0] == 0x2D
        var at = isNegative ? 1 : 0
        var digits = 0
        var point: Int?
        var value: Int128 = 0
        while at < text.count {
            if text[at] == 0x2E, point == nil {
                point = digits
            } else {
                guard text[at] &- 0x30 < 10, digits < 38 else { return nil }
                value = value * 10 + Int128(text[at] &- 0x30)
                digits += 1
            }
            at += 1
        }
        let whole = point ?? digits
        places = digits - whole
        guard digits > 0, whole <= 20, places <= Self.maximumPlaces else { return nil }
        for _ in places..<Self.maximumPlaces { value *= 10 }
        units = isNegative ? -value : value
    }

    public mutating func add(_ other: DecimalSum) {
        let (sum, isOver) = units.addingReportingOverflow(other.units)
        isExact = isExact && other.isExact && !isOver
        units = isOver ? 0 : sum
        places = max(places, other.places)
    }

    /// The sum as the nearest double, for means and ratios.
    public var number: Double { Double(units) / 1e18 }

    /// Appends the sum with as many places as its longest term had; nothing where it is not exact.
    public func append(to bytes: inout [UInt8]) {
        guard isExact else { return }
        if units < 0 { bytes.append(0x2D) }
        let one: Int128 = 1_000_000_000_000_000_000
        let magnitude = units < 0 ? -units : units
        bytes.append(contentsOf: String(magnitude / one).utf8)
        guard places > 0 else { return }
        bytes.append(0x2E)
        let fraction = String(magnitude % one)
        let padded = String(repeating: "0", count: Self.maximumPlaces - fraction.count) + fraction
        bytes.append(contentsOf: padded.utf8.prefix(places))
    }

    /// The sum as `append` writes it.
    public var text: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
