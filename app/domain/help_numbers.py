"""The numbers that every installation shows. docs/help-numbers.md says how each was verified and how to do it again.

Write hours only when the organisation says them itself or several sources agree; otherwise write ``UNKNOWN``, and the
page claims nothing. Names and descriptions are Danish and are translated in the catalogue.
"""

from datetime import date

from app.domain.help_number import HelpNumber
from app.domain.weekly_hours import AROUND_THE_CLOCK

N_ = str  # marks a text for the catalogue; the page translates it
UNKNOWN = None

HELP_NUMBERS = (
    HelpNumber(
        slug="alarmcentralen",
        digits="112",
        name=N_("Alarmcentralen"),
        about=N_("Når nogen er i fare lige nu"),
        hours=UNKNOWN,
        verified_on=date(2026, 11, 25),
        source="politi.dk",
        is_urgent=True,
        is_in_short_list=True,
    ),
    HelpNumber(
        slug="boernetelefonen",
        digits="116 111",
        name=N_("BørneTelefonen"),
        about=N_("For børn og unge, om alt"),
        hours=AROUND_THE_CLOCK,
        hours_source="Ekstra Bladet, November 2021; Child Helpline International, 2023; Bornholms Tidende, March 2025",
        verified_on=date(2026, 11, 25),
        source="bornsvilkar.dk",
        is_in_short_list=True,
    ),
    HelpNumber(
        slug="livslinien",
        digits="70 201 201",
        name=N_("Livslinien"),
        about=N_("Hvis du har tanker om selvmord"),
        hours=UNKNOWN,
        verified_on=date(2026, 11, 25),
        source="livslinien.dk",
        is_in_short_list=True,
    ),
    HelpNumber(
        slug="lev-uden-vold",
        digits="1888",
        name=N_("Lev Uden Vold"),
        about=N_("Vold i familien eller fra en kæreste"),
        hours=AROUND_THE_CLOCK,
        hours_source="levudenvold.dk, news of its calls in 2022",
        verified_on=date(2026, 11, 25),
        source="levudenvold.dk",
    ),
    HelpNumber(
        slug="offerraadgivningen",
        digits="116 006",
        name=N_("Offerrådgivningen"),
        about=N_("Når du har været ude for noget voldsomt"),
        hours=AROUND_THE_CLOCK,
        hours_source="offerraadgivning.dk, news of its 25 years, 2023",
        verified_on=date(2026, 11, 25),
        source="offerraadgivning.dk",
    ),
    HelpNumber(
        slug="reden-ung",
        digits="40 90 11 11",
        name=N_("Reden Ung"),
        about=N_("Sugardating, eller når nogen giver dig noget for sex"),
        hours=UNKNOWN,
        verified_on=date(2026, 11, 25),
        source="redenung.dk",
    ),
    HelpNumber(
        slug="politiet",
        digits="114",
        name=N_("Politiet"),
        about=N_("Når det ikke haster"),
        hours=UNKNOWN,
        verified_on=date(2026, 11, 25),
        source="politi.dk",
    ),
)
