import ArgumentParser
import Testing

@testable import StageSupport

/// What fingers type, and what is said of it.
struct DeclaredOptionsTests {
    private static let declared = DeclaredOptions(
        help: """
            USAGE: tool [<options>] [<files> ...]

            OPTIONS:
              -o, --output <path>     Write here, -x or not <there>.
              -q, --quiet             Say nothing <here>.
              -v, --verbose           Say more.
              -j, --jobs <n>          Threads.
              --since <time>          From then on.
              --assume-timezone <zone>
                                      Zone of times.
              -h, --help              Show help information.

            """)

    @Test(arguments: [
        ("-qox.tsv", ["-q", "-ox.tsv"]), ("-vj2", ["-v", "-j2"]), ("-qvo", ["-q", "-v", "-o"]),
        ("-qv", ["-q", "-v"]), ("-oq", ["-oq"]), ("-j4", ["-j4"]), ("-q", ["-q"]), ("-", ["-"]),
        ("-qx", ["-qx"]), ("-xq", ["-xq"]), ("-7d", ["-7d"]), ("--quiet", ["--quiet"]),
        ("file", ["file"]), ("", [""]),
    ])
    func clustersAreTakenApart(argument: String, parts: [String]) throws {
        #expect(try Self.declared.separated(argument) == parts)
    }

    @Test(arguments: ["-output", "-jobs", "-quiet", "-since=yesterday"])
    func aLongNameHasTwoDashes(argument: String) {
        #expect(throws: ValidationError.self) { try Self.declared.separated(argument) }
    }

    /// By meaning, whatever the case; by letters; or none.
    @Test(
        arguments: [
            (["--threads", "4"], "'--threads'; did you mean '--jobs'?"),
            (["--out=x.tsv"], "'--out'; did you mean '--output'?"),
            (["a", "--From", "yesterday"], "'--From'; did you mean '--since'?"),
            (["--tz", "UTC"], "'--tz'; did you mean '--assume-timezone'?"),
            (["--sinse", "x"], "'--sinse'; did you mean '--since'?"),
            (["--verson"], "'--verson'; did you mean '--version'?"),
            (["--nosuchoptionatall"], nil), (["--bots", "keep"], nil),
            (["--jobs", "4", "--help", "--version", "-x"], nil), (["--", "--threads"], nil),
            ([], nil),
        ] as [([String], String?)])
    func unknownOptionsAreTold(arguments: [String], told: String?) {
        #expect(Self.declared.unknown(in: arguments) == told.map { "unknown option \($0)" })
    }

    @Test(
        arguments: [
            ([], .auto), (["--color", "always"], .always), (["--color=never"], .never),
            (["--color", "always", "--color=never"], .never), (["--", "--color=never"], .auto),
            (["--color"], .auto), (["--color", "red"], .auto),
        ] as [([String], TerminalMode)])
    func coloursAreKnownBeforeTheOptions(arguments: [String], mode: TerminalMode) {
        #expect(Terminal.colorMode(of: arguments) == mode)
    }
}
