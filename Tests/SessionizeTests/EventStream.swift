import ByteIO
import Foundation
import Rows

/// An event stream made by hand.
struct EventStream {
    private var rows = 0
    private var body: [UInt8] = []

    /// Adds a row from its columns by name; missing ones are empty.
    mutating func add(_ columns: [String: String]) {
        var row: [UInt8] = []
        for column in EventColumn.allCases {
            if column != .time { row.append(0x09) }
            let value = Array((columns[column.name] ?? "").utf8)
            RowText.append(value.span, to: &row)
        }
        body += row + [0x0A]
        rows += 1
    }

    var bytes: [UInt8] {
        var hash = XXH64()
        hash.update(body.span)
        let end = StreamEnd(rows: rows, isComplete: true, checksum: hash.digest)
        let names = EventColumn.allCases.map(\.name).joined(separator: "\t")
        return Array("#polku events 1\n\(names)\n".utf8) + body + Array("\(end.line)\n".utf8)
    }
}

/// CSV and path rows, read the slow way.
enum Table {
    /// The rows of a CSV file by column name; quotes are understood.
    static func rows(_ path: String) throws -> [[String: String]] {
        let records = records(try Data(contentsOf: URL(filePath: path)))
        guard let names = records.first else { return [] }
        return records.dropFirst().map { record in
            Dictionary(zip(names, record), uniquingKeysWith: { first, _ in first })
        }
    }

    static func records(_ data: Data) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        for byte in data {
            switch byte {
            case 0x22: isQuoted.toggle()
            case 0x2C where !isQuoted, 0x0A where !isQuoted:
                record.append(String(decoding: cell, as: UTF8.self))
                cell = []
                if byte == 0x0A {
                    records.append(record)
                    record = []
                }
            default: cell.append(byte)
            }
        }
        return records
    }

    /// The rows of a path stream by column name, fields as they stand.
    static func paths(_ text: String) -> [[String: String]] {
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        guard let names = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
    }
}
