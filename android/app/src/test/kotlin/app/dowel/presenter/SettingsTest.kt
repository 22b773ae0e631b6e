package app.dowel.presenter

import app.dowel.core.CoachInterface
import app.dowel.core.CueFrequency
import app.dowel.core.DowelException
import app.dowel.core.FeelingAnswer
import app.dowel.core.Felt
import app.dowel.core.Language
import app.dowel.core.ModelSize
import app.dowel.core.PracticeDays
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class SettingsPresenterTest {
    private val coach = FakeCoach()
    private val speaker = TestSpeaker()
    private val settings = SettingsPresenter(coach, speaker, AtOnce).apply { load() }

    @Test
    fun `the voice is made slower and faster in steps, within what can be understood`() {
        settings.load()
        settings.changeRate(1)
        assertEquals(1.3, coach.kept.speechRate, 1e-9)
        settings.changeRate(-2)
        assertEquals(1.1, coach.kept.speechRate, 1e-9)
        repeat(20) { settings.changeRate(1) }
        assertEquals(2.0, coach.kept.speechRate, 1e-9)
        repeat(20) { settings.changeRate(-1) }
        assertEquals(0.5, coach.kept.speechRate, 1e-9)
    }

    @Test
    fun `it shows what is set`() {
        val state = settings.state
        assertEquals(listOf("English", "Deutsch"), state.languages.map { it.label.shown() })
        assertEquals(Language.GERMAN, state.languages.single { it.isChosen }.value)
        assertEquals("as needed", state.frequencies.single { it.isChosen }.label.shown())
        assertEquals("120 % of the usual speed", state.rateLabel!!.shown())
        assertEquals((2..7).map { "$it days a week" }, state.days.map { it.label.shown() })
        assertEquals("3 days a week", state.days.single { it.isChosen }.label.shown())
        assertEquals("not measured yet", state.model!!.shown())
    }

    @Test
    fun `each change is kept at once`() {
        settings.choose(Language.ENGLISH)
        settings.choose(CueFrequency.SELDOM)
        settings.useVoice(false)
        settings.countTempo(false)
        settings.useRate(0.8)
        settings.choose(PracticeDays.PerWeek(5u))
        val expected = SETTINGS.copy(
            language = Language.ENGLISH, cueFrequency = CueFrequency.SELDOM, voice = false, countsTempo = false,
            speechRate = 0.8, practiceDays = PracticeDays.PerWeek(5u),
        )
        assertEquals(expected, coach.kept)
        assertEquals(expected, settings.state.settings)
    }

    @Test
    fun `the voice can be tried as it is set`() {
        settings.tryVoice()
        assertEquals(listOf("![say-hold_still]"), speaker.said)
        assertEquals(Language.GERMAN to 1.2, speaker.language to speaker.rate)
    }

    @Test
    fun `measuring chooses the model`() {
        settings.measure()
        assertEquals(ModelSize.LITE, coach.kept.model)
        assertEquals("small and quick (36 ms a picture)", settings.state.model!!.shown())
        assertFalse(settings.state.isMeasuring)
    }

    @Test
    fun `while it measures it does not measure again`() {
        val threads = Stepped()
        val settings = SettingsPresenter(coach, speaker, threads)
        settings.load()
        threads.settle()
        settings.measure()
        settings.measure()
        assertTrue(settings.state.isMeasuring)
        threads.settle()
        assertEquals(1, coach.asked.count { it == "measure" })
        assertFalse(settings.state.isMeasuring)
    }

    @Test
    fun `every choice has words`() {
        for (model in ModelSize.entries) {
            coach.kept = SETTINGS.copy(model = model)
            settings.load()
            assertTrue(settings.state.model!!.shown().isNotBlank())
        }
        assertEquals(3, settings.state.frequencies.map { it.label.shown() }.toSet().size)
    }

    @Test
    fun `a problem is told and the switch stays`() {
        coach.fails = DowelException.DiskFull("x")
        settings.useVoice(false)
        assertTrue("Free some space" in settings.state.problem!!.shown())
        assertFalse(settings.state.settings!!.voice)
        settings.measure()
        assertFalse(settings.state.isMeasuring)
    }

    @Test
    fun `before they are loaded nothing is written`() {
        val early = SettingsPresenter(coach, speaker, Stepped())
        early.useVoice(false)
        early.tryVoice()
        assertEquals(SETTINGS, coach.kept)
        assertEquals(emptyList<String>(), speaker.said)
    }
}

class SafetyPresenterTest {
    private val coach = FakeCoach()
    private val safety = SafetyPresenter(coach, AtOnce)

    @Test
    fun `it is read once`() {
        assertNull(safety.state.isRead)
        safety.load()
        assertEquals(false, safety.state.isRead)
        safety.accept()
        assertEquals(true, safety.state.isRead)
        assertTrue(coach.kept.hasReadSafety)
    }

    @Test
    fun `it names whom to ask and when`() {
        val texts = safety.state.run { listOf(title, lead, closing, privacy) + reasons }.map(Text::shown)
        assertEquals(texts.size, texts.toSet().size)
        assertEquals(7, safety.state.reasons.size)
        assertTrue("doctor or physiotherapist" in safety.state.lead.shown())
    }

    @Test
    fun `a full disk does not keep anybody out`() {
        coach.fails = DowelException.DiskFull("x")
        safety.load()
        assertEquals(false, safety.state.isRead)
        safety.accept()
        assertEquals(true, safety.state.isRead)
        assertTrue("Free some space" in safety.state.problem!!.shown())
    }
}

class FeelingPresenterTest {
    private val coach = FakeCoach()
    private val speaker = TestSpeaker()
    private val screen = TestScreen()
    private val feeling = FeelingPresenter(coach, 7, speaker, screen, AtOnce)

    @Test
    fun `what the person says is kept`() {
        assertEquals(5, feeling.state.places.map { it.label.shown() }.toSet().size)
        feeling.sayPain(12)
        feeling.toggle(Felt.GLUTES)
        feeling.toggle(Felt.QUADS)
        feeling.toggle(Felt.QUADS)
        assertEquals("It hurts 10 of 10", feeling.state.painLabel.shown())
        feeling.keep()
        assertTrue(feeling.state.isKept)
        assertTrue("felt 7 10 [GLUTES]" in coach.asked)
        feeling.sayPain(2)
        assertFalse(feeling.state.isKept)
    }

    @Test
    fun `what follows from it is shown, said and offered`() {
        coach.feeling = FeelingAnswer(listOf("One.", "Two."), "squatting", "wall-tap")
        feeling.keep()
        assertEquals(listOf("One.", "Two."), feeling.state.answer.map { it.shown() })
        assertEquals("wall-tap" to "[drill-wall-tap-name]", feeling.state.drill!!.let { it.id to it.name.shown() })
        assertEquals(listOf("One.", "Two."), speaker.said)
        assertEquals(Language.GERMAN to 1.2, speaker.language to speaker.rate)
        assertEquals(emptyList<Text>(), screen.announced)
        feeling.toggle(Felt.LOW_BACK)
        assertEquals(emptyList<Text>(), feeling.state.answer)
        assertNull(feeling.state.drill)
    }

    @Test
    fun `without a voice the screen reader has it`() {
        coach.kept = SETTINGS.copy(voice = false)
        coach.feeling = FeelingAnswer(listOf("One."), null, null)
        feeling.keep()
        assertEquals(listOf("One."), screen.announced.map { it.shown() })
        assertEquals(emptyList<String>(), speaker.said)
    }

    @Test
    fun `nobody has to say anything, and a problem is told`() {
        coach.fails = DowelException.NotFound("x")
        feeling.keep()
        assertEquals("felt 7 null []", coach.asked.last())
        assertEquals("It is no longer there.", feeling.state.problem!!.shown())
    }
}

class StartPresenterTest {
    private val coach = FakeCoach()

    private fun start(open: () -> CoachInterface) = StartPresenter(open, AtOnce).also { it.open() }.state

    @Test
    fun `it opens`() {
        assertEquals(StartState.Open(coach, SETTINGS, null), start { coach })
    }

    @Test
    fun `a damaged file is told`() {
        coach.aside = "somewhere"
        val open = assertInstanceOf(StartState.Open::class.java, start { coach })
        assertTrue("set aside" in open.notice!!.shown())
        assertFalse("somewhere" in open.notice!!.shown())
    }

    @Test
    fun `what can't be opened says what to do`() {
        val failed = assertInstanceOf(StartState.Failed::class.java, start { throw DowelException.NewerData("x") })
        assertTrue("Update the app" in failed.problem.shown())
    }

    @Test
    fun `what nobody can handle is not hidden`() {
        assertThrows(OutOfMemoryError::class.java) { start { throw OutOfMemoryError("on purpose") } }
    }
}
