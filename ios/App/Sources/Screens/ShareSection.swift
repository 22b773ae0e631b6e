import DowelCore
import DowelModel
import SwiftUI
import UIKit

/// The report's three forms. The person chooses who gets it.
struct ShareSection: View {
    @State private var share: ShareModel
    private let session: SessionID

    init(share: ShareModel, session: SessionID) {
        _share = State(initialValue: share)
        self.session = session
    }

    var body: some View {
        Card {
            Heading(.shareTitle)
            ForEach(ReportFormat.allCases, id: \.self) { format in
                PlainButton(format.name, sign: "square.and.arrow.up") {
                    Task { await share.share(session, as: format) }
                }
                .disabled(share.state == .preparing)
            }
            if case .failed(let problem) = share.state { Notice(problem) }
            WordsText(.shareNote).font(.footnote).foregroundStyle(Tone.muted.color)
        }
        .sheet(item: offered) { offer in
            ShareSheet(file: offer.file).presentationDetents([.medium, .large])
        }
    }

    private var offered: Binding<Offer?> {
        Binding { @MainActor in
            if case .ready(let file) = share.state { Offer(file: file) } else { nil }
        } set: { @MainActor offer in
            if offer == nil { share.handedOn() }
        }
    }
}

private struct Offer: Identifiable {
    let file: SharedFile
    var id: URL { file.url }
}

/// The system's own: it knows whom the person can hand a file to.
private struct ShareSheet: UIViewControllerRepresentable {
    let file: SharedFile

    func makeUIViewController(context: Context) -> UIActivityViewController {
        UIActivityViewController(activityItems: [file.url], applicationActivities: nil)
    }

    func updateUIViewController(_ controller: UIActivityViewController, context: Context) {}
}
