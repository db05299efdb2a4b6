import TOML

/// A table of the journey file with its location, for messages.
struct Section {
    enum Item {
        case text(String)
        case section(Section)
        case other
    }

    /// `funnel[0].steps[2]`; empty for the whole file.
    let location: String
    private var values: [String: TOMLValue]

    init(_ values: [String: TOMLValue], at location: String = "") {
        self.location = location
        self.values = values
    }

    var keys: [String] { values.keys.sorted() }

    func path(_ key: String) -> String { location.isEmpty ? key : "\(location).\(key)" }

    func holds(_ key: String) -> Bool { values[key] != nil }

    func string(_ key: String) -> String? {
        if case .string(let text) = values[key] { text } else { nil }
    }

    func integer(_ key: String) -> Int? {
        if case .integer(let number) = values[key] { number } else { nil }
    }

    func truth(_ key: String) -> Bool? {
        if case .boolean(let truth) = values[key] { truth } else { nil }
    }

    func number(_ key: String) -> Double? {
        if case .float(let number) = values[key] { number } else { integer(key).map(Double.init) }
    }

    func section(_ key: String) -> Section? {
        if case .table(let values) = values[key] { Section(values, at: path(key)) } else { nil }
    }

    func isArray(_ key: String) -> Bool {
        if case .array = values[key] { true } else { false }
    }

    /// The elements of an array; none where there is no array.
    func items(_ key: String) -> [Item] {
        guard case .array(let array) = values[key] else { return [] }
        return array.enumerated().map { index, value in
            switch value {
            case .string(let text): .text(text)
            case .table(let values): .section(Section(values, at: "\(path(key))[\(index)]"))
            default: .other
            }
        }
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
        switch values[key] {
        case .string(let text): text
        case .integer(let number): "\(number)"
        case .float(let number): "\(number)"
        case .boolean(let truth): "\(truth)"
        default: ""
        }
    }
}
