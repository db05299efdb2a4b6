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
