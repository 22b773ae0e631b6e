@preconcurrency import AVFoundation
import DowelCore
import DowelModel

/// Videos that the person chose, decoded by the phone.
struct PhoneClips: Clips {
    func open(_ clip: Clip) async throws(ClipError) -> any ClipReader {
        guard (try? clip.url.checkResourceIsReachable()) == true else { throw .notFound }
        let asset = AVURLAsset(url: clip.url)
        let track = try await Self.videoTrack(of: asset)
        do {
            let (transform, duration) = (try await track.load(.preferredTransform), try await asset.load(.duration))
            return try PhoneClipReader(asset: asset, track: track, transform: transform, duration: duration)
        } catch {
            throw .unknownFormat
        }
    }

    private static func videoTrack(of asset: AVURLAsset) async throws(ClipError) -> AVAssetTrack {
        let tracks: [AVAssetTrack]
        do {
            tracks = try await asset.loadTracks(withMediaType: .video)
        } catch {
            throw .notAVideo
        }
        guard let track = tracks.first else { throw .notAVideo }
        return track
    }
}

private final class PhoneClipReader: ClipReader {
    let durationS: Double?
    private let reader: AVAssetReader
    private let output: AVAssetReaderTrackOutput
    private let rotation: Rotation
    private var hasRead = false

    init(asset: AVURLAsset, track: AVAssetTrack, transform: CGAffineTransform, duration: CMTime) throws {
        durationS = duration.isNumeric ? duration.seconds : nil
        rotation = Rotation(transform)
        reader = try AVAssetReader(asset: asset)
        output = AVAssetReaderTrackOutput(
            track: track, outputSettings: [kCVPixelBufferPixelFormatTypeKey as String: Frame.pixelFormat])
        // The core only looks at the pixels.
        output.alwaysCopiesSampleData = false
        guard reader.canAdd(output) else { throw ClipError.unknownFormat }
        reader.add(output)
        guard reader.startReading() else { throw ClipError.unknownFormat }
    }

    deinit { reader.cancelReading() }

    func next() throws(ClipError) -> Frame? {
        // Some samples are only marks without a picture.
        while let sample = autoreleasepool(invoking: { output.copyNextSampleBuffer() }) {
            guard let buffer = sample.imageBuffer else { continue }
            let timeS = sample.presentationTimeStamp.seconds
            guard let frame = Frame(lending: buffer, rotation: rotation, timeS: timeS) else { throw .unknownFormat }
            hasRead = true
            return frame
        }
        if reader.status == .failed { throw hasRead ? .brokenOff : .unknownFormat }
        return nil
    }
}

extension Rotation {
    /// The clockwise turn of a track's transform, whose y axis points down. Whether it also mirrors does not matter:
    /// a mirrored body hinges alike.
    fileprivate init(_ transform: CGAffineTransform) {
        self.init(degrees: Int((atan2(transform.b, transform.a) * 180 / .pi).rounded()))
    }
}
