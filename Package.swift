// swift-tools-version: 6.2
import PackageDescription

/// How every room is compiled: Swift 6 mode (so complete concurrency checking), every warning an error, and no unsafe
/// construct that is not spelled out.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    // Types that borrow their bytes (FieldDecoder) need lifetime annotations.
    .enableExperimentalFeature("Lifetimes"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "steady",
    products: [
        // For the fuzzers, a package of their own in Tests/Fuzzing.
        .library(name: "TestSupport", targets: ["TestSupport"])
    ],
    dependencies: [
        // Commands, options, help and shell completion: the parser that Swift programs share.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // The session log: SQLite with migrations, typed rows, and safe access beside other readers.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .target(name: "SensorCodec", exclude: ["ISSUES.md"], swiftSettings: house),
        .target(name: "Capture", dependencies: ["SensorCodec"], swiftSettings: house),
        // What Swift's C library leaves out, and the one signal handler: it has to be C.
        .target(name: "CUnix"),
        .target(name: "UnixIO", dependencies: ["CUnix"], swiftSettings: house),
        .target(name: "EventLoop", dependencies: ["UnixIO", "CUnix"], swiftSettings: house),
        // D-Bus, the way to bluetoothd; Debian's own library.
        .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
        .target(name: "SystemBus", dependencies: ["CSystemd", "EventLoop", "UnixIO"], swiftSettings: house),
        // What D-Bus does not tell: which adapters are plugged in, and which are blocked.
        .systemLibrary(name: "CUdev", pkgConfig: "libudev", providers: [.apt(["libudev-dev"])]),
        .target(
            name: "Adapters",
            dependencies: ["CUdev", "Doctor", "EventLoop", "UnixIO"],
            swiftSettings: house
        ),
        // What would stop a run on this machine, and what mends it.
        .target(name: "Doctor", swiftSettings: house),
        // The kernel's monitor of Bluetooth traffic.
        .systemLibrary(name: "CBluetooth", pkgConfig: "bluez", providers: [.apt(["libbluetooth-dev"])]),
        .target(
            name: "HCIMonitor",
            dependencies: ["CBluetooth", "Capture", "EventLoop", "SensorCodec", "UnixIO"],
            swiftSettings: house
        ),
        .target(
            name: "BlueZ",
            dependencies: ["EventLoop", "SensorCodec", "SystemBus", "UnixIO"],
            swiftSettings: house
        ),
        .target(name: "RunEngine", dependencies: ["SensorCodec"], swiftSettings: house),
        .target(name: "Practice", dependencies: ["RunEngine"], swiftSettings: house),
        .target(name: "WorkoutFiles", dependencies: ["RunEngine", "SensorCodec"], swiftSettings: house),
        .target(name: "Settings", dependencies: ["RunEngine", "SensorCodec"], swiftSettings: house),
        .target(
            name: "SessionStore",
            dependencies: [
                "RunEngine", "SensorCodec", "WorkoutFiles", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["SCHEMA.md"],
            swiftSettings: house
        ),
        // A runner and a treadmill that are computed: the demo.
        .target(name: "VirtualGym", dependencies: ["SensorCodec"], swiftSettings: house),
        .target(name: "Dashboard", dependencies: ["Practice", "RunEngine", "SensorCodec"], swiftSettings: house),
        .target(
            name: "Reporting",
            dependencies: ["SensorCodec", "Capture", "Doctor", "Practice", "RunEngine", "SessionStore"],
            swiftSettings: house
        ),
        .executableTarget(
            name: "steady",
            dependencies: [
                "SensorCodec", "Capture", "RunEngine", "Practice", "SessionStore", "Dashboard", "Reporting", "Hardware",
                "Settings", "WorkoutFiles", "BlueZ", "HCIMonitor", "Adapters", "Doctor", "EventLoop", "SystemBus",
                "UnixIO", "VirtualGym",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house
        ),
        .target(
            name: "Hardware",
            dependencies: ["SensorCodec"],
            path: "Hardware",
            exclude: ["captures", "lab", "README.md", "systemd"],
            swiftSettings: house
        ),
        .target(name: "CBenchmarks"),
        .executableTarget(
            name: "steady-benchmarks",
            dependencies: [
                "SensorCodec", "Capture", "Dashboard", "RunEngine", "SessionStore", "WorkoutFiles", "UnixIO",
                "CBenchmarks",
            ],
            path: "Sources/Benchmarks",
            swiftSettings: house
        ),
        .target(
            name: "TestSupport",
            dependencies: ["Capture", "RunEngine", "SensorCodec", "WorkoutFiles"],
            path: "Tests/TestSupport",
            swiftSettings: house
        ),
        // A bluetoothd of the tests' own.
        .target(
            name: "FakeBlueZ",
            dependencies: ["EventLoop", "SensorCodec", "SystemBus", "UnixIO"],
            path: "Tests/FakeBlueZ",
            swiftSettings: house
        ),
        .testTarget(name: "EventLoopTests", dependencies: ["EventLoop", "UnixIO"], swiftSettings: house),
        .testTarget(
            name: "SystemBusTests",
            dependencies: ["EventLoop", "FakeBlueZ", "SystemBus", "UnixIO"],
            swiftSettings: house
        ),
        .testTarget(
            name: "BlueZTests",
            dependencies: ["BlueZ", "EventLoop", "FakeBlueZ", "SensorCodec", "SystemBus", "TestSupport", "UnixIO"],
            swiftSettings: house
        ),
        .testTarget(
            name: "SettingsTests",
            dependencies: ["RunEngine", "SensorCodec", "Settings"],
            swiftSettings: house
        ),
        .testTarget(
            name: "WorkoutFilesTests",
            dependencies: ["WorkoutFiles", "RunEngine", "SensorCodec", "TestSupport"],
            swiftSettings: house
        ),
        .testTarget(
            name: "PracticeTests",
            dependencies: ["Practice", "RunEngine", "TestSupport"],
            swiftSettings: house
        ),
        .testTarget(name: "SensorCodecTests", dependencies: ["SensorCodec", "TestSupport"], swiftSettings: house),
        .testTarget(
            name: "RunEngineTests",
            dependencies: ["RunEngine", "SensorCodec", "TestSupport"],
            resources: [.copy("Vectors")],
            swiftSettings: house
        ),
        .testTarget(
            name: "DashboardTests",
            dependencies: ["Dashboard", "RunEngine", "SensorCodec", "TestSupport"],
            exclude: ["Screens"],
            swiftSettings: house
        ),
        .testTarget(
            name: "SessionStoreTests",
            dependencies: [
                "SessionStore", "RunEngine", "SensorCodec", "WorkoutFiles",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "CaptureTests",
            dependencies: ["Capture", "Hardware", "SensorCodec", "TestSupport"],
            swiftSettings: house
        ),
        .testTarget(
            name: "HCIMonitorTests",
            dependencies: ["HCIMonitor", "Capture", "EventLoop", "Hardware", "SensorCodec", "TestSupport", "UnixIO"],
            swiftSettings: house
        ),
        .testTarget(
            name: "HardwareTests",
            dependencies: ["Hardware", "SensorCodec", "TestSupport"],
            swiftSettings: house
        ),
        .testTarget(
            name: "VirtualGymTests",
            dependencies: ["VirtualGym", "RunEngine", "SensorCodec", "TestSupport"],
            resources: [.copy("Vectors")],
            swiftSettings: house
        ),
        .testTarget(name: "UnixIOTests", dependencies: ["UnixIO"], swiftSettings: house),
        .testTarget(
            name: "DoctorTests",
            dependencies: ["Doctor", "Reporting", "TestSupport"],
            swiftSettings: house
        ),
        // The program itself is asked about made-up machines: libudev sees those only from its start.
        .testTarget(
            name: "AdaptersTests",
            dependencies: ["Adapters", "Doctor", "EventLoop", "TestSupport", "UnixIO", "steady"],
            exclude: ["Machines"],
            swiftSettings: house
        ),
        .testTarget(name: "HouseTests", dependencies: ["TestSupport"], swiftSettings: house),
        .testTarget(
            name: "ReportingTests",
            dependencies: [
                "Reporting", "Capture", "Practice", "RunEngine", "SensorCodec", "SessionStore", "TestSupport",
                // The log as another program sees it: what the pages of the weeks are held to.
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Weeks"],
            swiftSettings: house
        ),
        // Runs the program as a user does; the dependency sees to it that it is built.
        .testTarget(
            name: "SteadyTests",
            dependencies: [
                "steady", "Capture", "EventLoop", "FakeBlueZ", "SensorCodec", "TestSupport", "UnixIO",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: house
        ),
    ]
)
