import ByteIO
import StageSupport
import Rows

/// What the first rows of a path file are called, so that a user can be told which names there are.
package struct FirstNames {
    /// So many rows are looked at.
    package static let rowLimit = 10_000
    /// Rarer names are no suggestion.
    private static let nameLimit = 1000

    /// As a row's touchpoint is called without a journey file: its event, or the page of a `page_view`. Most
    /// frequent first, then by name.
    package let touchpoints: [(name: String, count: Int)]
    /// Events and pages, in the same order.
    let names: [String]

    /// Those of the first of `paths` that is a regular file: standard input and pipes cannot be read twice. Nil
    /// without one, and where it is no path stream.
    package init?(_ paths: [String]) {
        let file = paths.first { $0 != "-" && FileIdentity(path: $0)?.isRegular == true }
        // What is wrong with a file is told where its rows are counted.
        guard let file, let counts = try? Counts(file) else { return nil }
        touchpoints = Self.sorted(counts.touchpoints)
        names = Self.sorted(counts.events.merging(counts.pages, uniquingKeysWith: +)).map(\.name)
    }

    private static func sorted(_ counts: [String: Int]) -> [(name: String, count: Int)] {
        let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return sorted.prefix(nameLimit).map { ($0.key, $0.value) }
    }
}

extension FirstNames {
    private struct Counts {
        var touchpoints: [String: Int] = [:]
        var events: [String: Int] = [:]
        var pages: [String: Int] = [:]

        init(_ path: String) throws {
            var reader = RowReader(try Inputs.open(path), kind: .paths)
            var left = FirstNames.rowLimit
            while left > 0, try reader.advance(), !reader.block.isRagged {
                let layout = try PathLayout(reader.columns, of: path)
                for row in 0..<min(left, reader.block.rows) {
                    count(
                        event: Self.text(.event, of: row, in: reader.block, layout),
                        page: Self.text(.page, of: row, in: reader.block, layout))
                }
                left -= reader.block.rows
            }
        }

        private mutating func count(event: String, page: String) {
            touchpoints[event == "page_view" && !page.isEmpty ? page : event, default: 0] += 1
            events[event, default: 0] += 1
            if !page.isEmpty { pages[page, default: 0] += 1 }
        }

        private static func text(
            _ column: EventColumn, of row: Int, in block: borrowing RowBlock,
            _ layout: borrowing PathLayout
        ) -> String {
            var plain: [UInt8] = []
            RowText.appendPlain(block.field(column, of: row, layout), to: &plain)
            return String(decoding: plain, as: UTF8.self)
        }
    }
}
