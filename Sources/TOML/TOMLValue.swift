/// A value of a TOML file.
package enum TOMLValue: Equatable, Sendable {
    case string(String)
    case integer(Int)
    case float(Double)
    case boolean(Bool)
    /// A date, a time of day or both, with or without an offset: checked, and no more kept of it.
    case moment
    case array([TOMLValue])
    case table([String: TOMLValue])
}

/// What is wrong in a TOML file, and where: lines and characters count from 1.
package struct TOMLError: Error, Equatable {
    package let line: Int
    package let column: Int
    /// One line of text, without the place.
    package let problem: String
}
