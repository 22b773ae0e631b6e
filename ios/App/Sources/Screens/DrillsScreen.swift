import DowelCore
import DowelModel
import SwiftUI

/// What there is to practise, by kind.
struct DrillsScreen: View {
    let home: Home
    let notice: Words?
    @State private var isOpen = false

    var body: some View {
        Page {
            Wordmark()
            if let notice { Notice(notice) }
            if let problem = home.drills.problem { Notice(problem) }
            ForEach(home.drills.groups, id: \.title) { group in
                Heading(group.title)
                LazyVGrid(columns: [GridItem(.adaptive(minimum: 280), spacing: 12)], spacing: 12) {
                    ForEach(group.drills) { drill in row(drill) }
                }
            }
        }
        .navigationDestination(isPresented: $isOpen) { DrillScreen(home: home) }
        .task { await home.drills.load() }
    }

    private func row(_ drill: DrillRow) -> some View {
        Button {
            home.drills.open(drill.id)
            isOpen = true
        } label: {
            Card {
                DrillPictureView(picture: drill.picture)
                    .frame(maxHeight: 96)
                    .accessibilityHidden(true)
                Text(verbatim: drill.name).font(.headline)
                Text(verbatim: drill.purpose).foregroundStyle(Tone.muted.color)
                Label {
                    WordsText(drill.watch)
                } icon: {
                    Image(systemName: drill.isWatched ? "camera" : "speaker.wave.2")
                }
                .font(.footnote)
                .foregroundStyle(Tone.muted.color)
            }
            .multilineTextAlignment(.leading)
        }
        .buttonStyle(.plain)
    }
}
