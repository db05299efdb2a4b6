import StatsFolder

/// The journey as its owners draw it: a column for each stage, touchpoints by where they meet people.
struct JourneyMap {
    struct Stop {
        let touchpoint: Row
        /// From 0 to 1: the square root of its share of the most customers, so that areas compare.
        let size: Double
    }

    struct Lane {
        let contact: String
        /// By stage: most customers first.
        var cells: [[Stop]]
    }

    /// What hurts most in a stage.
    enum Pain {
        /// A signal that goes with more drop-off.
        case sure(Row)
        /// A bad signal that many met; the row of `friction_signals.csv`, and whether it was compared.
        case met(Row, isCompared: Bool)
    }

    /// Rows of `stages.csv`, those without a stage left out.
    let stages: [Row]
    let lanes: [Lane]
    /// By stage: the row of `stage_experience.csv`.
    let experience: [Row?]
    let pains: [Pain?]
    /// By stage: rows of `journey_metrics.csv`.
    let voices: [[Row]]
    /// Rows without a stage.
    let unmapped: Row?
    /// Stages that are not shown.
    let left: Int

    /// Where touchpoints meet people, in the order of lanes; others follow by customers.
    private static let contacts = [
        "web", "app", "email", "sms", "social", "chat", "phone", "store",
    ]

    init(_ tables: Tables, _ names: Names, most limit: Int) {
        let all = tables.rows(.stages).filter { $0.text("stage") != "(unmapped)" }
        stages = Array(all.prefix(limit))
        left = all.count - stages.count
        unmapped = tables.rows(.stages).first { $0.text("stage") == "(unmapped)" }
        let numbers = Dictionary(stages.enumerated().map { ($1.text("stage"), $0) }) { first, _ in
            first
        }
        var stageOf: [String: Int] = [:]
        let touchpoints = tables.rows(.touchpoints).filter { row in
            guard let number = numbers[row.text("stage")] else { return false }
            stageOf[row.text("touchpoint")] = number
            return row.count("customers") > 0
        }
        lanes = Self.lanes(touchpoints, stageOf, count: stages.count)
        let met = Dictionary(
            tables.rows(.experience).map { ($0.text("stage"), $0) }
        ) { first, _ in first }
        experience = stages.map { met[$0.text("stage")] }
        pains = Self.pains(tables, stageOf, count: stages.count)
        voices = Self.voices(tables, names, stageOf, count: stages.count)
    }

    private static func lanes(
        _ touchpoints: [Row], _ stageOf: [String: Int], count: Int
    ) -> [Lane] {
        let most = Double(max(touchpoints.map { $0.count("customers") }.max() ?? 0, 1))
        var lanes: [Lane] = []
        for row in Ranking.largest(
            touchpoints, count: touchpoints.count, by: { Double($0.count("customers")) })
        {
            let contact = row.text("contact")
            let index = lanes.firstIndex { $0.contact == contact } ?? lanes.count
            if index == lanes.count {
                lanes.append(Lane(contact: contact, cells: [[Stop]](repeating: [], count: count)))
            }
            let size = (Double(row.count("customers")) / most).squareRoot()
            lanes[index].cells[stageOf[row.text("touchpoint")] ?? 0].append(
                Stop(touchpoint: row, size: size))
        }
        return lanes.enumerated().sorted {
            let (left, right) = (place($0.element.contact), place($1.element.contact))
            return left == right ? $0.offset < $1.offset : left < right
        }.map(\.element)
    }

    private static func place(_ contact: String) -> Int {
        contacts.firstIndex(of: contact) ?? contacts.count
    }

    /// The signal that goes with most drop-off from a touchpoint of the stage; else the bad one that most
    /// customers met there.
    private static func pains(
        _ tables: Tables, _ stageOf: [String: Int], count: Int
    ) -> [Pain?] {
        let friction = tables.rows(.friction)
        let compared = Set(
            friction.filter(FrictionRanking.hasEstimate).map { $0.text("signal") })
        var worst = [Row?](repeating: nil, count: count)
        for row in tables.rows(.signals) {
            guard let stage = stageOf[row.text("touchpoint")],
                row.count("customers") > worst[stage]?.count("customers") ?? 0,
                SignalClass(of: row.text("signal")) == .bad
            else { continue }
            worst[stage] = row
        }
        return (0..<count).map { stage in
            let rows = friction.filter { stageOf[$0.text("from")] == stage }
            if let top = FrictionRanking.top(of: rows) { return .sure(top) }
            return worst[stage].map {
                .met($0, isCompared: compared.contains($0.text("signal")))
            }
        }
    }

    /// What customers say stands where they are asked, answers of support where they ask.
    private static func voices(
        _ tables: Tables, _ names: Names, _ stageOf: [String: Int], count: Int
    ) -> [[Row]] {
        var voices = [[Row]](repeating: [], count: count)
        func add(_ metrics: [String], atKind kind: String) {
            guard let stage = names.touchpoints(ofKind: kind).compactMap({ stageOf[$0] }).first
            else { return }
            voices[stage] += metrics.compactMap { metric in
                tables.rows(.metrics).first {
                    $0.text("metric") == metric && $0.number("value") != nil
                }
            }
        }
        add(["nps", "csat"], atKind: "feedback")
        add(["answered_within_24h"], atKind: "support_request")
        return voices
    }
}
