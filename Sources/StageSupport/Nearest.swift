/// The known names that a user may have meant.
public enum Nearest {
    private static let mostNames = 3
    /// Shorter names are part of too many others.
    private static let shortestPart = 3

    /// The name with the fewest edits from `text`, at most a third of its length; nil for none.
    public static func name(to text: String, among names: [String]) -> String? {
        let limit = max(text.count / 3, 1)
        return names.map { (name: $0, edits: edits(Array(text), Array($0))) }
            .filter { $0.edits <= limit }
            .min { ($0.edits, $0.name) < ($1.edits, $1.name) }?.name
    }

    /// Up to three names, nearest first, case aside: those with the fewest edits from `text`, at most a third of
    /// its length, then those that hold it or are a part of it.
    public static func names(to text: String, among names: [String]) -> [String] {
        let wanted = Array(text.lowercased())
        let limit = max(wanted.count / 3, 1)
        let near = names.compactMap { name -> (name: String, distance: Int)? in
            let known = Array(name.lowercased())
            let distance = edits(wanted, known)
            if distance <= limit { return (name, distance) }
            return isPart(wanted, of: known) || isPart(known, of: wanted)
                ? (name, limit + distance) : nil
        }
        return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
            .prefix(mostNames).map(\.name)
    }

    /// `; did you mean 'a', 'b' or 'c'?`; empty without a name.
    public static func question(_ names: [String]) -> String {
        let quoted = names.map { "'\($0)'" }
        guard let last = quoted.last else { return "" }
        let first = quoted.dropLast().joined(separator: ", ")
        return "; did you mean \(first.isEmpty ? "" : first + " or ")\(last)?"
    }

    private static func isPart(_ part: [Character], of whole: [Character]) -> Bool {
        guard part.count >= shortestPart, part.count <= whole.count else { return false }
        return (0...whole.count - part.count).contains { whole[$0...].starts(with: part) }
    }

    /// Insertions, deletions, replacements and swaps of neighbours that make one of the other, no part of it
    /// twice (Damerau, 1964; optimal string alignment).
    private static func edits(_ left: [Character], _ right: [Character]) -> Int {
        var before = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for index in left.indices {
            var row = [index + 1]
            for other in right.indices {
                let isSame = left[index] == right[other]
                var least = min(last[other + 1], row[other]) + 1
                least = min(least, last[other] + (isSame ? 0 : 1))
                if index > 0, other > 0, left[index] == right[other - 1],
                    left[index - 1] == right[other]
                {
                    least = min(least, before[other - 1] + 1)
                }
                row.append(least)
            }
            (before, last) = (last, row)
        }
        return last[right.count]
    }
}
