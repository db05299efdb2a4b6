import Foundation
import TestSupport
import Testing

/// What `funnelstats` says where steps match nothing, or nothing says what to count.
struct SuggestionTests {
    private static let header =
        "#polku paths 1\ncustomer\tsession_id\ttime\tvisitor\tevent\tpage\tchannel\n"

    /// A path stream of one customer, a row a second: `event` or `event /page`, or `event email` with a channel.
    private static func paths(_ rows: [String]) -> [UInt8] {
        let lines = rows.enumerated().map { second, row in
            let words = row.split(separator: " ").map(String.init)
            let page = words.first { $0.hasPrefix("/") } ?? ""
            let channel = words.count > 1 && page.isEmpty ? words[1] : ""
            let clock = [second / 3600, second / 60 % 60, second % 60].map {
                $0 < 10 ? "0\($0)" : "\($0)"
            }
            return
                "c\ts\t2026-11-20T\(clock.joined(separator: ":")).000000Z\tv\t\(words[0])\t\(page)\t"
                + channel
        }
        let text = header + lines.joined(separator: "\n")
        return Array("\(text)\n#end rows=\(rows.count) complete=true\n".utf8)
    }

    private static let shop = [
        "page_view /", "page_view /product/1", "add_to_cart /product/1", "page_view /cart",
        "purchase", "page_view /product/2",
    ]

    private static let journey = """
        version = 1
        [[touchpoint]]
        name = "product"
        match = [{ event = "page_view", page = "/prodcut/**" }]
        [[touchpoint]]
        name = "buy"
        match = [{ event = "purchas" }]
        [[funnel]]
        name = "f"
        steps = ["product", { event = "ad_to_cart" }, "buy"]
        """

    private static func run(_ script: String) throws -> Program.Result {
        let scratch = try Scratch()
        _ = try scratch.file("p.tsv", paths(shop))
        _ = try scratch.file("j.toml", journey.utf8)
        return try Program.shell(script, in: scratch)
    }

    @Test(arguments: [
        ("--steps add_to_crat,purchase", "step 1 'add_to_crat'", "; did you mean 'add_to_cart'?"),
        ("--steps add_to_cart,Purchase", "step 2 'Purchase'", "; did you mean 'purchase'?"),
        (
            "--steps /,/prodct/1", "step 2 '/prodct/1'",
            "; did you mean '/product/1' or '/product/2'?"
        ),
        ("--steps cart,purchase", "step 1 'cart'", "; did you mean '/cart' or 'add_to_cart'?"),
        (
            "--steps purchase,xyzzy", "step 2 'xyzzy'",
            "; frequent are 'page_view', '/product/1', '/'"
        ),
        ("--steps '/prodcut/*,purchase'", "step 1 '/prodcut/*'", "'/product/1' or '/product/2'?"),
        ("--steps 'add_from*,purchase'", "step 1 'add_from*'", "no row matches"),
    ])
    func aStepWithoutRowsIsTold(options: String, step: String, words: String) throws {
        let result = try Self.run("funnelstats \(options) p.tsv")
        #expect(result.status == 0)
        let lines = result.errors.split(separator: "\n")
        #expect(lines.count == 1, "\(result.errors)")
        #expect(
            result.errors.hasPrefix("funnelstats: funnel 'steps' \(step): no row matches"),
            "\(result.errors)")
        #expect(result.errors.contains(words), "\(result.errors)")
    }

    /// Names come from what rules ask for; of standard input only what is called as it is counted is known.
    @Test func rulesOfTheJourneyAreToldToo() throws {
        let file = try Self.run("funnelstats --journey j.toml -o out p.tsv")
        #expect(file.status == 0)
        #expect(
            file.errors == """
                funnelstats: funnel 'f' step 1 'product': no row matches; did you mean '/product/1' or '/product/2'?
                funnelstats: funnel 'f' step 2 'event=ad_to_cart': no row matches; did you mean 'add_to_cart'?
                funnelstats: funnel 'f' step 3 'buy': no row matches; did you mean 'purchase'?

                """)
        let pipe = try Self.run(
            "funnelstats --journey j.toml -o out <p.tsv 2>&1 | sed 's/.*step/step/'")
        #expect(
            pipe.text == """
                step 1 'product': no row matches
                step 2 'event=ad_to_cart': no row matches
                step 3 'buy': no row matches

                """)
        let plain = try Self.run("funnelstats --steps view,purchas <p.tsv 2>&1 >/dev/null")
        #expect(plain.text.contains("step 2 'purchas': no row matches; did you mean 'purchase'?"))
        #expect(try Self.run("funnelstats -q --journey j.toml -o out p.tsv").errors.isEmpty)
        let check = try Self.run("funnelstats check --journey j.toml p.tsv")
        #expect(
            check.text.contains(
                "touchpoint 'buy': no row matches; did you mean 'purchase'?\n"), "\(check.text)")
    }

    /// The funnel of 6 rows: `/`, then any product by its page, then the cart's page.
    @Test(arguments: [
        ("/,/product/**,/cart", [1, 1, 1]), ("/product/*,purchase", [1, 1]),
        ("page_view,add_*,purchase", [1, 1, 1]), ("purchase,page_view", [1, 1]),
        ("purchase,/product/1", [1, 0]), ("**/product/2,purchase", [1, 0]),
    ])
    func stepsArePagesAndEventsToo(steps: String, reached: [Int]) throws {
        let result = try Self.run("funnelstats -q --steps '\(steps)' p.tsv")
        #expect(result.status == 0, "\(result.errors)")
        let rows = result.text.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        #expect(rows.map { Int($0[5]) ?? -1 } == reached)
        #expect(rows.map { String($0[4]) } == steps.split(separator: ",").map(String.init))
    }

    @Test func stepsAreTouchpointsOfAJourney() throws {
        let script = """
            printf 'version=1\\n[[touchpoint]]\\nname="look"\\nmatch=[{page="/product/*"}]\\n' >k.toml
            funnelstats --journey k.toml --steps look,/cart,purchase p.tsv | cut -d, -f 1,5,6
            """
        let result = try Self.run(script)
        #expect(result.errors.isEmpty)
        #expect(
            result.text
                == "funnel,touchpoint,reached\nsteps,look,1\nsteps,/cart,1\nsteps,purchase,1\n")
    }

    @Test func nothingToCountIsAMistake() throws {
        let file = try Self.run("funnelstats p.tsv")
        #expect(file.status == 64 && file.text.isEmpty)
        #expect(
            file.errors == """
                funnelstats: neither --journey nor --steps says what to count; most frequent of the first rows: \
                / (1), /cart (1), /product/1 (1), /product/2 (1), add_to_cart (1), purchase (1); \
                try --steps '/,/cart,/product/1'

                """)
        let pipe = try Self.run("cat p.tsv | funnelstats")
        #expect(pipe.status == 64)
        #expect(
            pipe.errors == """
                funnelstats: neither --journey nor --steps says what to count; try --steps 'view,purchase'

                """)
        #expect(try Self.run("funnelstats none.tsv").status == 66)
        #expect(try Self.run("echo x >x; funnelstats x").status == 64)
        // A folder of tables needs no funnel.
        #expect(try Self.run("funnelstats -o out p.tsv && ls out | grep -c csv").status == 0)
    }

    /// The name of row 10,000 is looked at, that of row 10,001 is not.
    @Test func suggestionsComeFromTheFirstRows() throws {
        let scratch = try Scratch()
        let rows = Array(repeating: "view", count: 9_999) + ["almost", "beyond", "view"]
        _ = try scratch.file("p.tsv", Self.paths(rows))
        let result = try Program.shell("funnelstats p.tsv", in: scratch)
        #expect(result.errors.contains("view (9999), almost (1); "), "\(result.errors)")
        // Where rows are called by their event, all that was counted is known.
        let steps = try Program.shell("funnelstats --steps view,beyon p.tsv", in: scratch)
        #expect(steps.errors.contains("did you mean 'beyond'?"), "\(steps.errors)")
        _ = try scratch.file(
            "j.toml",
            "version=1\n[[funnel]]\nname=\"f\"\nsteps=[{event=\"almos\"},{event=\"beyon\"}]\n[[touchpoint]]\nname=\"v\"\nmatch=[{event=\"view\"}]\n"
                .utf8)
        let rules = try Program.shell("funnelstats --journey j.toml p.tsv", in: scratch)
        #expect(rules.errors.contains("'event=almos': no row matches; did you mean 'almost'?"))
        #expect(rules.errors.contains("'event=beyon': no row matches; frequent are 'view'"))
    }

    @Test func valuesThatDifferInCaseAreTold() throws {
        let script = """
            {
                printf '#polku paths 1\\ncustomer\\tsession_id\\ttime\\tevent\\tchannel\\tdevice\\n'
                for row in a:view:Email:mobile b:view:email:Mobile c:buy:EMAIL:MOBILE d:buy:direct:tv; do
                    IFS=: read -r id event channel device <<<"$row"
                    printf '%s\\t%s\\t2026-11-20T00:00:00.000000Z\\t%s\\t%s\\t%s\\n' \\
                        $id s$id $event $channel $device
                done
                echo '#end rows=4 complete=true'
            } | funnelstats --steps view,buy -o out
            """
        let result = try Self.run(script)
        #expect(result.status == 0)
        #expect(
            result.errors == """
                funnelstats: channel: 'EMAIL', 'Email', 'email' differ only in case, and are counted each for itself
                funnelstats: device: 'Mobile', 'mobile' differ only in case, and are counted each for itself

                """)
    }
}
