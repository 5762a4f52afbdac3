"""What is worked out: sums, pictures and advice."""

from tests.content.mistakes.mistake import Mistake

MISTAKES = {
    "a sum of a step, nearly": Mistake(
        "scan",
        "reken: gemiddelde van team",
        "§reken: gemiddelde van teams",
        "'teams' is geen stap; bedoel je 'team'?",
    ),
    "a figure nobody knows": Mistake(
        "scan",
        "reken: gemiddelde van team",
        "§reken: som van team",
        "'som' kan ik niet uitrekenen; kies uit: gemiddelde, laagste, hoogste, aantal",
    ),
    "a figure, nearly": Mistake(
        "scan",
        "reken: gemiddelde van team",
        "§reken: gemiddeld van team",
        "'gemiddeld' kan ik niet uitrekenen; bedoel je 'gemiddelde'?",
    ),
    "a sum without spaces": Mistake(
        "scan",
        "reken: team.vragen - team.fouten",
        "§reken: team.vragen-team.fouten",
        (
            "'team.vragen-team.fouten' is geen som; schrijf 'a - b', 'a + 2' of 'gemiddelde van a, "
            "b' (ook laagste, hoogste, aantal), met spaties om - en +"
        ),
    ),
    "a product": Mistake(
        "scan",
        "reken: team.vragen - team.fouten",
        "§reken: team.vragen * 2",
        (
            "'team.vragen * 2' is geen som; schrijf 'a - b', 'a + 2' of 'gemiddelde van a, b' (ook "
            "laagste, hoogste, aantal), met spaties om - en +"
        ),
    ),
    "a sum with brackets": Mistake(
        "scan",
        "reken: team.vragen - team.fouten",
        "§reken: (team.vragen + team.fouten) / 2",
        (
            "'(team.vragen + team.fouten) / 2' is geen som; schrijf 'a - b', 'a + 2' of "
            "'gemiddelde van a, b' (ook laagste, hoogste, aantal), met spaties om - en +"
        ),
    ),
    "a sum with several scales at once": Mistake(
        "scan",
        "reken: team.vragen - team.fouten",
        "§reken: team - 1",
        "'team' heeft meer getallen; schrijf 'gemiddelde van team' of 'team.vragen'",
    ),
    "a sum with a choice": Mistake(
        "scan",
        "reken: team.vragen - team.fouten",
        "§reken: haast + 1",
        ("'haast' is geen getal; kies uit: team, steun, gemiddeld, verschil, team.vragen, team.fouten"),
    ),
    "a sum with itself": Mistake(
        "scan",
        "reken: team.vragen - team.fouten",
        "§reken: verschil + 1",
        "'verschil' is hier nog niet uitgerekend; gebruik een eerdere stap",
    ),
    "a sum without a step": Mistake(
        "scan",
        "reken: team.vragen - team.fouten",
        "§reken: 3 + 2",
        "in deze som staat geen stap; schrijf 'a - b', 'a + 2' of 'gemiddelde van a, b'",
    ),
    "a sum with a scale by its bare name": Mistake(
        "scan",
        "reken: team.vragen - team.fouten",
        "§reken: team.vragen - fouten",
        "'fouten' is geen stap; bedoel je 'team.fouten'?",
    ),
    "a picture nobody knows": Mistake(
        "scan",
        "beeld: profiel van team",
        "§beeld: taart van team",
        "'taart' is geen beeld; schrijf 'profiel van a', 'balken van a, b' of 'kwadrant van a, b'",
    ),
    "a picture without a kind": Mistake(
        "scan",
        "beeld: profiel van team",
        "§beeld: team",
        "'team' is geen beeld; schrijf 'profiel van a', 'balken van a, b' of 'kwadrant van a, b'",
    ),
    "a profile of one number": Mistake(
        "scan",
        "beeld: profiel van team",
        "§beeld: profiel van steun",
        ("een profiel is van één stap met 'schalen'; voor losse getallen schrijf je 'balken van a, b'"),
    ),
    "a picture of a choice": Mistake(
        "scan",
        "beeld: balken van gemiddeld, steun",
        "§beeld: balken van gemiddeld, haast",
        ("'haast' is geen getal; kies uit: team, steun, gemiddeld, verschil, team.vragen, team.fouten"),
    ),
    "a quadrant of one number": Mistake(
        "scan",
        "beeld: balken van gemiddeld, steun",
        "§beeld: kwadrant van steun",
        "een kwadrant is van precies twee getallen; schrijf 'kwadrant van a, b'",
    ),
    "an outcome that is not there": Mistake(
        "scan",
        "          uitkomst: snel\n",
        "§          uitkomst: snle\n",
        "'snle' is geen uitkomst van dit advies; bedoel je 'snel'?",
    ),
    "an outcome no rule leads to": Mistake(
        "scan",
        "          uitkomst: [pauze, praten]",
        "          uitkomst: praten",
        "geen regel komt uit op 'pauze'; noem hem achter een 'uitkomst' of haal hem weg",
        at="        pauze:",
    ),
    "a runner-up that is not there": Mistake(
        "scan",
        "tweede: snel",
        "§tweede: langzaam",
        "'langzaam' is geen uitkomst van dit advies; kies uit: snel, samen",
    ),
    "a runner-up that is the outcome": Mistake(
        "scan",
        "tweede: snel",
        "§tweede: samen",
        "'samen' is hier al de uitkomst; kies een andere of haal de regel weg",
    ),
    "a runner-up where all rules count": Mistake(
        "scan",
        "          grond: voorstel\n          eigen_grens: Ook",
        ("          grond: voorstel\n§          tweede: pauze\n          eigen_grens: Ook"),
        "'tweede' kan alleen bij 'kies: eerste'; zet hem bij 'uitkomst' of haal hem weg",
    ),
    "a choice of rules nobody knows": Mistake(
        "scan", "kies: eerste", "§kies: beste", "'beste' kan niet achter 'kies'; bedoel je 'eerste'?"
    ),
    "a choice of rules, nearly": Mistake(
        "scan", "kies: alle", "§kies: allemaal", "'allemaal' kan niet achter 'kies'; bedoel je 'alle'?"
    ),
    "a ground, nearly": Mistake(
        "scan", "grond: zwijgt", "§grond: zwijgen", "'zwijgen' is geen grond; bedoel je 'zwijgt'?"
    ),
    "a ground nobody knows": Mistake(
        "scan",
        "grond: zwijgt",
        "§grond: onderzoek",
        "'onderzoek' is geen grond; kies uit: expliciet, afgeleid, voorstel, zwijgt",
    ),
    "a ground without a source": Mistake(
        "scan",
        ("          grond: afgeleid\n          bron: {werk: boek, plek: hoofdstuk 3}\n"),
        "§          grond: afgeleid\n",
        (
            "bij 'grond: afgeleid' hoort 'bron' met werk en plek; staat het nergens, schrijf dan "
            "'grond: voorstel'"
        ),
    ),
    "a boundary nobody owns": Mistake(
        "scan",
        "          eigen_grens: Ook deze grens kozen wij zelf.\n",
        "",
        "deze regel vergelijkt met een getal; zeg achter 'eigen_grens' dat je die grens zelf koos",
        at="        als steun <= 2",
    ),
    "a title of an outcome that is too long": Mistake(
        "scan",
        "titel: Samen zoeken",
        "§titel: Samen zoeken naar een weg die voor iedereen in het team begaanbaar is",
        "deze titel heeft 69 tekens; houd het op hooguit 60",
    ),
    "a rule that is a word": Mistake(
        "scan",
        (
            "        anders:\n"
            "          uitkomst: praten\n"
            "          omdat: Praten kan altijd.\n"
            "          grond: voorstel\n"
        ),
        "§        anders: praten\n",
        ("hier hoort een regel van een advies te staan, met bijvoorbeeld 'uitkomst: …' en 'omdat: …'"),
    ),
    "an outcome that is a sentence": Mistake(
        "scan",
        ("        praten:\n          titel: Praat erover\n          tekst: Vraag iemand om mee te denken.\n"),
        "§        praten: Praat erover\n",
        "hier hoort een uitkomst te staan, met bijvoorbeeld 'titel: …' en 'tekst: …'",
    ),
    "outcomes as a list": Mistake(
        "scan",
        (
            "      uitkomsten:\n"
            "        pauze:\n"
            "          titel: Neem rust\n"
            "          tekst: Plan een moment zonder vragen.\n"
            "        praten:\n"
            "          titel: Praat erover\n"
            "          tekst: Vraag iemand om mee te denken.\n"
        ),
        "§      uitkomsten: [pauze, praten]\n",
        "na 'uitkomsten' horen regels met 'woord: …'",
    ),
    "nothing to weigh": Mistake(
        "scan",
        (
            "      regels:\n"
            "        als steun <= 2:\n"
            "          uitkomst: [pauze, praten]\n"
            "          omdat: Met weinig steun is het zwaar.\n"
            "          grond: voorstel\n"
            "          eigen_grens: Ook deze grens kozen wij zelf.\n"
        ),
        "§      regels:\n",
        "hier valt niets te wegen; zet minstens één regel 'als …:' boven 'anders'",
    ),
}
