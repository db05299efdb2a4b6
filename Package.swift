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
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let toml: Target.Dependency = .product(name: "TOMLKit", package: "TOMLKit")

// Every arrow points down: stages, then what two stages share, then the vocabulary, then bytes.
let package = Package(
    name: "polku",
    products: [
        .executable(name: "ingest", targets: ["Ingest"]),
        .executable(name: "sessionize", targets: ["Sessionize"]),
        .executable(name: "funnelstats", targets: ["FunnelStats"]),
        .executable(name: "report", targets: ["Report"]),
    ],
    dependencies: [
        // Flags, help and completions.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // SHA-256 for session ids and manifests, HMAC for visitors without an id.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        // The journey file.
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        .executableTarget(
            name: "Ingest",
            dependencies: [
                "Formats", "StageSupport", "Touchpoints", "ByteIO", argumentParser, crypto,
            ],
            swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
        .executableTarget(
            name: "Sessionize",
            dependencies: ["StageSupport", "Touchpoints", "ByteIO", argumentParser, crypto],
            swiftSettings: strict),
        .executableTarget(
            name: "FunnelStats",
            dependencies: [
                "Statistics", "StatsFolder", "StageSupport", "Touchpoints", "ByteIO",
                argumentParser, crypto, toml,
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "Report",
            dependencies: [
                "StatsFolder", "StageSupport", "Touchpoints", "ByteIO", argumentParser, crypto,
            ],
            swiftSettings: strict),
        .target(
            name: "StageSupport", dependencies: ["Touchpoints", "ByteIO", argumentParser],
            swiftSettings: strict),
        .target(
            name: "StatsFolder", dependencies: ["StageSupport", "ByteIO", crypto],
            swiftSettings: strict),
        .target(
            name: "Formats", dependencies: ["Touchpoints", "ByteIO"],
            swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
        .target(
            name: "Touchpoints", dependencies: ["ByteIO"],
            swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
        .target(name: "Statistics", swiftSettings: strict),
        .target(
            name: "ByteIO", dependencies: ["CZlib", crypto],
            swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "ByteIOTests", dependencies: ["ByteIO", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "FormatsTests",
            dependencies: ["Formats", "Touchpoints", "ByteIO", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "IngestTests",
            dependencies: [
                "Ingest", "Formats", "StageSupport", "Touchpoints", "ByteIO", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "SessionizeTests",
            dependencies: ["Sessionize", "StageSupport", "Touchpoints", "ByteIO", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "FunnelStatsTests",
            dependencies: [
                "FunnelStats", "Statistics", "StageSupport", "Touchpoints", "ByteIO", "TestSupport",
                "StatsFolder", crypto,
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
            exclude: ["Golden"], swiftSettings: strict),
    ]
)

// FUZZ=JSON swift build --sanitize=fuzzer; see Scripts/fuzz. The entry takes the place of `main`.
if let name = Context.environment["FUZZ"] {
    package.products.append(.executable(name: "Fuzz", targets: ["Fuzz"]))
    package.targets.append(
        .executableTarget(
            name: "Fuzz", dependencies: ["Formats", "Touchpoints", "ByteIO"], path: "Tests/Fuzz",
            exclude: ["Corpus"], sources: ["Feed.swift", "\(name).swift"],
            swiftSettings: [.swiftLanguageMode(.v6), .unsafeFlags(["-parse-as-library"])]))
}
