import ArgumentParser

/// Counts of some of the customers instead of tables, and tables of such counts.
struct PartialOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Write the counts here, to be merged with others, instead of tables.",
            valueName: "file"),
        completion: .file())
    var partial: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Add up such counts instead of reading paths.", valueName: "file"),
        completion: .file())
    var merge: [String] = []

    /// Whether all inputs are partials.
    var merges: Bool { !merge.isEmpty }
}
