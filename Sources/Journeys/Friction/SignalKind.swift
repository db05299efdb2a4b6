/// What the row at which a signal fires would have been without it: that decides with whom the units that
/// met the signal can be compared.
enum SignalKind: Equatable {
    /// Another row on the way, never the next step.
    case incident
    /// A success, often the next step itself: it answers an attempt, a row of the set with this number.
    case answer(attempts: Int)
    /// Not known: an error of which the journey file does not say what it answers.
    case undeclared
}

/// The kinds of all signals by their number.
struct SignalKinds {
    /// By touchpoint of the journey file.
    private var ofErrors: [SignalKind] = []
    /// How many sets of attempts there are.
    let setCount: Int

    init(_ journey: Journey, _ sets: AttemptSets) {
        setCount = sets.count
        // Touchpoints of one name are one.
        var numbers: [String: Int] = [:]
        for touchpoint in journey.touchpoints where numbers[touchpoint.name] == nil {
            numbers[touchpoint.name] = ofErrors.count
            ofErrors.append(.undeclared)
        }
        for touchpoint in journey.touchpoints.reversed() {
            guard let answers = touchpoint.answers, let number = numbers[touchpoint.name] else {
                continue
            }
            ofErrors[number] =
                sets.number(of: answers).map { .answer(attempts: $0) } ?? .incident
        }
    }

    subscript(signal: Int) -> SignalKind {
        if let touchpoint = Signal.touchpoint(ofNumber: Int32(signal)) {
            return ofErrors[touchpoint]
        }
        return Signal(rawValue: Int32(signal))?.isError == true ? .undeclared : .incident
    }
}
