public import ArgumentParser

/// A size as users write it: `65536`, `512K`, `256M`, `2G`; powers of 1024, more than 0.
public struct SizeOption: ExpressibleByArgument, CustomStringConvertible, Equatable, Sendable {
    public let bytes: Int

    public init(bytes: Int) { self.bytes = bytes }

    public init?(argument: String) {
        let digits = argument.prefix { $0.isASCII && $0.isNumber }
        guard let count = Int(digits), count > 0,
            let shift = Self.shift(argument.dropFirst(digits.count))
        else { return nil }
        let (bytes, overflow) = count.multipliedReportingOverflow(by: 1 << shift)
        guard !overflow, bytes < 1 << 50 else { return nil }
        self.bytes = bytes
    }

    private static func shift(_ unit: Substring) -> Int? {
        switch unit {
        case "": 0
        case "K": 10
        case "M": 20
        case "G": 30
        case "T": 40
        default: nil
        }
    }

    public var description: String {
        for (unit, shift) in [("G", 30), ("M", 20), ("K", 10)] where bytes % (1 << shift) == 0 {
            return "\(bytes >> shift)\(unit)"
        }
        return "\(bytes)"
    }
}

/// Flags of a stage that sorts more than memory holds.
public struct MemoryOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Memory to work in; what does not fit is sorted on disk.", valueName: "size"))
    public var memory = SizeOption(bytes: 32 << 20)

    @Option(
        help: ArgumentHelp("Folder for temporary files.", valueName: "folder"),
        completion: .directory)
    public var tmpDir: String?

    public init() {}
}
