import ArgumentParser
import Journeys
import StageSupport

/// Which units are listed one by one.
enum MemberListing {
    case none, all
    case step(MemberStep)
}

struct MemberOptions: ParsableArguments {
    @Flag(help: "Write members.csv too: who stands at which step.")
    var members = false

    @Option(
        help: ArgumentHelp(
            "List only who came to this step and no further, as members.csv does.",
            valueName: "funnel:step"))
    var membersOf: String?

    func validate() throws {
        if members, membersOf != nil {
            throw ValidationError("--members and --members-of exclude each other")
        }
    }

    func listing(of journey: Journey) throws(Failure) -> MemberListing {
        if let membersOf { return .step(try MemberStep(membersOf, of: journey)) }
        return members ? .all : .none
    }
}
