import DowelCore
import Foundation

/// The body's line, the dowel on it and its three contacts, each set off from the picture. It fills the view and is cut
/// off where it is too wide or too high.
public struct Overlay: Sendable {
    private static let lineWidth = 3.0
    private static let stickWidth = 8.0
    private static let contactRadius = 13.0
    private static let haloWidth = 2.0
    private static let seen = 0.5

    private let live: LivePicture
    private let view: CGSize
    private let isMirrored: Bool

    /// - Parameter isMirrored: As the front camera's picture is shown.
    public init(_ live: LivePicture, in view: CGSize, isMirrored: Bool = false) {
        self.live = live
        self.view = view
        self.isMirrored = isMirrored
    }

    public var marks: [Mark] {
        guard let size = live.size, size.width > 0, size.height > 0 else { return [] }
        let fit = Fit(picture: size, view: view, isMirrored: isMirrored)
        var layers: [[Mark]] = []
        if let seen = live.body { layers.append(body(seen, fit)) }
        if let stick = live.stick { layers += [[line(stick, fit)], contacts(stick, fit)] }
        return layers.flatMap { layer in layer.compactMap(halo) + layer }
    }

    /// What the mark lies on: a little larger, in one piece.
    private func halo(_ mark: Mark) -> Mark? {
        let edge = Self.haloWidth
        switch mark {
        case .path(let spots, let width, _, _): return .path(spots, width: width + 2 * edge, ink: .halo)
        case .disc(let at, let radius, _): return .disc(at: at, radius: radius + edge, ink: .halo)
        case .ring(let at, let radius, let width, _, _):
            return .ring(at: at, radius: radius, width: width + 2 * edge, ink: .halo)
        case .area, .box, .words: return nil
        }
    }

    private func body(_ body: NearBody, _ fit: Fit) -> [Mark] {
        let limbs = [
            [body.ear, body.shoulder, body.hip, body.knee, body.ankle],
            [body.shoulder, body.elbow, body.wrist],
            [body.ankle, body.heel, body.toe, body.ankle],
        ]
        return limbs.flatMap(seenParts).map { part in
            .path(part.map { fit.spot($0.position) }, width: Self.lineWidth, ink: .body)
        }
    }

    /// A limb breaks off at what is hidden, rather than pointing anywhere.
    private func seenParts(_ limb: [BodyPoint]) -> [[BodyPoint]] {
        limb.split { $0.visibility < Self.seen }.map(Array.init).filter { $0.count > 1 }
    }

    private func line(_ stick: Stick, _ fit: Fit) -> Mark {
        .path([stick.lower, stick.upper].map(fit.spot), width: Self.stickWidth, ink: .stick)
    }

    private func contacts(_ stick: Stick, _ fit: Fit) -> [Mark] {
        live.contacts.flatMap { contact -> [Mark] in
            place(contact.place, stick).map { marks(contact.state, fit.spot($0)) } ?? []
        }
    }

    private func place(_ place: Place, _ stick: Stick) -> CGPoint? {
        switch place {
        case .head: stick.head
        case .midBack: stick.midBack
        case .tailbone: stick.tailbone
        }
    }

    /// A full disc, an open ring with a bar through it, a dashed ring: told apart without colour.
    private func marks(_ state: Contact, _ at: CGPoint) -> [Mark] {
        let (radius, width) = (Self.contactRadius, Self.lineWidth)
        switch state {
        case .touching:
            return [.disc(at: at, radius: radius, ink: .touching)]
        case .lifted:
            let bar = [CGPoint(x: at.x - radius, y: at.y), CGPoint(x: at.x + radius, y: at.y)]
            return [
                .ring(at: at, radius: radius, width: width, ink: .lifted), .path(bar, width: width, ink: .lifted),
            ]
        case .cantTell:
            return [.ring(at: at, radius: radius, width: width, ink: .cantTell, isDashed: true)]
        }
    }
}

/// Where the camera's picture lies in a view that it fills.
private struct Fit {
    private let scale: Double
    private let left: Double
    private let top: Double
    private let width: Double
    private let isMirrored: Bool

    init(picture: CGSize, view: CGSize, isMirrored: Bool) {
        scale = max(view.width / picture.width, view.height / picture.height)
        left = (view.width - picture.width * scale) / 2
        top = (view.height - picture.height * scale) / 2
        width = view.width
        self.isMirrored = isMirrored
    }

    func spot(_ point: CGPoint) -> CGPoint {
        let x = left + point.x * scale
        return CGPoint(x: isMirrored ? width - x : x, y: top + point.y * scale)
    }
}
