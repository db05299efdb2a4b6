import ArgumentParser

/// The options of a program as its help tells them, to read what fingers type and to say what they may have meant.
struct DeclaredOptions {
    private var longNames: [String] = []
    /// Short names of flags, which take no value.
    private var flags: Set<Character> = []
    /// Short names of options with a value.
    private var valued: Set<Character> = []

    init(of command: (some ParsableCommand).Type) {
        // Wide enough that no line is wrapped.
        self.init(help: command.helpMessage(includeHidden: true, columns: 1000))
    }

    /// Of the lines `  -o, --output <path>   Write here…`.
    init(help: String) {
        for line in help.split(separator: "\n") where line.hasPrefix("  -") {
            let label = line.dropFirst(2).prefix(upToSpaces: 2)
            let takesValue = label.contains("<")
            for word in label.split(separator: ",") {
                let name = word.drop { $0 == " " }.prefix { $0 != " " }
                if name.hasPrefix("--") {
                    longNames.append(String(name.dropFirst(2)))
                } else if let letter = name.dropFirst().first {
                    if takesValue { valued.insert(letter) } else { flags.insert(letter) }
                }
            }
        }
    }
}

// Several options in one word.
extension DeclaredOptions {
    /// The arguments, with flags before another short option taken apart: `-qox.tsv` is `-q -ox.tsv`.
    ///
    /// - Throws: exit 64 for a long name behind a single dash, which would be a short option and its value:
    ///   `-output x` wrote to `utput`.
    static func separated(
        _ arguments: [String], of command: (some ParsableCommand).Type
    ) throws -> [String] {
        let options = arguments.prefix { $0 != "--" }
        guard options.contains(where: { isWord($0) }) else { return arguments }
        let declared = DeclaredOptions(of: command)
        return try options.flatMap { try declared.separated($0) }
            + arguments.dropFirst(options.count)
    }

    /// `-` and two letters or more.
    private static func isWord(_ argument: String) -> Bool {
        let letters = argument.utf8.dropFirst().prefix(2)
        return argument.hasPrefix("-") && letters.count == 2
            && letters.allSatisfy { ($0 | 0x20) &- 0x61 < 26 }
    }

    func separated(_ argument: String) throws -> [String] {
        guard Self.isWord(argument) else { return [argument] }
        let name = String(argument.dropFirst().prefix { $0 != "=" })
        guard !longNames.contains(name) else {
            throw ValidationError("'-\(name)': long options have two dashes: '--\(name)'")
        }
        let letters = argument.dropFirst().prefix { flags.contains($0) }
        let rest = argument.dropFirst(1 + letters.count)
        guard rest.first.map({ valued.contains($0) }) ?? true else { return [argument] }
        return letters.map { "-\($0)" } + (rest.isEmpty ? [] : ["-\(rest)"])
    }
}

// Options that are not there.
extension DeclaredOptions {
    /// The first long option that the program does not have, and those that may be meant; nil where all are known, or
    /// nobody can tell.
    func unknown(in arguments: [String]) -> String? {
        for argument in arguments.prefix(while: { $0 != "--" }) where argument.hasPrefix("--") {
            let name = String(argument.dropFirst(2).prefix { $0 != "=" })
            if longNames.contains(name) || Self.ofEveryProgram.contains(name) { continue }
            let names = meant(by: name).map { "--\($0)" }
            return names.isEmpty ? nil : "unknown option '--\(name)'" + Nearest.question(names)
        }
        return nil
    }

    /// What ArgumentParser adds.
    private static let ofEveryProgram = [
        "help", "help-hidden", "version", "generate-completion-script", "experimental-dump-help",
    ]

    /// By meaning where the word is known for one, else by letters.
    private func meant(by name: String) -> [String] {
        let word = name.lowercased().replacing("_", with: "-")
        let meant = Self.meanings.filter { $0.words.contains(word) }.map(\.option)
            .filter(longNames.contains)
        return meant.isEmpty
            ? Nearest.names(to: word, among: longNames + Self.ofEveryProgram.prefix(3)) : meant
    }

    /// What other programs, and people, call an option.
    private static let meanings: [(option: String, words: [String])] = [
        (
            "jobs",
            ["threads", "thread", "workers", "cores", "cpus", "procs", "parallel", "parallelism"]
        ),
        (
            "output",
            [
                "out", "outfile", "outdir", "out-dir", "output-dir", "output-file", "dir",
                "to-file", "dest",
            ]
        ),
        ("since", ["from", "start", "start-date", "begin", "after", "date-from", "from-date"]),
        ("until", ["to", "end", "end-date", "stop", "before", "date-to", "to-date"]),
        (
            "timeout",
            [
                "gap", "idle", "inactivity", "session-timeout", "session-gap", "idle-timeout",
                "max-gap",
            ]
        ),
        ("max-session", ["max-length", "max-duration", "session-length"]),
        ("journey", ["funnel", "funnels", "config", "conf", "rules", "touchpoints", "definition"]),
        ("steps", ["step", "funnel", "events", "stages"]),
        ("window", ["conversion-window", "within", "lookback"]),
        ("where", ["filter", "segment", "select", "only"]),
        ("unit", ["by", "per", "count-by", "group-by"]),
        ("timezone", ["tz", "zone", "time-zone"]),
        ("assume-timezone", ["tz", "zone", "time-zone", "timezone"]),
        ("time-format", ["date-format", "datefmt", "time-fmt", "datetime-format"]),
        ("format", ["log-format", "input-format", "type", "input-type"]),
        ("output-format", ["format", "csv", "json", "markdown", "table", "mode", "out-format"]),
        ("map", ["columns", "column", "fields", "field", "mapping", "rename"]),
        ("rejects", ["errors", "error-file", "bad", "reject", "invalid-requests"]),
        ("max-rejects", ["max-errors", "ignore-errors", "max-bad"]),
        ("allow-partial", ["ignore-damage", "keep-going", "partial", "force"]),
        ("bots", ["crawlers", "ignore-crawlers", "no-bots", "keep-bots", "robots", "spiders"]),
        ("dedupe", ["dedup", "deduplicate", "unique", "uniq", "distinct", "no-dedupe"]),
        ("site", ["host", "hosts", "domain", "domains", "own-host", "hostname"]),
        ("key-file", ["key", "salt", "secret"]),
        ("hash-ids", ["anonymize", "anonymise", "anonymize-ip", "pseudonymize", "hash"]),
        ("memory", ["mem", "ram", "max-memory", "buffer-size", "memory-limit"]),
        (
            "tmp-dir",
            ["tmp", "temp", "tmpdir", "tempdir", "temp-dir", "temporary-directory", "scratch"]
        ),
        ("dry-run", ["plan", "simulate", "dry", "just-print", "no-act"]),
        ("quiet", ["silent", "no-progress", "no-messages"]),
        ("verbose", ["debug", "trace", "loud"]),
        ("progress", ["no-progress", "bar"]),
        ("color", ["colour", "colors", "colours", "no-color", "no-colour"]),
        ("metrics", ["prometheus", "prom", "metrics-file"]),
        ("summary", ["stats", "statistics", "report", "json"]),
        ("recursive", ["recurse", "walk", "all-files"]),
        ("members", ["users", "customers", "list-users"]),
        ("identity", ["stitch", "join-users", "merge-users"]),
        ("sessions", ["sessions-file", "session-table"]),
        ("excel", ["bom", "crlf", "windows"]),
    ]
}

extension Substring {
    /// What stands before `count` spaces in a row, or all of it.
    fileprivate func prefix(upToSpaces count: Int) -> Substring {
        firstRange(of: String(repeating: " ", count: count)).map { self[..<$0.lowerBound] } ?? self
    }
}
