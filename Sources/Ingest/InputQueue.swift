import ByteIO
import StageSupport

/// The inputs of a run in their order; those that come next are read already.
struct InputQueue {
    /// More files at once would only take memory.
    private static let mostAtOnce = 4
    /// Blocks that an input may have ready or under way: fewer leave a core idle while one waits for another.
    private static let mostWaiting = 12

    struct Input {
        var path: String
        /// The name under which the same file comes before.
        var first: String?
        /// Whether it can be read before its turn: a pipe may be named twice.
        var isRegular: Bool
    }

    let inputs: [Input]
    private let plan: IngestPlan
    private let atOnce: Int
    private let workers: Workers
    private var started: [Int: OrderedWork<InputFeed.Step>] = [:]

    init(_ plan: IngestPlan) {
        self.plan = plan
        var names: [FileIdentity: String] = [:]
        inputs = plan.inputs.map { path in
            let identity = path == "-" ? nil : FileIdentity(path: path)
            guard let identity, identity.isRegular else {
                return Input(path: path, first: nil, isRegular: false)
            }
            let first = names[identity]
            if first == nil { names[identity] = path }
            return Input(path: path, first: first, isRegular: true)
        }
        atOnce = max(1, min(plan.jobs, Self.mostAtOnce, inputs.count))
        workers = Workers(plan.jobs > 1 ? plan.jobs : 0)
    }

    /// The steps of input `index`; the inputs after it begin to be read. Nil where it must be read on the
    /// caller's thread, since one is all that was asked for or all that the system has.
    mutating func steps(of index: Int) -> OrderedWork<InputFeed.Step>? {
        guard plan.jobs > 1 else { return nil }
        for other in index..<min(index + atOnce, inputs.count)
        where other == index || inputs[other].isRegular && inputs[other].first == nil {
            guard started[other] == nil else { continue }
            let feed = InputFeed(path: inputs[other].path, plan: plan)
            started[other] = feed.start(
                width: max(Self.mostWaiting, plan.jobs * 2 / atOnce), workers: workers)
        }
        return started[index]
    }

    /// Stops what still reads.
    func cancel() { for steps in started.values { steps.cancel() } }
}
