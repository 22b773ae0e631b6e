internal import DowelFacade
import Foundation

/// Does it, and lets no other error out than ``DowelError``.
func told<R>(_ work: () throws -> R) throws(DowelError) -> R {
    do {
        return try work()
    } catch let error as DowelError {
        throw error
    } catch let error as DowelFacade.DowelError {
        throw DowelError(error)
    } catch {
        throw .defect
    }
}

/// A number as it crosses; one that can't is a request that makes no sense.
func fitting<T: FixedWidthInteger>(_ number: Int) throws -> T {
    guard let crossing = T(exactly: number) else { throw DowelError.badRequest }
    return crossing
}

/// Unix time; a date beyond all calendars is brought to the nearest end.
func milliseconds(_ date: Date) -> Int64 {
    Int64(exactly: (date.timeIntervalSince1970 * 1000).rounded()) ?? (date > Date() ? .max : .min)
}

func date(_ milliseconds: Int64) -> Date {
    Date(timeIntervalSince1970: Double(milliseconds) / 1000)
}

extension DowelError {
    init(_ error: DowelFacade.DowelError) {
        self =
            switch error {
            case .BadFrame: .badFrame
            case .PictureChanged: .pictureChanged
            case .BadRequest: .badRequest
            case .NotNow: .notNow
            case .NotFound: .notFound
            case .Model: .model
            case .DiskFull: .diskFull
            case .NewerData: .newerData
            case .Storage: .storage
            case .Defect: .defect
            }
    }
}
