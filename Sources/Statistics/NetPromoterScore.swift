/// Promoters − detractors over all answers, −1…1, with its 95 % interval.
///
/// Source of the interval: the variance of a value that is 1, 0 or −1, by the normal approximation;
/// limits past −1 and 1 are cut.
public struct NetPromoterScore: Equatable, Sendable {
    public let score: Double
    public let low: Double
    public let high: Double

    /// Nil where there are no answers.
    public init?(promoters: Int, detractors: Int, answers: Int) {
        guard answers > 0 else { return nil }
        let (good, bad) = (
            Double(promoters) / Double(answers), Double(detractors) / Double(answers)
        )
        score = Double(promoters - detractors) / Double(answers)
        let variance = max(good + bad - score * score, 0) / Double(answers)
        let spread = Wilson.z * variance.squareRoot()
        low = max(score - spread, -1)
        high = min(score + spread, 1)
    }
}
