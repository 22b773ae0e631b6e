import DowelCore
import DowelModel
import SwiftUI

/// What a person sets once. Every change is kept at once.
struct SettingsScreen: View {
    let home: Home

    private var model: SettingsModel { home.settings }

    var body: some View {
        Form {
            if let problem = model.problem { Notice(problem) }
            if let settings = model.settings {
                language
                voice(settings)
                coaching(settings)
                measuring
            }
            about
        }
        .navigationTitle(Text(verbatim: home.phrasebook.text(Phrase.screenSettings.words)))
        .task { await model.load() }
    }

    private var language: some View {
        picker(.settingsLanguage, model.languages) { language in
            await model.choose(language)
            await home.drills.load()
        }
    }

    private func voice(_ settings: DowelCore.Settings) -> some View {
        Section {
            toggle(.settingsVoice, settings.voice) { await model.useVoice($0) }
            VStack(alignment: .leading) {
                WordsText(.settingsSpeed)
                Slider(value: bind(settings.speechRate) { await model.useRate($0) }, in: 0.5...2, step: 0.1) {
                    WordsText(.settingsSpeed)
                }
                .accessibilityValue(rate)
                rate.foregroundStyle(Tone.muted.color).accessibilityHidden(true)
            }
            Button {
                model.tryVoice()
            } label: {
                WordsText(.settingsTry)
            }
        }
    }

    private var rate: Text { Text(verbatim: model.rateLabel.map(home.phrasebook.text) ?? "") }

    private func coaching(_ settings: DowelCore.Settings) -> some View {
        Section {
            picker(.settingsCues, model.frequencies) { await model.choose($0) }
            picker(.settingsDays, model.days) { await model.choose($0) }
            toggle(.settingsTempo, settings.countsTempo) { await model.countTempo($0) }
        }
    }

    private var measuring: some View {
        Section {
            if let name = model.model { LineView(Phrase.settingsModel.words, name) }
            WordsText(.settingsMeasureNote).foregroundStyle(Tone.muted.color)
            Button {
                Task { await model.measure() }
            } label: {
                if model.isMeasuring { ProgressView() } else { WordsText(.settingsMeasure) }
            }
            .disabled(model.isMeasuring)
        }
    }

    private var about: some View {
        Section {
            NavigationLink(value: Route.limits) { WordsText(.screenLimits) }
            NavigationLink(value: Route.privacy) { WordsText(.screenPrivacy) }
            NavigationLink(value: Route.askFirst) { WordsText(.safetyTitle) }
        }
    }

    private func picker<Value: Hashable & Sendable>(
        _ title: Phrase, _ choices: [Choice<Value>], choose: @escaping @MainActor (Value) async -> Void
    ) -> some View {
        Picker(selection: bind(choices.first { $0.isChosen }?.value) { if let value = $0 { await choose(value) } }) {
            ForEach(choices, id: \.value) { choice in
                Text(verbatim: home.phrasebook.text(choice.label)).tag(Optional(choice.value))
            }
        } label: {
            WordsText(title)
        }
    }

    private func toggle(_ title: Phrase, _ isOn: Bool, set: @escaping @MainActor (Bool) async -> Void) -> some View {
        Toggle(isOn: bind(isOn, set: set)) { WordsText(title) }
    }

    private func bind<Value: Sendable>(
        _ value: Value, set: @escaping @MainActor (Value) async -> Void
    ) -> Binding<Value> {
        Binding {
            value
        } set: { @MainActor next in
            Task { await set(next) }
        }
    }
}
