import BasicContainers
import ByteIO
import Foundation
import TestSupport
import Testing

@testable import Journeys

/// Figures of the public sample that were counted apart from this project.
struct EcomMetricsTests {
    /// The sample as a path stream; its sessions are those that a timeout of 30 minutes cuts.
    private static func paths() throws -> String {
        var lines = LineReader(try InputFile(path: Fixture.data("ecom/ecom.csv.gz")))
        var rows: [(user: String, time: String, text: String)] = []
        while try lines.advance() {
            let fields = lines.line.text.split(separator: ",", omittingEmptySubsequences: false)
                .map(String.init)
            guard fields.count == 8, fields[0] != "user_id" else { continue }
            let time = fields[3].replacing(" ", with: "T") + ".000000Z"
            rows.append(
                (fields[0], time, "\(fields[0])\t\(fields[1])\t\(time)\t\(fields[2])\n"))
        }
        let order = rows.indices.sorted {
            (rows[$0].user, rows[$0].time, $0) < (rows[$1].user, rows[$1].time, $1)
        }
        return "#polku paths 1\ncustomer\tsession_id\ttime\tevent\n"
            + order.map { rows[$0].text }.joined() + "#end rows=\(rows.count) complete=true\n"
    }

    private static func metrics() throws -> JourneyMetrics {
        let text = try String(
            contentsOf: URL(filePath: Fixture.data("ecom/journey.toml")), encoding: .utf8)
        let journey = try JourneyFile.journey(from: text, path: "journey.toml")
        return try MarkedMetrics.of(paths(), journey) { customer, facts, sessions in
            for index in customer.rows.indices {
                let row = customer.rows[index]
                if facts.label(row).isError { sessions.markBad(Int(row.session)) }
            }
        }
    }

    @Test func figuresOfThePage() throws {
        let metrics = try Self.metrics()
        #expect(metrics.sessions.count == 3605 && metrics.customers.count == 600)
        #expect(
            (130 * metrics.sessions.count...131 * metrics.sessions.count).contains(
                metrics.sessions.converted * 1000))
        #expect(metrics.customers.converted == 328 && metrics.customers.repeated == 104)
        let steps = metrics.abandonment.steps
        // Two funnels have the same steps; each has its own row of them.
        #expect(steps.count == 10 && Set(steps.map(\.funnel)).count == 2)
        let (cart, checkout) = (
            steps.filter { $0.label == "add_to_cart" },
            steps.filter { $0.label == "shipping_details" }
        )
        #expect(cart.map(\.sessions) == [1213, 1213] && checkout.map(\.sessions) == [798, 798])
        for (cart, checkout) in zip(cart, checkout) {
            #expect(abs(Double(cart.withoutLast) / 1213 - 0.613) < 0.0005)
            #expect(abs(Double(checkout.withoutLast) / 798 - 0.411) < 0.0005)
        }
    }

    @Test func returnsOfThePage() throws {
        let metrics = try Self.metrics()
        // 2024-06-29 22:02:40, the last row.
        let dataEnd: Int64 = 1_719_698_560 * 1_000_000
        #expect(
            metrics.after.backInMonth(afterBad: true, dataEnd) == .init(part: 193, whole: 269))
        #expect(
            metrics.after.backInMonth(afterBad: false, dataEnd) == .init(part: 1849, whole: 2387))
        // A plain Python count of the sample.
        #expect(metrics.after.backInWeek(afterBad: true, dataEnd) == .init(part: 100, whole: 353))
        #expect(
            metrics.after.backInWeek(afterBad: false, dataEnd) == .init(part: 864, whole: 3029))
        #expect(metrics.after.askedForSupport(dataEnd) == .init(part: 247, whole: 3580))
        #expect(metrics.responses.answeredInDay(dataEnd) == .init(part: 0, whole: 276))
        let table = metrics.table(dataEnd: dataEnd)
        let row = try #require(table.rows.first { Self.text($0[0]) == "return_30d_difference" })
        for (cell, wanted) in zip(row[5...], [-0.0571, -0.1160, -0.0038]) {
            guard case .rate(let value?) = cell else {
                Issue.record("no rate")
                continue
            }
            #expect(abs(value - wanted) < 0.00005)
        }
    }

    private static func text(_ cell: Cell) -> String? {
        guard case .text(let text) = cell else { return nil }
        return String(decoding: text, as: UTF8.self)
    }
}
