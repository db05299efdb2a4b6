import ArgumentParser
import ByteIO
import Events
import FoundationEssentials
import StageSupport

/// `ingest join FILE…`: what one run would have written of the inputs of several.
struct Join: Stage {
    static let program = "ingest join"
    static let configuration = CommandConfiguration(
        commandName: "ingest join",
        abstract: "Joins event streams of several runs; copies that two have count once.",
        discussion: "Example: ingest join a.tsv b.tsv | sessionize")

    @OptionGroup var common: CommonOptions
    @OptionGroup var resources: MemoryOptions

    @Argument(help: "Event streams, in the order of the runs' inputs; else standard input.")
    var files: [String] = []

    func work() throws {
        let inputs = try Inputs(named: files, isRecursive: false)
        try RunFiles.check(reads: inputs.paths, writes: [common.output ?? "-", common.summary])
        let folder = resources.tmpDir ?? ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        try ScratchFile.check(folder)
        var summary: OutputFile? = nil
        if let path = common.summary { summary = try .creating(path) }
        var join = try StreamJoin(
            to: try OutputFile.named(common.output),
            memory: resources.memory.bytes, folder: folder)
        for path in inputs.paths { try join.read(path) }
        try summary?.write(
            JSONValue.object([
                ("program", JSONValue.quoted(Self.program)),
                ("version", JSONValue.quoted(Polku.version)),
                ("rows", "\(join.rows)"), ("duplicates", "\(join.copies)"),
            ]) + "\n")
        var files: [FinishedFile] = []
        if let file = try summary?.complete() { files.append(file) }
        files.append(try join.finish())
        try FinishedFile.publish(files)
    }
}
