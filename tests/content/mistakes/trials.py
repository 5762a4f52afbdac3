"""Proeven: how they are written, whether they hold, and whether they come by everything."""

from tests.content.mistakes.mistake import Mistake

MISTAKES = {
    "no proeven": Mistake(
        "adem",
        ("proeven:\n\n  ademen helpt:\n    langs: [waar, adem]\n"),
        "",
        ("'proeven' ontbreekt, en zonder proef wordt een dialoog niet gebruikt; schrijf er minstens een"),
        at="dialoog: adem",
    ),
    "a step to pass, nearly": Mistake(
        "gesprek",
        "langs: [rust, beginvraag, briefje]",
        "§langs: [rsut, beginvraag, briefje]",
        "'rsut' is geen stap; bedoel je 'rust'?",
    ),
    "a step to avoid that is not there": Mistake(
        "gesprek", "niet_langs: [slaap]", "§niet_langs: [slapen]", "'slapen' is geen stap; bedoel je 'slaap'?"
    ),
    "an answer to a step, nearly": Mistake(
        "gesprek",
        "      spanning: 9\n",
        "§      spaning: 9\n",
        "'spaning' is geen stap; bedoel je 'spanning'?",
    ),
    "an answer that is no key": Mistake(
        "gesprek",
        "      rust: [lopen, later]\n",
        "§      rust: [lopen, lter]\n",
        "'lter' is geen sleutel van 'rust'; bedoel je 'later'?",
    ),
    "an answer that is a label": Mistake(
        "scan",
        "{haast: deels}",
        "§{haast: Een beetje}",
        "'Een beetje' is geen sleutel van 'haast'; bedoel je 'deels'?",
    ),
    "an answer above the scale": Mistake(
        "gesprek",
        "      spanning: 9\n",
        "§      spanning: 12\n",
        "'12' valt buiten de schaal van 'spanning' (1 tot 10); kies een getal dat erop staat",
    ),
    "an answer to what only says something": Mistake(
        "gesprek",
        "      spanning: 9\n",
        ("      spanning: 9\n§      briefje: hoi\n"),
        "'briefje' vraagt niets; haal de regel weg",
    ),
    "an answer to an advice": Mistake(
        "scan",
        "      steun: 2\n",
        ("      steun: 2\n§      raad: snel\n"),
        "'raad' wordt afgewogen en niet gevraagd; zet het onder 'uitkomst' of haal de regel weg",
    ),
    "an answer to one of several scales": Mistake(
        "scan",
        "      team: {vragen: 2, fouten: 1}\n",
        "§      team.vragen: 2\n",
        "'team.vragen' is een onderdeel van 'team'; schrijf 'team: {vragen: 5}'",
    ),
    "an answer to a scale that is not there": Mistake(
        "scan",
        "team: {vragen: 2, fouten: 1}",
        "§team: {vragen: 2, fout: 1}",
        "'fout' is geen onderdeel van deze vraag; bedoel je 'fouten'?",
    ),
    "an answer to some of the scales": Mistake(
        "scan",
        "team: {vragen: 2, fouten: 1}",
        "§team: [2]",
        "'team' heeft 2 onderdelen; schrijf er een getal bij elk: vragen, fouten",
    ),
    "no answer": Mistake(
        "gesprek",
        "      spanning: 9\n",
        "§      spanning:\n",
        "na 'spanning' hoort een antwoord, of 'overgeslagen'",
    ),
    "overslaan for overgeslagen": Mistake(
        "gesprek",
        "      moment: overgeslagen\n",
        "§      moment: overslaan\n",
        "'overslaan' geldt hier als een gewoon antwoord; bedoel je 'overgeslagen'?",
    ),
    "skipping what is required": Mistake(
        "gesprek",
        "hoe_ging_het: [verzet, ja]}",
        "§hoe_ging_het: overgeslagen}",
        "'hoe_ging_het' is verplicht en kan niet overgeslagen worden; geef een antwoord",
    ),
    "a colon in an answer": Mistake(
        "gesprek",
        "      met_wie: een collega\n",
        "§      met_wie: een collega: K.\n",
        "dubbele punt in je zin; zet de tekst op een nieuwe regel na |",
    ),
    "an answer that is no day": Mistake(
        "gesprek",
        "      moment: overgeslagen\n",
        "§      moment: ooit een keer\n",
        (
            "het antwoord bij 'moment' wordt niet begrepen; het is dan 2026-11-20, schrijf die dag "
            "of later, of een lijst met een dag voor elke keer"
        ),
    ),
    "a day that has passed by then": Mistake(
        "gesprek",
        "antwoorden: {moment: [2026-11-24, 2026-12-01],",
        "§antwoorden: {moment: 2026-11-24,",
        (
            "het antwoord bij 'moment' wordt niet begrepen; het is dan 2026-11-25, schrijf die dag "
            "of later, of een lijst met een dag voor elke keer"
        ),
    ),
    "a proef that goes another way": Mistake(
        "gesprek",
        "      spanning: 9\n",
        "      spanning: 5\n",
        ("komt niet langs 'rust' (of niet in deze volgorde)", "pas 'langs' of 'antwoorden' aan"),
        at="    langs: [rust,",
    ),
    "steps in another order": Mistake(
        "gesprek",
        "langs: [rust, beginvraag, briefje]",
        "§langs: [briefje, rust]",
        ("komt niet langs 'rust' (of niet in deze volgorde)", "pas 'langs' of 'antwoorden' aan"),
    ),
    "a step that is passed after all": Mistake(
        "gesprek",
        "niet_langs: [slaap]",
        "§niet_langs: [rust]",
        "komt toch langs 'rust'; pas 'niet_langs' of 'antwoorden' aan",
    ),
    "what is not said": Mistake(
        "gesprek",
        "Je mag het gesprek verzetten.]",
        "§Je mag het verzetten.]",
        (
            "'Je mag het verzetten.' wordt niet gezegd; neem de tekst over zoals hij te lezen is, "
            "of pas 'antwoorden' aan"
        ),
    ),
    "what is said after all": Mistake(
        "gesprek",
        "zegt_niet: [Hoe heftig]",
        "§zegt_niet: [Met wie]",
        "'Met wie' wordt toch gezegd; pas 'zegt_niet' of 'antwoorden' aan",
    ),
    "what is not explained": Mistake(
        "scan",
        "waarom: [Er is haast]",
        "§waarom: [Er is tijd]",
        (
            "'Er is tijd' staat niet in de uitleg bij het advies; neem de tekst over zoals hij te "
            "lezen is, of pas 'antwoorden' aan"
        ),
    ),
    "another outcome than comes of it": Mistake(
        "scan",
        "uitkomst: {raad: snel, tips",
        "§uitkomst: {raad: samen, tips",
        "bij 'raad' komt niet samen maar snel; pas 'uitkomst' of 'antwoorden' aan",
    ),
    "an outcome that is none": Mistake(
        "scan",
        "uitkomst: {raad: snel, tips",
        "§uitkomst: {raad: snle, tips",
        "'snle' is geen uitkomst van 'raad'; bedoel je 'snel'?",
    ),
    "an outcome of a question": Mistake(
        "scan",
        "uitkomst: {raad: snel, tips",
        "§uitkomst: {haast: ja, tips",
        "'haast' is geen stap met 'advies'; kies uit: raad, tips",
    ),
    "an outcome without its advice": Mistake(
        "scan",
        "    uitkomst: {raad: samen}\n",
        "§    uitkomst: samen\n",
        "na 'uitkomst' horen regels met 'woord: …'",
    ),
    "a waking that is another": Mistake(
        "gesprek",
        "wacht_tot: 2026-11-25 16:00",
        "§wacht_tot: 2026-11-26 16:00",
        (
            "wacht tot 2026-11-26 16:00 klopt niet; het wordt 2026-11-25 16:00, schrijf die tijd "
            "achter 'wacht_tot'"
        ),
    ),
    "a waking in words": Mistake(
        "gesprek",
        "wacht_tot: 2026-11-25 16:00",
        "§wacht_tot: 25 november 16:00",
        "'25 november 16:00' is geen tijdstip; schrijf '2026-11-25 16:00'",
    ),
    "a waking without an hour": Mistake(
        "gesprek",
        "wacht_tot: 2026-11-25 16:00",
        "§wacht_tot: 2026-11-25",
        "'2026-11-25' is geen tijdstip; schrijf '2026-11-25 16:00'",
    ),
    "a waking where nobody sleeps": Mistake(
        "adem",
        "    langs: [waar, adem]",
        "    langs: [waar, adem]\n§    wacht_tot: 2026-11-25 16:00",
        "er wordt nergens gewacht; haal 'wacht_tot' weg, of pas 'antwoorden' aan",
    ),
    "a short way that is not there": Mistake(
        "adem",
        "    langs: [waar, adem]",
        "    langs: [waar, adem]\n§    kort: ja",
        "deze dialoog heeft geen kort pad; schrijf boven 'stappen' welke vragen 'kort' overhoudt",
    ),
    "a source of a proef that is not listed": Mistake(
        "scan",
        "    bron: {werk: boek, plek: hoofdstuk 3}\n    antw",
        "§    bron: {werk: boekje, plek: hoofdstuk 3}\n    antw",
        "'boekje' staat niet in knowledge/bronnen.yaml; bedoel je 'boek'?",
    ),
    "a step no proef comes by": Mistake(
        "gesprek",
        (
            "      spanning: 9\n"
            "      rust: [lopen, later]\n"
            "      moment: overgeslagen\n"
            "    langs: [rust, beginvraag, briefje]\n"
            "    niet_langs: [slaap]\n"
            "    zegt: ['bij een collega?', Je mag het gesprek verzetten.]\n"
        ),
        ("      spanning: 3\n      moment: overgeslagen\n"),
        "geen proef komt langs 'rust'; schrijf er een",
        at="  rust:",
    ),
    "a rule no proef comes to": Mistake(
        "scan",
        "    antwoorden: {haast: deels}\n",
        "    antwoorden: {haast: nee}\n",
        "geen proef komt bij deze regel uit; schrijf er een",
        at="        anders:\n          uitkomst: samen",
    ),
    "a proef that goes round": Mistake(
        "scan",
        (
            "      als tips bevat pauze: Zorg goed voor jezelf.\n"
            "      anders: Je gemiddelde is <gemiddeld>, bij fouten <team.fouten>.\n"
        ),
        (
            "      als tips bevat pauze: Zorg goed voor jezelf.\n"
            "      anders: Je gemiddelde is <gemiddeld>, bij fouten <team.fouten>.\n"
            "\n"
            "  nog:\n"
            "    titel: Nog eens\n"
            "    vraag: Nog een keer?\n"
            "    keuze: {ja: Ja, nee: Nee}\n"
            "    daarna:\n"
            "      als nog is overgeslagen: einde\n"
            "      als nog is ja: haast\n"
            "      anders: einde\n"
        ),
        ("komt niet tot een einde; geef een vraag die terugkomt een lijst met een antwoord per keer"),
        at="  haast en een onwennig",
        also={"komt niet tot een einde": "each proef goes round"},
    ),
    "an anders that never has its turn": Mistake(
        "gesprek",
        "      als mag_ik is ja: slaap\n      anders: briefje",
        ("      als mag_ik is ja: slaap\n      als mag_ik is nee: briefje\n§      anders: briefje"),
        (
            "'anders' komt hier nooit aan de beurt: er klopt altijd al een regel erboven; maak van "
            "de laatste 'als' de 'anders'"
        ),
        must=False,
    ),
    "a condition that never holds": Mistake(
        "gesprek",
        "      als spanning >= 8: rust\n",
        ("      als spanning >= 8: rust\n§      als spanning >= 9: beginvraag\n"),
        (
            "deze 'als' komt nooit aan de beurt: als hij klopt, klopt er al een regel erboven; zet "
            "hem hoger, of haal hem weg"
        ),
        must=False,
    ),
}
