public import Foundation

/// An event stream made by hand, as a program that is not ours would write it: no checksum.
public struct EventStream {
    private var text = "#polku events 1\ntime\tvisitor\tuser\tevent\tsession\n"
    private var rows = 0

    public init() {}

    /// Adds a row; `time` as the stream has it, `2026-11-20T00:00:01.682000Z`.
    public mutating func add(
        time: String, visitor: String = "", user: String = "", event: String, session: String = ""
    ) {
        text += "\(time)\t\(visitor)\t\(user)\t\(event)\t\(session)\n"
        rows += 1
    }

    public var data: Data { Data("\(text)#end rows=\(rows) complete=true\n".utf8) }
}

/// The rows of a CSV without quoted cells, each by column name.
public func csvRows(_ path: String) throws -> [[String: String]] {
    let lines = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        .split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map {
        Dictionary(uniqueKeysWithValues: zip(header, $0))
    }
}
