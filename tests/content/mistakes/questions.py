"""Questions: choices, scales, days, checks and asking on; and waiting."""

from tests.content.mistakes.mistake import Mistake

MISTAKES = {
    "a label that does not fit on a button": Mistake(
        "gesprek",
        "nee: Liever niet",
        "§nee: Liever niet, dat vergeet ik toch weer",
        "dit label heeft 37 tekens; houd het op hooguit 30",
    ),
    "a choice without a label": Mistake(
        "gesprek", "nee: Liever niet", "§nee:", "na 'nee' hoort het label: wat mensen op de knop lezen"
    ),
    "a label that is a command": Mistake(
        "gesprek",
        "nee: Liever niet",
        "§nee: Stop",
        "'Stop' is ook een woord dat altijd werkt; kies een ander label",
    ),
    "two labels that are the same": Mistake(
        "gesprek",
        "nee: Liever niet",
        "§nee: graag",
        "'graag' past ook bij 'ja'; maak sleutels, labels en 'ook' verschillend",
    ),
    "a label that is another's number": Mistake(
        "scan",
        "      nee: Nee\n",
        "§      nee: 3\n",
        "'3' lijkt op het nummer van een andere keuze; schrijf het in letters",
    ),
    "only one choice": Mistake(
        "adem",
        "      hoofd: In mijn hoofd\n",
        "",
        "bij kiezen horen minstens twee mogelijkheden; zet er een bij",
        at="    keuze:",
    ),
    "other words that are another's": Mistake(
        "gesprek",
        "      ja: [doe dat maar]",
        "§      nee: [graag]",
        "'graag' past ook bij 'ja'; maak sleutels, labels en 'ook' verschillend",
    ),
    "other words for no choice": Mistake(
        "gesprek",
        "      ja: [doe dat maar]",
        "§      jaa: [doe dat maar]",
        "'jaa' onder 'ook' is geen keuze; bedoel je 'ja'?",
    ),
    "other words as a list": Mistake(
        "gesprek",
        "    ook:\n      ja: [doe dat maar]",
        "§    ook: [doe dat maar]",
        "na 'ook' horen regels met 'woord: …'",
    ),
    "a scale with a dash": Mistake(
        "gesprek",
        "schaal: 1 tot 10",
        "§schaal: 1-10",
        "een schaal schrijf je als '1 tot 10', het laagste getal eerst",
    ),
    "a scale with t/m": Mistake(
        "gesprek",
        "schaal: 1 tot 10",
        "§schaal: 1 t/m 10",
        "een schaal schrijf je als '1 tot 10', het laagste getal eerst",
    ),
    "a scale the wrong way round": Mistake(
        "gesprek",
        "schaal: 1 tot 10",
        "§schaal: 10 tot 1",
        "een schaal schrijf je als '1 tot 10', het laagste getal eerst",
    ),
    "a scale in letters": Mistake(
        "gesprek",
        "schaal: 1 tot 10",
        "§schaal: een tot tien",
        "een schaal schrijf je als '1 tot 10', het laagste getal eerst",
    ),
    "a scale that is too long": Mistake(
        "gesprek",
        "schaal: 1 tot 10",
        "§schaal: 0 tot 1000",
        "een schaal gaat tot hooguit 100; kies een lager getal",
    ),
    "a scale that became shorter": Mistake(
        "gesprek",
        "schaal: 1 tot 10",
        "schaal: 1 tot 5",
        "8 valt buiten de schaal van 'spanning' (1 tot 5); kies een getal dat erop staat",
        at="als spanning >= 8: rust",
        also={"'9' valt buiten de schaal van 'spanning' (1 tot 5)": "a proef says nine as well"},
    ),
    "one scale among several": Mistake(
        "scan",
        "  gemiddeld:\n",
        (
            "  los:\n"
            "    vraag: Hoe is dit?\n"
            "    schaal: 1 tot 5\n"
            "§    schalen: {een: Het ene.}\n"
            "\n"
            "  gemiddeld:\n"
        ),
        "bij 'schalen' horen minstens twee onderdelen; is er één, gebruik dan alleen 'schaal'",
    ),
    "several scales as a list": Mistake(
        "scan",
        ("    schalen:\n      vragen: Mensen vragen elkaar om raad.\n      fouten: Een fout mag er zijn.\n"),
        "§    schalen: [vragen, fouten]\n",
        "na 'schalen' horen regels met 'woord: …'",
    ),
    "a scale of several with a capital": Mistake(
        "scan",
        "      fouten: Een fout",
        "§      Fouten: Een fout",
        "'Fouten' kan geen sleutel zijn; schrijf 'fouten'",
    ),
    "a scale of several without words": Mistake(
        "scan",
        "      fouten: Een fout mag er zijn.",
        "§      fouten:",
        "na 'fouten' hoort waarover het gaat: wat mensen lezen",
    ),
    "a day that is no kind of day": Mistake(
        "gesprek",
        "datum: vandaag of later",
        "§datum: toekomst",
        "'toekomst' is geen soort datum; kies uit: vandaag of later, vandaag of eerder, ja",
    ),
    "a check, nearly": Mistake(
        "gesprek",
        "toets: open-vraag",
        "§toets: open vraag",
        "'open vraag' is geen toets; bedoel je 'open-vraag'?",
    ),
    "a check nobody knows": Mistake(
        "gesprek",
        "toets: open-vraag",
        "§toets: kort genoeg",
        "'kort genoeg' is geen toets; kies uit: open-vraag, oordeel",
    ),
    "a check of a day": Mistake(
        "gesprek",
        "    datum: vandaag of later\n",
        ("    datum: vandaag of later\n§    toets: open-vraag\n"),
        "'toets' kan alleen bij een vraag waar mensen zelf op schrijven; haal de regel weg",
    ),
    "a check of what is not kept": Mistake(
        "gesprek",
        "    vluchtig: ja\n",
        ("    vluchtig: ja\n§    toets: oordeel\n"),
        (
            "'toets' leest het antwoord, en een vluchtig antwoord wordt niet bewaard; haal 'toets' "
            "of 'vluchtig' weg"
        ),
    ),
    "anders below doorvraag": Mistake(
        "gesprek",
        "als korter dan 2 woorden: Wie is dat voor jou?",
        "als korter dan 2 woorden: Wie?\n§      anders: Goed.",
        ("onder 'doorvraag' hoort geen 'anders': zonder reden vraagt niemand door; haal de regel weg"),
    ),
    "doorvraag at a scale": Mistake(
        "gesprek",
        "    van: rustig\n",
        ("    van: rustig\n§    doorvraag:\n      als korter dan 2 woorden: En?\n"),
        "'doorvraag' kan alleen bij een vraag waar mensen zelf op schrijven; haal de regel weg",
    ),
    "doorvraag about something else": Mistake(
        "gesprek",
        "als korter dan 2 woorden: Wie",
        "§als met_wie is overgeslagen: Wie",
        "doorvragen gaat over het antwoord op deze vraag zelf; schrijf 'als korter dan 8 woorden'",
    ),
    "doorvraag about another step": Mistake(
        "gesprek",
        "    toets: open-vraag",
        ("    doorvraag:\n§      als met_wie korter dan 3 woorden: Wie?\n    toets: open-vraag"),
        "doorvragen gaat over het antwoord op deze vraag zelf; schrijf 'als korter dan 8 woorden'",
    ),
    "a wait in letters": Mistake(
        "gesprek",
        "wacht: 1 dag na moment om 16:00",
        "§wacht: een dag na moment",
        (
            "'een dag na moment' is geen wachttijd; schrijf uren, dagen of weken, zoals '1 dag na "
            "moment om 16:00' of '4 weken na nu'"
        ),
    ),
    "a wait in months": Mistake(
        "gesprek",
        "wacht: 1 dag na moment om 16:00",
        "§wacht: 2 maanden na nu",
        (
            "'2 maanden na nu' is geen wachttijd; schrijf uren, dagen of weken, zoals '1 dag na "
            "moment om 16:00' of '4 weken na nu'"
        ),
    ),
    "a wait after nothing": Mistake(
        "gesprek",
        "wacht: 1 dag na moment om 16:00",
        "§wacht: 1 dag",
        (
            "'1 dag' is geen wachttijd; schrijf uren, dagen of weken, zoals '1 dag na moment om "
            "16:00' of '4 weken na nu'"
        ),
    ),
    "a wait until an hour without minutes": Mistake(
        "gesprek",
        "wacht: 1 dag na moment om 16:00",
        "§wacht: 1 dag na moment om 16 uur",
        (
            "'1 dag na moment om 16 uur' is geen wachttijd; schrijf uren, dagen of weken, zoals '1 "
            "dag na moment om 16:00' of '4 weken na nu'"
        ),
    ),
    "a wait until an hour there is not": Mistake(
        "gesprek",
        "wacht: 1 dag na moment om 16:00",
        "§wacht: 1 dag na moment om 25:00",
        (
            "'1 dag na moment om 25:00' is geen wachttijd; schrijf uren, dagen of weken, zoals '1 "
            "dag na moment om 16:00' of '4 weken na nu'"
        ),
    ),
    "a wait that is too long": Mistake(
        "gesprek",
        "wacht: 1 dag na moment om 16:00",
        "§wacht: 400 dagen na nu",
        "langer dan 366 dagen wachten kan niet; kies een kortere tijd",
    ),
    "a wait after a step, nearly": Mistake(
        "gesprek",
        "wacht: 1 dag na moment om 16:00",
        "§wacht: 1 dag na momment om 16:00",
        "'momment' is geen stap; bedoel je 'moment'?",
    ),
    "a wait after what is no day": Mistake(
        "gesprek",
        "wacht: 1 dag na moment om 16:00",
        "§wacht: 1 dag na met_wie om 16:00",
        "'met_wie' is geen stap met 'datum'; kies uit: moment, nu",
    ),
    "a wait after a day that comes later": Mistake(
        "samen",
        "    vraag: Hoe was je dag?\n",
        (
            "    vraag: Hoe was je dag?\n"
            "\n"
            "  nacht:\n"
            "    titel: Nacht\n"
            "§    wacht: 1 dag na weer om 9:00\n"
            "\n"
            "  weer:\n"
            "    titel: Weer\n"
            "    vraag: Wanneer weer?\n"
            "    datum: ja\n"
        ),
        "'weer' komt pas na dit wachten; wacht op een eerdere stap of 'na nu'",
    ),
    "verval in hours": Mistake(
        "gesprek",
        "verval: 7 dagen",
        "§verval: 3 uur",
        "'3 uur' kan niet achter 'verval'; schrijf hele dagen of weken, zoals '7 dagen'",
    ),
    "verval without a unit": Mistake(
        "gesprek",
        "verval: 7 dagen",
        "§verval: 7",
        "'7' kan niet achter 'verval'; schrijf hele dagen of weken, zoals '7 dagen'",
    ),
}
