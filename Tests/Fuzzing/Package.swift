// swift-tools-version: 6.2
import PackageDescription

// A package of its own: the sanitizers are for all of it, and none of its flags reach what is installed.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// A fuzzer: libFuzzer brings the main function.
func fuzzer(_ name: String) -> Target {
    .executableTarget(
        name: name,
        dependencies: [.product(name: "TestSupport", package: "steady")],
        swiftSettings: house + [.unsafeFlags(["-parse-as-library"])]
    )
}

let package = Package(
    name: "fuzzing",
    dependencies: [.package(name: "steady", path: "../..")],
    targets: [
        fuzzer("fuzz-codec"),
        fuzzer("fuzz-btsnoop"),
        fuzzer("fuzz-pcap"),
        fuzzer("fuzz-pcapng"),
        fuzzer("fuzz-workout"),
        .executableTarget(
            name: "exhaust",
            dependencies: [.product(name: "TestSupport", package: "steady")],
            swiftSettings: house
        ),
        .executableTarget(
            name: "seeds",
            dependencies: [.product(name: "TestSupport", package: "steady")],
            swiftSettings: house
        ),
    ]
)
