import ArgumentParser
import Journeys
import Rows
import StageSupport

/// Which of the rows are counted.
struct PartOptions: ParsableArguments {
    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "Count only rows, or whole sessions, with this; all that are given hold.",
            valueName: "column=value"))
    var conditions: [String] = []

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Count rows from then on: RFC 3339, a day, -7d.", valueName: "time"),
        transform: MomentOption.option)
    var since: MomentOption?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Count rows before then; the data end there.", valueName: "time"),
        transform: MomentOption.option)
    var until: MomentOption?

    /// Days are those of the journey's zone.
    func part(of journey: Journey) throws(Failure) -> Part {
        var part = try Part(conditions: conditions)
        let zone = try TimeZoneRules(named: journey.timezone)
        let now = Timestamp.now
        part.since = try since?.time(in: zone, now: now).microseconds
        part.until = try until?.time(in: zone, now: now).microseconds
        if let since = part.since, let until = part.until, since >= until {
            throw Failure(.usage, "--until is to be later than --since")
        }
        return part
    }
}
