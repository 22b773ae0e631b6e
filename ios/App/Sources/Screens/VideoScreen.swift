import CoreTransferable
import DowelCore
import DowelModel
import PhotosUI
import SwiftUI
import UniformTypeIdentifiers

/// A recorded video through the same analysis. The system's picker hands over the one that is chosen, and no other.
struct VideoScreen: View {
    let video: VideoModel
    let screen: PhoneScreen
    @State private var chosen: PhotosPickerItem?
    @State private var isMissing = false

    var body: some View {
        Page {
            WordsText(.screenVideo).font(.system(.largeTitle, design: .serif)).accessibilityAddTraits(.isHeader)
            WordsText(.videoLead)
            PhotosPicker(selection: $chosen, matching: .videos) {
                Label {
                    WordsText(.videoChoose)
                } icon: {
                    Image(systemName: "film")
                }
                .frame(minHeight: 32)
            }
            .buttonStyle(.borderedProminent)
            if isMissing { Notice(Phrase.clipNotFound.words) }
            state
        }
        .onChange(of: chosen) { _, item in
            if let item { Task { await analyse(item) } }
        }
    }

    @ViewBuilder private var state: some View {
        switch video.state {
        case .idle: EmptyView()
        case .running(let name, let done, let label): running(name, done, label)
        case .done(let view): Finding(view: view)
        case .cancelled: WordsText(.videoCancelled)
        case .failed(let problem): Notice(problem)
        }
    }

    private func running(_ name: String, _ done: Double?, _ label: Words) -> some View {
        Card {
            Text(verbatim: name).font(.headline)
            ProgressView(value: done) { WordsText(label) }
            PlainButton(.videoCancel, sign: "xmark") { video.cancel() }
        }
    }

    private func analyse(_ item: PhotosPickerItem) async {
        chosen = nil
        let movie = try? await item.loadTransferable(type: Movie.self)
        isMissing = movie == nil
        guard let movie else { return }
        // The system would stop an app whose screen goes dark.
        screen.keepOn(true)
        await video.analyse(Clip(url: movie.url, name: movie.name))
        screen.keepOn(false)
        movie.discard()
    }
}

private struct Finding: View {
    let view: VideoView

    var body: some View {
        Card {
            Heading(view.title)
            ForEach(view.lines, id: \.self) { line in LineView(line) }
            if let session = view.session {
                NavigationLink(value: Route.session(session)) { WordsText(.videoOpen) }.buttonStyle(.bordered)
            }
        }
        if !view.view.isEmpty { ViewTips(reasons: view.view) }
    }
}

/// A copy of the chosen video, as long as it is looked at.
private struct Movie: Transferable {
    let url: URL
    let name: String

    static var transferRepresentation: some TransferRepresentation {
        FileRepresentation(importedContentType: .movie) { received in
            // What is received is gone after this.
            let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true,
                attributes: [.protectionKey: FileProtectionType.complete])
            let name = received.file.lastPathComponent
            let url = folder.appending(path: name)
            try FileManager.default.copyItem(at: received.file, to: url)
            return Movie(url: url, name: name)
        }
    }

    func discard() {
        // The system empties the folder anyway.
        try? FileManager.default.removeItem(at: url.deletingLastPathComponent())
    }
}
