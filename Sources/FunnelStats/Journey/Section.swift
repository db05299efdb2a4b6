import TOMLKit

/// A table of the journey file with its place, for messages.
struct Section {
    enum Item {
        case text(String)
        case section(Section)
        case other
    }

    /// `funnel[0].steps[2]`; empty for the whole file.
    let place: String
    private var values: [String: TOMLValue] = [:]

    init(_ table: TOMLTable, at place: String) {
        self.place = place
        for key in table.keys { values[key] = table[key]?.tomlValue }
    }

    var keys: [String] { values.keys.sorted() }

    func path(_ key: String) -> String { place.isEmpty ? key : "\(place).\(key)" }

    func holds(_ key: String) -> Bool { values[key] != nil }
    func string(_ key: String) -> String? { values[key]?.string }
    func integer(_ key: String) -> Int? { values[key]?.int }
    func truth(_ key: String) -> Bool? { values[key]?.bool }
    func isArray(_ key: String) -> Bool { values[key]?.array != nil }
    func number(_ key: String) -> Double? {
        values[key].flatMap { $0.int.map(Double.init) ?? $0.double }
    }
    func section(_ key: String) -> Section? {
        values[key]?.table.map { Section($0, at: path(key)) }
    }

    /// The elements of an array; none where there is no array.
    func items(_ key: String) -> [Item] {
        guard let array = values[key]?.array else { return [] }
        return array.enumerated().map { index, element in
            let value = element.tomlValue
            if let text = value.string { return .text(text) }
            return value.table.map { .section(Section($0, at: "\(path(key))[\(index)]")) } ?? .other
        }
    }

    func sections(_ key: String) -> [Section] {
        items(key).compactMap { if case .section(let section) = $0 { section } else { nil } }
    }

    /// The table without these keys.
    func without(_ keys: [String]) -> Section {
        var rest = self
        for key in keys { rest.values[key] = nil }
        return rest
    }

    /// The rule as the tables name it: `event=purchase`.
    var label: String {
        keys.flatMap { key -> [String] in
            if let inner = section(key) {
                return inner.keys.map { "\(key).\($0)=\(inner.written($0))" }
            }
            return ["\(key)=\(written(key))"]
        }.joined(separator: ",")
    }

    private func written(_ key: String) -> String {
        values[key].map { $0.string ?? $0.debugDescription } ?? ""
    }
}
