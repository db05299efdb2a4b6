import StageSupport

/// The way of a line through points of a drawing, in SVG's letters.
struct Outline {
    private(set) var bytes: [UInt8] = []
    /// Decimals of its numbers.
    var places = 2

    init(places: Int = 2) { self.places = places }

    mutating func move(_ x: Double, _ y: Double) { step(0x4D, [x, y]) }
    mutating func line(_ x: Double, _ y: Double) { step(0x4C, [x, y]) }
    mutating func across(to x: Double) { step(0x48, [x]) }
    mutating func upright(to y: Double) { step(0x56, [y]) }
    /// A curve that leaves and arrives level, by way of the middle.
    mutating func swing(from x: Double, _ y: Double, to endX: Double, _ endY: Double) {
        let middle = (x + endX) / 2
        step(0x43, [middle, y, middle, endY, endX, endY])
    }
    /// A cubic curve by way of two control points.
    mutating func curve(
        _ first: (x: Double, y: Double), _ second: (x: Double, y: Double),
        to end: (x: Double, y: Double)
    ) {
        step(0x43, [first.x, first.y, second.x, second.y, end.x, end.y])
    }
    mutating func close() { bytes.append(0x5A) }

    private mutating func step(_ letter: UInt8, _ numbers: [Double]) {
        bytes.append(letter)
        for (index, number) in numbers.enumerated() {
            if index > 0 { bytes.append(0x20) }
            CSVText.append(number: number, places: places, to: &bytes)
        }
    }
}
