"""Conditions: written in another way, about the wrong step, or with the wrong key or number."""

from tests.content.mistakes.mistake import Mistake

MISTAKES = {
    "= for is": Mistake(
        "gesprek",
        "als mag_ik is ja: slaap",
        "§als mag_ik = ja: slaap",
        "'mag_ik = ja' is geen voorwaarde; schrijf 'mag_ik is ja'",
    ),
    "== for is": Mistake(
        "gesprek",
        "als mag_ik is ja: slaap",
        "§als mag_ik == ja: slaap",
        "'mag_ik == ja' is geen voorwaarde; schrijf 'mag_ik is ja'",
    ),
    "!= for is niet": Mistake(
        "gesprek",
        "als mag_ik is ja: slaap",
        "§als mag_ik != ja: slaap",
        "'mag_ik != ja' is geen voorwaarde; schrijf 'mag_ik is niet ja'",
    ),
    "= with a number": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning = 8: rust",
        "'spanning = 8' is geen voorwaarde; schrijf 'spanning >= 8 en spanning <= 8'",
    ),
    "=> for >=": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning => 8: rust",
        "'spanning => 8' is geen voorwaarde; schrijf 'spanning >= 8'",
    ),
    "the sign for at least": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning ≥ 8: rust",
        "'spanning ≥ 8' is geen voorwaarde; schrijf 'spanning >= 8'",
    ),
    "groter dan": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning groter dan 8: rust",
        "'spanning groter dan 8' is geen voorwaarde; schrijf 'spanning > 8'",
    ),
    "is hoger dan": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning is hoger dan 8: rust",
        "'spanning is hoger dan 8' is geen voorwaarde; schrijf 'spanning > 8'",
    ),
    "minstens": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning minstens 8: rust",
        "'spanning minstens 8' is geen voorwaarde; schrijf 'spanning >= 8'",
    ),
    "is before >=": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning is >= 8: rust",
        "'spanning is >= 8' is geen voorwaarde; schrijf 'spanning >= 8'",
    ),
    "is with a number": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning is 8: rust",
        "'spanning' heeft geen sleutels; gebruik hier '>=', '<=', '>' of '<'",
    ),
    "a number in letters": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning >= acht: rust",
        "'spanning >= acht' is geen voorwaarde; schrijf 'spanning >= 8'",
    ),
    "a number of two decimals": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning >= 8,25: rust",
        (
            "'spanning >= 8,25' is geen voorwaarde; na '>=' hoort een getal met hooguit één cijfer "
            "achter de komma, zoals 8 of 3,5"
        ),
    ),
    "a percentage": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning >= 80%: rust",
        (
            "'spanning >= 80%' is geen voorwaarde; na '>=' hoort een getal met hooguit één cijfer "
            "achter de komma, zoals 8 of 3,5"
        ),
    ),
    "from one number to another": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning 8 tot 10: rust",
        "'spanning 8 tot 10' is geen voorwaarde; schrijf 'spanning >= 8 en spanning <= 10'",
    ),
    "between two numbers": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als 8 <= spanning <= 10: rust",
        "'8 <= spanning <= 10' is geen voorwaarde; schrijf 'spanning >= 8 en spanning <= 10'",
    ),
    "brackets": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als (spanning >= 8): rust",
        "'(spanning >= 8)' is geen voorwaarde; schrijf 'spanning >= 8'",
    ),
    "en and of in one line": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning >= 8 en met_wie is overgeslagen of uitleven is overgeslagen: rust",
        "'en' en 'of' kunnen niet in één regel; maak er twee regels met 'als' van",
    ),
    "en in English": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning >= 8 and met_wie is overgeslagen: rust",
        ("'en' en 'of' schrijf je voluit; schrijf 'als spanning >= 8 en met_wie is overgeslagen: …'"),
    ),
    "a comma for en": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning >= 8, met_wie is overgeslagen: rust",
        (
            "'spanning >= 8, met_wie is overgeslagen' is geen voorwaarde; zet 'en' of 'of' op de "
            "plaats van de komma, met links en rechts een hele voorwaarde"
        ),
    ),
    "half a comparison after en": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning >= 8 en < 10: rust",
        "'< 10' is geen voorwaarde; schrijf 'spanning < 10'",
    ),
    "half a comparison after of": Mistake(
        "gesprek",
        "als mag_ik is ja: slaap",
        "§als mag_ik is ja of nee: slaap",
        "'nee' is geen voorwaarde; schrijf 'mag_ik is nee'",
    ),
    "niet in front": Mistake(
        "gesprek",
        "als mag_ik is ja: slaap",
        "§als niet mag_ik is ja: slaap",
        "'niet mag_ik is ja' is geen voorwaarde; schrijf 'mag_ik is niet ja'",
    ),
    "is niet overgeslagen": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning is niet overgeslagen: rust",
        (
            "'spanning is niet overgeslagen' is geen voorwaarde; zet eerst 'als spanning is "
            "overgeslagen: …' en daaronder 'anders: …'"
        ),
    ),
    "overgeslagen without is": Mistake(
        "gesprek",
        "als spanning is overgeslagen: beginvraag",
        "§als spanning overgeslagen: beginvraag",
        "'spanning overgeslagen' is geen voorwaarde; schrijf 'spanning is overgeslagen'",
    ),
    "leeg for overgeslagen": Mistake(
        "gesprek",
        "als spanning is overgeslagen: beginvraag",
        "§als spanning is leeg: beginvraag",
        "'leeg' is geen sleutel; schrijf 'spanning is overgeslagen'",
    ),
    "ingevuld": Mistake(
        "gesprek",
        "als mag_ik is ja: slaap",
        "§als mag_ik is ingevuld: slaap",
        (
            "'ingevuld' is geen sleutel; zet eerst een regel met 'mag_ik is overgeslagen', en "
            "daaronder 'anders: …'"
        ),
    ),
    "the label for the key": Mistake(
        "gesprek",
        "als mag_ik is ja: slaap",
        "§als mag_ik is Graag: slaap",
        "'Graag' is geen sleutel van 'mag_ik'; bedoel je 'ja'?",
    ),
    "a label of two words for the key": Mistake(
        "gesprek",
        "als mag_ik is ja: slaap",
        "§als mag_ik is Liever niet: slaap",
        "'mag_ik is Liever niet' is geen voorwaarde; na 'is' hoort één sleutel, zonder spaties",
    ),
    "the key between quotes": Mistake(
        "gesprek",
        "als mag_ik is ja: slaap",
        "§als mag_ik is 'ja': slaap",
        "'mag_ik is 'ja'' is geen voorwaarde; schrijf 'mag_ik is ja'",
    ),
    "is with nothing behind it": Mistake(
        "gesprek",
        "als mag_ik is ja: slaap",
        "§als mag_ik is: slaap",
        "'mag_ik is' is geen voorwaarde; na 'is' hoort een sleutel, zoals in 'stap is sleutel'",
    ),
    "only a key": Mistake(
        "gesprek",
        "als mag_ik is ja: slaap",
        "§als ja: slaap",
        "'ja' is geen voorwaarde; herhaal de naam van de stap, zoals 'stap is ja' of 'stap >= 8'",
    ),
    "bevat niet": Mistake(
        "gesprek",
        "als rust bevat later",
        "§als rust bevat niet later",
        (
            "'rust bevat niet later' is geen voorwaarde; zet eerst 'als rust bevat later: …' en "
            "daaronder 'anders: …'"
        ),
    ),
    "two keys behind bevat": Mistake(
        "gesprek",
        "als rust bevat later",
        "§als rust bevat later, ademen",
        (
            "'rust bevat later, ademen' is geen voorwaarde; zet 'en' of 'of' op de plaats van de "
            "komma, met links en rechts een hele voorwaarde"
        ),
    ),
    "bevat, nearly": Mistake(
        "gesprek",
        "als rust bevat later",
        "§als rust bevt later",
        "'rust bevt later' is geen voorwaarde over rust; bedoel je 'bevat'?",
    ),
    "a step, nearly": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spaning >= 8: rust",
        "'spaning' is geen stap; bedoel je 'spanning'?",
    ),
    "a step by its title": Mistake(
        "gesprek",
        "als mag_ik is ja: slaap",
        "§als Later vragen is ja: slaap",
        ("'Later vragen is ja' is geen voorwaarde; schrijf de naam van de stap, die heeft geen spaties"),
    ),
    "a key, nearly": Mistake(
        "gesprek",
        "als hoe_ging_het is verzet: moment",
        "§als hoe_ging_het is verzt: moment",
        "'verzt' is geen sleutel van 'hoe_ging_het'; bedoel je 'verzet'?",
    ),
    "a step that is asked later": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als mag_ik is ja: rust",
        "'mag_ik' is hier nog niet gevraagd; gebruik een eerdere stap",
    ),
    "its own question, before it is asked": Mistake(
        "gesprek",
        "    zeg: Goed dat je even stilstaat.",
        ("    zeg:\n§      als met_wie is overgeslagen: Dag.\n      anders: Goed."),
        "'met_wie' is hier nog niet gevraagd; gebruik een eerdere stap",
    ),
    "an answer that is not kept": Mistake(
        "gesprek",
        "als rust bevat later",
        "§als uitleven is overgeslagen",
        "'uitleven' is vluchtig en wordt niet bewaard; maak de voorwaarde over een andere stap",
    ),
    "a step that asks nothing": Mistake(
        "gesprek",
        "als hoe_ging_het is verzet: moment",
        "§als slaap is overgeslagen: moment",
        "'slaap' vraagt niets; noem in een voorwaarde een stap met een vraag",
    ),
    "a comparison with what can be skipped, below the wrong line": Mistake(
        "gesprek",
        ("      als mag_ik is overgeslagen: briefje\n      als mag_ik is ja: slaap\n"),
        ("§      als mag_ik is ja: slaap\n      als mag_ik is overgeslagen: briefje\n"),
        "'mag_ik' kan overgeslagen zijn; zet erboven een regel 'als mag_ik is overgeslagen: …'",
    ),
    "a number above the scale": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning >= 11: rust",
        "11 valt buiten de schaal van 'spanning' (1 tot 10); kies een getal dat erop staat",
    ),
    "a number below the scale": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning < 0: rust",
        "0 valt buiten de schaal van 'spanning' (1 tot 10); kies een getal dat erop staat",
    ),
    "is where several answers can be given": Mistake(
        "gesprek",
        "als rust bevat later",
        "§als rust is later",
        "bij 'rust' kan meer dan één antwoord; schrijf 'rust bevat later'",
    ),
    "is niet where several answers can be given": Mistake(
        "gesprek",
        "als rust bevat later",
        "§als rust is niet later",
        "bij 'rust' kan meer dan één antwoord; zet erboven een regel 'als rust bevat later: …'",
    ),
    "bevat where one answer can be given": Mistake(
        "gesprek",
        "als mag_ik is ja: slaap",
        "§als mag_ik bevat ja: slaap",
        "bij 'mag_ik' is er één antwoord; schrijf 'mag_ik is ja'",
    ),
    "a number for a choice": Mistake(
        "gesprek",
        "als mag_ik is ja: slaap",
        "§als mag_ik >= 1: slaap",
        "'mag_ik' is geen schaal; gebruik hier 'is' met een sleutel",
    ),
    "a key for an open question": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als met_wie is collega: rust",
        "'met_wie' heeft geen sleutels; gebruik hier 'korter dan 8 woorden'",
    ),
    "words for a scale": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning korter dan 3 woorden: rust",
        "'spanning' is geen open vraag; gebruik hier '>=', '<=', '>' of '<'",
    ),
    "a number of words in letters": Mistake(
        "gesprek",
        "als korter dan 2 woorden",
        "§als korter dan twee woorden",
        "'korter dan twee woorden' is geen voorwaarde; schrijf 'korter dan 2 woorden'",
    ),
    "minder dan": Mistake(
        "gesprek",
        "als korter dan 2 woorden",
        "§als minder dan 2 woorden",
        "'minder dan 2 woorden' is geen voorwaarde; schrijf 'korter dan 2 woorden'",
    ),
    "langer dan": Mistake(
        "gesprek",
        "als korter dan 2 woorden",
        "§als langer dan 20 woorden",
        (
            "'langer dan 20 woorden' is geen voorwaarde; schrijf het met 'korter dan', zoals "
            "'korter dan 8 woorden'"
        ),
    ),
    "signs for words": Mistake(
        "gesprek",
        "als korter dan 2 woorden",
        "§als korter dan 20 tekens",
        "'korter dan 20 tekens' is geen voorwaarde; tel in woorden, zoals 'korter dan 8 woorden'",
    ),
    "woorden, nearly": Mistake(
        "gesprek",
        "als korter dan 2 woorden",
        "§als korter dan 2 worden",
        "'korter dan 2 worden' is geen voorwaarde; schrijf 'korter dan 2 woorden'",
    ),
    "a day compared": Mistake(
        "gesprek",
        "als moment is overgeslagen: briefje",
        ("als moment is overgeslagen: briefje\n§      als moment > 2026-11-24: briefje"),
        (
            "'moment > 2026-11-24' is geen voorwaarde; een dag kun je niet vergelijken, schrijf "
            "'als moment is overgeslagen'"
        ),
    ),
    "a key for a day": Mistake(
        "gesprek",
        "als moment is overgeslagen: briefje",
        ("als moment is overgeslagen: briefje\n§      als moment is morgen: briefje"),
        "'moment' heeft geen sleutels; gebruik hier 'is overgeslagen'",
    ),
    "all scales at once": Mistake(
        "scan",
        "als haast is ja en gemiddeld < 3:",
        "§als haast is ja en team < 3:",
        ("'team' is geen schaal; gebruik hier 'is overgeslagen', of één onderdeel: 'team.vragen >= 5'"),
    ),
    "a scale of several that is not there": Mistake(
        "scan",
        "als haast is ja en gemiddeld < 3:",
        "§als haast is ja en team.fout < 3:",
        "'team.fout' is geen onderdeel van 'team'; bedoel je 'team.fouten'?",
    ),
    "an outcome, nearly": Mistake(
        "scan",
        "als raad is snel: tips",
        "§als raad is snle: tips",
        "'snle' is geen sleutel van 'raad'; bedoel je 'snel'?",
    ),
    "bevat where one outcome counts": Mistake(
        "scan",
        "als raad is snel: tips",
        "§als raad bevat snel: tips",
        "bij 'raad' is er één antwoord; schrijf 'raad is snel'",
    ),
    "is where all outcomes count": Mistake(
        "scan",
        "als tips bevat pauze:",
        "§als tips is pauze:",
        "bij 'tips' kan meer dan één antwoord; schrijf 'tips bevat pauze'",
    ),
    "an advice about itself": Mistake(
        "scan",
        "als steun <= 2:",
        "§als tips bevat praten:",
        "'tips' is hier nog niet afgewogen; gebruik een eerdere stap",
    ),
    "the same rule twice": Mistake(
        "scan",
        "als haast is nee:\n",
        (
            "als haast is nee en steun is overgeslagen:\n"
            "          uitkomst: samen\n"
            "          omdat: Zo is het.\n"
            "          grond: voorstel\n"
            "§        als steun is overgeslagen en haast is nee:\n"
        ),
        (
            "dit is dezelfde voorwaarde als op regel 70, dus hier komt niemand; zet wat hierop "
            "volgt daar achter 'tweede', of maak de voorwaarde anders"
        ),
    ),
    "a comparison with what can be skipped": Mistake(
        "gesprek",
        "      als spanning is overgeslagen: beginvraag\n",
        "",
        ("'spanning' kan overgeslagen zijn; zet erboven een regel 'als spanning is overgeslagen: …'"),
        at="      als spanning >= 8",
    ),
    "a text that depends on what can be skipped": Mistake(
        "gesprek",
        "      als rust is overgeslagen: ''\n",
        "",
        "'rust' kan overgeslagen zijn; zet erboven een regel 'als rust is overgeslagen: …'",
        at="      als rust bevat later",
    ),
    "what can be skipped in the other dialogue": Mistake(
        "samen",
        "      als rust.waar is overgeslagen: Dank je.\n",
        "",
        ("'rust.waar' kan overgeslagen zijn; zet erboven een regel 'als rust.waar is overgeslagen: …'"),
        at="      als rust.waar is buik",
    ),
}
