import Crypto
import Foundation
import StatsFolder
import TestSupport

@testable import Report

/// A `funnelstats` folder made by hand: rows of the columns that the page reads.
struct MadeFolder {
    var funnels: [String] = []
    var tables: [TableName: [String]] = [:]
    var files: [String: String] = [:]
    /// As the manifest has them.
    var part = "null"
    var retention = "null"
    var site = "null"
    var kinds = "[]"
    var labels = "[]"
    var language = "null"
    /// Rows that were counted; two more were delivered twice.
    var rowsUsed = 98

    /// A funnel of two steps that `units` customers entered.
    static func funnel(_ name: String = "purchase", entered: Int) -> String {
        """
        {"name":"\(name)","steps":["product","purchase"],"step_rules":["","within 2h"],"unit":"customer",
        "order":"ordered","entry":"best","window":"7d","window_from":"first",
        "exclude":[{"touchpoint":"refund","from":1,"to":2}],"exclusion_effect":"remove","breakdown":[],
        "attribution":"first","trend":"day","like":null,"not_reproduced":null,"entered":\(entered),
        "removed":0,"rows_without_unit":0}
        """
    }

    func write(to scratch: Scratch) throws -> String {
        var outputs: [String] = []
        for (name, rows) in tables.sorted(by: { $0.key.name < $1.key.name }) {
            let lines = [name.columns.joined(separator: ",")] + rows
            let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
            _ = try scratch.file(name.file, bytes)
            guard name != .compare else { continue }
            let digits = SHA256.hash(data: bytes).map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }.joined()
            outputs.append(
                #"{"name":"\#(name.file)","rows":\#(rows.count),"sha256":"\#(digits)"}"#)
        }
        for (name, text) in files { _ = try scratch.file(name, text.utf8) }
        _ = try scratch.file("manifest.json", manifest(outputs).utf8)
        return scratch.url.path
    }

    private func manifest(_ outputs: [String]) -> String {
        """
        {"program":"funnelstats","version":"0.1.0","journey_sha256":null,"timezone":"Europe/Helsinki",
        "site":\(site),"language":\(language),"kinds":\(kinds),"labels":\(labels),
        "data_start":"2026-11-16T00:54:23.577000Z","data_end":"2026-12-06T22:49:05.487000Z",
        "rows":\(rowsUsed + 2),"rows_used":\(rowsUsed),"rows_delivered_twice":2,"part":\(part),"customers":40,"sessions":60,
        "inputs":[{"name":"a/paths.tsv.gz","bytes":9,"rows":100,"hashes":["xxh64:0"]}],
        "funnels":[\(funnels.joined(separator: ","))],"friction":{"slow_ms":3000,"rapid_repeat":"2s",
        "page_loop":"15s","quick_back":"5s","retry_within":"10m","long_dwell":"10m","search_query":null,
        "support_within":"1d","min_units":30,"min_cell":5,"off":[]},
        "attribution":{"lookback":"30d","half_life":"7d"},"retention":\(retention),
        "outputs":[\(outputs.joined(separator: ","))]}
        """
    }

    /// The page, and how large it is.
    func page(
        _ language: Words.Language? = nil, isInteractive: Bool = false
    ) throws -> (text: String, bytes: Int) {
        let scratch = try Scratch()
        let tables = try Tables(StatsFolder(write(to: scratch)))
        let bytes = Page.smallEnough(
            tables, language: language, isInteractive: isInteractive
        ).bytes
        return (String(decoding: bytes, as: UTF8.self), bytes.count)
    }

    /// 1000 customers of whom 400 leave at the first step, 100 of them still open.
    static var plain: MadeFolder {
        var folder = MadeFolder()
        folder.funnels = [funnel(entered: 1000)]
        folder.tables[.funnel] = [
            "purchase,,,1,product,1000,1,,,,400,0.4,100,,,",
            "purchase,,,2,purchase,600,0.6,0.6,0.57,0.63,,,,90.5,120,3600",
        ]
        folder.tables[.totals] = [
            "purchase,,,customer,1000,600,0.6,0.57,0.63,100,0.65,90.5,3600,1234.5,EUR"
        ]
        return folder
    }
}
