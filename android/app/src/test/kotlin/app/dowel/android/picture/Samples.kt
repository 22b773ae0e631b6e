package app.dowel.android.picture

import app.dowel.core.AttemptReason
import app.dowel.core.CantTellReason
import app.dowel.core.Contact
import app.dowel.core.Contacts
import app.dowel.core.Direction
import app.dowel.core.Ending
import app.dowel.core.Felt
import app.dowel.core.HistoryEntry
import app.dowel.core.Movement
import app.dowel.core.PastCue
import app.dowel.core.PastRep
import app.dowel.core.PastSession
import app.dowel.core.PastSet
import app.dowel.core.Progress
import app.dowel.core.RepFault
import app.dowel.core.Tempo
import app.dowel.core.Trend
import app.dowel.core.TrendPoint
import app.dowel.core.Verdict
import app.dowel.core.Versions
import app.dowel.core.ViewReason

/** A few weeks of somebody's practice. */
object Samples {
    private const val DAY_MS = 86_400_000L

    /** In September 2026. */
    private const val FIRST_DAY_MS = 1_788_300_000_000L
    private val practised = listOf(0, 2, 4, 7, 9, 12, 14, 16, 18, 21, 23, 26).map { FIRST_DAY_MS + it * DAY_MS }

    private fun trend(direction: Direction, values: List<Double>) =
        Trend(practised.zip(values, ::TrendPoint), direction, now = values.last(), before = values.first())

    val progress = Progress(
        cleanDepthDeg = trend(Direction.BETTER, listOf(48.0, 51.0, 50.0, 55.0, 58.0, 57.0, 61.0, 60.0, 64.0, 66.0, 65.0, 70.0)),
        cleanShare = trend(Direction.BETTER, listOf(0.3, 0.4, 0.35, 0.5, 0.6, 0.5, 0.7, 0.65, 0.8, 0.75, 0.85, 0.9)),
        hingeIndex = trend(Direction.SAME, listOf(71.0, 74.0, 70.0, 76.0, 78.0, 75.0, 80.0, 79.0, 77.0, 81.0, 80.0, 82.0)),
        faults = emptyList(),
        streakDays = 12u,
        longestStreakDays = 12u,
        practisedToday = true,
        limitDeg = 74.0,
        sessions = 12u,
        reps = 288u,
    )

    val firstWeek = progress.copy(
        cleanDepthDeg = Trend(listOf(TrendPoint(FIRST_DAY_MS, 48.0)), Direction.TOO_FEW, 48.0, null),
        cleanShare = Trend(emptyList(), Direction.TOO_FEW, null, null),
        hingeIndex = Trend(emptyList(), Direction.TOO_FEW, null, null),
        streakDays = 1u, longestStreakDays = 1u, practisedToday = false, limitDeg = null, sessions = 1u, reps = 8u,
    )

    val history: List<HistoryEntry> = practised.indices.reversed().map(::entry)

    private fun entry(index: Int) = HistoryEntry(
        id = index + 1L,
        startedAtMs = practised[index],
        source = if (index == 9) "VID_20260923_181204.mp4" else "live",
        drill = if (index == 9) null else listOf("dowel-hinge", "wall-tap", "bodyweight-hinge")[index % 3],
        isFinished = true,
        reps = if (index == 5) 0u else 24u,
        clean = (10 + index).toUInt(),
        cleanDepthDeg = 60.0,
        hingeIndex = 80.0,
        faults = if (index % 4 == 3) emptyList() else listOf(listOf("rounded_lower_back", "squatting", "hips_rise_first")[index % 3]),
        ending = Ending.FINISHED,
        painBefore = null,
        painAfter = null,
        felt = emptyList(),
    )

    val session = PastSession(
        id = 12, startedAtMs = practised.last(), source = "live", drill = "dowel-hinge",
        versions = Versions("0.1.0", "2026-11", "blazepose-full-0.5.1675469404", "blazepose-full-mask-0.5.1675469404"),
        isFinished = true, viewOk = true, viewReasons = listOf(ViewReason.TOO_FAR), movement = Movement.HINGE,
        cleanDepthDeg = 70.0, ending = Ending.FINISHED, painBefore = 1u, painAfter = 1u, felt = listOf(Felt.HAMSTRINGS, Felt.GLUTES),
        sets = listOf(PastSet(0u, 0.0, 40.0, 3u, 0), PastSet(1u, 100.0, 140.0, 2u, 1)),
        reps = listOf(
            rep(0u, clean = true),
            rep(1u, faults = listOf(fault("rounded_lower_back", Verdict.FAULT), fault("too_low", Verdict.FAULT))),
            rep(2u, faults = listOf(fault("early_lumbar", Verdict.CANT_TELL, CantTellReason.POOR_LIGHT))),
            rep(3u, attempt = AttemptReason.TOO_SHALLOW),
        ),
        cues = listOf(
            PastCue(12.0, "rounded_lower_back", "Keep your back as long as the stick"),
            PastCue(31.0, "too_low", "Stop when the backs of your legs feel tight"),
        ),
    )

    private fun rep(
        index: UInt,
        clean: Boolean = false,
        attempt: AttemptReason? = null,
        faults: List<RepFault> = emptyList(),
    ) = PastRep(
        index = index, startS = 0.0, bottomS = 1.5, endS = 3.0, counted = attempt == null, attemptReason = attempt,
        isClean = clean, hipFlexionDeg = 62.0 + index.toInt(), kneeFlexionDeg = 18.0, trunkLeanDeg = 60.0, hingeIndex = 81u,
        tempoS = Tempo(1.4, 0.6, 1.1), contacts = Contacts(Contact.TOUCHING, Contact.TOUCHING, Contact.TOUCHING),
        firstLostS = null, cleanDepthDeg = 60.0, faults = faults,
    )

    private fun fault(id: String, verdict: Verdict, reason: CantTellReason? = null) = 
        RepFault(id, verdict, severity = 0.5, onsetS = null, phase = null, reason = reason)
}
