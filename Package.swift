// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser")
let collections: Target.Dependency = .product(
    name: "BasicContainers", package: "swift-collections")
let heap: Target.Dependency = .product(name: "HeapModule", package: "swift-collections")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")

// Every arrow points down: programs, their engines, what two of these share, rows, bytes.
let package = Package(
    name: "polku",
    products: [
        .executable(name: "ingest", targets: ["Ingest"]),
        .executable(name: "sessionize", targets: ["Sessionize"]),
        .executable(name: "funnelstats", targets: ["FunnelStats"]),
        .executable(name: "report", targets: ["Report"]),
    ],
    traits: [
        .trait(name: "ISAL", description: "Inflate by ISA-L, two to three times as fast as zlib.")
    ],
    dependencies: [
        // Flags, help and completions.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // Flat arrays with one owner, for what is kept of each row; a heap, for merges.
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        // SHA-256 for session ids and manifests, HMAC for visitors without an id.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        .executableTarget(
            name: "Ingest",
            dependencies: ["Events", "Formats", "StageSupport", "Rows", "ByteIO", argumentParser],
            swiftSettings: strict),
        .executableTarget(
            name: "Sessionize",
            dependencies: ["Sessions", "StageSupport", "Rows", "ByteIO", argumentParser],
            swiftSettings: strict),
        .executableTarget(
            name: "FunnelStats",
            dependencies: [
                "Journeys", "StatsFolder", "StageSupport", "Rows", "ByteIO", argumentParser, crypto,
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "Report",
            dependencies: [
                "Statistics", "StatsFolder", "StageSupport", "Rows", "ByteIO", argumentParser,
                crypto,
            ],
            swiftSettings: strict),
        .target(
            name: "Events", dependencies: ["Formats", "StageSupport", "Rows", "ByteIO", crypto],
            swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
        .target(
            name: "Sessions", dependencies: ["StageSupport", "Rows", "ByteIO", collections],
            swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
        .target(
            name: "Journeys",
            dependencies: [
                "Statistics", "TOML", "StatsFolder", "StageSupport", "Rows", "ByteIO", collections,
                heap,
            ],
            swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
        .target(
            name: "StageSupport", dependencies: ["Rows", "ByteIO", argumentParser],
            swiftSettings: strict),
        .target(
            name: "StatsFolder", dependencies: ["StageSupport", "Rows", "ByteIO", crypto],
            swiftSettings: strict),
        .target(
            name: "Formats", dependencies: ["Rows", "ByteIO"],
            swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
        .target(
            name: "Rows", dependencies: ["ByteIO", collections],
            swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
        .target(name: "Statistics", dependencies: [collections], swiftSettings: strict),
        .target(name: "TOML", swiftSettings: strict),
        .target(
            name: "ByteIO",
            dependencies: [
                "CBits", "CZlib", .target(name: "CISAL", condition: .when(traits: ["ISAL"])),
                collections, crypto,
            ],
            swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
        .target(name: "CBits"),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CISAL", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "ByteIOTests", dependencies: ["ByteIO", "TestSupport", collections, crypto],
            swiftSettings: strict),
        .testTarget(
            name: "RowsTests",
            dependencies: ["Rows", "ByteIO", "TestSupport", collections],
            swiftSettings: strict),
        .testTarget(
            name: "FormatsTests",
            dependencies: ["Formats", "Rows", "ByteIO", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "TOMLTests", dependencies: ["TOML", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "StageSupportTests",
            dependencies: ["StageSupport", "Rows", "ByteIO", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "EventsTests",
            dependencies: ["Events", "Formats", "StageSupport", "Rows", "ByteIO", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "IngestTests",
            dependencies: [
                "Ingest", "Events", "Formats", "StageSupport", "Rows", "ByteIO", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "SessionizeTests",
            dependencies: [
                "Sessionize", "Sessions", "StageSupport", "Rows", "ByteIO", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "JourneysTests",
            dependencies: [
                "FunnelStats", "Journeys", "Statistics", "StatsFolder", "StageSupport", "Rows",
                "ByteIO", "TestSupport", collections, crypto,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "StatsFolderTests",
            dependencies: ["StatsFolder", "StageSupport", "ByteIO", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "ReportTests",
            dependencies: [
                "Report", "StatsFolder", "StageSupport", "ByteIO", "TestSupport", crypto,
            ],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "PipelineTests",
            dependencies: ["Ingest", "Sessionize", "FunnelStats", "Report", "TestSupport"],
            exclude: ["Golden", "Peers"], swiftSettings: strict),
    ]
)

// Sanitizers are flags of our own targets: of two `--sanitize` of SwiftPM the compiler heeds the last, which is one or
// the other by chance, and with `thread` it fails on a package of others.
@MainActor func sanitize(_ kinds: String, _ flags: [String] = []) {
    for target in package.targets where [.regular, .executable].contains(target.type) {
        guard target.name != "CBits" else { continue }
        let own = ["-sanitize=\(kinds)"]
        target.swiftSettings = (target.swiftSettings ?? []) + [.unsafeFlags(own + flags)]
        target.linkerSettings = (target.linkerSettings ?? []) + [.unsafeFlags(own)]
    }
}

// Scripts/fuzz sets FUZZ, and libFuzzer has the `main`.
if Context.environment["FUZZ"] != nil {
    package.products.append(.executable(name: "Fuzz", targets: ["Fuzz"]))
    package.targets.append(
        .executableTarget(
            name: "Fuzz",
            dependencies: ["Journeys", "Events", "Formats", "StageSupport", "Rows", "ByteIO"],
            path: "Tests/Fuzz", exclude: ["Corpus"],
            swiftSettings: [.swiftLanguageMode(.v6), .unsafeFlags(["-parse-as-library"])]))
    sanitize("fuzzer,address")
}

// Scripts/races sets RACES.
if Context.environment["RACES"] != nil { sanitize("thread", ["-DRACES"]) }
