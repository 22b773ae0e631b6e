package app.dowel.android.screen

import android.view.View
import app.dowel.android.ui.Edges
import app.dowel.android.ui.Icon
import app.dowel.android.ui.Kit
import app.dowel.android.ui.Notice
import app.dowel.android.ui.PageOf
import app.dowel.android.ui.Question
import app.dowel.android.ui.Scaffold
import app.dowel.android.ui.Slot
import app.dowel.android.ui.Stepper
import app.dowel.android.ui.Type
import app.dowel.android.ui.acrossParent
import app.dowel.android.ui.card
import app.dowel.android.ui.column
import app.dowel.android.ui.facts
import app.dowel.android.ui.filling
import app.dowel.android.ui.fontScale
import app.dowel.android.ui.heading
import app.dowel.android.ui.icon
import app.dowel.android.ui.label
import app.dowel.android.ui.row
import app.dowel.android.ui.show
import app.dowel.platform.SharedFile
import app.dowel.presenter.Phrase
import app.dowel.presenter.RepRow
import app.dowel.presenter.SessionPresenter
import app.dowel.presenter.SessionState
import app.dowel.presenter.SetRow
import app.dowel.presenter.SharePresenter
import app.dowel.presenter.Text
import app.dowel.presenter.asText
import app.dowel.presenter.text
import app.dowel.view.Tone

/** One session: what it came to, each repetition, what was said; to correct, to share, to erase. */
class SessionPage(
    kit: Kit,
    private val session: SessionPresenter,
    share: SharePresenter,
    id: Long,
    private val onLeave: () -> Unit,
    onShare: (SharedFile) -> Unit,
) : PageOf<SessionState>(kit, session) {
    private val notice = Notice(kit)
    private val head = Slot<SessionState>(kit, GAP_DP, ::head)
    private val counts = Slot<List<SetRow>>(kit) { listOf(counts(it)) }
    private val reps = Slot<List<RepRow>>(kit, GAP_DP, ::reps)
    private val cues = Slot<List<String>>(kit, GAP_DP) { listOf(cues(it)) }
    private val sharing = ShareCard(kit, share, id, onShare)
    private val versions = kit.label(Type.NOTE)
    private val erase = Question(
        kit, Phrase.ERASE_ONE.text(), Phrase.ERASE_ONE_ASK.text(),
        onAsk = session::askToErase, onYes = session::erase, onNo = session::keep,
    )
    private val scaffold = Scaffold(kit, onLeave).apply {
        for (part in listOf(head, notice, counts, reps, cues, sharing, versions, erase)) content.addView(part, acrossParent())
    }
    override val view: View = scaffold

    override fun inset(edges: Edges) = scaffold.inset(edges)

    override fun show() {
        super.show()
        sharing.watch()
    }

    override fun hide() {
        sharing.unwatch()
        super.hide()
    }

    override fun render(state: SessionState) {
        if (state.isErased) return onLeave()
        notice.show(state.problem)
        head.show(SessionState(title = state.title, day = state.day, lines = state.lines, view = state.view))
        counts.show(state.sets.takeIf { it.isNotEmpty() })
        reps.show(state.reps)
        cues.show(state.cues.takeIf { it.isNotEmpty() })
        kit.show(versions, state.versions)
        erase.show(state.asksToErase)
    }

    private fun head(state: SessionState): List<View> = listOfNotNull(
        kit.column(
            LINE_GAP_DP,
            state.title?.let { kit.heading(Type.TITLE, it) },
            state.day?.let { kit.label(Type.NOTE, it.asText()) },
        ),
        state.lines.takeIf { it.isNotEmpty() }?.let { lines -> kit.card(GAP_DP, kit.facts(lines), view(state.view)) },
    )

    private fun view(tips: List<Text>): View? {
        if (tips.isEmpty()) return null
        return kit.column(LINE_GAP_DP, kit.label(Type.NOTE, Phrase.SESSION_VIEW.text()), *tips.map { kit.label(Type.BODY, it) }.toTypedArray())
    }

    private fun counts(sets: List<SetRow>): View =
        kit.card(GAP_DP, kit.heading(Type.HEADING, Phrase.SESSION_COUNTS.text()), *sets.map(::count).toTypedArray())

    private fun count(set: SetRow): View {
        val stepper = Stepper(kit, Phrase.LIVE_ONE_LESS.text(), Phrase.LIVE_ONE_MORE.text()) { session.correct(set.index, it) }
        kit.show(stepper.label, set.reps)
        return kit.column(LINE_GAP_DP, kit.label(Type.NOTE, set.title), stepper, set.corrected?.let { kit.label(Type.NOTE, it) })
    }

    private fun reps(reps: List<RepRow>): List<View> =
        if (reps.isEmpty()) emptyList() else listOf(kit.heading(Type.SUBTITLE, Phrase.SUMMARY_REPS.text())) + reps.map(::rep)

    private fun rep(rep: RepRow): View = kit.card(
        LINE_GAP_DP,
        kit.heading(Type.HEADING, rep.title),
        kit.label(Type.BODY, listOf(rep.outcome, Phrase.REP_DEPTH.text(rep.depth)).joinToString(", ", transform = kit.words).asText()),
        kit.label(Type.NOTE, rep.tempo),
        *rep.faults.map { mark(Icon.NOTICE, Phrase.REP_FAULT.text(it)) }.toTypedArray(),
        *rep.unseen.map { kit.label(Type.NOTE, Phrase.REP_UNSEEN.text(it)) }.toTypedArray(),
    )

    private fun mark(icon: Icon, text: Text): View =
        kit.row(MARK_GAP_DP, kit.icon(icon, Tone.ACCENT, Math.round(MARK_DP * kit.fontScale)), kit.label(Type.BODY, text).filling())

    private fun cues(cues: List<String>): View {
        val said = cues.map { mark(Icon.VOICE, it.asText()) }
        return kit.card(LINE_GAP_DP, kit.heading(Type.HEADING, Phrase.SESSION_CUES.text()), *said.toTypedArray())
    }

    private companion object {
        const val GAP_DP = 16
        const val LINE_GAP_DP = 6
        const val MARK_GAP_DP = 8
        const val MARK_DP = 20
    }
}
