// A stand-in; see SwiftUI.swift.
@_exported import Foundation
@_exported import UIKit

// MARK: - Pictures

public typealias CFString = String
public final class CVPixelBuffer {}
public struct CVPixelBufferLockFlags: OptionSet, Sendable { public let rawValue: Int; public init(rawValue: Int) { self.rawValue = rawValue }; public static let readOnly = Self(rawValue: 1) }
public let kCVReturnSuccess: Int32 = 0
public let kCVPixelFormatType_420YpCbCr8BiPlanarFullRange: UInt32 = 1
public let kCVPixelFormatType_420YpCbCr8BiPlanarVideoRange: UInt32 = 2
public let kCVPixelBufferPixelFormatTypeKey: CFString = ""
public let kCVImageBufferYCbCrMatrixKey: CFString = ""
public let kCVImageBufferYCbCrMatrix_ITU_R_601_4: CFString = ""
public let kCVImageBufferYCbCrMatrix_ITU_R_2020: CFString = ""
public func CVPixelBufferLockBaseAddress(_: CVPixelBuffer, _: CVPixelBufferLockFlags) -> Int32 { 0 }
@discardableResult public func CVPixelBufferUnlockBaseAddress(_: CVPixelBuffer, _: CVPixelBufferLockFlags) -> Int32 { 0 }
public func CVPixelBufferGetWidth(_: CVPixelBuffer) -> Int { 0 }
public func CVPixelBufferGetHeight(_: CVPixelBuffer) -> Int { 0 }
public func CVPixelBufferGetPixelFormatType(_: CVPixelBuffer) -> UInt32 { 0 }
public func CVPixelBufferGetBaseAddressOfPlane(_: CVPixelBuffer, _: Int) -> UnsafeMutableRawPointer? { nil }
public func CVPixelBufferGetBytesPerRowOfPlane(_: CVPixelBuffer, _: Int) -> Int { 0 }
public func CVPixelBufferGetHeightOfPlane(_: CVPixelBuffer, _: Int) -> Int { 0 }
public func CVBufferCopyAttachment(_: CVPixelBuffer, _: CFString, _: UnsafeMutablePointer<Int>?) -> AnyObject? { nil }
public final class CMSampleBuffer {
    public var imageBuffer: CVPixelBuffer? { nil }
    public var presentationTimeStamp: CMTime { CMTime() }
}
public struct CMTime: Sendable { public var seconds: Double { 0 }; public var isNumeric: Bool { true } }
public struct CGAffineTransform: Sendable { public var a = 0.0, b = 0.0, c = 0.0, d = 0.0 }

// MARK: - The camera

public struct AVMediaType: Sendable { public static let video = AVMediaType(), audio = AVMediaType() }
public enum AVAuthorizationStatus { case notDetermined, restricted, denied, authorized }
public final class AVCaptureDevice: NSObject, @unchecked Sendable {
    public enum Position { case front, back, unspecified }
    public enum DeviceType { case builtInWideAngleCamera }
    public static func authorizationStatus(for: AVMediaType) -> AVAuthorizationStatus { .denied }
    public static func requestAccess(for: AVMediaType) async -> Bool { false }
    public static func `default`(_ type: DeviceType, for: AVMediaType?, position: Position) -> AVCaptureDevice? { nil }
    public static func `default`(for: AVMediaType) -> AVCaptureDevice? { nil }
    public final class RotationCoordinator: NSObject, @unchecked Sendable {
        public init(device: AVCaptureDevice, previewLayer: CALayer?) {}
        public weak var device: AVCaptureDevice?
        public var videoRotationAngleForHorizonLevelPreview: CGFloat { 0 }
        public var videoRotationAngleForHorizonLevelCapture: CGFloat { 0 }
        public func observe<V>(
            _ path: KeyPath<RotationCoordinator, V>, options: NSKeyValueObservingOptions,
            changeHandler: @escaping @Sendable (RotationCoordinator, NSKeyValueObservedChange<V>) -> Void
        ) -> NSKeyValueObservation { fatalError() }
    }
}
public struct NSKeyValueObservingOptions: OptionSet, Sendable { public let rawValue: Int; public init(rawValue: Int) { self.rawValue = rawValue }; public static let initial = Self(rawValue: 1), new = Self(rawValue: 2) }
public struct NSKeyValueObservedChange<V> {}
public final class NSKeyValueObservation { public func invalidate() {} }
public final class AVCaptureSession: NSObject {
    public struct Preset: Sendable { public static let hd1280x720 = Preset(), high = Preset() }
    public enum InterruptionReason: Int, Sendable {
        case videoDeviceNotAvailableInBackground = 1, audioDeviceInUseByAnotherClient, videoDeviceInUseByAnotherClient,
            videoDeviceNotAvailableWithMultipleForegroundApps, videoDeviceNotAvailableDueToSystemPressure
    }
    public static let wasInterruptedNotification = Notification.Name("a")
    public static let interruptionEndedNotification = Notification.Name("b")
    public static let runtimeErrorNotification = Notification.Name("c")
    public var sessionPreset = Preset()
    public func canSetSessionPreset(_: Preset) -> Bool { true }
    public var isMultitaskingCameraAccessSupported: Bool { false }
    public var isMultitaskingCameraAccessEnabled = false
    public func canAddInput(_: AVCaptureInput) -> Bool { true }
    public func canAddOutput(_: AVCaptureOutput) -> Bool { true }
    public func addInput(_: AVCaptureInput) {}
    public func addOutput(_: AVCaptureOutput) {}
    public func removeInput(_: AVCaptureInput) {}
    public func removeOutput(_: AVCaptureOutput) {}
    public var inputs: [AVCaptureInput] { [] }
    public var outputs: [AVCaptureOutput] { [] }
    public func beginConfiguration() {}
    public func commitConfiguration() {}
    public func startRunning() {}
    public func stopRunning() {}
}
public let AVCaptureSessionInterruptionReasonKey = ""
public let AVCaptureSessionErrorKey = ""
public struct AVError: Error { public enum Code { case mediaServicesWereReset, unknown }; public var code: Code { .unknown } }
public class AVCaptureInput: NSObject {}
public class AVCaptureOutput: NSObject {}
public final class AVCaptureDeviceInput: AVCaptureInput { public init(device: AVCaptureDevice) throws {} }
public final class AVCaptureConnection: NSObject {
    public var videoRotationAngle: CGFloat = 0
    public func isVideoRotationAngleSupported(_: CGFloat) -> Bool { true }
}
public protocol AVCaptureVideoDataOutputSampleBufferDelegate: AnyObject {
    func captureOutput(_ output: AVCaptureOutput, didOutput sampleBuffer: CMSampleBuffer, from connection: AVCaptureConnection)
}
public final class AVCaptureVideoDataOutput: AVCaptureOutput {
    public var videoSettings: [String: Any]! = [:]
    public var alwaysDiscardsLateVideoFrames = true
    public func setSampleBufferDelegate(_: (any AVCaptureVideoDataOutputSampleBufferDelegate)?, queue: DispatchQueue?) {}
}
public enum AVLayerVideoGravity { case resizeAspectFill, resizeAspect }
public final class AVCaptureVideoPreviewLayer: CALayer {
    public var session: AVCaptureSession?
    public var videoGravity = AVLayerVideoGravity.resizeAspect
    public var connection: AVCaptureConnection? { nil }
}

// MARK: - Clips

public struct AVAsyncProperty<T>: Sendable {}
extension AVAsyncProperty where T == CGAffineTransform { public static var preferredTransform: Self { .init() } }
extension AVAsyncProperty where T == CMTime { public static var duration: Self { .init() } }
public final class AVAssetTrack: NSObject, Sendable {
    public override init() {}
    public func load<T>(_: AVAsyncProperty<T>) async throws -> T { fatalError() }
}
public final class AVURLAsset: NSObject, Sendable {
    public init(url: URL) {}
    public func loadTracks(withMediaType: AVMediaType) async throws -> [AVAssetTrack] { [] }
    public func load<T>(_: AVAsyncProperty<T>) async throws -> T { fatalError() }
}
public final class AVAssetReader: NSObject {
    public enum Status { case reading, completed, failed }
    public init(asset: AVURLAsset) throws {}
    public func canAdd(_: AVAssetReaderTrackOutput) -> Bool { true }
    public func add(_: AVAssetReaderTrackOutput) {}
    public func startReading() -> Bool { true }
    public func cancelReading() {}
    public var status: Status { .reading }
}
public final class AVAssetReaderTrackOutput: NSObject {
    public init(track: AVAssetTrack, outputSettings: [String: Any]?) {}
    public var alwaysCopiesSampleData = true
    public func copyNextSampleBuffer() -> CMSampleBuffer? { nil }
}

// MARK: - Sound

public let AVSpeechUtteranceDefaultSpeechRate: Float = 0.5
public let AVSpeechUtteranceMinimumSpeechRate: Float = 0
public let AVSpeechUtteranceMaximumSpeechRate: Float = 1
public final class AVSpeechSynthesisVoice: NSObject { public init?(language: String?) {} }
public final class AVSpeechUtterance: NSObject {
    public init(string: String) {}
    public var voice: AVSpeechSynthesisVoice?
    public var rate: Float = 0
}
public enum AVSpeechBoundary { case immediate, word }
public protocol AVSpeechSynthesizerDelegate: AnyObject {
    func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didFinish utterance: AVSpeechUtterance)
    func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didCancel utterance: AVSpeechUtterance)
}
public final class AVSpeechSynthesizer: NSObject {
    public override init() {}
    public weak var delegate: (any AVSpeechSynthesizerDelegate)?
    public var isSpeaking: Bool { false }
    public func speak(_: AVSpeechUtterance) {}
    @discardableResult public func stopSpeaking(at: AVSpeechBoundary) -> Bool { true }
}
public let AVAudioSessionInterruptionTypeKey = ""
public let AVAudioSessionInterruptionOptionKey = ""
public final class AVAudioSession: NSObject, Sendable {
    public enum Category { case playback }
    public enum Mode { case voicePrompt }
    public struct CategoryOptions: OptionSet, Sendable { public let rawValue: UInt; public init(rawValue: UInt) { self.rawValue = rawValue }; public static let duckOthers = Self(rawValue: 1), interruptSpokenAudioAndMixWithOthers = Self(rawValue: 2) }
    public struct SetActiveOptions: OptionSet, Sendable { public let rawValue: UInt; public init(rawValue: UInt) { self.rawValue = rawValue }; public static let notifyOthersOnDeactivation = Self(rawValue: 1) }
    public enum InterruptionType: UInt { case ended, began }
    public struct InterruptionOptions: OptionSet, Sendable { public let rawValue: UInt; public init(rawValue: UInt) { self.rawValue = rawValue }; public static let shouldResume = Self(rawValue: 1) }
    public static let interruptionNotification = Notification.Name("d")
    public static func sharedInstance() -> AVAudioSession { fatalError() }
    public func setCategory(_: Category, mode: Mode, options: CategoryOptions) throws {}
    public func setActive(_: Bool, options: SetActiveOptions = []) throws {}
}
