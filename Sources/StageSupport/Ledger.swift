/// Where the lines read went. Every line is in exactly one class.
public struct Ledger: Equatable, Sendable, Decodable {
    public var lines = 0
    public var events = 0
    public var rejected = 0
    public var filtered = 0
    public var bots = 0
    public var duplicates = 0
    public var blank = 0
    /// Rejects by code.
    public var rejects: [String: Int] = [:]

    public init() {}

    public mutating func add(_ other: Ledger) {
        lines += other.lines
        events += other.events
        rejected += other.rejected
        filtered += other.filtered
        bots += other.bots
        duplicates += other.duplicates
        blank += other.blank
        for (code, count) in other.rejects { rejects[code, default: 0] += count }
    }

    /// The lines of all classes.
    public var accounted: Int { events + rejected + filtered + bots + duplicates + blank }

    /// Whether the classes add up to the lines, and the codes to the rejects.
    public var isBalanced: Bool {
        lines == accounted && rejected == rejects.values.reduce(0, +)
    }

    /// `lines = events + rejected + …` with the numbers, for the summary line.
    public var text: String {
        "\(lines) lines = \(events) events + \(rejected) rejected + \(filtered) filtered"
            + " + \(bots) bots + \(duplicates) duplicates + \(blank) blank"
    }
}
