"""The texts, the checks and the list of works of the house."""

from tests.content.mistakes.mistake import Mistake

MISTAKES = {
    "a part of the texts, nearly": Mistake(
        "_teksten", ("\nknoppen:\n"), ("\n§knopen:\n"), "'knopen' hoort hier niet; bedoel je 'knoppen'?"
    ),
    "a part of the texts nobody knows": Mistake(
        "_teksten",
        "\nniets:",
        "\n§leeg:",
        "'leeg' hoort hier niet; kies uit: zinnen, knoppen, woorden, synoniemen, niets",
    ),
    "a sentence, nearly": Mistake(
        "_teksten",
        "  klaar: Tot",
        "§  klaart: Tot",
        "de zin 'klaart' wordt nergens gebruikt; bedoel je 'klaar'?",
    ),
    "a sentence that is gone": Mistake(
        "_teksten",
        "  klaar: Tot de volgende keer.\n",
        "",
        "de zin 'klaar' ontbreekt; zet hem erbij",
        at="  oude_knop: ",
    ),
    "a sentence without words": Mistake(
        "_teksten",
        "  klaar: Tot de volgende keer.\n",
        "§  klaar:\n",
        "na 'klaar' hoort een tekst; schrijf die erachter",
    ),
    "a sentence with a slot, nearly": Mistake(
        "_teksten",
        "Aangepast bij *<titel>*",
        "§Aangepast bij *<titels>*",
        "<titels> kan in 'verbeterd' niet; bedoel je 'titel'?",
    ),
    "a sentence without its slot": Mistake(
        "_teksten",
        "Aangepast bij *<titel>*",
        "§Aangepast",
        "in 'verbeterd' hoort <titel> te staan; zet het erin",
    ),
    "a sentence with a colon": Mistake(
        "_teksten",
        "klaar: Tot de volgende keer.",
        "§klaar: Tot dan: de volgende keer.",
        "dubbele punt in je zin; zet de tekst op een nieuwe regel na |",
    ),
    "a button that does not fit": Mistake(
        "_teksten",
        "  terug: Terug\n",
        "§  terug: Terug naar de vorige vraag\n",
        "deze tekst heeft 26 tekens; houd hem op hooguit 20",
    ),
    "a command that is typed as another": Mistake(
        "_teksten",
        "[menu, keuzemenu",
        "[menu, stop",
        "'stop' hoort al bij 'menu'; haal er één weg",
        at="  stop: [stop,",
    ),
    "a command without a list": Mistake(
        "_teksten",
        "  menu: [menu, keuzemenu, /menu]",
        "§  menu: menu",
        "na 'menu' hoort een lijst van woorden, zoals '[menu]'",
    ),
    "a check of the house, nearly": Mistake(
        "_toetsen", "\noordeel:", "\n§oordel:", "'oordel' is geen toets; bedoel je 'oordeel'?"
    ),
    "a reason of a check, nearly": Mistake(
        "_toetsen",
        "    etiket: '",
        "§    etikket: '",
        "'etikket' is geen reden van 'oordeel'; bedoel je 'etiket'?",
    ),
    "a reason with another slot": Mistake(
        "_toetsen",
        "''<woord>'' is je conclusie",
        "§''<word>'' is je conclusie",
        "hier kan alleen <woord> staan; haal de rest tussen < en > weg",
    ),
    "a work without an id": Mistake(
        "bronnen",
        "{id: boek, titel: Boek,",
        "§{titel: Boek,",
        "bij dit werk ontbreekt 'id'; zet erbij 'id: een-korte-naam'",
    ),
    "a work without a title": Mistake(
        "bronnen", "titel: Boek, ", "§", "bij 'boek' ontbreekt 'titel'; zet erbij 'titel: …'"
    ),
    "a list of works by another name": Mistake(
        "bronnen",
        "werken:",
        "§boeken:",
        "hier hoort 'werken:' te staan, met daaronder '- id: …' voor elk werk",
    ),
    "checks that cannot be read": Mistake(
        "_toetsen",
        "\noordeel:",
        "\n§oordeel",
        (
            "hier ontbreekt een dubbele punt; hoort de regel bij de tekst erboven, zet er dan "
            "evenveel spaties voor"
        ),
    ),
}
