"""Names, ways through a dialogue, other dialogues, the short way, sources, calls and renamed steps."""

from tests.content.mistakes.mistake import Mistake

MISTAKES = {
    "a name that is not the file's": Mistake(
        "gesprek",
        "dialoog: gesprek",
        "§dialoog: gesprekje",
        "de dialoog heet 'gesprekje' en het bestand 'gesprek'; maak ze gelijk",
    ),
    "a name that is not the file's, of a dialogue that another holds": Mistake(
        "adem",
        "dialoog: adem",
        "§dialoog: ademen",
        "de dialoog heet 'ademen' en het bestand 'adem'; maak ze gelijk",
    ),
    "a name of a dialogue with a capital and a space": Mistake(
        "gesprek",
        "dialoog: gesprek",
        "§dialoog: Vier woorden",
        ("de naam van een dialoog heeft kleine letters, cijfers en streepjes; schrijf 'vier-woorden'"),
    ),
    "an audience nobody knows": Mistake(
        "gesprek",
        "voor: [leider, bestuurder]",
        "§voor: [leider, directeur]",
        "'directeur' kan niet achter 'voor'; kies uit: leider, bestuurder, trainer",
    ),
    "a step with a space in its name": Mistake(
        "gesprek",
        "  uitleven:\n",
        "§  stoom afblazen:\n",
        "'stoom afblazen' kan geen naam zijn; schrijf 'stoom_afblazen'",
    ),
    "a step with a capital, named elsewhere without": Mistake(
        "gesprek", "  rust:\n", "§  Rust:\n", "'Rust' kan geen naam zijn; schrijf 'rust'"
    ),
    "a step with a dash in its name": Mistake(
        "gesprek", "  uitleven:\n", "§  uit-leven:\n", "'uit-leven' kan geen naam zijn; schrijf 'uit_leven'"
    ),
    "a step that begins with a number": Mistake(
        "gesprek",
        "  uitleven:\n",
        "§  1_uitleven:\n",
        ("'1_uitleven' kan geen naam zijn; gebruik kleine letters, cijfers en _, met een letter voorop"),
    ),
    "a step called einde": Mistake(
        "gesprek",
        "  uitleven:\n",
        "§  einde:\n",
        "'einde' sluit een dialoog af; geef de stap een andere naam",
    ),
    "a step renamed in one place": Mistake(
        "gesprek",
        "  rust:\n",
        "  rustig:\n",
        "'rust' is geen stap; bedoel je 'rustig'?",
        at="      als spanning >= 8",
        also={"'rust' is geen stap; bedoel je 'rustig'?": "every place that names it has to change"},
    ),
    "a key with a capital, named elsewhere without": Mistake(
        "gesprek", "      ja: Graag", "§      Ja: Graag", "'Ja' kan geen sleutel zijn; schrijf 'ja'"
    ),
    "a key with a space": Mistake(
        "scan",
        "      deels: Een beetje",
        "      deels: Een beetje\n§      weet ik niet: Geen idee",
        "'weet ik niet' kan geen sleutel zijn; schrijf 'weet_ik_niet'",
    ),
    "a key that means something else": Mistake(
        "scan",
        "      deels: Een beetje",
        "      deels: Een beetje\n§      niet: Geen idee",
        "'niet' heeft in voorwaarden al een betekenis; kies een andere sleutel",
    ),
    "a key that is far too long": Mistake(
        "scan",
        "      deels: Een beetje",
        ("      deels: Een beetje\n§      wel_een_beetje_en_ook_weer_niet_echt: Geen idee"),
        "deze sleutel is langer dan 30 tekens; kort hem in",
    ),
    "a target, nearly": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning >= 8: rsut",
        "'rsut' is geen stap; bedoel je 'rust'?",
    ),
    "a target nobody knows": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning >= 8: hulplijn",
        "'hulplijn' is geen stap; kijk na hoe het heet",
    ),
    "a target with a capital": Mistake(
        "gesprek",
        ("    daarna: einde\n\n  slaap"),
        ("§    daarna: Einde\n\n  slaap"),
        "'Einde' is geen stap; bedoel je 'einde'?",
    ),
    "a target in a sentence": Mistake(
        "gesprek",
        ("    daarna: einde\n\n  slaap"),
        ("§    daarna: ga naar het einde\n\n  slaap"),
        "'ga naar het einde' is geen stap; schrijf alleen de naam van een stap",
    ),
    "a target as a list": Mistake(
        "gesprek",
        ("    daarna: einde\n\n  slaap"),
        ("§    daarna: [einde]\n\n  slaap"),
        "na 'daarna' hoort een tekst, of regels met 'als …: …' en 'anders: …'",
    ),
    "a line of daarna without a target": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning >= 8:",
        "hier hoort de naam van een stap, of 'einde'",
    ),
    "a condition below a condition": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        ("§als spanning >= 8:\n        als met_wie is overgeslagen: rust\n        anders: beginvraag"),
        (
            "na 'als spanning >= 8:' hoort de naam van een stap; schrijf de voorwaarden op één "
            "regel, met 'en' ertussen"
        ),
    ),
    "a step nobody comes to": Mistake(
        "gesprek",
        "      als spanning >= 8: rust\n",
        "      als spanning >= 8: beginvraag\n",
        "niemand komt bij 'rust'; verwijs ernaar met 'daarna' of haal de stap weg",
        at="  rust:\n    titel",
    ),
    "a row of steps nobody comes to": Mistake(
        "gesprek",
        "als mag_ik is ja: slaap",
        "als mag_ik is ja: briefje",
        "niemand komt bij 'slaap'; verwijs ernaar met 'daarna' of haal de stap weg",
        at="  slaap:",
    ),
    "no way to the end": Mistake(
        "adem",
        "    zeg: Adem drie keer rustig uit.",
        "    zeg: Adem drie keer rustig uit.\n§    daarna: waar",
        "vanaf 'adem' komt er geen einde; laat een 'daarna' naar 'einde' gaan",
    ),
    "a round of one step that asks nothing": Mistake(
        "gesprek",
        "    verval: 7 dagen\n",
        ("    verval: 7 dagen\n    daarna: slaap\n"),
        "'slaap' draait rond zonder iets te vragen; zet een vraag in de ronde",
        at="  slaap:",
    ),
    "a round of two steps that asks nothing": Mistake(
        "scan",
        "    reken: team.vragen - team.fouten\n",
        (
            "    reken: team.vragen - team.fouten\n"
            "    daarna:\n"
            "      als steun is overgeslagen: plaatje\n"
            "      anders: gemiddeld\n"
        ),
        "'gemiddeld' draait rond zonder iets te vragen; zet een vraag in de ronde",
        at="  gemiddeld:",
    ),
    "no anders below daarna": Mistake(
        "gesprek",
        "als spanning >= 8: rust\n      anders: beginvraag",
        "§als spanning >= 8: rust",
        "'daarna' eindigt zonder 'anders: …'; zet die regel onderaan",
    ),
    "no anders below zeg": Mistake(
        "gesprek",
        (
            "      als rust bevat later: Je mag het gesprek verzetten.\n"
            "      anders: Neem daar straks de tijd voor.\n"
        ),
        "§      als rust bevat later: Je mag het gesprek verzetten.\n",
        "'zeg' eindigt zonder 'anders: …'; zet die regel onderaan",
    ),
    "no anders in an advice": Mistake(
        "scan",
        (
            "        anders:\n"
            "          uitkomst: praten\n"
            "          omdat: Praten kan altijd.\n"
            "          grond: voorstel\n"
        ),
        "",
        "'regels' eindigt zonder 'anders: …'; zet die regel onderaan",
        at="        als steun <= 2:",
    ),
    "anders above a condition": Mistake(
        "gesprek",
        "als spanning >= 8: rust\n      anders: beginvraag",
        "§anders: beginvraag\n      als spanning >= 8: rust",
        "'anders' hoort onderaan: wat eronder staat, komt nooit aan de beurt",
    ),
    "anders twice": Mistake(
        "gesprek",
        "als spanning >= 8: rust\n      anders: beginvraag",
        "anders: rust\n§      anders: beginvraag",
        "'anders' staat er al, op regel 37; haal er één weg of kies een andere naam",
    ),
    "another dialogue that is not there": Mistake(
        "samen", "doe: adem", "§doe: ademm", "'ademm' is geen dialoog; bedoel je 'adem'?"
    ),
    "another dialogue nobody knows": Mistake(
        "samen",
        "doe: adem",
        "§doe: meditatie",
        "'meditatie' is geen dialoog; kies uit: adem, gesprek, samen, scan",
    ),
    "another dialogue by its title": Mistake(
        "samen", "doe: adem", "§doe: Even ademen", "'Even ademen' is geen dialoog; bedoel je 'adem'?"
    ),
    "a step for another dialogue": Mistake(
        "samen", "doe: adem", "§doe: dag", "'dag' is geen dialoog; kies uit: adem, gesprek, samen, scan"
    ),
    "a dialogue that holds itself": Mistake(
        "samen", "doe: adem", "§doe: samen", "'samen' zou zichzelf weer doen; kies een andere dialoog"
    ),
    "two dialogues that hold each other": Mistake(
        "adem",
        "    zeg: Adem drie keer rustig uit.",
        "§    doe: samen",
        "'samen' doet op zijn beurt 'adem', en zo komt er geen einde aan; kies een andere dialoog",
        also={"'adem' doet op zijn beurt 'samen'": "either of the two can be mended"},
    ),
    "a step of the other dialogue by its bare name": Mistake(
        "samen", "als rust.waar is buik", "§als waar is buik", "'waar' is geen stap; bedoel je 'rust.waar'?"
    ),
    "the other dialogue itself in a condition": Mistake(
        "samen",
        "als rust.waar is overgeslagen",
        "§als rust is overgeslagen",
        "'rust' is een andere dialoog; noem er een stap van, zoals 'rust.waar'",
    ),
    "the short way names what is not there": Mistake(
        "gesprek", "kort: [met_wie,", "§kort: [metwie,", "'metwie' is geen stap; bedoel je 'met_wie'?"
    ),
    "the short way names what asks nothing": Mistake(
        "gesprek",
        "kort: [met_wie,",
        "§kort: [briefje, met_wie,",
        "'briefje' vraagt niets, en in 'kort' staan alleen vragen; haal hem weg",
    ),
    "the short way leaves out what is required": Mistake(
        "gesprek",
        "moment, hoe_ging_het]",
        "moment]",
        "'hoe_ging_het' is verplicht en komt dus ook op het korte pad; zet hem bij 'kort'",
        at="    verplicht: ja",
    ),
    "a work that is not listed, nearly": Mistake(
        "gesprek",
        "{werk: boek,",
        "§{werk: boekje,",
        "'boekje' staat niet in knowledge/bronnen.yaml; bedoel je 'boek'?",
    ),
    "a work that is not listed": Mistake(
        "scan",
        "          grond: expliciet\n          bron: {werk: boek",
        "          grond: expliciet\n§          bron: {werk: artikel",
        "'artikel' staat niet in knowledge/bronnen.yaml; kies uit: boek",
    ),
    "a call that is a choice": Mistake(
        "gesprek",
        "roep: [lastig gesprek,",
        "§roep: [graag,",
        "'graag' is ook een antwoord (gesprek, mag_ik); kies iets anders",
    ),
    "a call that is a command": Mistake(
        "gesprek",
        "roep: [lastig gesprek,",
        "§roep: [stoppen,",
        "'stoppen' is een woord dat altijd werkt; kies iets anders",
    ),
    "a call of another dialogue": Mistake(
        "samen",
        "roep: [terugkijken]",
        "§roep: [lastig gesprek]",
        "'lastig gesprek' roept al 'gesprek'; kies iets anders",
    ),
    "a call without words": Mistake(
        "gesprek", "roep: [lastig gesprek,", "§roep: ['…',", "achter 'roep' horen woorden, geen losse tekens"
    ),
    "hernoemd to nothing that is there": Mistake(
        "gesprek", "  wie: met_wie", "§  wie: metwie", "'metwie' is geen stap; bedoel je 'met_wie'?"
    ),
    "hernoemd of a step that is still there": Mistake(
        "gesprek",
        "  wie: met_wie",
        "§  spanning: met_wie",
        "'spanning' is nog een stap; haal deze regel weg of geef die stap een andere naam",
    ),
    "hernoemd the wrong way round": Mistake(
        "gesprek",
        "  wie: met_wie",
        "§  met_wie: wie",
        "eerst de oude naam, dan de nieuwe; schrijf 'wie: met_wie'",
    ),
    "hernoemd to a list": Mistake(
        "gesprek",
        "  wie: met_wie",
        "§  wie: [met_wie]",
        "na 'wie' hoort een naam; schrijf 'wie: nieuwe_naam'",
    ),
    "hernoemd as a sentence": Mistake(
        "gesprek",
        "hernoemd:\n  wie: met_wie",
        "§hernoemd: wie naar met_wie",
        "na 'hernoemd' horen regels met 'woord: …'",
    ),
}
