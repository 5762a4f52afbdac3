"""Texts: what they repeat, how long they are, and how they sound."""

from tests.content.mistakes.mistake import Mistake

MISTAKES = {
    "a step to repeat, nearly": Mistake(
        "gesprek",
        "Je praat met: <met_wie>",
        "§Je praat met: <metwie>",
        "<metwie> is geen stap; bedoel je 'met_wie'?",
    ),
    "a step to repeat that nobody knows": Mistake(
        "gesprek",
        "Je praat met: <met_wie>",
        "§Je praat met: <collega>",
        (
            "<collega> is geen stap; kies uit: met_wie, spanning, rust, beginvraag, moment, "
            "mag_ik, hoe_ging_het"
        ),
    ),
    "an answer to repeat that is not kept": Mistake(
        "gesprek",
        "Je praat met: <met_wie>",
        "§Je schreef: <uitleven>",
        "<uitleven> is vluchtig en wordt niet bewaard; haal het uit de tekst",
    ),
    "an answer to repeat that comes later": Mistake(
        "gesprek",
        "zeg: Goed dat je even stilstaat.",
        "§zeg: Goed dat je stilstaat bij <beginvraag>.",
        "<beginvraag> is hier nog niet gevraagd; herhaal een eerdere stap",
    ),
    "a question that repeats its own answer": Mistake(
        "gesprek",
        "vraag: Hoe heftig is het nu?",
        "§vraag: Is <spanning> heftig?",
        "<spanning> is hier nog niet gevraagd; herhaal een eerdere stap",
    ),
    "a title to repeat": Mistake(
        "gesprek",
        "Je praat met: <met_wie>",
        "§Je praat met: <Met wie>",
        "in <Met wie> hoort de naam van een stap, zoals <met_wie> of <met_wie of de ander>",
    ),
    "a step to repeat that asks nothing": Mistake(
        "gesprek",
        "Je praat met: <met_wie>",
        "§Je praat met: <slaap>",
        "<slaap> vraagt niets; haal het uit de tekst, of noem een stap met een vraag",
    ),
    "a repeat that is not closed": Mistake(
        "gesprek",
        "Je praat met: <met_wie>",
        "§Je praat met: <met_wie",
        "hier gaat < open en niet meer dicht; schrijf <met_wie>",
    ),
    "a repeat between braces": Mistake(
        "gesprek",
        "Je praat met: <met_wie>",
        "§Je praat met: {met_wie}",
        "{met_wie} blijft zo staan; een antwoord herhaal je met <met_wie>",
        must=False,
    ),
    "a repeat with a bar": Mistake(
        "gesprek",
        "    vraag: Met welke vraag begin je bij <met_wie of de ander>?",
        "§    vraag: Met welke vraag begin je bij <met_wie|de ander>?",
        ("in <met_wie|de ander> hoort de naam van een stap, zoals <met_wie> of <met_wie of de ander>"),
    ),
    "a repeat without words for who skipped": Mistake(
        "gesprek",
        "    vraag: Met welke vraag begin je bij <met_wie of de ander>?",
        "§    vraag: Met welke vraag begin je bij <met_wie>?",
        (
            "zonder antwoord op 'met_wie' valt deze vraag weg; schrijf <met_wie of …> met woorden "
            "die dan passen"
        ),
        must=False,
    ),
    "a repeat on a button": Mistake(
        "gesprek",
        "ja: Graag",
        "§ja: Bij <met_wie>",
        "<met_wie> kan hier niet; herhaal een antwoord in 'zeg' of 'vraag'",
    ),
    "a repeat in the title of a step": Mistake(
        "gesprek",
        "titel: Spanning",
        "§titel: Bij <met_wie>",
        "<met_wie> kan hier niet; herhaal een antwoord in 'zeg' of 'vraag'",
    ),
    "a repeat in the title of the dialogue": Mistake(
        "gesprek",
        "titel: Voor een gesprek",
        "§titel: Voor <met_wie>",
        "<met_wie> kan hier niet; herhaal een antwoord in 'zeg' of 'vraag'",
    ),
    "a repeat in the title of an outcome": Mistake(
        "scan",
        "titel: Samen zoeken",
        "§titel: Samen met <haast>",
        "<haast> kan hier niet; herhaal een antwoord in 'zeg' of 'vraag'",
    ),
    "a scale to repeat that is not there": Mistake(
        "scan",
        "      anders: Je gemiddelde is <gemiddeld>, bij fouten <team.fouten>.",
        "§      anders: Je gemiddelde is <gemiddeld>, bij fouten <team.fout>.",
        "<team.fout> is geen onderdeel van 'team'; bedoel je 'team.fouten'?",
    ),
    "a text that does not fit": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg: " + "Dit is een zin. " * 300,
        ("deze tekst heeft 4799 tekens en past niet; houd hem onder 4000, of maak er twee stappen van"),
    ),
    "a text that reads long": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg: " + "Dit is een zin. " * 30,
        (
            "deze tekst heeft 479 tekens; onder 400 leest prettiger, dus maak hem korter of maak "
            "er twee stappen van"
        ),
        must=False,
    ),
    "an exclamation mark": Mistake(
        "gesprek",
        "Je praat met: <met_wie>",
        "§Je praat met <met_wie>!",
        "een uitroepteken klinkt hard; zet een punt",
        must=False,
    ),
    "an exclamation mark in the title": Mistake(
        "gesprek",
        "titel: Voor een gesprek",
        "§titel: Aan de slag!",
        "een uitroepteken klinkt hard; zet een punt",
        must=False,
    ),
    "a sentence that does not end": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        (
            "§zeg: Als je straks weer terug bent op je kamer en even de tijd hebt genomen om een "
            "kop koffie te drinken dan vraag ik je na een dag hoe het ging."
        ),
        "een zin van 31 woorden leest lastig op een telefoon; maak er twee zinnen van",
        must=False,
    ),
    "a word that does not end": Mistake(
        "gesprek",
        "Je praat met: <met_wie>",
        "§Denk bij <met_wie> aan arbeidsmarktcommunicatie.",
        (
            "'arbeidsmarktcommunicatie' is een lang woord; zeg het anders, of zet een vakterm "
            "tussen *sterretjes*"
        ),
        must=False,
    ),
    "a card for help": Mistake(
        "gesprek",
        "hulp: Een functie of een voorletter is genoeg.",
        "§hulp: kaart/luisteren",
        "een kaart als hulp kent deze versie nog niet; schrijf de hulp zelf uit",
    ),
}
