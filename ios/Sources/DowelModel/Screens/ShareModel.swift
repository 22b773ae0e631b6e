import DowelCore
import Foundation
import Observation

public enum ShareState: Equatable, Sendable {
    case idle
    case preparing
    /// The view hands it to the share sheet, and then says `handedOn`.
    case ready(SharedFile)
    case failed(Words)
}

/// What a report can be.
public enum ReportFormat: String, CaseIterable, Sendable {
    case page = "html"
    case table = "csv"
    case data = "json"

    public var name: Words {
        switch self {
        case .page: Phrase.sharePage.words
        case .table: Phrase.shareTable.words
        case .data: Phrase.shareData.words
        }
    }

    var mimeType: String {
        switch self {
        case .page: "text/html"
        case .table: "text/csv"
        case .data: "application/json"
        }
    }
}

/// A session's report on its way to another app. The person chooses which; nothing is sent by itself.
@MainActor @Observable
public final class ShareModel {
    public private(set) var state = ShareState.idle

    @ObservationIgnored private let coach: any Coach
    @ObservationIgnored private let files: any Files
    @ObservationIgnored private let clock: any PhoneClock
    @ObservationIgnored private var offered: SharedFile?

    public init(coach: any Coach, files: any Files, clock: any PhoneClock) {
        self.coach = coach
        self.files = files
        self.clock = clock
    }

    public func share(_ session: SessionID, as format: ReportFormat) async {
        state = .preparing
        do {
            let content = try await content(session, format)
            if let offered { files.takeBack(offered) }
            let file = try files.offer(
                content, name: "dowel-\(session).\(format.rawValue)", mimeType: format.mimeType)
            offered = file
            state = .ready(file)
        } catch {
            state = .failed(problem(error))
        }
    }

    /// The share sheet has it. The file stays until the next one, as the other app may still read it.
    public func handedOn() {
        state = .idle
    }

    private func content(_ session: SessionID, _ format: ReportFormat) async throws(DowelError) -> String {
        switch format {
        case .page: try await coach.reportHTML(session, drawnUp: clock.day(clock.now))
        case .table: try await coach.exportCSV([session])
        case .data: try await coach.exportJSON([session])
        }
    }
}
