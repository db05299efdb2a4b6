import ByteIO
import Foundation
import Journeys
import TestSupport
import Testing

@testable import FunnelStats
@testable import StatsFolder

/// One table in each form; written out by hand.
struct TableFormTests {
    private static let shape = TableShape(
        "t", "A table.",
        [
            .text("funnel", ""), .text("touch_point", ""), .count("reached", ""),
            .rate("rate_from_first", "").drawn, .rate("ci_low", "").asDetail,
            .seconds("median_s", ""), .decimal("value", ""),
        ])

    private static let rows: [[Cell]] = [
        [
            .text("buy"), .text("購入|x"), .count(4), .rate(1), .missing, .seconds(nil), .missing,
        ],
        [
            .text("buy"), .text("kärry\u{1B}[31m"), .count(1), .rate(0.25), .rate(0.045),
            .seconds(65_000_000), .id(Array("19.90".utf8)),
        ],
    ]

    private static func text(
        _ style: TableStyle, _ shape: TableShape = shape, _ rows: [[Cell]] = rows
    ) throws -> String {
        let scratch = try Scratch()
        var writer = try TableWriter(shape, to: .creating(scratch.path("t")), style)
        for row in rows { try writer.write(row) }
        try FinishedFile.publish([writer.complete().file])
        return try String(contentsOfFile: scratch.path("t"), encoding: .utf8)
    }

    @Test func csv() throws {
        #expect(
            try Self.text(TableStyle()) == """
                funnel,touch_point,reached,rate_from_first,ci_low,median_s,value
                buy,購入|x,4,1,,,
                buy,kärry\u{1B}[31m,1,0.25,0.045,65,19.90

                """)
    }

    /// Numbers keep their places, and what is missing is null.
    @Test func json() throws {
        #expect(
            try Self.text(TableStyle(format: .json)) == #"""
                [
                {"funnel":"buy","touch_point":"購入|x","reached":4,"rate_from_first":1,"ci_low":null,"median_s":null,"value":null},
                {"funnel":"buy","touch_point":"kärry\u001b[31m","reached":1,"rate_from_first":0.25,"ci_low":0.045,"median_s":65,"value":19.90}
                ]

                """#)
        #expect(try Self.text(TableStyle(format: .json), Self.shape, []) == "[\n]\n")
    }

    @Test func markdown() throws {
        #expect(
            try Self.text(TableStyle(format: .markdown)) == #"""
                | funnel | touch_point | reached | rate_from_first | ci_low | median_s | value |
                | --- | --- | ---: | ---: | ---: | ---: | ---: |
                | buy | 購入\|x | 4 | 1 |  |  |  |
                | buy | kärry\\x1b\[31m | 1 | 0.25 | 0.045 | 65 | 19.90 |

                """#)
    }

    @Test(arguments: [
        ("add_to_cart", "add_to_cart"), ("_a_", #"\_a\_"#), ("a*b<c>&d", #"a\*b\<c>\&d"#),
        ("`x` ~y~ $z$", #"\`x\` \~y\~ \$z\$"#), ("a\nb", #"a\\x0ab"#),
    ])
    func markdownMeansNothingInNames(name: String, written: String) throws {
        let shape = TableShape("t", "", [.text("name", "")])
        #expect(
            try Self.text(TableStyle(format: .markdown), shape, [[.text(name)]])
                == "| name |\n| --- |\n| \(written) |\n")
    }

    /// As wide as it takes: the longest bar, control characters marked, names told once.
    @Test func forPeople() throws {
        #expect(
            try Self.text(TableStyle(format: .table)) == #"""
                                                                                     ci
                funnel  touch point    reached  rate from first                     low  median  value
                ──────  ─────────────  ───────  ────────────────────────────────  ─────  ──────  ─────
                buy     購入|x               4  100.0 % ████████████████████████
                        kärry\x1b[31m        1   25.0 % ██████                    4.5 %  1m 05s  19.90

                """#)
    }

    /// Details go first, the bar takes what is left, and the end says what has no room.
    @Test func asWideAsTheTerminal() throws {
        #expect(
            try Self.text(TableStyle(format: .table, width: 66)) == """
                funnel  touch point    reached  rate from first      median  value
                ──────  ─────────────  ───────  ───────────────────  ──────  ─────
                buy     購入|x               4  100.0 % ███████████
                        kärry\\x1b[31m        1   25.0 % ██▊          1m 05s  19.90
                not shown: ci_low; all of them: --output-format csv

                """)
        #expect(
            try Self.text(TableStyle(format: .table, width: 40)) == """
                funnel  touch point    reached
                ──────  ─────────────  ───────
                buy     購入|x               4
                        kärry\\x1b[31m        1
                not shown: rate_from_first, ci_low,
                median_s, value; all of them:
                --output-format csv

                """)
    }

    @Test func longTextIsCutAndIdsAreNot() throws {
        let shape = TableShape("t", "", [.text("name", ""), .id("unit", ""), .count("n", "")])
        let id = String(repeating: "7", count: 20)
        let row: [Cell] = [
            .text(String(repeating: "x", count: 30)), .id(Array(id.utf8)), .count(1),
        ]
        #expect(
            try Self.text(TableStyle(format: .table, width: 45), shape, [row]) == """
                name                  unit                  n
                ────────────────────  ────────────────────  ─
                xxxxxxxxxxxxxxxxxxx…  77777777777777777777  1

                """)
    }

    @Test func headsAndBarsHaveColours() throws {
        let shape = TableShape("t", "", [.rate("share", "").drawn])
        let style = TableStyle(format: .table, width: 20, hasColors: true)
        #expect(
            try Self.text(style, shape, [[.rate(0.5)]])
                == "\u{1B}[1mshare\u{1B}[0m\n────────────────────\n50.0 % \u{1B}[36m██████▌      \u{1B}[0m\n"
        )
    }

    /// Only nothing is shown as 0, and only all of it as 100 %.
    @Test(
        arguments: [
            (.rate(0), .rate("x", ""), "0.0 %"), (.rate(0.0004), .rate("x", ""), "<0.1 %"),
            (.rate(0.9996), .rate("x", ""), ">99.9 %"),
            (.rate(-0.0123), .difference("x", ""), "-1.2 %"),
            (.rate(1.5), .estimate("x", ""), "1.5"),
            (.number(0.00001), .number("x", ""), "<0.0001"),
            (.number(-0.00001), .number("x", ""), ">-0.0001"),
            (.number(.infinity), .number("x", ""), ""),
            (.number(2e9), .number("x", ""), "2000000000.0"), (.count(7), .count("x", ""), "7"),
            (.seconds(0), .seconds("x", ""), "0 s"),
            (.seconds(4_200_000), .seconds("x", ""), "4.2 s"),
            (.seconds(59_400_000), .seconds("x", ""), "59 s"),
            (.seconds(59_600_000), .seconds("x", ""), "1m 00s"),
            (.seconds(7_500_000_000), .seconds("x", ""), "2h 05m"),
            (.seconds(273_600_000_000), .seconds("x", ""), "3d 04h"),
            (.milliseconds(350_400), .milliseconds("x", ""), "350 ms"),
            (.id(Array("0.123456789".utf8)), .decimal("x", ""), "0.1235"),
            (.id(Array("19.90".utf8)), .decimal("x", ""), "19.90"),
            (.text("a\u{202E}\u{7}"), .text("x", ""), "a⟨U+202E⟩\\x07"),
            (.text(""), .text("x", ""), ""),
        ] as [(Cell, TableColumn, String)])
    func cellsForPeople(cell: Cell, column: TableColumn, shown: String) {
        #expect(cell.shown(in: column) == shown)
    }
}
