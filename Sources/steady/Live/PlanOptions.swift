import ArgumentParser
import Practice
import RunEngine
import Settings
import UnixIO
import VirtualGym

/// What a run sets out to be, for one call; the settings say the rest. Without a word of either: forty easy minutes.
struct PlanOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What the run sets out to be: easy, walk_run (where you are on it), none, or a plan's name such as "
                + "walk_run-1. Default: what the settings say, else easy.",
            valueName: "plan"
        )
    )
    var plan: PlanArgument?

    @Option(help: ArgumentHelp("How long an easy run is: 15, 20, 30, 35, 40 or 45. Default: 40.", valueName: "minutes"))
    var minutes: Int?

    func validate() throws {
        guard let minutes else { return }
        if RunPlan.easy(minutes: minutes) == nil {
            let choices = RunPlan.easyMinutes.map(String.init)
            throw ValidationError(
                "--minutes takes \(choices.dropLast().joined(separator: ", ")) or \(choices.last ?? "")"
            )
        }
        switch plan {
        case .walkRun, .named, .open: throw ValidationError("--minutes goes with an easy run")
        case .easy, nil: break
        }
    }

    /// What a run of today is to be told; `nil` for one without a plan.
    func aim(_ common: CommonOptions, demo: DemoOptions) throws -> (plan: String, plannedMilliseconds: Int64?)? {
        let plan = demo.demo ? demoPlan(demo.demoScript.script) : try todaysPlan(common)
        return plan.isOpen ? nil : (plan.id, plan.totalMilliseconds)
    }

    private func todaysPlan(_ common: CommonOptions) throws -> RunPlan {
        let today = PlanToday(practice: try common.settingsFile()?.settings.practice)
        switch plan {
        case nil: return minutes == nil ? try today.plan(common) : today.easy(minutes)
        case .easy: return today.easy(minutes)
        case .walkRun: return try today.progress(common).plan
        case .open: return .open
        case .named(let plan): return plan
        }
    }

    /// A demo is nobody's run: it follows what its script does, and reads no log.
    private func demoPlan(_ script: GymScript) -> RunPlan {
        switch plan {
        case nil: minutes.flatMap(RunPlan.easy) ?? script.plan
        case .easy: RunPlan.easy(minutes: minutes ?? RunPlan.usualEasyMinutes) ?? .open
        case .walkRun: RunPlan.walkRun(week: 1) ?? .open
        case .open: .open
        case .named(let plan): plan
        }
    }
}

/// `easy`, `walk_run`, `none`, `walk_run-5.2`
enum PlanArgument: ExpressibleByArgument, Equatable {
    case easy, walkRun, open
    case named(RunPlan)

    init?(argument: String) {
        switch argument {
        case "easy": self = .easy
        case "walk_run", "walk-run": self = .walkRun
        case "none": self = .open
        default:
            guard let plan = RunPlan(id: argument) else { return nil }
            self = .named(plan)
        }
    }
}

extension GymScript {
    /// What it does, as a plan.
    fileprivate var plan: RunPlan {
        let id =
            switch self {
            case .easy40: "easy-40"
            case .walkrun: "walk_run-1"
            case .dropout: "easy-20"
            case .cadenceLock, .steppedOff: "easy-15"
            }
        return RunPlan(id: id) ?? .open
    }
}
