import Foundation
import TestSupport
import Testing

/// `members.csv` and `--members-of`, by a worked example.
struct MemberTests {
    /// a buys for 30 after a cart of 20, b leaves with a cart of 5 and sees a price of 9 later, c only looks.
    private static let paths = """
        #polku paths 1
        customer\tsession_id\ttime\tvisitor\tevent\tvalue\tcurrency
        a\ts1\t2026-10-24T21:00:00.000000Z\ta\tview\t\t
        a\ts1\t2026-10-24T21:00:01.500000Z\ta\tcart\t20\tEUR
        a\ts1\t2026-10-25T03:00:00.000000Z\ta\tbuy\t30.0\tEUR
        b\ts2\t2026-11-20T00:00:00.000000Z\tb\tview\t\t
        b\ts2\t2026-11-20T00:01:00.000000Z\tb\tcart\t5\tUSD
        b\ts2\t2026-11-20T00:02:00.000000Z\tb\tprice\t9\tUSD
        c\ts3\t2026-11-20T00:00:00.000000Z\tc\tview\t\t
        #end rows=7 complete=true

        """
    private static let journey = """
        version = 1
        timezone = "Europe/Helsinki"
        [[funnel]]
        name = "purchase: all"
        steps = ["view", "cart", "buy"]
        window = "none"
        [[funnel]]
        name = "back"
        steps = ["view", "cart", "view"]
        unit = "session"
        """
    private static let header =
        "funnel,unit,held,depth,step,entered_at,reached_at,value,currency\n"
    private static let lines = [
        "purchase: all,a,,3,buy,2026-10-25T00:00:00.000000+03:00,2026-10-25T05:00:00.000000+02:00,30.0,EUR",
        "back,s1,,2,cart,2026-10-25T00:00:00.000000+03:00,2026-10-25T00:00:01.500000+03:00,20,EUR",
        "purchase: all,b,,2,cart,2026-11-20T02:00:00.000000+02:00,2026-11-20T02:01:00.000000+02:00,5,USD",
        "back,s2,,2,cart,2026-11-20T02:00:00.000000+02:00,2026-11-20T02:01:00.000000+02:00,5,USD",
        "purchase: all,c,,1,view,2026-11-20T02:00:00.000000+02:00,2026-11-20T02:00:00.000000+02:00,,",
        "back,s3,,1,view,2026-11-20T02:00:00.000000+02:00,2026-11-20T02:00:00.000000+02:00,,",
    ]

    private static func run(_ script: String) throws -> Program.Result {
        let scratch = try Scratch()
        _ = try scratch.file("p.tsv", paths.utf8)
        _ = try scratch.file("j.toml", journey.utf8)
        return try Program.shell(script, in: scratch)
    }

    @Test func everyUnitHasItsStepTimeAndValue() throws {
        let all = try Self.run(
            "funnelstats --journey j.toml p.tsv --members -o out && cat out/members.csv && stat -c %a out/members.csv"
        )
        #expect(all.status == 0, "\(all.errors)")
        #expect(all.text == Self.header + Self.lines.joined(separator: "\n") + "\n600\n")
    }

    @Test(arguments: [
        ("purchase: all:cart", [2]), ("purchase: all:2", [2]), ("purchase: all:buy", [0]),
        ("back:cart", [1, 3]), ("back:view", [5]), ("back:3", []),
    ])
    func oneStepIsListed(step: String, indices: [Int]) throws {
        let wanted = Self.header + indices.map { Self.lines[$0] + "\n" }.joined()
        let shown = try Self.run("funnelstats --journey j.toml p.tsv --members-of '\(step)'")
        #expect(shown.status == 0, "\(shown.errors)")
        #expect(shown.text == wanted)
        let written = try Self.run(
            "funnelstats --journey j.toml p.tsv --members-of '\(step)' -o list.csv && cat list.csv && stat -c %a list.csv && ls"
        )
        #expect(written.text == wanted + "600\nj.toml\nlist.csv\np.tsv\n", "\(written.errors)")
    }

    /// Carts of 1 and 2 in one session: the first attempt ends with 1, the second with 2; that of another
    /// session has none.
    @Test func eachAttemptHasItsOwnValue() throws {
        let script = """
            printf '#polku paths 1\\ncustomer\\tsession_id\\ttime\\tvisitor\\tevent\\tvalue\\n' >q
            printf 'a\\ts\\t2026-11-20T00:00:0%s.000000Z\\tv\\t%s\\t%s\\n' 1 view '' 2 cart 1 3 view '' 4 cart 2 >>q
            printf 'a\\tt\\t2026-11-21T00:00:01.000000Z\\tv\\tview\\t\\n' >>q
            echo '#end rows=5 complete=true' >>q
            printf 'version=1\\n[[funnel]]\\nname="f"\\nsteps=["view","cart"]\\nentry="every"\\nunit="session"\\n' >k
            funnelstats --journey k q --members -o out && cut -d, -f 2,4,8 out/members.csv
            """
        #expect(try Self.run(script).text == "unit,depth,value\ns,2,1\ns,2,2\nt,1,\n")
    }

    /// Two documents of one customer are two units, each with its own value.
    @Test func whatIsHeldIsAUnitOfItsOwn() throws {
        let script = """
            printf '#polku paths 1\\ncustomer\\tsession_id\\ttime\\tevent\\tvalue\\tprops\\n' >q
            printf 'a\\ts\\t2026-11-20T00:00:0%s.000000Z\\t%s\\t%s\\t{"doc":"%s"}\\n' \\
                1 upload 1 d1 2 upload 2 d2 3 sign '' d1 >>q
            echo '#end rows=3 complete=true' >>q
            printf 'version=1\\n[[funnel]]\\nname="f"\\nsteps=["upload","sign"]\\nhold=["props.doc"]\\n' >k
            funnelstats --journey k q --members -o out && cut -d, -f 2-4,8 out/members.csv
            """
        let result = try Self.run(script)
        #expect(result.text == "unit,held,depth,value\na,d1,2,1\na,d2,1,2\n", "\(result.errors)")
    }

    @Test(arguments: [
        ("--members-of purchas:cart", 64, "no funnel 'purchas'; did you mean 'purchase: all'?"),
        ("--members-of back:crt", 64, "funnel 'back' has no step 'crt'; did you mean 'cart'?"),
        ("--members-of back:4", 64, "has no step '4'; its steps are view, cart, view"),
        ("--members-of back:0", 64, "no step '0'"),
        ("--members-of back", 64, "takes FUNNEL:STEP, not 'back'"),
        ("--members-of back:cart --members -o out", 64, "exclude each other"),
        ("--members-of back:cart -o p.tsv", 64, "p.tsv is also an input"),
        ("--members-of back:cart -o none/x", 73, "none/x"), ("--members", 64, "needs -o FOLDER"),
    ])
    func mistakesAreTold(options: String, status: Int32, message: String) throws {
        let result = try Self.run("funnelstats --journey j.toml p.tsv \(options)")
        #expect(result.status == status, "\(result.errors)")
        #expect(result.errors.contains(message), "\(result.errors)")
    }
}
