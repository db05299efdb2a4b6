public import Foundation

/// Files that lie beside the tests, found in the source tree.
public enum Fixture {
    public static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// `Tests/Fixtures/NAME`.
    public static func path(_ name: String) -> String {
        root.appending(path: "Tests/Fixtures/\(name)").path
    }

    /// `Data/NAME`.
    public static func data(_ name: String) -> String { root.appending(path: "Data/\(name)").path }

    /// The cases of a fixture file: a JSON array of objects.
    public static func cases(_ name: String) throws -> [[String: Any]] {
        let bytes = try Data(contentsOf: URL(filePath: path(name)))
        return try JSONSerialization.jsonObject(with: bytes) as? [[String: Any]] ?? []
    }
}
