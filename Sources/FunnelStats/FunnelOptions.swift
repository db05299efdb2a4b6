import Journeys
import ArgumentParser
import ByteIO
import Crypto
import StageSupport

/// What is asked: a journey file, or steps on the command line.
struct FunnelOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Touchpoints and funnels.", valueName: "file.toml"),
        completion: .file(extensions: ["toml"]))
    var journey: String?

    @Option(
        help: ArgumentHelp(
            "One funnel: touchpoints, events, or pages like /product/**.", valueName: "a,b,c"))
    var steps: String?

    @Option(help: ArgumentHelp("Of --steps: time from the first step, or none.", valueName: "14d"))
    var window: String?

    @Option(
        help: ArgumentHelp("Of --steps: what is counted.", valueName: "customer|visitor|session"))
    var unit: Funnel.Unit?

    @Option(
        help: ArgumentHelp("Of --steps: how steps follow.", valueName: "ordered|strict|unordered"))
    var order: FunnelRules.Order?

    func validate() throws {
        guard steps != nil || (window == nil && unit == nil && order == nil) else {
            throw ValidationError("--window, --unit and --order belong to --steps")
        }
        if let window, window != "none", DurationOption(argument: window) == nil {
            throw ValidationError("--window takes none or a duration like 30m, 1h30m or 14d")
        }
        if let steps {
            let names = steps.split(separator: ",", omittingEmptySubsequences: false)
            guard names.count <= FunnelRules.maximumSteps else {
                throw ValidationError(
                    "--steps takes 1 to \(FunnelRules.maximumSteps) names with commas between")
            }
            guard names.allSatisfy({ !$0.isEmpty }) else {
                throw ValidationError("--steps has an empty name")
            }
        }
    }

    /// The journey, with the funnel of `--steps` as its only one, and the SHA-256 of its file.
    func journeyOfSteps() throws -> (journey: Journey, hash: String?) {
        var (journey, hash) =
            try self.journey.map { try Self.read($0) } ?? (journey: Journey(), hash: nil)
        guard let steps else { return (journey, hash) }
        let window =
            window == "none"
            ? nil
            : window.flatMap(DurationOption.init(argument:))?.microseconds
                ?? FunnelRules.defaultWindow
        journey.setFunnel(
            steps: steps.split(separator: ",").map(String.init), window: window,
            unit: unit ?? .customer, order: order ?? .ordered)
        return (journey, hash)
    }

    /// - Throws: exit 64 where nothing says what to count, with what the files hold most of.
    func checkIsAsked(of paths: [String]) throws(Failure) {
        guard journey == nil, steps == nil else { return }
        let first = FirstNames(paths)?.touchpoints.prefix(8) ?? []
        let names = first.map(\.name)
        let frequent = first.map { "\($0.name) (\($0.count))" }.joined(separator: ", ")
        let steps = names.isEmpty ? "view,purchase" : names.prefix(3).joined(separator: ",")
        throw Failure(
            .usage,
            "neither --journey nor --steps says what to count; "
                + (names.isEmpty ? "" : "most frequent of the first rows: \(frequent); ")
                + "try --steps '\(steps)'")
    }

    /// Reads a journey file; one of over a megabyte is none.
    static func read(_ path: String) throws -> (journey: Journey, hash: String?) {
        let bytes = try InputFile.bytes(ofFile: path, limit: 1 << 20)
        guard let bytes else {
            throw Failure(.invalidJourney, "\(path): over a megabyte: no journey file")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(.invalidJourney, "\(path): not UTF-8")
        }
        var digits: [UInt8] = []
        for byte in SHA256.hash(data: bytes) { digits.append(hex: byte) }
        return (try JourneyFile.journey(from: text, path: path), digits.span.text)
    }
}

extension Funnel.Unit: ExpressibleByArgument {}
extension FunnelRules.Order: ExpressibleByArgument {}
