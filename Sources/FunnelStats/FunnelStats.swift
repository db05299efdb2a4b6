import ArgumentParser
import StageSupport

@main
struct FunnelStats: Stage {
    static let program = "funnelstats"
    static let configuration = CommandConfiguration(
        commandName: "funnelstats",
        abstract: "Counts funnels, drop-off and transitions of customer paths.",
        version: Polku.version)

    @OptionGroup var common: CommonOptions

    func work() throws {}
}
