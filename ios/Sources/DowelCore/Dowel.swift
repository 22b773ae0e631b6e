internal import DowelFacade

/// The way in.
public enum Dowel {
    /// The core's version, as it is stamped on stored results.
    public static var version: String { DowelFacade.version() }

    /// Lets the core's own lines appear in the system's log. They never hold what a person did.
    public static func startLog() { DowelFacade.initLogging() }

    /// Opens the session file, or begins one. The networks are loaded when a session begins.
    ///
    /// A damaged file is set aside, see ``Coach/setAside()``.
    public static func open(_ places: Places) async throws(DowelError) -> any Coach {
        try FacadeCoach(
            told {
                try DowelFacade.Coach.open(
                    places: DowelFacade.Places(
                        store: places.store.path, models: places.models.path, runtime: places.runtime,
                        systemLanguage: places.systemLanguage))
            })
    }
}
