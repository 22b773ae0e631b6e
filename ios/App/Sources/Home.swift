import DowelCore
import DowelModel
import Foundation
import Observation

/// The models of an opened app, and the phone that they use.
@MainActor @Observable
final class Home {
    let coach: any Coach
    let drills: DrillsModel
    let practice: PracticeModel
    let progress: ProgressModel
    let video: VideoModel
    let settings: SettingsModel
    let safety: SafetyModel
    let limits: LimitsModel
    let camera: PhoneCamera
    let screen: PhoneScreen

    @ObservationIgnored private let speaker = PhoneSpeaker()
    @ObservationIgnored private let clock: SystemClock
    @ObservationIgnored private let files = TemporaryFiles()

    init(coach: any Coach, language: DowelCore.Language) {
        clock = SystemClock(locale: Locale(language))
        let settings = SettingsModel(coach: coach, speaker: speaker)
        camera = PhoneCamera()
        screen = PhoneScreen { Phrasebook.app(in: settings.settings?.language) }
        let phone = PracticePhone(
            camera: camera, speaker: speaker, haptics: PhoneHaptics(), screen: screen, clock: clock)
        self.coach = coach
        self.settings = settings
        drills = DrillsModel(coach: coach)
        practice = PracticeModel(coach: coach, phone: phone)
        progress = ProgressModel(coach: coach, clock: clock)
        video = VideoModel(coach: coach, clips: PhoneClips(), clock: clock)
        safety = SafetyModel(coach: coach)
        limits = LimitsModel(coach: coach)
    }

    func feeling(_ session: SessionID) -> FeelingModel {
        FeelingModel(coach: coach, session: session, speaker: speaker, screen: screen)
    }

    func session(_ id: SessionID) -> SessionModel { SessionModel(coach: coach, clock: clock, id: id) }

    func share() -> ShareModel { ShareModel(coach: coach, files: files, clock: clock) }

    /// The app's own words, in the language that the coach speaks.
    var phrasebook: Phrasebook { .app(in: settings.settings?.language) }
}

extension Locale {
    /// The person's own kind of a language, such as Austrian German, where the phone speaks it.
    fileprivate init(_ language: DowelCore.Language) {
        let own = Locale.current
        self = own.language.languageCode?.identifier == language.rawValue ? own : Locale(identifier: language.rawValue)
    }
}
