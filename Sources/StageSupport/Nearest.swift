/// The known name that a user may have meant.
public enum Nearest {
    /// The name with the fewest edits from `text`, at most a third of its length; nil for none.
    public static func name(to text: String, among names: [String]) -> String? {
        let limit = max(text.count / 3, 1)
        return names.map { (name: $0, edits: edits(Array(text), Array($0))) }
            .filter { $0.edits <= limit }
            .min { ($0.edits, $0.name) < ($1.edits, $1.name) }?.name
    }

    /// Insertions, deletions and replacements that make one of the other (Levenshtein, 1966).
    private static func edits(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (index, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (other, candidate) in right.enumerated() {
                let cost = character == candidate ? diagonal : diagonal + 1
                diagonal = row[other + 1]
                row[other + 1] = min(cost, row[other] + 1, row[other + 1] + 1)
            }
        }
        return row[right.count]
    }
}
