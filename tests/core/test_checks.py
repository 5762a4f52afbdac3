"""The named checks, as tables a trainer can review: move a line to another list and see what changes."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.core.checks import CHECKS, Advice, judgement, open_question

FILE = Path(__file__).parents[2] / "dialogues" / "_toetsen.yaml"
DATA: dict[str, dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))


def words_of(check: str) -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in DATA[check]["woorden"].items()}


OPEN, JUDGE = words_of("open-vraag"), words_of("oordeel")

QUESTIONS = {
    "open": [
        "hoe heb jij dat directieberaad beleefd?",
        "Hoe kijk jij terug op het overleg van vorige week?",
        "hoe heb je t beleefd",
        "wt vond je van de studiedag",
        "wat vond je van de ouderavond?",
        "HOE WAS HET VOOR JOU",
        "Wat gebeurde er toen die ouder binnenkwam?",
        "Wat maakte dat je wegliep?",
        "wat maakt dit zo lastig voor je",
        "Wat heb je nodig om weer met plezier naar school te gaan?",
        "Wat heb je nodig, van mij of van anderen?",
        "Op welke manier zou jij dit aanpakken?",
        "In hoeverre herken je je daarin?",
        "Aan wat voor hulp heb je iets?",
        "Met welk gevoel ging je gisteren naar huis?",
        "Welke betekenis heeft deze school voor jou?",
        "welke rol zie je voor jezelf in het team",
        "Welke ervaring uit je eerste jaren neem je nog elke dag mee?",
        "Welk moment is je het meest bijgebleven?",
        "Waar ben je trots op?",
        "waar loop je tegenaan in groep 7",
        "waar maak je je zorgen over",
        "Waarin verschilt dit jaar van vorig jaar?",
        "Vertel eens hoe het met je gaat.",
        "Vertel eens",
        "vertel eens over je eerste week",
        "Neem me eens mee in je dag",
        "Neem me eens mee in wat er gebeurde",
        "Ik ben benieuwd hoe jij het gesprek hebt ervaren.",
        "ik ben benieuwd naar jouw kant",
        "ben benieuwd hoe je erin zit",
        "Ik ben erg nieuwsgierig naar hoe dat bij jullie gaat",
        "Kun je me vertellen hoe dat ging?",
        "kun je mij vertellen wat er gebeurde",
        "Wil je me meenemen in hoe die vergadering voor jou was?",
        "Mag ik vragen hoe het thuis gaat?",
        "mag ik weten wat dit met je doet",
        "Zou je me willen vertellen wat je dwarszit?",
        "Kun je iets meer vertellen over je loopbaan?",
        "Kun je beschrijven wat je zag?",
        "kun je een voorbeeld geven",
        "Help me eens begrijpen wat hier speelt",
        "Laat me eens weten hoe jij ertegenaan kijkt.",
        "Beschrijf eens een dag waarop alles klopt.",
        "ik vraag me af hoe jij daar zelf naar kijkt",
        "Ik zou graag horen wat jij nodig hebt",
        "Ik wil graag jouw verhaal horen",
        "Ik hoor graag hoe jij het ziet",
        "Fijn dat je er bent. Hoe kijk jij terug op de afgelopen weken?",
        "fijn dat je er bent hoe kijk jij terug op de afgelopen weken",
        "Goedemorgen, hoe was je weekend?",
        "hoi P, hoe gaat het met je",
        "Hoe gaat het?",
        "Dag P. Hoe heb jij de start van het jaar ervaren?",
        "P, wat zou jij willen dat er anders gaat?",
        "En hoe was dat voor jou?",
        "en wat deed dat met je",
        "maar wat zou jou helpen",
        "dus hoe zie jij dat",
        "Nou, hoe kijk jij er zelf naar?",
        "Als je aan gisteren denkt, welk moment blijft dan hangen?",
        "Als je terugkijkt op dit jaar, wat valt je dan op?",
        "stel je mag het overdoen, wat zou je anders doen",
        '"Hoe heb jij het beleefd?"',
        "'hoe zie jij de toekomst van de sectie?'",
        "Ik zou vragen: hoe kijk jij naar de samenwerking?",
        "ik vraag hem hoe hij het heeft beleefd",
        "dan vraag ik wat hij nodig heeft",
        "Heb je even? Hoe kijk jij terug op die les?",
        "Mag ik je iets vragen? Wat raakte je zo in dat gesprek?",
        "Hoe gaat het met je? Wat vond je van de studiedag?",
        "Hoe ben je in het onderwijs terechtgekomen?",
        "Hoe was het vroeger, toen je nog Frans gaf?",
        "Hoe komt het dat je hier zo rustig onder blijft?",
        "Hoe zou je willen dat ik je help?",
        "Wat zou jij doen als je op mijn stoel zat?",
        "wat wil je dat ik weet",
        "wat zou een mooie eerste stap zijn",
        "Wat gaat er goed in jouw klas?",
        "Wat betekent dit voor jullie als sectie?",
        "wat is er aan de hand",
        "Wie ben jij als leraar?",
        "Wie wil je zijn voor je leerlingen?",
        "Wanneer voel jij je op je best?",
        "Wanneer is dit gesprek voor jou geslaagd?",
        "Voor wie doe je dit werk het liefst?",
        "Waarom is dit zo belangrijk voor je?",
        "Hoeveel ruimte voel je om nee te zeggen?",
        "Wat mij betreft kijken we vooruit, hoe zie jij dat?",
        "Wat fijn dat je tijd hebt. Hoe is het met de nieuwe groep?",
        "met welk gevoel ging je bij P. weg?",
        "Hoe ga je om met o.a. de ouders die blijven bellen?",
        "hóe heb je dat voor elkaar gekregen",
        "wat vind je niet fijn aan het overleg",
        "hoe denk jij dat je collega's dit zien",
        "Hoe kijk je terug op wat er goed ging en wat er niet ging?",
        "Ik was er niet bij. Vertel, wat gebeurde er?",
        "Hoe was het\nik was er zelf niet bij",
        "Jij kent die klas het best. Wat zie jij gebeuren?",
        "hoe kijken jullie naar de nieuwe plannen",
        "Wat wilde je altijd al eens proberen in je lessen?",
        "Hoe ervaar jij de samenwerking met mij?",
        "En jij?",
        "Weet je nog hoe dat ging?",
        "heb je enig idee hoe we verder kunnen",
        "Met wie kun je hierover praten?",
        "Wie heeft jou het meest geïnspireerd?",
        "je zei gisteren 'dat is dan jullie keuze', wat bedoelde je daarmee?",
        "Ik zag dat je op je telefoon keek. Wat gebeurde er bij jou?",
        "Hoe blijf je altijd zo positief?",
        "Hoe is het om weer voor de klas te staan?",
        "wat dacht je op dat moment",
        "wa vindt ge ervan",
        "Hoe heeft u dat ervaren?",
        "Wilt u mij vertellen hoe u dat ziet?",
        "Jouw kant van het verhaal?",
        "Ik heb gemerkt dat je stil was en ik ben benieuwd hoe dat komt",
        "Zullen we eens terugkijken op gisteren? Hoe was het voor jou?",
        "Het viel me op dat je stil was. Klopt dat? En wat speelde er?",
        "Waar was je bang voor?",
        "ik vind het lastig, hoe zie jij dat zelf?",
    ],
    "gesloten": [
        "Ben je tevreden over het gesprek?",
        "ben je boos op mij",
        "heb je er last van?",
        "Heb je de mail gelezen?",
        "Vond je het een goede vergadering?",
        "vond je t lastig",
        "Vind je dat het team goed samenwerkt?",
        "Kun je daarmee leven?",
        "kan je maandag invallen",
        "Wil je hierover praten?",
        "Gaat het wel goed met je?",
        "gaat t goed met je?",
        "Is er iets aan de hand?",
        "is het druk in de klas",
        "Was het een zware week?",
        "Herken je dit?",
        "Twijfel je aan het plan?",
        "Lukt het om de toetsen na te kijken?",
        "Weet je of de ouders komen?",
        "Kun je me vertellen of je het ermee eens bent?",
        "Ik ben benieuwd of je het leuk vond.",
        "ik vraag hem of hij het lastig vond",
        "Fijn dat je er bent. Heb je goed geslapen?",
        "hoi P, ben je er klaar voor",
        "En ben je er klaar voor?",
        "maar snap je het nu",
        "Je vond het lastig?",
        "Dus je was er niet bij?",
        "Zullen we het hebben over gisteren?",
        "Heeft de inspectie je geraakt?",
        "Vond P. het ook lastig?",
        "benje al begonnen",
        "BEN JE TEVREDEN",
        "Hoi! Heb je zin in het nieuwe jaar?",
        "Voel jij je gesteund of niet?",
    ],
    "sturend": [
        "vind je niet dat je collegialer moet zijn?",
        "Vind je ook niet dat het anders kan?",
        "Hoe kun je nou zo met ouders praten?",
        "hoe kun je nou te laat komen op je eigen overleg",
        "Zou het niet beter zijn als je eerst met je sectie praat?",
        "zou je niet gewoon eens met haar gaan praten",
        "Waarom doe je niet gewoon wat we hebben afgesproken?",
        "waarom vraag je niet gewoon om hulp",
        "Denk je niet dat de leerlingen dit merken?",
        "Had je niet beter even kunnen bellen?",
        "Moet je niet eens wat meer rust nemen?",
        "Is het niet tijd voor iets nieuws?",
        "is het niet zo dat je er geen zin in hebt",
        "Heb je er al aan gedacht om minder te gaan werken?",
        "Ben je het met me eens dat dit zo niet langer kan?",
        "Je bent het er toch mee eens dat dit anders moet?",
        "Jij vond het ook niet goed gaan, toch?",
        "Dat was niet handig, hè?",
        "je had het ook anders kunnen doen of niet soms",
        "Wat als je eens wat vroeger begint?",
        "Kun je niet gewoon meewerken?",
        "Fijn dat je er bent. Vind je niet dat we dit moeten oplossen?",
        "Pieter vind je niet dat je wat aardiger kunt zijn",
        "Vind je dat normaal?",
        "hoe ga je ervoor zorgen dat je voortaan op tijd bent",
        "VIND JE NIET DAT HET BETER KAN",
        "vind  je niet   dat het beter kan?",
        "Hoe vond je het? Vind je niet dat het rommelig ging?",
    ],
    "verwijt": [
        "Waarom ben je altijd te laat?",
        "waarom doe je nooit mee met de borrel",
        "Wat bezielde je?",
        "Hoe durf je zo tegen mij te praten?",
        "wat mankeert jou",
        "Hoe komt het dat je nooit je mail leest?",
        "Hoe komt het dat je weer te laat was?",
        "Waarom doe je zo?",
        "waarom doe je zo moeilijk",
        "Wat maakt dat je zo negatief bent?",
        "Waarom reageer je zo defensief?",
        "wanneer ga je nou eens luisteren",
        "Wat was er zo belangrijk dat je op je telefoon keek?",
        "Snap je wel wat je aanricht?",
        "Besef je wel hoe dit overkomt?",
        "Hoe vaak moet ik het nog zeggen?",
        "wat is jouw probleem eigenlijk",
        "Hoe haal je het in je hoofd?",
    ],
    "waarom": [
        "Waarom was je er niet bij?",
        "waarom liep je weg",
        "Hoezo vond je dat nodig?",
        "En waarom heb je dat gezegd?",
        "Kun je me vertellen waarom je wegliep?",
        "Ik wil graag weten waarom je dat deed.",
        "Goedemorgen. Waarom koos je voor die aanpak?",
        "ik vraag haar waarom ze niks zei",
        "wrm heb je dat zo gedaan",
    ],
    "keuzevraag": [
        "Vond je het goed of slecht gaan?",
        "Wil je eerst praten of meteen beslissen?",
        "Ben je boos of verdrietig?",
        "Ligt het aan mij of aan de klas?",
        "Hoe voelde je je, boos of verdrietig?",
        "Wat vind je fijner, samen of alleen?",
        "Vond je het moeilijk? Of viel het mee?",
        "heb je hulp nodig van mij of van een collega",
        "Wil je in groep 3 blijven of naar groep 8?",
    ],
    "meerdere": [
        "Hoe vond je het? Wat had je anders willen doen?",
        "Hoe was het voor jou en wat vond je van de anderen?",
        "wat gebeurde er en hoe voelde je je",
        "Hoe was het? Was je zenuwachtig?",
        "Hoe heb je het ervaren? En wat heb je nodig? En hoe nu verder?",
        "Wat ging goed? Wat ging minder goed?",
        "hoe was je dag\nwat ging er goed?",
        "Wat deed hij toen en waarom?",
    ],
    "feit": [
        "Hoe laat was je er?",
        "hoe vaak is dat gebeurd",
        "Hoeveel ouders waren er?",
        "hoe lang werk je hier al",
        "Wie heeft dat gezegd?",
        "wie was erbij",
        "Wanneer is het af?",
        "Wanneer begin je?",
        "Welke klas was dat?",
        "op welke dag was dat",
        "Wat is je naam?",
        "Waar was je?",
        "Mag ik vragen hoe oud je bent?",
        "En hoeveel leerlingen heb je nu?",
    ],
    "geen_vraag": [
        "Je moet collegialer zijn.",
        "Ik vind dat je te laat komt",
        "ik wil het met je hebben over gisteren",
        "Je had op tijd moeten komen.",
        "We moeten praten.",
        "hou je aan de afspraken",
        "ik ga gewoon luisteren",
        "geen idee",
        "Dat ik het anders zie dan hij",
        "Goedemorgen P.",
        "Zeg hem dat het zo niet kan",
        "Als je te laat bent, moet je dat melden.",
        "Toen je weg was, heb ik met de ouders gesproken.",
        "Wat een gedoe was dat gisteren.",
        "ik weet het niet",
        "Wees eens wat vriendelijker",
    ],
}

ACCOUNTS = {
    "": [
        "hij keek op zn telefoon toen mijn collega over haar leerlingaantallen begon",
        "Ze zuchtte, keek naar buiten en zei niets.",
        "hij zei 'tja, dat is dan jullie keuze geweest'",
        "Hij zei: 'jij bent arrogant' en liep weg.",
        'Ze riep "altijd hetzelfde liedje" en pakte haar tas.',
        "Hij zei “jullie luisteren nooit” tegen het team.",
        "ze zei ‘je bent gewoon lui’ tegen een leerling",
        "In de mail stond «iedereen vindt dit onzin».",
        "hij zei dat iedereen het onzin vindt",
        "ze zei dat ze nooit iets hoort",
        "Hij riep: altijd weer die toetsen",
        "Het weer was slecht en de tent lekte.",
        "mooi weer dus we zaten buiten",
        "Hij ging weer zitten en sloeg zijn armen over elkaar.",
        "hij liep heen en weer",
        "Het werd steeds stiller in de kamer.",
        "Hij zat nog steeds op dezelfde plek.",
        "ze keek steeds naar de klok",
        "We beginnen altijd om half negen.",
        "Ik had hem nog nooit zo gezien.",
        "Ik voelde me dom.",
        "ik was zelf ook wel wat bot",
        "ik deed lui die dag",
        "Hij liep dwars door de gymzaal.",
        "We hebben een negatief saldo.",
        "het advies was negatief maar dat was een negatief advies van de MR",
        "De test was negatief getest.",
        "Niemand zei iets.",
        "Iedereen keek naar mij.",
        "Om negen uur was iedereen er.",
        "Het is alweer een jaar geleden.",
        "hoe heette ze ook alweer",
        "We hebben bewust gekozen voor een kleine groep.",
        "Ik was me er niet van bewust.",
        "Ze wilde me iets vragen over het rooster.",
        "Hij stond op, zei dat hij een afspraak had en ging.",
        "ik heb er altijd moeite mee",
        "Ze was er op tijd en had haar map bij zich.",
        "Zijn stem werd harder en hij wees naar mij.",
        "Hij was niet arrogant, hij keek me gewoon niet aan.",
        "dat was nooit eerder gebeurd",
        "ik ben ook maar een mens en soms lui",
        "Hij begon weer te lachen.",
        "de deur ging weer dicht",
        "Ze zei dat ze vindt dat ik te snel ga.",
        "hij noemde mij arrogant",
        "Hij wilde me even spreken.",
        "hij had zijn bot gebroken",
        "Tijdens de dominostenen-les stond P bij het raam.",
    ],
    "etiket": [
        "hij deed weer arrogant",
        "Ze was ongeïnteresseerd.",
        "ze zat er ongeinteresseerd bij",
        "Hij is gewoon lui.",
        "P. reageerde onbeschoft",
        "een hele negatieve houding",
        "Hij was HEEL onprofessioneel.",
        "ze ging dwars liggen en deed dwars",
        "Hij ondermijnt mij.",
        "wat een star mens",
        "ik vond hem arrogant",
        "Hij zei niks en keek arrogant weg.",
        "Hij zei 'tja' en deed arrogant.",
        "hij zei dat hij ziek was, maar hij was gewoon lui",
        "hij is altijd zo kinderachtig",
        "Ze was kattig tegen de stagiair.",
        "hij deed arogant",
        "Ik heb een arrogante collega.",
        "Hij deed uit de hoogte.",
        "ik vond R. arrogant",
        "'k vond 'm arrogant en z'n toon ook",
        "hij zei arrogant dat hij geen tijd had",
    ],
    "bedoeling": [
        "hij deed het expres",
        "Ze kwam bewust te laat.",
        "hij had gewoon geen zin",
        "Hij wilde me onderuithalen, hij wilde me kleineren.",
        "ze vindt dat ik het niet kan",
        "hij probeert me te testen",
        "Het interesseert hem niet.",
        "Hij neemt me niet serieus.",
        "met opzet liet hij de deur open",
    ],
    "iedereen": [
        "Iedereen vindt dit een slecht plan.",
        "niemand wil met hem werken",
        "alle ouders klagen over haar",
    ],
    "algemeen": [
        "Hij komt altijd te laat.",
        "ze luistert nooit",
        "hij was weer te laat",
        "Hij onderbreekt me steeds.",
        "Telkens hetzelfde gezeur.",
        "elke keer loopt het zo",
        "hij deed het natuurlijk weer niet",
        "Ze zegt nooit iets in de vergadering.",
        "hij zegt altijd dat het goed komt",
        "Hij kwam ALTIJD te laat",
        "ze begon weer over haar werkdruk",
    ],
}


def table(lists: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(reason, text) for reason, texts in lists.items() for text in texts]


def reason_of(advice: Advice | None, none: str) -> str:
    return advice.reason if advice else none


@pytest.mark.parametrize(("reason", "text"), table(QUESTIONS))
def test_a_question_gets_the_advice_it_deserves(reason: str, text: str) -> None:
    assert reason_of(open_question(text, OPEN), "open") == reason


@pytest.mark.parametrize(("reason", "text"), table(ACCOUNTS))
def test_a_conclusion_is_noticed_and_an_observation_left_alone(reason: str, text: str) -> None:
    assert reason_of(judgement(text, JUDGE), "") == reason


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Fijn. VIND JE NIET dat het beter kan?", "VIND JE NIET dat"),
        ("Hoi P, ben je boos?", "ben je"),
        ("Hoe Laat was je er?", "Hoe Laat"),
        ("Waarom liep je weg?", "Waarom"),
        ("Ben je boos of verdrietig?", "boos of verdrietig"),
        ("Wat een dag. Wat ging goed? Wat ging fout?", ""),
    ],
)
def test_the_words_that_gave_a_question_away_are_repeated_as_typed(text: str, word: str) -> None:
    advice = open_question(text, OPEN)
    assert advice is not None
    assert advice.word == word


def test_a_label_goes_before_a_generalisation() -> None:
    assert judgement("hij deed weer Arrogant", JUDGE) == Advice("etiket", "Arrogant")


def test_without_words_nothing_is_noticed() -> None:
    assert judgement("hij is altijd arrogant", {}) is None
    assert open_question(" … ?", OPEN) is None
    assert judgement("", JUDGE) is None


@pytest.mark.parametrize("check", list(CHECKS))
def test_every_reason_given_has_a_sentence_and_every_sentence_a_reason_given(check: str) -> None:
    given_reasons = {"open-vraag": set(QUESTIONS) - {"open"}, "oordeel": set(ACCOUNTS) - {""}}
    assert set(DATA[check]["redenen"]) == given_reasons[check]


@pytest.mark.parametrize("check", list(CHECKS))
def test_a_sentence_only_repeats_a_word_where_there_is_one(check: str) -> None:
    lists = {"open-vraag": QUESTIONS, "oordeel": ACCOUNTS}[check]
    for _, text in table(lists):
        advice = CHECKS[check](text, words_of(check))
        if advice and "<woord>" in DATA[check]["redenen"][advice.reason]:
            assert advice.word


PIECES = sorted({word for _, text in table(QUESTIONS) + table(ACCOUNTS) for word in text.split()})
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from([*PIECES, "?", ",", ".", "'", '"', "\n"]), max_size=40).map(" ".join),
)
CHECK = st.sampled_from(sorted(CHECKS))


@given(CHECK, TEXTS)
def test_any_text_is_answered_with_words_that_stand_in_it(check: str, text: str) -> None:
    advice = CHECKS[check](text, words_of(check))
    if advice:
        assert advice.word in text
        assert len(advice.word) <= 40
        assert advice.reason in DATA[check]["redenen"]


@given(
    CHECK,
    st.lists(st.sampled_from([*PIECES, "?", ",", "."]), max_size=30),
    st.sampled_from(["  ", "\t", "   \t"]),
)
def test_capitals_and_extra_spaces_change_nothing(check: str, pieces: list[str], space: str) -> None:
    words = words_of(check)
    plain = reason_of(CHECKS[check](" ".join(pieces), words), "")
    assert reason_of(CHECKS[check](" ".join(pieces).upper(), words), "") == plain
    assert reason_of(CHECKS[check](" ".join(pieces).lower(), words), "") == plain
    assert reason_of(CHECKS[check](space + space.join(pieces) + space, words), "") == plain


@given(st.text(alphabet="abcdehijnorstw ,.?", max_size=120))
def test_what_the_other_literally_said_is_never_judged(said: str) -> None:
    for opening, closing in ("“”", '""', "«»"):
        assert judgement(f"ze zei {opening}arrogant en altijd lui {said}{closing}", JUDGE) is None
