import ByteIO
import Rows

/// One value of a JSON line as its decoder found it.
struct ShapeValue: Sendable {
    /// In the line; strings with their quotes.
    let range: Range<Int>
    /// How many objects are open around it.
    let depth: Int
    let field: EventField?
    /// 0 is the best name of a field.
    let priority: Int
    /// The number of the property that the value becomes, -1 for none.
    let property: Int
    /// Whether an object there is skipped as a whole, and an array.
    let skipsObjects: Bool
    let skipsArrays: Bool
}

/// What a line teaches of its shape.
struct ShapeLesson: Sendable {
    var values: [ShapeValue] = []
    /// Whether what the values are for follows from their keys alone.
    var isPlain = true

    /// Objects that are skipped and have at most so many values.
    private static let smallObject = 4

    /// Adds the values inside an object that is skipped as a whole, so that its keys become a part of the
    /// shape; false where it holds more than a few plain values.
    mutating func addSkipped(_ line: Span<UInt8>, _ object: Range<Int>, depth: Int) -> Bool {
        let inside = line.extracting(0..<object.upperBound)
        var scanner = JSONScanner(at: object.lowerBound + 1)
        var found: [ShapeValue] = []
        do throws(RowError) {
            while scanner.peek(inside) == 0x22 {
                _ = try scanner.string(inside)
                try scanner.expect(0x3A, inside)
                let kind = try scanner.kind(inside)
                guard kind != .object, kind != .array, found.count < Self.smallObject else {
                    return false
                }
                let start = scanner.at
                try scanner.skip(inside, depth: depth + 1)
                found.append(
                    ShapeValue(
                        range: start..<scanner.at, depth: depth + 1, field: nil, priority: 0,
                        property: -1, skipsObjects: true, skipsArrays: true))
                if scanner.peek(inside) == 0x2C { scanner.at += 1 }
            }
        } catch {
            return false
        }
        values += found
        return true
    }
}

/// How often a log may teach: one whose lines are all different must not cost more than it gains.
struct LearningPace: Sendable {
    private static let freeLessons = 512
    private static let usesPerLesson = 16

    private var uses = 0
    private var lessons = 0

    var isEager: Bool { lessons < Self.freeLessons + uses / Self.usesPerLesson }

    mutating func countUse() { uses &+= 1 }

    mutating func countLesson() { lessons += 1 }
}
