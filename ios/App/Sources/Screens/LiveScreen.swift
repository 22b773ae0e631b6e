import DowelModel
import SwiftUI

/// What the person sees from three metres away, and what they touch when they are near.
struct LiveScreen: View {
    let practice: PracticeModel
    let camera: PhoneCamera
    let screen: PhoneScreen
    @Environment(\.verticalSizeClass) private var height
    @Environment(\.phrasebook) private var phrasebook

    private var live: LiveView { practice.live }

    var body: some View {
        ZStack {
            WatchedPicture(practice: practice, camera: camera)
            // Beside each other where the phone lies on its side.
            if height == .compact {
                HStack(alignment: .top) {
                    count
                    foot
                    meter
                    controls
                }
                .padding()
            } else {
                VStack(alignment: .leading) {
                    head
                    HStack {
                        Spacer()
                        meter
                    }
                    foot
                }
                .padding()
            }
            Flash(flashes: screen.flashes)
        }
        .background(Color.black.ignoresSafeArea())
        // Over the camera's picture it is always the dark theme.
        .environment(\.colorScheme, .dark)
        .statusBarHidden()
        .persistentSystemOverlays(.hidden)
    }

    private var head: some View {
        HStack(alignment: .top) {
            count
            Spacer()
            controls
        }
    }

    private var count: some View {
        VStack(alignment: .leading) {
            WordsText(live.stage).font(.title2.bold()).accessibilityAddTraits(.isHeader)
            if let set = live.set { WordsText(set).font(.headline) }
            RepCount(reps: live.reps, label: live.repsLabel)
            if let left = live.restLeft { WordsText(left).font(.title3).monospacedDigit() }
        }
        .padding(12)
        .background(.black.opacity(0.55), in: .rect(cornerRadius: 16))
    }

    private var meter: some View { DepthMeterView(practice: practice) }

    private var foot: some View {
        ScrollView {
            VStack(alignment: .leading, spacing: 8) {
                ForEach(live.notices, id: \.self) { notice in Notice(notice) }
                if live.canAskForCamera { cameraButtons }
                if let hint = live.hint { HintPictureView(hint: hint) }
                if let rest = live.rest { RestCard(set: rest) }
                if let shown = live.shown {
                    Text(verbatim: shown).font(.title3).padding(12).background(.black.opacity(0.7), in: .capsule)
                }
                if let caption = live.caption { Caption(words: caption) }
            }
        }
        .defaultScrollAnchor(.bottom)
        .scrollBounceBehavior(.basedOnSize)
    }

    @ViewBuilder private var cameraButtons: some View {
        PlainButton(.liveAskCamera, sign: "camera") { practice.askForCamera() }
        if live.canOpenSettings { PlainButton(.cameraPhoneSettings, sign: "gearshape") { PhoneSettings.open() } }
    }

    private var controls: some View {
        VStack(spacing: 12) {
            RoundButton(.liveEnd, "stop.fill") { Task { await practice.end() } }
            if live.canPause { RoundButton(.livePause, "pause.fill") { Task { await practice.pause() } } }
            if live.canResume { RoundButton(.liveResume, "play.fill") { Task { await practice.resume() } } }
            if live.canCorrect {
                RoundButton(.liveOneMore, "plus") { Task { await practice.correctReps(by: 1) } }
                RoundButton(.liveOneLess, "minus") { Task { await practice.correctReps(by: -1) } }
            }
            RoundButton(.liveSwapCamera, "arrow.triangle.2.circlepath.camera") { camera.turnRound() }
        }
    }
}

/// The camera's picture with body and dowel on it. It alone is drawn anew with every frame.
private struct WatchedPicture: View {
    let practice: PracticeModel
    let camera: PhoneCamera
    @Environment(\.phrasebook) private var phrasebook

    var body: some View {
        let picture = practice.picture
        ZStack {
            CameraPreview(camera: camera, device: camera.device).accessibilityHidden(true)
            TurnedOverlay(degrees: camera.overlayTurnDeg) {
                MarksCanvas { Overlay(picture, in: $0, isMirrored: camera.isFront).marks }
            }
            .accessibilityElement()
            .accessibilityLabel(Text(verbatim: contacts(picture)))
        }
        .ignoresSafeArea()
    }

    private func contacts(_ picture: LivePicture) -> String {
        picture.contacts.map { phrasebook.text($0.label) }.joined(separator: ", ")
    }
}

/// Where the screen's turning is locked the picture lies on its side, and what is drawn over it, too.
private struct TurnedOverlay<Content: View>: View {
    let degrees: Int
    @ViewBuilder let content: () -> Content

    var body: some View {
        GeometryReader { space in
            let isSideways = degrees % 180 != 0
            content()
                .frame(
                    width: isSideways ? space.size.height : space.size.width,
                    height: isSideways ? space.size.width : space.size.height
                )
                .rotationEffect(.degrees(Double(degrees)))
                .position(x: space.size.width / 2, y: space.size.height / 2)
        }
    }
}

/// Read from three metres away; as large as there is room for.
private struct RepCount: View {
    let reps: Int
    let label: Words
    @ScaledMetric(relativeTo: .largeTitle) private var size = 120.0
    @Environment(\.phrasebook) private var phrasebook

    var body: some View {
        Text(verbatim: "\(reps)")
            .font(.system(size: size, weight: .bold, design: .rounded))
            .monospacedDigit()
            .lineLimit(1)
            .minimumScaleFactor(0.4)
            .contentTransition(.numericText())
            .accessibilityLabel(Text(verbatim: phrasebook.text(label)))
            .accessibilityAddTraits(.updatesFrequently)
    }
}

private struct DepthMeterView: View {
    let practice: PracticeModel
    @Environment(\.phrasebook) private var phrasebook

    var body: some View {
        let depth = practice.picture.depth
        MarksCanvas { Meter(depth, in: $0).marks }
            .frame(width: 28)
            .frame(minHeight: 120)
            .clipShape(.capsule)
            .accessibilityElement()
            .accessibilityLabel(Text(verbatim: depth.labels.map(phrasebook.text).joined(separator: ", ")))
            .accessibilityAddTraits(.updatesFrequently)
    }
}

/// What to mend before a set. The voice and the caption say it in words.
private struct HintPictureView: View {
    let hint: Hint

    var body: some View {
        MarksCanvas { HintPicture(hint, in: $0).marks }
            .frame(width: 160, height: 160)
            .padding(12)
            .background(.black.opacity(0.7), in: .rect(cornerRadius: 16))
            .accessibilityHidden(true)
    }
}

/// What is being said, for whoever reads.
private struct Caption: View {
    let words: String

    var body: some View {
        Text(verbatim: words)
            .font(.title2.weight(.semibold))
            .padding(16)
            .frame(maxWidth: .infinity, alignment: .leading)
            .background(.black.opacity(0.75), in: .rect(cornerRadius: 16))
            .foregroundStyle(.white)
    }
}

/// During the rest: how the set before it went.
private struct RestCard: View {
    let set: SetView

    var body: some View {
        Card {
            Heading(set.title)
            TallySection(tally: set.tally) { _ in }
        }
    }
}

private struct RoundButton: View {
    private let phrase: Phrase
    private let sign: String
    private let action: @MainActor () -> Void
    @Environment(\.phrasebook) private var phrasebook

    init(_ phrase: Phrase, _ sign: String, action: @escaping @MainActor () -> Void) {
        self.phrase = phrase
        self.sign = sign
        self.action = action
    }

    var body: some View {
        Button(action: action) {
            Image(systemName: sign)
                .font(.title2)
                .frame(width: 56, height: 56)
                .background(.black.opacity(0.55), in: .circle)
                .foregroundStyle(.white)
        }
        .accessibilityLabel(Text(verbatim: phrasebook.text(phrase.words)))
    }
}

/// Lights up once whenever the count grows.
private struct Flash: View {
    let flashes: Int
    @State private var light = 0.0

    var body: some View {
        Color.white
            .opacity(light)
            .ignoresSafeArea()
            .allowsHitTesting(false)
            .accessibilityHidden(true)
            .onChange(of: flashes) {
                light = 0.85
                Task {
                    // Shown first: what goes up and down at once was never drawn.
                    try? await Task.sleep(for: .milliseconds(80))
                    withAnimation(.easeOut(duration: 0.35)) { light = 0 }
                }
            }
    }
}
