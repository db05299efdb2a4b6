// Names in the order of the language.
extension Words {
    /// Whether a name stands before another one: capitals count as small letters; Finnish has å, ä, ö behind z.
    /// Names that are alike stand in the order of their bytes.
    func isBefore(_ one: String, _ other: String) -> Bool {
        let (left, right) = (place(one), place(other))
        return left == right
            ? PathFlow.isBefore(one, other) : left.lexicographicallyPrecedes(right)
    }

    private func place(_ name: String) -> [UInt32] {
        name.unicodeScalars.flatMap { $0.properties.lowercaseMapping.unicodeScalars }.map {
            switch (language, $0) {
            // Unicode has them the other way round.
            case (.fi, "å"): 0xE4
            case (.fi, "ä"): 0xE5
            default: $0.value
            }
        }
    }
}
