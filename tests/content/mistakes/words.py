"""Words of the language: nearly right, in another place, missing, or with something else behind them."""

from tests.content.mistakes.mistake import Mistake

MISTAKES = {
    "a word of a dialogue, nearly": Mistake(
        "gesprek",
        "titel: Voor een gesprek",
        "§titl: Voor een gesprek",
        "'titl' is geen woord van een dialoog; bedoel je 'titel'?",
    ),
    "stappen, nearly": Mistake(
        "gesprek",
        ("\nstappen:\n"),
        ("\n§stapen:\n"),
        "'stapen' is geen woord van een dialoog; bedoel je 'stappen'?",
    ),
    "proeven, nearly": Mistake(
        "gesprek",
        ("\nproeven:\n"),
        ("\n§proef:\n"),
        "'proef' is geen woord van een dialoog; bedoel je 'proeven'?",
    ),
    "stappen, in English": Mistake(
        "gesprek",
        ("\nstappen:\n"),
        ("\n§steps:\n"),
        "'steps' is geen woord van een dialoog; bedoel je 'stappen'?",
    ),
    "a word nobody knows in a dialogue": Mistake(
        "gesprek",
        "duur: 6 minuten\n",
        ("duur: 6 minuten\n§schrijver: Kees\n"),
        "'schrijver' is geen woord van een dialoog; kies uit: dialoog",
    ),
    "another word for werk": Mistake(
        "gesprek", "{werk: boek,", "§{boek: boek,", "'boek' is geen woord van een bron; bedoel je 'werk'?"
    ),
    "another word for plek": Mistake(
        "gesprek",
        "plek: hoofdstuk 1}",
        "§pagina: hoofdstuk 1}",
        "'pagina' is geen woord van een bron; bedoel je 'plek'?",
    ),
    "vraag, nearly": Mistake(
        "gesprek",
        "    vraag: Hoe heftig is het nu?",
        "§    vrag: Hoe heftig is het nu?",
        "'vrag' is geen woord van een stap; bedoel je 'vraag'?",
    ),
    "vraag with a capital": Mistake(
        "gesprek",
        "    vraag: Hoe heftig is het nu?",
        "§    Vraag: Hoe heftig is het nu?",
        "'Vraag' is geen woord van een stap; bedoel je 'vraag'?",
    ),
    "keuze, nearly": Mistake(
        "gesprek",
        "vragen hoe het ging?\n    keuze:",
        "vragen hoe het ging?\n§    keuzes:",
        "'keuzes' is geen woord van een stap; bedoel je 'keuze'?",
    ),
    "daarna, nearly": Mistake(
        "gesprek",
        "    datum: vandaag of later\n    daarna:",
        "    datum: vandaag of later\n§    darna:",
        "'darna' is geen woord van een stap; bedoel je 'daarna'?",
    ),
    "a word nobody knows in a step": Mistake(
        "gesprek",
        "    hulp: Een functie",
        "§    uitleg: Een functie",
        "'uitleg' is geen woord van een stap; kies uit: titel",
    ),
    "kies, nearly": Mistake(
        "scan",
        "      kies: alle",
        "§      kiest: alle",
        "'kiest' is geen woord van een advies; bedoel je 'kies'?",
    ),
    "uitkomsten, nearly": Mistake(
        "scan",
        "      kies: alle\n      uitkomsten:",
        "      kies: alle\n§      uitkomst:",
        "'uitkomst' is geen woord van een advies; bedoel je 'uitkomsten'?",
    ),
    "regels, nearly": Mistake(
        "scan",
        "      regels:\n        als steun",
        "§      regel:\n        als steun",
        "'regel' is geen woord van een advies; bedoel je 'regels'?",
    ),
    "tekst, in English": Mistake(
        "scan",
        "tekst: Zoek samen een weg.",
        "§text: Zoek samen een weg.",
        "'text' is geen woord van een uitkomst; bedoel je 'tekst'?",
    ),
    "nadeel, nearly": Mistake(
        "scan",
        "nadeel: Mensen",
        "§nadelen: Mensen",
        "'nadelen' is geen woord van een uitkomst; bedoel je 'nadeel'?",
    ),
    "omdat, nearly": Mistake(
        "scan",
        "omdat: Er is haast",
        "§omdatt: Er is haast",
        "'omdatt' is geen woord van een regel van een advies; bedoel je 'omdat'?",
    ),
    "another word for omdat": Mistake(
        "scan",
        "omdat: Er is haast",
        "§reden: Er is haast",
        "'reden' is geen woord van een regel van een advies; bedoel je 'omdat'?",
    ),
    "eigen_grens with a space": Mistake(
        "scan",
        "eigen_grens: De grens",
        "§eigen grens: De grens",
        "'eigen grens' is geen woord van een regel van een advies; bedoel je 'eigen_grens'?",
    ),
    "antwoorden, nearly": Mistake(
        "scan",
        "antwoorden: {haast: nee,",
        "§antwoord: {haast: nee,",
        "'antwoord' is geen woord van een proef; bedoel je 'antwoorden'?",
    ),
    "zegt, nearly": Mistake(
        "scan", "zegt: [Zeg zelf", "§zegd: [Zeg zelf", "'zegd' is geen woord van een proef; bedoel je 'zegt'?"
    ),
    "niet_langs with a space": Mistake(
        "gesprek",
        "niet_langs: [slaap]",
        "§niet langs: [slaap]",
        "'niet langs' is geen woord van een proef; bedoel je 'niet_langs'?",
    ),
    "another word for als": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§indien spanning >= 8: rust",
        ("onder 'daarna' begint een regel met 'als …:' of 'anders:'; schrijf 'als spanning >= 8: …'"),
    ),
    "als with a capital": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§Als spanning >= 8: rust",
        ("onder 'daarna' begint een regel met 'als …:' of 'anders:'; schrijf 'als spanning >= 8: …'"),
    ),
    "a condition without als": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§spanning >= 8: rust",
        ("onder 'daarna' begint een regel met 'als …:' of 'anders:'; schrijf 'als spanning >= 8: …'"),
    ),
    "another word for als in an advice": Mistake(
        "scan",
        "als haast is nee:",
        "§bij haast is nee:",
        "onder 'regels' begint een regel met 'als …:' of 'anders:'; schrijf 'als haast is nee: …'",
    ),
    "a condition without als below doorvraag": Mistake(
        "gesprek",
        "als korter dan 2 woorden:",
        "§korter dan 2 woorden:",
        "onder 'doorvraag' begint een regel met 'als …:'; schrijf 'als korter dan 2 woorden: …'",
    ),
    "als with nothing behind it": Mistake(
        "gesprek",
        "als mag_ik is ja: slaap",
        "§als: slaap",
        "na 'als' hoort een voorwaarde, zoals 'als stap is sleutel: …'",
    ),
    "anders, nearly": Mistake(
        "gesprek",
        "als spanning >= 8: rust\n      anders: beginvraag",
        "als spanning >= 8: rust\n§      ander: beginvraag",
        "'ander' kan hier niet; bedoel je 'anders'?",
    ),
    "anders with a capital": Mistake(
        "gesprek",
        "als spanning >= 8: rust\n      anders: beginvraag",
        "als spanning >= 8: rust\n§      Anders: beginvraag",
        "'Anders' kan hier niet; bedoel je 'anders'?",
    ),
    "anders, in English": Mistake(
        "gesprek",
        "als spanning >= 8: rust\n      anders: beginvraag",
        "als spanning >= 8: rust\n§      else: beginvraag",
        "'else' kan hier niet; bedoel je 'anders'?",
    ),
    "choices where nothing is asked": Mistake(
        "adem",
        "zeg: Adem drie keer rustig uit.",
        "zeg: Adem.\n§    keuze: {een: Het ene, twee: Het andere}",
        "'keuze' kan alleen naast 'vraag'; zet die erbij of haal de regel weg",
    ),
    "the question itself forgotten": Mistake(
        "gesprek",
        "    vraag: Wat helpt je om rustig te worden?\n",
        "",
        "'meerkeuze' kan alleen naast 'vraag'; zet die erbij of haal de regel weg",
        at="    meerkeuze:",
    ),
    "verplicht where nothing is asked": Mistake(
        "gesprek",
        "    zeg: Tot na het gesprek.",
        "    zeg: Tot na het gesprek.\n§    verplicht: ja",
        "'verplicht' kan alleen naast 'vraag'; zet die erbij of haal de regel weg",
    ),
    "verval where nothing waits": Mistake(
        "gesprek",
        "    wacht: 1 dag na moment om 16:00\n",
        "",
        "'verval' kan alleen naast 'wacht'; zet die erbij of haal de regel weg",
        at="    verval:",
    ),
    "van and tot without a scale": Mistake(
        "gesprek",
        "    schaal: 1 tot 10\n    van: rustig",
        "§    van: rustig",
        "'van' kan alleen naast 'schaal'; zet die erbij of haal de regel weg",
    ),
    "schalen without a scale": Mistake(
        "scan",
        ("    schaal: 1 tot 5\n    van: nooit\n    tot: altijd\n"),
        "",
        "'schalen' kan alleen naast 'schaal'; zet die erbij of haal de regel weg",
        at="    schalen:",
    ),
    "ook beside an open question": Mistake(
        "gesprek",
        "    toets: open-vraag",
        "§    ook: {een: [twee]}\n    toets: open-vraag",
        "'ook' hoort bij 'keuze' of 'meerkeuze'; haal de regel weg of maak er een keuze van",
    ),
    "ook where nothing is asked": Mistake(
        "gesprek",
        "    zeg: Tot na het gesprek.",
        "    zeg: Tot na het gesprek.\n§    ook: {een: [twee]}",
        "'ook' kan alleen naast 'vraag'; zet die erbij of haal de regel weg",
    ),
    "a word of a proef in a step": Mistake(
        "gesprek",
        "    zeg: Tot na het gesprek.",
        "§    langs: [rust]\n    zeg: Tot na het gesprek.",
        ("'langs' is geen woord van een stap; het hoort bij een proef, zet het daar of haal het weg"),
    ),
    "a word of a dialogue in a step": Mistake(
        "gesprek",
        "    titel: Spanning\n",
        ("    titel: Spanning\n§    voor: leider\n"),
        ("'voor' is geen woord van een stap; het hoort bij een dialoog, zet het daar of haal het weg"),
    ),
    "a word of a proef in a dialogue": Mistake(
        "gesprek",
        "duur: 6 minuten\n",
        ("duur: 6 minuten\n§langs: [rust]\n"),
        ("'langs' is geen woord van een dialoog; het hoort bij een proef, zet het daar of haal het weg"),
    ),
    "a word of an outcome in a step": Mistake(
        "gesprek",
        "    zeg: Tot na het gesprek.",
        "§    tekst: Tot na het gesprek.",
        ("'tekst' is geen woord van een stap; het hoort bij een uitkomst, zet het daar of haal het weg"),
    ),
    "a word of a rule in an outcome": Mistake(
        "scan",
        "tekst: Zoek samen een weg.",
        "tekst: Zoek samen een weg.\n§          grond: voorstel",
        (
            "'grond' is geen woord van een uitkomst; het hoort bij een regel van een advies, zet "
            "het daar of haal het weg"
        ),
    ),
    "a word of an outcome in a rule": Mistake(
        "scan",
        "          omdat: Er is haast",
        "§          tekst: Er is haast.\n          omdat: Er is haast",
        (
            "'tekst' is geen woord van een regel van een advies; het hoort bij een uitkomst, zet "
            "het daar of haal het weg"
        ),
    ),
    "a word of a dialogue in a proef": Mistake(
        "gesprek",
        "    kort: ja\n",
        ("    kort: ja\n§    duur: 3\n"),
        ("'duur' is geen woord van een proef; het hoort bij een dialoog, zet het daar of haal het weg"),
    ),
    "a condition among the words of a step": Mistake(
        "gesprek",
        "    titel: Rust\n",
        ("    titel: Rust\n§    als spanning >= 8: einde\n"),
        (
            "'als spanning >= 8' is geen woord van een stap; zo'n regel hoort onder 'daarna', "
            "'zeg' of 'regels': zet er twee spaties meer voor"
        ),
    ),
    "no dialoog": Mistake(
        "gesprek",
        "dialoog: gesprek\n",
        "",
        "'dialoog' ontbreekt; zet erbij 'dialoog: …'",
        at="titel: Voor een gesprek",
    ),
    "no titel": Mistake(
        "gesprek",
        "titel: Voor een gesprek\n",
        "",
        "'titel' ontbreekt; zet erbij 'titel: …'",
        at="dialoog: gesprek",
    ),
    "no voor": Mistake(
        "gesprek",
        "voor: [leider, bestuurder]\n",
        "",
        "'voor' ontbreekt; zet erbij 'voor: …'",
        at="dialoog: gesprek",
    ),
    "no wanneer": Mistake(
        "gesprek",
        "wanneer: Je hebt straks een gesprek waar je tegen opziet.\n",
        "",
        "'wanneer' ontbreekt; zet erbij 'wanneer: …'",
        at="dialoog: gesprek",
    ),
    "no duur": Mistake(
        "gesprek", "duur: 6 minuten\n", "", "'duur' ontbreekt; zet erbij 'duur: …'", at="dialoog: gesprek"
    ),
    "no bron": Mistake(
        "gesprek",
        ("bron:\n  - {werk: boek, plek: hoofdstuk 1}\n"),
        "",
        "'bron' ontbreekt; zet erbij 'bron: …'",
        at="dialoog: gesprek",
    ),
    "a source without a work": Mistake(
        "gesprek",
        "{werk: boek, plek: hoofdstuk 1}",
        "§{plek: hoofdstuk 1}",
        "'werk' ontbreekt; zet erbij 'werk: …'",
    ),
    "a source without a place": Mistake(
        "gesprek", "{werk: boek, plek: hoofdstuk 1}", "§{werk: boek}", "'plek' ontbreekt; zet erbij 'plek: …'"
    ),
    "an advice without kies": Mistake(
        "scan",
        "      kies: alle\n      uitkomsten:",
        "§      uitkomsten:",
        "'kies' ontbreekt; zet erbij 'kies: …'",
    ),
    "an advice without rules": Mistake(
        "scan",
        (
            "      regels:\n"
            "        als steun <= 2:\n"
            "          uitkomst: [pauze, praten]\n"
            "          omdat: Met weinig steun is het zwaar.\n"
            "          grond: voorstel\n"
            "          eigen_grens: Ook deze grens kozen wij zelf.\n"
            "        anders:\n"
            "          uitkomst: praten\n"
            "          omdat: Praten kan altijd.\n"
            "          grond: voorstel\n"
        ),
        "",
        "'regels' ontbreekt; zet erbij 'regels: …'",
        at="      kies: alle",
    ),
    "an outcome without a title": Mistake(
        "scan",
        "          titel: Samen zoeken\n          tekst",
        "§          tekst",
        "'titel' ontbreekt; zet erbij 'titel: …'",
    ),
    "an outcome without a text": Mistake(
        "scan",
        ("          titel: Samen zoeken\n          tekst: Zoek samen een weg.\n"),
        "§          titel: Samen zoeken\n",
        "'tekst' ontbreekt; zet erbij 'tekst: …'",
    ),
    "a rule without an outcome": Mistake(
        "scan",
        "          uitkomst: praten\n          omdat",
        "§          omdat",
        "'uitkomst' ontbreekt; zet erbij 'uitkomst: …'",
    ),
    "a rule without a reason": Mistake(
        "scan",
        ("          uitkomst: praten\n          omdat: Praten kan altijd.\n"),
        "§          uitkomst: praten\n",
        "'omdat' ontbreekt; zet erbij 'omdat: …'",
    ),
    "a rule without a ground": Mistake(
        "scan",
        ("          uitkomst: praten\n          omdat: Praten kan altijd.\n          grond: voorstel\n"),
        ("§          uitkomst: praten\n          omdat: Praten kan altijd.\n"),
        "'grond' ontbreekt; zet erbij 'grond: …'",
    ),
    "a step with nothing below it": Mistake(
        "gesprek",
        (
            "    titel: Uitleven\n"
            "    vraag: Wat zou je zeggen als je niets hoefde in te houden?\n"
            "    vluchtig: ja\n"
        ),
        "",
        "hier hoort een stap te staan, met bijvoorbeeld 'zeg: …' en 'vraag: …'",
        at="  uitleven:",
    ),
    "a step that is a sentence": Mistake(
        "adem",
        ("  adem:\n    titel: Ademen\n    zeg: Adem drie keer rustig uit."),
        "§  adem: Adem drie keer rustig uit.",
        "hier hoort een stap te staan, met bijvoorbeeld 'zeg: …' en 'vraag: …'",
    ),
    "a step with a title only": Mistake(
        "gesprek",
        (
            "    titel: Uitleven\n"
            "    vraag: Wat zou je zeggen als je niets hoefde in te houden?\n"
            "    vluchtig: ja\n"
        ),
        "§    titel: Uitleven\n",
        "in 'uitleven' gebeurt niets; zet er 'zeg', 'vraag' of 'wacht' in",
    ),
    "a list for a question": Mistake(
        "gesprek",
        "vraag: Hoe heftig is het nu?",
        "§vraag: [Hoe heftig is het nu?]",
        ("na 'vraag' hoort een tekst; begint je tekst met [ of {, zet hem dan op een nieuwe regel na |"),
    ),
    "lines for a question": Mistake(
        "gesprek",
        "vraag: Hoe heftig is het nu?",
        "§vraag: {tekst: Hoe heftig is het nu?}",
        ("na 'vraag' hoort een tekst; begint je tekst met [ of {, zet hem dan op een nieuwe regel na |"),
    ),
    "choices as a list": Mistake(
        "gesprek",
        ("    keuze:\n      ja: Graag\n      nee: Liever niet"),
        "§    keuze: [Graag, Liever niet]",
        "na 'keuze' horen regels met 'woord: …'",
    ),
    "choices behind dashes": Mistake(
        "gesprek",
        ("    keuze:\n      ja: Graag\n      nee: Liever niet"),
        ("§    keuze:\n      - ja: Graag\n      - nee: Liever niet"),
        "na 'keuze' horen regels met 'woord: …'; haal de streepjes weg",
    ),
    "choices as a sentence": Mistake(
        "gesprek",
        ("    keuze:\n      ja: Graag\n      nee: Liever niet"),
        "§    keuze: ja of nee",
        "na 'keuze' horen regels met 'woord: …'",
    ),
    "one text for a list": Mistake(
        "gesprek",
        "niet_langs: [slaap]",
        "§niet_langs: slaap",
        "na 'niet_langs' hoort een lijst van teksten; zet er [ en ] omheen",
    ),
    "doorvraag as a sentence": Mistake(
        "gesprek",
        "    doorvraag:\n      als korter dan 2 woorden: Wie is dat voor jou?",
        "§    doorvraag: Wie is dat voor jou?",
        "na 'doorvraag' horen regels met 'woord: …'",
    ),
    "a source as a sentence": Mistake(
        "gesprek",
        ("bron:\n  - {werk: boek, plek: hoofdstuk 1}\n"),
        "§bron: boek, hoofdstuk 1\n",
        "na 'bron' hoort een lijst van regels met 'woord: …'; schrijf '- {werk: …, plek: …}'",
    ),
    "the source of a rule as a word": Mistake(
        "scan",
        ("          grond: afgeleid\n          bron: {werk: boek, plek: hoofdstuk 3}"),
        "          grond: afgeleid\n§          bron: boek",
        "na 'bron' horen regels met 'woord: …'; schrijf '{werk: …, plek: …}'",
    ),
    "yes for ja": Mistake(
        "gesprek", "vluchtig: ja", "§vluchtig: yes", "na 'vluchtig' hoort ja of nee, met kleine letters"
    ),
    "ja with a capital": Mistake(
        "gesprek", "verplicht: ja", "§verplicht: Ja", "na 'verplicht' hoort ja of nee, met kleine letters"
    ),
    "nothing behind titel": Mistake(
        "gesprek",
        "titel: Voor een gesprek",
        "§titel:",
        "na 'titel' hoort een tekst (wat achter # staat, telt niet mee)",
    ),
    "nothing behind vraag": Mistake(
        "gesprek",
        "vraag: Hoe heftig is het nu?",
        "§vraag:",
        "na 'vraag' hoort een tekst (wat achter # staat, telt niet mee)",
    ),
    "nothing behind zeg": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg:",
        "na 'zeg' hoort een tekst, of regels met 'als …: …' en 'anders: …'",
    ),
    "nothing in a list": Mistake(
        "gesprek",
        "roep: [lastig gesprek, gesprek voorbereiden]",
        "§roep: []",
        "na 'roep' hoort een lijst van teksten",
    ),
    "nothing behind proeven": Mistake(
        "adem",
        ("proeven:\n\n  ademen helpt:\n    langs: [waar, adem]\n"),
        "§proeven:\n",
        "na 'proeven' horen regels met 'woord: …'",
    ),
    "nothing below a proef": Mistake(
        "adem",
        "    langs: [waar, adem]\n",
        "",
        "hier hoort een proef te staan, met bijvoorbeeld 'antwoorden: …' en 'langs: …'",
        at="  ademen helpt:",
    ),
    "nothing below stappen": Mistake(
        "adem",
        (
            "  waar:\n"
            "    titel: Waar\n"
            "    vraag: Waar voel je het?\n"
            "    keuze:\n"
            "      hoofd: In mijn hoofd\n"
            "      buik: In mijn buik\n"
            "\n"
            "  adem:\n"
            "    titel: Ademen\n"
            "    zeg: Adem drie keer rustig uit.\n"
            "\n"
        ),
        "",
        "na 'stappen' horen regels met 'woord: …'",
        at="stappen:",
    ),
    "a question and a wait in one step": Mistake(
        "gesprek",
        "    zeg: Tot na het gesprek.",
        "    zeg: Tot na het gesprek.\n    vraag: Hoe nu?",
        "deze stap heeft al 'vraag'; maak er twee stappen van",
        at="    wacht:",
    ),
    "a day and a choice in one question": Mistake(
        "gesprek",
        "    datum: vandaag of later\n",
        ("    datum: vandaag of later\n§    keuze: {een: Het ene, twee: Het andere}\n"),
        "deze vraag heeft al 'datum'; haal er één weg, of maak er twee stappen van",
    ),
}
