public import ArgumentParser

/// Flags for what a stage tells beside its data.
public struct TalkOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Write counts for a monitor.", valueName: "file.prom"))
    public var metrics: String?

    @Option(help: ArgumentHelp("Show how far it is: auto, always, never.", valueName: "when"))
    public var progress = TerminalMode.auto

    @Option(help: ArgumentHelp("Use colours: auto, always, never.", valueName: "when"))
    public var color = TerminalMode.auto

    @Flag(
        name: [.customShort("n"), .long], help: "Say what would be read and written; do nothing.")
    public var dryRun = false

    public init() {}
}
