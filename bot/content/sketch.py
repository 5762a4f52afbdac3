"""The first file of a new dialogue: small and complete, so that an author begins by changing what works."""

import re

PLAIN = re.compile(r"[^\W_](?:[\w .?()/-]*[\w.?()/-])?")
"""Titles that YAML reads as they stand; any other goes between quotes."""


def sketch(id_: str, title: str) -> str:
    """The text of the file for a dialogue with this id (as in rules_names) and title.

    It passes every rule and its own proeven; `bron` and `roep` are the author's to fill in.
    """
    shown = " ".join("".join(sign if sign.isprintable() else " " for sign in title).split()) or id_
    quoted = shown if PLAIN.fullmatch(shown) else "'" + shown.replace("'", "''") + "'"
    return FILE.replace("«id»", id_).replace("«roep»", id_.replace("-", " ")).replace("«titel»", quoted)


FILE = """\
# yaml-language-server: $schema=../schema.json

# Dit is een opzet die al werkt. Vervang de woorden door die van jou. Wat achter # staat, is alleen voor jou.
# Nakijken:       ruggespraak dialoog controleer «id».yaml
# Proeven spelen: ruggespraak dialoog proef «id».yaml
# Zelf doen:      ruggespraak dialoog speel «id».yaml

# Deze naam blijft voor altijd, en is gelijk aan de naam van het bestand.
dialoog: «id»
titel: «titel»
# Voor wie? Kies uit leider, bestuurder en trainer.
voor: [leider, bestuurder]
# Eén zin: op welk moment pakt iemand dit?
wanneer: Er gebeurde vandaag iets waar je nog aan denkt.
duur: 5 minuten
# Waar de inhoud vandaan komt. Een werk staat met zijn id in knowledge/bronnen.yaml.
bron:
  - {werk: schoolleider-in-verandering, plek: vul hier het hoofdstuk en de kop in}
# Wat typt iemand die dit nodig heeft? Schrijf er vijf tot acht.
roep:
  - «roep»

stappen:

  # Een stap heeft een naam: kleine letters, cijfers en _. Ook die blijft. De rest mag altijd anders.
  moment:
    titel: Het moment
    zeg: |
      Je staat even stil bij één moment van vandaag. Overslaan, terug en stoppen mag altijd.
    vraag: Wat gebeurde er? Wat zag en hoorde je?
    # Voor wie een voorbeeld vraagt: een antwoord van iemand anders.
    voorbeeld: Halverwege het overleg werd het stil. Iedereen keek naar de tafel.
    # Voor wie om hulp vraagt: een duwtje.
    hulp: Kies één moment. Wat zou een camera hebben vastgelegd?
    doorvraag:
      als korter dan 5 woorden: Wat zag je daarvan?

  # Een getal. Wie iets oversloeg, heeft geen getal: zeg dus eerst waar die heen gaat.
  hoe_zwaar:
    titel: Hoe zwaar
    vraag: Hoe zwaar weegt het nu nog?
    schaal: 1 tot 10
    van: licht
    tot: heel zwaar
    voorbeeld: Een 6. Ik merk het vooral aan mijn schouders.
    hulp: Het eerste getal dat in je opkomt is goed.
    daarna:
      als hoe_zwaar is overgeslagen: eerste_stap
      als hoe_zwaar >= 8: adem
      anders: eerste_stap

  # Zonder 'daarna' gaat een stap door naar de stap eronder.
  adem:
    titel: Even ademen
    zeg: Dat is veel. Adem eerst een keer rustig uit.

  eerste_stap:
    titel: Eerste stap
    vraag: Wat is je eerste stap, hoe klein ook?
    voorbeeld: Morgen loop ik bij haar binnen en vraag ik hoe zij het zag.
    hulp: Iets wat je binnen een week kunt doen. Een vraag stellen telt ook.

  # Met <naam> herhaal je een antwoord. Is dat er niet, dan verdwijnt de regel.
  briefje:
    titel: Om te bewaren
    zeg:
      als moment is overgeslagen en eerste_stap is overgeslagen: |
        Je hebt er even bij stilgestaan. Dat mag genoeg zijn.
      anders: |
        **Om te bewaren**
        Het moment: <moment>
        Eerste stap: <eerste_stap>

  # Een keuze. De sleutel (ja) staat in voorwaarden, het label (Graag) op de knop.
  mag_ik:
    titel: Later terugkijken
    vraag: Zal ik over een week met je terugkijken?
    keuze:
      ja: Graag
      nee: Liever niet
    daarna:
      als mag_ik is overgeslagen of mag_ik is nee: tot_hier
      anders: over_een_week

  tot_hier:
    titel: Tot hier
    zeg: Dan laat ik het hierbij. Met *«roep»* begin je opnieuw.
    daarna: einde

  # Wachten tot later. Wie daarna een week niets laat horen, wordt met rust gelaten.
  over_een_week:
    titel: Een week later
    wacht: 1 week na nu om 16:00
    verval: 7 dagen

  hoe_ging_het:
    titel: Hoe het ging
    zeg: |
      Een week geleden koos je een eerste stap:
      *<eerste_stap>*
    vraag: Wat is er sindsdien gebeurd?
    voorbeeld: Ik ben binnengelopen. Ze bleek net zo te twijfelen als ik.
    hulp: Is er niets gebeurd, dan is dat ook een antwoord.

  slot:
    titel: Afsluiten
    zeg: Fijn dat je terugkwam. Hiermee is het rond.

# Proeven laten zien hoe het moet lopen. Ze worden steeds nagespeeld, dus ook na een verandering.
# Een vraag die je hier niet noemt, krijgt vanzelf een antwoord. Een proef begint op vrijdag 20 november 2026.
proeven:

  wie het zwaar heeft ademt eerst:
    antwoorden: {hoe_zwaar: 8, mag_ik: nee}
    langs: [moment, hoe_zwaar, adem, eerste_stap, briefje, tot_hier]
    niet_langs: [over_een_week]

  een week later kijken we terug:
    antwoorden:
      moment: Iedereen werd stil toen ik over het rooster begon.
      hoe_zwaar: 4
      eerste_stap: ik vraag het morgen aan de teamleider
      mag_ik: ja
    langs: [moment, hoe_zwaar, eerste_stap, briefje, mag_ik, over_een_week, hoe_ging_het, slot]
    niet_langs: [adem, tot_hier]
    zegt:
      - 'Het moment: Iedereen werd stil toen ik over het rooster begon.'
      - 'Eerste stap: ik vraag het morgen aan de teamleider'
    wacht_tot: 2026-11-27 16:00

  wie alles overslaat krijgt geen leeg briefje:
    antwoorden:
      moment: overgeslagen
      hoe_zwaar: overgeslagen
      eerste_stap: overgeslagen
      mag_ik: overgeslagen
    langs: [moment, hoe_zwaar, eerste_stap, briefje, tot_hier]
    zegt: [Dat mag genoeg zijn.]
    zegt_niet: ['Het moment:', 'Eerste stap:']
"""
"""The file with its id, its title and what people type for it to be filled in."""
