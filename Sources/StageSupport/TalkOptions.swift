public import ArgumentParser

/// The flag for colours: of messages, for which `Terminal.colorMode` reads it too, and of tables.
public struct ColorOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Use colours: auto, always, never.", valueName: "when"))
    public var color = TerminalMode.auto

    public init() {}
}

/// Flags for what a stage tells beside its data.
public struct TalkOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Write counts for a monitor.", valueName: "file.prom"),
        completion: .file())
    public var metrics: String?

    @Option(help: ArgumentHelp("Show how far it is: auto, always, never.", valueName: "when"))
    public var progress = TerminalMode.auto

    @OptionGroup public var colors: ColorOptions

    @Flag(
        name: [.customShort("n"), .long], help: "Say what would be read and written; do nothing.")
    public var dryRun = false

    public init() {}

    /// With `-n`: says which files would be read and written. Returns whether the stage is done.
    public func isDryRun(_ program: String, reads: [String], writes: [String?]) -> Bool {
        guard dryRun else { return false }
        let inputs = reads.map { "read \($0 == "-" ? "standard input" : $0)" }
        let outputs = writes.compactMap { $0 }.map { "write \($0)" }
        Talk.say(program, "would " + (inputs + outputs).joined(separator: ", "))
        return true
    }
}
