import Journeys
import StageSupport

/// The corpus is `Corpus/journey`: a journey file is read, or refused with exit 78 and
/// in words that name it; a blank line in front of it changes none of what it means.
func fuzzJourney(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let (found, moved) = (refusal(of: text), refusal(of: "\n" + text))
    precondition((found == nil) == (moved == nil), "a blank line changes whether it is read")
    guard let found, let moved else { return }
    precondition(found.status == .invalidJourney, "\(found)")
    precondition(found.count == moved.count, "a blank line changes what is said")
}

/// Nil for a journey file that is read.
private func refusal(of text: String) -> (status: ExitStatus, count: Int)? {
    do {
        _ = try JourneyFile.journey(from: text, path: "journey.toml")
        return nil
    } catch let failure as Failure {
        precondition(
            failure.problems.allSatisfy { $0.hasPrefix("journey.toml") }, "\(failure.problems)")
        return (failure.status, failure.problems.count)
    } catch {
        preconditionFailure("no exit for \(error)")
    }
}
