"""Slips in the signs of a file: colons, quotes, spaces, lists, and what another program leaves behind."""

from tests.content.mistakes.mistake import GOOD, Mistake

WHOLE = (GOOD / "adem.yaml").read_text()

MISTAKES = {
    "a colon in a sentence": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "zeg: §Tot dan: na het gesprek.",
        "dubbele punt in je zin; zet de tekst op een nieuwe regel na |",
    ),
    "a colon in a label": Mistake(
        "gesprek",
        "ja: Graag",
        "§ja: Graag: doe maar",
        "dubbele punt in je zin; zet de tekst op een nieuwe regel na |",
    ),
    "a colon in other words for a choice": Mistake(
        "gesprek",
        "[doe dat maar]",
        "§[ja: graag]",
        "na 'ja' horen woorden, zoals 'ja: [een, twee]', zonder dubbele punt erin",
    ),
    "a colon in the name of a proef": Mistake(
        "gesprek",
        "wie weinig tijd heeft:",
        "§kort: wie weinig tijd heeft:",
        "twee dubbele punten op één regel; haal de eerste weg",
    ),
    "a colon in a text of a list": Mistake(
        "gesprek",
        "zegt: ['bij een collega?', Je mag het gesprek verzetten.]",
        "zegt:\n§      - Let op: je mag het gesprek verzetten.",
        (
            "na 'zegt' hoort een lijst van teksten; zet een tekst met een dubbele punt erin tussen "
            "aanhalingstekens"
        ),
    ),
    "no space after the colon": Mistake(
        "gesprek",
        "vraag: Hoe heftig is het nu?",
        "§vraag:Hoe heftig is het nu?",
        "achter de dubbele punt ontbreekt een spatie; zet die erbij",
    ),
    "no space after the colon of the first word": Mistake(
        "gesprek",
        "    titel: Spanning\n",
        "§    titel:Spanning\n",
        "achter de dubbele punt ontbreekt een spatie; zet die erbij",
    ),
    "no space after the colon of a choice": Mistake(
        "gesprek", "ja: Graag", "§ja:Graag", "achter de dubbele punt ontbreekt een spatie; zet die erbij"
    ),
    "no space after the colon of a condition": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning >= 8:rust",
        "achter de dubbele punt ontbreekt een spatie; zet die erbij",
    ),
    "no colon after a word": Mistake(
        "gesprek",
        "vraag: Hoe heftig is het nu?",
        "§vraag Hoe heftig is het nu?",
        (
            "hier ontbreekt een dubbele punt; hoort de regel bij de tekst erboven, zet er dan "
            "evenveel spaties voor"
        ),
    ),
    "no colon after the name of a step": Mistake(
        "gesprek",
        "  uitleven:\n",
        "§  uitleven\n",
        (
            "hier ontbreekt een dubbele punt; hoort de regel bij de tekst erboven, zet er dan "
            "evenveel spaties voor"
        ),
    ),
    "no colon after a condition": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als spanning >= 8 rust",
        (
            "hier ontbreekt een dubbele punt; hoort de regel bij de tekst erboven, zet er dan "
            "evenveel spaties voor"
        ),
    ),
    "no colon after keuze": Mistake(
        "gesprek",
        "    keuze:\n      ja: Graag",
        "§    keuze\n      ja: Graag",
        (
            "hier ontbreekt een dubbele punt; hoort de regel bij de tekst erboven, zet er dan "
            "evenveel spaties voor"
        ),
    ),
    "a semicolon for the colon": Mistake(
        "gesprek",
        "    vraag: Hoe heftig is het nu?",
        "§    vraag; Hoe heftig is het nu?",
        (
            "hier ontbreekt een dubbele punt; hoort de regel bij de tekst erboven, zet er dan "
            "evenveel spaties voor"
        ),
    ),
    "a tab before a word": Mistake(
        "gesprek",
        "    titel: Spanning",
        "§\ttitel: Spanning",
        "een tab aan het begin van de regel; gebruik spaties",
    ),
    "a tab in a longer text": Mistake(
        "gesprek",
        "      Je praat met: <met_wie>",
        "§\tJe praat met: <met_wie>",
        "een tab aan het begin van de regel; gebruik spaties",
    ),
    "a quote that never closes": Mistake(
        "gesprek",
        "vraag: Hoe heftig is het nu?",
        "§vraag: 'Hoe heftig is het nu?",
        (
            "dit aanhalingsteken gaat pas op regel 113 weer dicht; sluit het, of zet de tekst op "
            "een nieuwe regel na |"
        ),
    ),
    "a double quote that never closes": Mistake(
        "gesprek",
        "vraag: Hoe heftig is het nu?",
        '§vraag: "Hoe heftig is het nu?',
        (
            "een aanhalingsteken gaat open en niet meer dicht; sluit het, of zet de tekst op een "
            "nieuwe regel na |"
        ),
    ),
    "a quote that never closes, in a list": Mistake(
        "gesprek",
        "zegt_niet: [Hoe heftig]",
        "§zegt_niet: ['Hoe heftig]",
        (
            "een aanhalingsteken gaat open en niet meer dicht; sluit het, of zet de tekst op een "
            "nieuwe regel na |"
        ),
    ),
    "a sentence that begins with a quotation": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg: 'Tot ziens' na het gesprek.",
        "na het tweede aanhalingsteken staat nog iets; zet de tekst op een nieuwe regel na |",
    ),
    "a sentence that begins with a double quotation": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        '§zeg: "Tot ziens" na het gesprek.',
        "na het tweede aanhalingsteken staat nog iets; zet de tekst op een nieuwe regel na |",
    ),
    "an apostrophe between quotes": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg: 'Tot na zo'n gesprek.'",
        "na het tweede aanhalingsteken staat nog iets; zet de tekst op een nieuwe regel na |",
    ),
    "a sentence that begins with an apostrophe": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg: 's Avonds kijk je terug.",
        (
            "dit aanhalingsteken gaat pas op regel 113 weer dicht; sluit het, of zet de tekst op "
            "een nieuwe regel na |"
        ),
    ),
    "a backslash between quotes": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        '§zeg: "Tot na \\het gesprek."',
        "een \\ kan hier niet tussen aanhalingstekens; zet de tekst op een nieuwe regel na |",
    ),
    "a sentence that begins with a star": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg: *Tot* na het gesprek.",
        "een tekst kan hier niet met * of & beginnen; zet de tekst op een nieuwe regel na |",
    ),
    "a sentence that begins with two stars": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg: **Tot** na het gesprek.",
        "een tekst kan hier niet met * of & beginnen; zet de tekst op een nieuwe regel na |",
    ),
    "a longer text without its bar": Mistake(
        "gesprek",
        "zeg: |\n      **Voor op zak**",
        "zeg:\n§      **Voor op zak**",
        "een tekst kan hier niet met * of & beginnen; zet achter de dubbele punt erboven een |",
    ),
    "a sentence that begins with an exclamation mark": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg: !Tot na het gesprek.",
        "een tekst kan hier niet met ! beginnen; zet de tekst op een nieuwe regel na |",
    ),
    "a sentence that begins with an at sign": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg: @Tot na het gesprek.",
        "een tekst kan hier niet met @ beginnen; zet de tekst op een nieuwe regel na |",
    ),
    "a sentence that begins with a percent sign": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg: %Tot na het gesprek.",
        "een tekst kan hier niet met % beginnen; zet de tekst op een nieuwe regel na |",
    ),
    "a sentence that begins with a dash": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg: - Tot na het gesprek.",
        "een tekst kan hier niet met - beginnen; zet de tekst op een nieuwe regel na |",
    ),
    "a sentence that begins with a question mark": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg: ? Tot na het gesprek.",
        "een tekst kan hier niet met ? beginnen; zet de tekst op een nieuwe regel na |",
    ),
    "a sentence that begins with a bracket": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg: [Tot] na het gesprek.",
        "een tekst kan hier niet met [ beginnen; zet de tekst op een nieuwe regel na |",
    ),
    "a sentence that begins with a brace": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg: {Tot} na het gesprek.",
        "een tekst kan hier niet met { beginnen; zet de tekst op een nieuwe regel na |",
    ),
    "a sentence that begins with a number sign": Mistake(
        "gesprek",
        "vraag: Hoe heftig is het nu?",
        "§vraag: #Hoe heftig is het nu?",
        "na 'vraag' hoort een tekst (wat achter # staat, telt niet mee)",
    ),
    "a text on the line of its bar": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg: | Tot na het gesprek.",
        ("na | hoort niets meer op dezelfde regel; begin de tekst op de volgende regel, twee spaties verder"),
    ),
    "a text behind an angle": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg: > Tot na het gesprek.",
        ("na > hoort niets meer op dezelfde regel; begin de tekst op de volgende regel, twee spaties verder"),
    ),
    "a longer text as far to the left as its word": Mistake(
        "gesprek",
        "zeg: |\n      **Voor op zak**",
        "zeg: |\n§    **Voor op zak**",
        "deze tekst staat te ver naar links; zet er twee spaties meer voor",
    ),
    "a line with a colon that falls out of its text": Mistake(
        "gesprek",
        "      Je praat met: <met_wie>",
        "§    Je praat met: <met_wie>",
        "deze regel staat verder naar links dan de tekst erboven; zet er evenveel spaties voor",
    ),
    "a line that falls out of its text": Mistake(
        "gesprek",
        "      Je praat met: <met_wie>",
        "§    Je praat met <met_wie>",
        "deze regel staat verder naar links dan de tekst erboven; zet er evenveel spaties voor",
    ),
    "the last line of a text that falls out of it": Mistake(
        "gesprek",
        "      Je begint met: <beginvraag>\n",
        "§    Je begint met: <beginvraag>\n",
        (
            "'Je begint met' is geen woord van een stap; hoort de regel bij de tekst erboven, zet "
            "er dan evenveel spaties voor"
        ),
    ),
    "a word twice in a step": Mistake(
        "gesprek",
        "    vraag: Hoe heftig is het nu?",
        "    vraag: Hoe heftig is het nu?\n§    vraag: En nu?",
        "'vraag' staat er al, op regel 31; haal er één weg of kies een andere naam",
    ),
    "two steps of one name": Mistake(
        "gesprek",
        "  slaap:\n",
        "§  spanning:\n",
        "'spanning' staat er al, op regel 29; haal er één weg of kies een andere naam",
    ),
    "two choices of one key": Mistake(
        "gesprek",
        "nee: Liever niet",
        "§ja: Liever niet",
        "'ja' staat er al, op regel 69; haal er één weg of kies een andere naam",
    ),
    "a condition twice": Mistake(
        "gesprek",
        "als mag_ik is ja: slaap",
        "§als mag_ik is overgeslagen: slaap",
        ("'als mag_ik is overgeslagen' staat er al, op regel 74; haal er één weg of kies een andere naam"),
    ),
    "a word one space too far to the left": Mistake(
        "gesprek",
        "    vraag: Hoe heftig is het nu?",
        "§   vraag: Hoe heftig is het nu?",
        ("de inspringing klopt niet; zet gelijke dingen even ver naar rechts, met twee spaties per laag"),
    ),
    "a word one space too far to the right": Mistake(
        "gesprek",
        "    vraag: Hoe heftig is het nu?",
        "§     vraag: Hoe heftig is het nu?",
        "deze regel staat verder naar rechts dan die erboven; zet er evenveel spaties voor",
    ),
    "a step at the margin": Mistake(
        "gesprek",
        "  spanning:\n",
        "§spanning:\n",
        "'spanning' staat te ver naar links; zet er twee spaties voor",
    ),
    "a step among the words of the one above": Mistake(
        "gesprek",
        "  spanning:\n",
        "§    spanning:\n",
        (
            "'spanning' staat te ver naar rechts, of de regels eronder te ver naar links; zet "
            "gelijke dingen even ver naar rechts"
        ),
    ),
    "a word among the steps": Mistake(
        "gesprek",
        "    vluchtig: ja",
        "§  vluchtig: ja",
        "'vluchtig' staat te ver naar links; zet er twee spaties meer voor",
    ),
    "choices as far to the left as keuze": Mistake(
        "gesprek",
        ("      ja: Graag\n      nee: Liever niet\n"),
        ("§    ja: Graag\n    nee: Liever niet\n"),
        "de regels onder 'keuze' staan te ver naar links; zet er twee spaties meer voor",
    ),
    "conditions as far to the left as daarna": Mistake(
        "gesprek",
        "      als moment is overgeslagen: briefje\n      anders: mag_ik",
        "§    als moment is overgeslagen: briefje\n    anders: mag_ik",
        "de regels onder 'daarna' staan te ver naar links; zet er twee spaties meer voor",
    ),
    "one choice as far to the left as keuze": Mistake(
        "adem",
        "      buik: In mijn buik\n",
        "§    buik: In mijn buik\n",
        ("'buik' is geen woord van een stap; hoort het onder 'keuze', zet er dan twee spaties meer voor"),
    ),
    "one condition as far to the left as zeg": Mistake(
        "samen",
        "      anders: Je voelde het in je hoofd.\n",
        "§    anders: Je voelde het in je hoofd.\n",
        "'anders' hoort onder 'zeg'; zet er twee spaties meer voor",
    ),
    "all words of a step as far to the left as its name": Mistake(
        "adem",
        "    titel: Ademen\n    zeg: Adem drie keer rustig uit.",
        "§  titel: Ademen\n  zeg: Adem drie keer rustig uit.",
        "de regels onder 'adem' staan te ver naar links; zet er twee spaties meer voor",
    ),
    "a word of a rule among the rules": Mistake(
        "scan",
        "          eigen_grens: Ook deze grens kozen wij zelf.",
        "§        eigen_grens: Ook deze grens kozen wij zelf.",
        "'eigen_grens' staat te ver naar links; zet er twee spaties meer voor",
    ),
    "a word in the middle of a step too far to the left": Mistake(
        "gesprek",
        "    vraag: Hoe heftig is het nu?",
        "§  vraag: Hoe heftig is het nu?",
        "deze regel staat verder naar links dan de regels eromheen; zet er evenveel spaties voor",
    ),
    "the first word of a proef among the proeven": Mistake(
        "samen",
        "    antwoorden: {dag: druk, rust.waar: buik}",
        "  antwoorden: {dag: druk, rust.waar: buik}",
        "deze regel staat verder naar rechts dan die erboven; zet er evenveel spaties voor",
        at="    langs: [rust, rust.adem",
    ),
    "the last word of a proef among the proeven": Mistake(
        "samen",
        "    zegt: [Je voelde",
        "§  zegt: [Je voelde",
        "'zegt' staat te ver naar links; zet er twee spaties meer voor",
    ),
    "no colon between braces": Mistake(
        "gesprek",
        "plek: hoofdstuk 1}",
        "§plek hoofdstuk 1}",
        "'plek hoofdstuk 1' is geen woord van een bron; zet een dubbele punt achter 'plek'",
    ),
    "proeven among the steps": Mistake(
        "gesprek",
        "proeven:\n",
        "§  proeven:\n",
        "'proeven' staat te ver naar rechts; haal de spaties ervoor weg",
    ),
    "no dash before the only source": Mistake(
        "gesprek",
        "  - {werk: boek, plek: hoofdstuk 1}",
        "§  {werk: boek, plek: hoofdstuk 1}",
        ("na 'bron' hoort een lijst van regels met 'woord: …'; zet er een streepje met een spatie voor"),
    ),
    "no dash before the second source": Mistake(
        "gesprek",
        "  - {werk: boek, plek: hoofdstuk 1}",
        "  - {werk: boek, plek: hoofdstuk 1}\n§  {werk: boek, plek: hoofdstuk 2}",
        "deze regel mist het streepje van de lijst; zet er een streepje met een spatie voor",
    ),
    "dashes without a space": Mistake(
        "gesprek",
        "roep: [lastig gesprek, gesprek voorbereiden]",
        ("roep:\n§  -lastig gesprek\n  -gesprek voorbereiden"),
        "na 'roep' hoort een lijst van teksten; zet een spatie achter elk streepje",
    ),
    "a list below each other without dashes": Mistake(
        "gesprek",
        "roep: [lastig gesprek, gesprek voorbereiden]",
        ("roep:\n§  lastig gesprek\n  gesprek voorbereiden"),
        "na 'roep' hoort een lijst van teksten; zet voor elke regel een streepje met een spatie",
    ),
    "a list without brackets": Mistake(
        "gesprek",
        "roep: [lastig gesprek, gesprek voorbereiden]",
        "§roep: lastig gesprek, gesprek voorbereiden",
        "na 'roep' hoort een lijst van teksten; zet er [ en ] omheen",
    ),
    "a list that is not closed": Mistake(
        "gesprek",
        "roep: [lastig gesprek, gesprek voorbereiden]",
        "§roep: [lastig gesprek, gesprek voorbereiden",
        "een lijst met [ is niet goed gesloten; zet komma's tussen de delen en sluit met ]",
    ),
    "braces that are not closed": Mistake(
        "gesprek",
        "{werk: boek, plek: hoofdstuk 1}",
        "§{werk: boek, plek: hoofdstuk 1",
        "een lijst met { is niet goed gesloten; zet komma's tussen de delen en sluit met }",
    ),
    "braces closed by a bracket": Mistake(
        "gesprek",
        "{werk: boek, plek: hoofdstuk 1}",
        "§{werk: boek, plek: hoofdstuk 1]",
        "een lijst met { is niet goed gesloten; zet komma's tussen de delen en sluit met }",
    ),
    "no comma between braces": Mistake(
        "gesprek",
        "{werk: boek, plek: hoofdstuk 1}",
        "§{werk: boek plek: hoofdstuk 1}",
        "een lijst met { is niet goed gesloten; zet komma's tussen de delen en sluit met }",
    ),
    "a comma in a text between braces": Mistake(
        "gesprek",
        "plek: hoofdstuk 1}",
        "§plek: hoofdstuk 1, blz. 4}",
        ("'blz. 4' is geen woord van een bron; zet een tekst met een komma erin tussen aanhalingstekens"),
    ),
    "a comma in a label between braces": Mistake(
        "adem",
        ("    keuze:\n      hoofd: In mijn hoofd\n      buik: In mijn buik\n"),
        "§    keuze: {hoofd: In mijn hoofd, of nek, buik: In mijn buik}\n",
        (
            "tussen { en } scheidt een komma twee keuzes; zet een label met een komma erin tussen "
            "aanhalingstekens"
        ),
    ),
    "dashes before the steps": Mistake(
        "adem",
        ("  waar:\n    titel: Waar\n"),
        ("§  - waar:\n    titel: Waar\n"),
        "haal dit streepje weg; hier hoort een naam met een dubbele punt",
    ),
    "an anchor": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg: &tot Tot na het gesprek.",
        "een tekst kan hier niet met * of & beginnen; zet de tekst op een nieuwe regel na |",
    ),
    "a tag": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg: !!str Tot na het gesprek.",
        "een tekst kan hier niet met ! beginnen; zet de tekst op een nieuwe regel na |",
    ),
    "a second document": Mistake(
        "gesprek",
        "proeven:\n",
        ("§---\nproeven:\n"),
        "hier begint een tweede bestand; haal de regel met --- weg",
    ),
    "the end of a document": Mistake(
        "gesprek", "proeven:\n", ("§...\nproeven:\n"), "hier houdt het bestand op; haal de regel met ... weg"
    ),
    "a heading between the lines": Mistake(
        "gesprek",
        "proeven:\n",
        ("§=== proeven ===\nproeven:\n"),
        (
            "hier ontbreekt een dubbele punt; hoort de regel bij de tekst erboven, zet er dan "
            "evenveel spaties voor"
        ),
    ),
    "a sign that is no UTF-8": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg: Tot na het caf\udce9.",
        "een teken op deze regel is niet te lezen; bewaar het bestand met de codering UTF-8",
    ),
    "an invisible space before a word": Mistake(
        "gesprek",
        "    vraag: Hoe heftig is het nu?",
        "§    \u200bvraag: Hoe heftig is het nu?",
        "hier staat een onzichtbaar teken (U+200B); typ deze regel opnieuw",
    ),
    "an invisible space behind a word": Mistake(
        "gesprek",
        "vraag: Hoe heftig is het nu?",
        "§vraag\u200b: Hoe heftig is het nu?",
        "hier staat een onzichtbaar teken (U+200B); typ deze regel opnieuw",
    ),
    "a soft hyphen in a condition": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als span\xadning >= 8: rust",
        "hier staat een onzichtbaar teken (U+00AD); typ deze regel opnieuw",
    ),
    "a byte order mark in a condition": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als \ufeffspanning >= 8: rust",
        "hier staat een onzichtbaar teken (U+FEFF); typ deze regel opnieuw",
    ),
    "hard spaces before a word": Mistake(
        "gesprek",
        "    vraag: Hoe heftig is het nu?",
        "§\xa0\xa0\xa0\xa0vraag: Hoe heftig is het nu?",
        "hier staat een harde spatie, zoals uit een tekstverwerker; typ daar een gewone spatie",
    ),
    "a hard space behind als": Mistake(
        "gesprek",
        "als spanning >= 8: rust",
        "§als\xa0spanning >= 8: rust",
        "hier staat een harde spatie, zoals uit een tekstverwerker; typ daar een gewone spatie",
    ),
    "a hard space behind a colon": Mistake(
        "gesprek",
        "vraag: Hoe heftig is het nu?",
        "§vraag:\xa0Hoe heftig is het nu?",
        "hier staat een harde spatie, zoals uit een tekstverwerker; typ daar een gewone spatie",
    ),
    "a bell": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg: Tot na het\x07 gesprek.",
        "hier staat een onzichtbaar teken (U+0007); typ deze regel opnieuw",
    ),
    "a file that is far too big": Mistake(
        "gesprek",
        "dialoog: gesprek\n",
        "§dialoog: gesprek\n" + "# x\n" * 70_000,
        "dit bestand is groter dan 256 kB; splits het",
    ),
    "lists in lists in lists": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg: " + "[" * 20 + "]" * 20,
        "dit zit dieper dan 12 lagen in elkaar; maak het eenvoudiger",
    ),
    "far too many parts": Mistake(
        "gesprek",
        "zeg: Tot na het gesprek.",
        "§zeg: [" + "a," * 20_001 + "]",
        "dit bestand heeft meer dan 20000 onderdelen; splits het",
    ),
    "an empty file": Mistake("adem", WHOLE, "§", "dit bestand is leeg; schrijf er iets in, of haal het weg"),
    "a file with sentences only": Mistake(
        "adem",
        WHOLE,
        ("§Dit is mijn dialoog.\n\nHij gaat over ademen.\n"),
        "hier hoort een dialoog te staan, met bijvoorbeeld 'dialoog: …' en 'titel: …'",
    ),
    "a file with a list only": Mistake(
        "adem",
        WHOLE,
        ("§- zeg: hoi\n- vraag: hoe\n"),
        "hier hoort een dialoog te staan, met bijvoorbeeld 'dialoog: …' en 'titel: …'",
    ),
}
