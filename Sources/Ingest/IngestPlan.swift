import Events
import ByteIO
import Formats
import StageSupport

/// What a run is to do: files by name, and the rules.
struct IngestPlan {
    /// In the order in which they are read.
    var inputs: [String] = []
    /// A file of rejects to read instead of inputs.
    var replay: String?
    var output: String?
    var rejects: String?
    var summary: String?
    var metrics: String?
    /// The file that the key was read from.
    var keyFile: String?
    /// Nil: by the first lines of each input.
    var format: Format?
    var jobs = 1
    var limit = RejectLimit.share(0.01)
    var allowsPartial = false
    var rules = IngestRules()
    var memory = 32 << 20
    var temporaryFolder = "/tmp"
    var progress = TerminalMode.auto
    var isVerbose = false

    /// Throws exit 64 where an output is one of the inputs, exit 73 where temporary files cannot be
    /// made.
    func check() throws {
        try RunFiles.check(
            reads: names + [keyFile], writes: [output ?? "-", rejects, summary, metrics])
        if rules.dedupe != .off { try ScratchFile.check(temporaryFolder) }
    }

    /// All names that are read.
    var names: [String] { replay.map { [$0] } ?? inputs }

    /// What it would do, a line for each file.
    var text: String {
        let reads = names.map { "read \($0 == "-" ? "standard input" : $0)" }
        let writes = [output ?? "standard output", rejects, summary, metrics].compactMap { $0 }
        return (reads + writes.map { "write \($0)" }).joined(separator: "; ")
    }
}
