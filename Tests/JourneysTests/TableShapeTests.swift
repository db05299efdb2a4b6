import BasicContainers
import Rows
import StatsFolder
import TestSupport
import Testing

@testable import Journeys

/// Tables hold what their columns are declared to hold.
struct TableShapeTests {
    private static let journey = Journey.text(
        "list p1 cart pay done error chat",
        kinds: ["done": "conversion", "error": "error", "chat": "support_request"],
        """
        [[funnel]]
        name = "f"
        steps = ["cart", "pay", "done"]
        breakdown = ["device"]

        """)

    /// Whether a cell may stand in a column of this kind; a metric's value may be a time span.
    private static func fits(_ cell: Cell, _ kind: TableColumn.Kind) -> Bool {
        switch (cell, kind) {
        case (.missing, _), (.text, .text), (.count, .count), (.rate, .rate), (.rate, .difference),
            (.rate, .estimate),
            (.rate, .number),
            (.number, .number), (.seconds, .number), (.seconds, .seconds),
            (.milliseconds, .milliseconds),
            (.id, .id), (.id, .date), (.id, .time), (.id, .decimal), (.count, .decimal):
            true
        default: false
        }
    }

    @Test func cellsAreOfTheirColumnsKind() throws {
        var paths = WrittenPaths()
        for number in 0..<60 {
            let isBuyer = number % 3 == 0
            paths.add(
                "c\(number)",
                "list@0~12 p1@10/a p1@20/a cart@30!500 cart@40 error@50 pay@60 chat@70"
                    + (isBuyer ? " done@80=12.50" : "") + " list@700000#2")
        }
        let analysis = try paths.analysis(Self.journey)
        var times = analysis.times
        times.observe(told: 1_000_000_000_000)
        let tables = analysis.tables(LogSpan(times.clusters()))
        #expect(Set(tables.map(\.name)).count == tables.count)
        for table in tables {
            #expect(!table.rows.isEmpty || table.name == "friction.csv", "\(table.name)")
            for row in table.rows {
                #expect(row.count == table.shape.columns.count, "\(table.name)")
                for (cell, column) in zip(row, table.shape.columns) {
                    #expect(Self.fits(cell, column.kind), "\(table.name) \(column.name): \(cell)")
                }
            }
        }
    }
}
