import TOML

/// Where things stand in a journey file, as its author counts and calls them.
struct JourneyPlaces {
    private let file: String
    private let table: [String: TOMLValue]
    private let places: TOMLPlaces

    init(_ file: String, _ table: [String: TOMLValue], _ places: TOMLPlaces) {
        self.file = file
        self.table = table
        self.places = places
    }

    /// `shop.toml:12:3: second touchpoint "cart", match 1` for `touchpoint[1].match[0]`. What is not there has the
    /// place of what it is missing in.
    func text(_ location: String) -> String {
        let place = places.place(of: location)
        let words = words(location)
        return "\(file):\(place?.line ?? 1):\(place?.column ?? 1)"
            + (words.isEmpty ? "" : ": \(words)")
    }

    /// A key may hold dots and brackets: what has no number between brackets is told as it is.
    private func words(_ location: String) -> String {
        let parts = location.split(separator: ".").map(Part.init)
        return parts.enumerated().map { index, part in
            guard let number = part.index else { return part.name }
            let word = Self.singular[part.name] ?? part.name
            guard index == 0 else { return "\(word) \(number + 1)" }
            let name = name(part.name, number).map { " \"\($0)\"" } ?? ""
            return "\(Self.ordinal(number + 1)) \(word)\(name)"
        }.joined(separator: ", ")
    }

    private func name(_ list: String, _ index: Int) -> String? {
        guard case .array(let items) = table[list], items.indices.contains(index),
            case .table(let item) = items[index], case .string(let name) = item["name"]
        else { return nil }
        return name
    }

    private static let singular = [
        "steps": "step", "exclude": "exclusion", "stages": "stage", "answers": "answer",
    ]

    /// `first`, `second`, `11th`, `22nd`.
    static func ordinal(_ number: Int) -> String {
        let words = [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
            "tenth",
        ]
        guard number > words.count else { return words[number - 1] }
        let isTeen = (11...13).contains(number % 100)
        let endings = [1: "st", 2: "nd", 3: "rd"]
        return "\(number)" + (isTeen ? "th" : endings[number % 10] ?? "th")
    }

    /// A key, and the index behind it.
    private struct Part {
        let name: String
        let index: Int?

        init(_ text: Substring) {
            if let bracket = text.firstIndex(of: "["), text.last == "]",
                let index = Int(text[text.index(after: bracket)...].dropLast())
            {
                (name, self.index) = (String(text[..<bracket]), index)
            } else {
                (name, index) = (String(text), nil)
            }
        }
    }
}
