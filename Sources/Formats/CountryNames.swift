/// ISO 3166 codes of countries by their English names, as Google Analytics writes them.
enum CountryNames {
    static func code(of name: String) -> String? { codes[name] }

    private static let codes: [String: String] = [:]
}
