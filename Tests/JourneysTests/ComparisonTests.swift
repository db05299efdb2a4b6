import ByteIO
import Crypto
import Foundation
import StageSupport
import TestSupport
import Testing

@testable import FunnelStats
@testable import Journeys
@testable import StatsFolder

/// Output folders of a few tables, written by hand.
private struct HandMadeFolder {
    static let manifest =
        #"{"program":"funnelstats","version":"1","journey_sha256":null,"timezone":"UTC","#
        + #""data_start":null,"data_end":null,"rows":0,"rows_used":0,"rows_delivered_twice":0,"#
        + #""customers":0,"sessions":0,"session_timeouts":["30m"],"inputs":[],"funnels":[{"name":"#
        + #""f","steps":["a","b","c"],"step_rules":["","optional","first_time, optional"],"unit":"#
        + #""customer","order":"ordered","entry":"best","window":"14d","window_from":"first","#
        + #""exclude":[{"touchpoint":"x","from":1,"to":2}],"exclusion_effect":"remove","#
        + #""breakdown":["device"],"attribution":"first","trend":"day","like":null,"#
        + #""not_reproduced":null,"entered":0,"removed":0,"rows_without_unit":0}],"friction":{"#
        + #""slow_ms":3000,"rapid_repeat":"2s","page_loop":"15s","quick_back":"5s","#
        + #""retry_within":"10m","long_dwell":"10m","search_query":null,"support_within":"1d","#
        + #""min_units":30,"min_cell":5,"off":[]},"attribution":{"lookback":"30d","#
        + #""half_life":"7d"},"outputs":[OUTPUTS]}"#

    let scratch: Scratch
    let folder: StatsFolder

    /// Tables by name without `.csv`.
    init(
        _ tables: KeyValuePairs<String, String>, manifest: String = HandMadeFolder.manifest
    ) throws {
        scratch = try Scratch()
        var outputs: [String] = []
        for (name, text) in tables {
            _ = try scratch.file("\(name).csv", text.utf8)
            let hash = SHA256.hash(data: Data(text.utf8)).map {
                ($0 < 16 ? "0" : "") + String($0, radix: 16)
            }
            outputs.append(
                #"{"name":"\#(name).csv","rows":0,"sha256":"\#(hash.joined())"}"#)
        }
        let text = manifest.replacing("OUTPUTS", with: outputs.joined(separator: ","))
        _ = try scratch.file("manifest.json", text.utf8)
        folder = try StatsFolder(scratch.url.path)
    }
}

/// How `compare.csv` is made of two folders.
struct ComparisonTests {
    private static func written(
        _ before: HandMadeFolder, _ after: HandMadeFolder
    ) throws -> [String] {
        let scratch = try Scratch()
        let table = try Comparison(before: before.folder, after: after.folder).table()
        var writer = try TableWriter(
            table.shape, to: .creating(scratch.path("c.csv")), TableStyle())
        for row in table.rows { try writer.write(row) }
        try FinishedFile.publish([writer.complete().file])
        return try String(contentsOf: URL(filePath: scratch.path("c.csv")), encoding: .utf8)
            .split(separator: "\n").map(String.init)
    }

    /// 48 of 80 before, 56 of 70 after; of one finding q is p.
    @Test func differenceOfThePage() throws {
        func folder(_ converted: Int, _ entered: Int, _ rate: String) throws -> HandMadeFolder {
            try HandMadeFolder([
                "funnel_totals": "funnel,breakdown,segment,entered,converted,rate,km_rate\n"
                    + "f,,,\(entered),\(converted),\(rate),0.5\n"
            ])
        }
        let rows = try Self.written(folder(48, 80, "0.6"), folder(56, 70, "0.8"))
        #expect(rows.count == 3)
        let cells = rows[1].split(separator: ",", omittingEmptySubsequences: false)
        #expect(cells[..<5] == ["funnel_totals", "funnel=f", "rate", "0.6", "0.8"])
        // statsmodels 0.15.0.
        for (cell, wanted) in zip(
            cells[5...], [0.2, 0.05243147240236498, 0.33387265403690614, 0.00804508136819656])
        {
            #expect(abs(try #require(Double(cell)) - wanted) < 1e-9)
        }
        #expect(rows[2] == "funnel_totals,funnel=f,km_rate,0.5,0.5,0,,,")
    }

    @Test func stepsAreRatesOfTheRequiredStepBefore() throws {
        let folder = try HandMadeFolder([
            "funnel":
                "funnel,breakdown,segment,step,reached,rate_from_first,rate_from_previous,"
                + "dropoff,dropoff_rate\nf,,,1,10,1,,2,0.2\nf,,,2,4,0.4,0.4,1,0.25\n"
                + "f,,,3,5,0.5,0.5,,\nf,device,,1,3,1,,3,1\nf,device,,2,0,0,0,0,\n"
                + "f,device,,3,0,0,0,,\n"
        ])
        let rows = try #require(
            try ComparedRow.rows(of: ComparedTable.all[0], in: folder.folder))
        func counts(_ row: Int, _ rate: Int) -> [Int]? {
            rows[row].rates[rate].counts.map { [$0.successes, $0.trials] }
        }
        #expect(
            (0..<6).map { counts($0, 0) } == [
                nil, [4, 10], [5, 10], nil, [0, 3], [0, 3],
            ])
        // Step 2 is optional, so step 3 is of step 1.
        #expect((0..<6).map { counts($0, 1) } == [nil, [4, 10], [5, 10], nil, [0, 3], [0, 3]])
        #expect((0..<6).map { counts($0, 2) } == [[2, 10], [1, 4], nil, [3, 3], nil, nil])
        #expect(
            rows.map { String(decoding: $0.key, as: UTF8.self) }[2...3] == [
                "funnel=f;step=3", "funnel=f;breakdown=device;step=1",
            ])
    }

    @Test func whichRatesHaveAnInterval() throws {
        let folder = try HandMadeFolder([
            "touchpoints":
                "touchpoint,events,exits,exit_rate,errors,error_rate\na,8,2,0.25,1,0.125\n",
            "rework":
                "touchpoint,sessions,self_loops,repetitions,rework_rate,conversion_with,"
                + "conversion_without\na,7,9,9,0.428571429,0.333333333,0.25\n",
            "stages": "stage,customers,sessions,events,entered,advanced,advance_rate,median_s\n"
                + "x,9,9,9,8,6,0.75,\n(unmapped),9,9,9,8,,,\n",
            "stage_channels":
                "stage,channel,customers,sessions,events,entered,advanced,advance_rate,median_s\n"
                + "x,,9,9,9,8,2,0.25,\nx,email,9,9,9,0,0,,\n",
            "journey_metrics":
                "metric,segment,unit,numerator,denominator,value,ci_low,ci_high\n"
                + "conversion_rate,,session,1,4,0.25,,\naverage_order_value,,EUR,11.00,2,5.5,,\n"
                + "return_7d,after_bad,session,0,0,,,\nreturn_7d_difference,,session,,,-0.25,,\n"
                + "first_response_median,,s,,3,86400.5,,\nnps,,answer,-1,4,-0.25,,\n",
        ])
        let rows = try Self.written(folder, folder).dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(
            rows.map { "\($0[1]) \($0[2]) \($0[4]) \($0[6].isEmpty ? "" : "interval")" } == [
                "touchpoint=a exit_rate 0.25 interval", "touchpoint=a error_rate 0.125 interval",
                "touchpoint=a rework_rate 0.428571429 interval",
                "touchpoint=a conversion_with 0.333333333 ",
                "touchpoint=a conversion_without 0.25 ", "stage=x advance_rate 0.75 interval",
                "stage=x advance_rate 0.25 interval",
                "metric=conversion_rate;unit=session value 0.25 interval",
                "metric=average_order_value;unit=EUR value 5.5 ",
                "metric=return_7d_difference;unit=session value -0.25 ",
                "metric=first_response_median;unit=s value 86400.5 ",
                "metric=nps;unit=answer value -0.25 ",
            ])
        #expect(rows.allSatisfy { $0[3] == $0[4] && $0[5] == "0" })
    }

    /// Rows that have one key are compared in their order: the first with the first.
    @Test func rowsOfOneKeyAreComparedInTurn() throws {
        let header = "touchpoint,events,exits,exit_rate,errors,error_rate\n"
        let before = try HandMadeFolder([
            "touchpoints": header + "a,4,1,0.25,0,0\na,4,2,0.5,0,0\n"
        ])
        let after = try HandMadeFolder([
            "touchpoints": header + "a,4,2,0.5,0,0\na,4,3,0.75,0,0\na,4,4,1,0,0\n"
        ])
        let rows = try Self.written(before, after).dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)[2...4].joined(separator: ",")
        }
        #expect(
            rows.filter { $0.hasPrefix("exit_rate") } == [
                "exit_rate,0.25,0.5", "exit_rate,0.5,0.75", "exit_rate,,1",
            ])
    }

    @Test func keysOfOneSideKeepTheOtherEmpty() throws {
        let header = "touchpoint,events,exits,exit_rate,errors,error_rate\n"
        let before = try HandMadeFolder([
            "touchpoints": header + "old,4,1,0.25,0,0\nb,9,9,1,0,0\n\"a;b\\c\",2,1,0.5,0,0\n"
        ])
        let after = try HandMadeFolder([
            "touchpoints": header + "\"a;b\\c\",4,1,0.25,0,0\n'=new,1,1,1,0,0\nb,4,1,0.25,4,1\n"
        ])
        let rows = try Self.written(before, after).dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).prefix(6).joined(
                separator: ",")
        }
        #expect(
            rows == [
                #"touchpoints,touchpoint=a\;b\\c,exit_rate,0.5,0.25,-0.25"#,
                #"touchpoints,touchpoint=a\;b\\c,error_rate,0,0,0"#,
                "touchpoints,touchpoint==new,exit_rate,,1,",
                "touchpoints,touchpoint==new,error_rate,,0,",
                "touchpoints,touchpoint=b,exit_rate,1,0.25,-0.75",
                "touchpoints,touchpoint=b,error_rate,0,1,1",
                "touchpoints,touchpoint=old,exit_rate,0.25,,",
                "touchpoints,touchpoint=old,error_rate,0,,",
            ])
    }

    /// p-values of three findings by statsmodels 0.15.0; q by hand: m = 3, sorted p times 3, 3/2, 1.
    @Test func qValuesAreOverTheWholeFile() throws {
        func folder(_ rows: [(Int, Int)]) throws -> HandMadeFolder {
            let lines = rows.enumerated().map { place, row in
                "t\(place),\(row.1),\(row.0),\(Double(row.0) / Double(row.1)),0,0\n"
            }
            return try HandMadeFolder([
                "touchpoints": "touchpoint,events,exits,exit_rate,errors,error_rate\n"
                    + lines.joined()
            ])
        }
        let rows = try Self.written(
            folder([(48, 80), (1849, 2387), (0, 29), (0, 3)]),
            folder([(56, 70), (193, 269), (5, 56), (0, 9)]))
        let found = rows.filter { $0.contains("exit_rate") }.map {
            $0.split(separator: ",", omittingEmptySubsequences: false).last.flatMap {
                Double($0)
            }
        }
        let wanted = [
            0.00804508136819656 * 3, 0.03508276719528282 * 1.5, 0.09718656817057973, nil,
        ]
        for (own, theirs) in zip(found, wanted) {
            #expect(own == nil && theirs == nil || abs((own ?? 9) - (theirs ?? 7)) < 1e-12)
        }
        #expect(found.count == 4)
    }

    @Test func incompleteFoldersAreRefused() throws {
        let header = "touchpoint,events,exits,exit_rate,errors,error_rate\n"
        let whole = try HandMadeFolder(["touchpoints": header])
        let empty = try HandMadeFolder([:])
        for (before, after) in [(whole, empty), (empty, whole), (empty, empty)] {
            let failure = try #require(throws: Failure.self) {
                try Comparison(before: before.folder, after: after.folder)
            }
            #expect(failure.status == .damagedInput)
            #expect(failure.description.contains("incomplete: no "))
        }
        for table in [
            "touchpoint,events,exits,exit_rate\n", header + "a,4,3,0.25,0,0\n",
            header + "a,4,5,1.25,0,0\n",
        ] {
            let other = try HandMadeFolder(["touchpoints": table])
            let failure = try #require(throws: Failure.self) {
                try Comparison(before: whole.folder, after: other.folder)
            }
            #expect(failure.status == .damagedInput)
        }
    }

    /// What is changed in the manifest, and the rule that the message names.
    @Test(arguments: [
        (#""version":"1""#, #""version":"2""#, "version is 1 and 2"),
        (#""journey_sha256":null"#, #""journey_sha256":"ab""#, "journey_sha256 is none and ab"),
        (#""timezone":"UTC""#, #""timezone":"CET""#, "timezone is UTC and CET"),
        (#"["30m"]"#, #"["1h"]"#, "session_timeouts is '30m' and '1h'"),
        (#""name":"f""#, #""name":"g""#, "funnels is 'f' and 'g'"),
        (#"["a","b","c"]"#, #"["a","b","d"]"#, "steps of funnel 'f' is"),
        (#"["","optional""#, #"["","""#, "step_rules of funnel 'f' is"),
        (#""unit":"customer""#, #""unit":"session""#, "unit of funnel 'f' is"),
        (#""order":"ordered""#, #""order":"strict""#, "order of funnel 'f' is"),
        (#""entry":"best""#, #""entry":"every""#, "entry of funnel 'f' is"),
        (#""window":"14d""#, #""window":"1d""#, "window of funnel 'f' is 14d and 1d"),
        (#""window_from":"first""#, #""window_from":"previous""#, "window_from of funnel 'f' is"),
        (#""to":2"#, #""to":3"#, "exclude of funnel 'f' is 'x 1-2' and 'x 1-3'"),
        (#""exclusion_effect":"remove""#, #""exclusion_effect":"cut""#, "exclusion_effect of"),
        (#"["device"]"#, #"[]"#, "breakdown of funnel 'f' is 'device' and none"),
        (#""attribution":"first""#, #""attribution":"last""#, "attribution of funnel 'f' is"),
        (#""trend":"day""#, #""trend":"week""#, "trend of funnel 'f' is"),
        (#""like":null"#, #""like":"posthog""#, "like of funnel 'f' is none and posthog"),
    ])
    func otherRulesAreRefused(was: String, becomes: String, message: String) throws {
        let before = try HandMadeFolder([:])
        let after = try HandMadeFolder(
            [:], manifest: HandMadeFolder.manifest.replacing(was, with: becomes))
        try RuleDifference.check(before: before.folder, after: before.folder)
        let failure = try #require(throws: Failure.self) {
            try RuleDifference.check(before: before.folder, after: after.folder)
        }
        #expect(failure.status == .damagedInput)
        #expect(failure.description.contains(message), "\(failure)")
    }
}
