import ByteIO

/// What an agent says of who asked.
struct AgentFacts: Equatable, Sendable {
    /// Why it is a program's; nil for a person's.
    var evidence: BotFilter.Evidence?
    /// Nil for an empty agent.
    var device: DeviceClass?
    /// Whether it is an HTTP library's, by which a shop's own server reports events.
    let isLibrary: Bool

    init(agent: Span<UInt8>) {
        evidence = BotFilter.evidence(agent: agent)
        device = DeviceClass(agent: agent)
        isLibrary = HTTPLibraries.hold(agent)
    }
}

/// The facts of agents seen lately; one a worker.
struct AgentCache: Sendable {
    private static let limit = 1 << 12
    /// Longer agents are rare and often all different: they are judged, not remembered.
    private static let longest = 1024

    private var known = Interner(capacity: 256)
    private var facts: [AgentFacts] = []
    private var forgotten = 0
    /// The number of the agent last asked for, which no other agent ever has; nil where it is not
    /// remembered.
    private(set) var latest: Int?

    mutating func facts(of agent: Span<UInt8>) -> AgentFacts {
        latest = nil
        guard agent.count <= Self.longest else { return AgentFacts(agent: agent) }
        if known.count >= Self.limit {
            forgotten += known.count
            known.removeAll()
            facts.removeAll(keepingCapacity: true)
        }
        let number = known.number(of: agent)
        if number == facts.count { facts.append(AgentFacts(agent: agent)) }
        latest = forgotten + number
        return facts[number]
    }
}
