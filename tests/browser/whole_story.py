"""One person's answers on every page of the form, told with a visitor's verbs."""

from datetime import date

from visitor import Visitor

BORN = date(1961, 4, 2)
APPOINTMENT = date(2027, 1, 12)


def answer_everything(visitor: Visitor, *, caregiver: bool = False) -> None:
    """Answer every page from the start page on, and end at the check page."""
    start_and_safety(visitor, caregiver=caregiver)
    about(visitor, caregiver=caregiver)
    symptoms(visitor, caregiver=caregiver)
    lab_results(visitor)
    absorption(visitor)
    b12_tried(visitor)
    questions(visitor)


def start_and_safety(visitor: Visitor, *, caregiver: bool) -> None:
    visitor.choose("Someone I care for" if caregiver else "Myself")
    visitor.select("Where are you?", "England")
    visitor.press("Start")
    visitor.open_details("Why we ask")
    assert "Sources:" in visitor.text
    visitor.choose("None of these")
    visitor.fill("Did any of this happen before, and is it over now?", "Fainted once in 2019")
    visitor.go_on()


def about(visitor: Visitor, *, caregiver: bool) -> None:
    visitor.fill("Name or initials to print", "Zoë O’Brien")
    visitor.fill_date("Date of birth", BORN)
    visitor.fill("What is this visit about, in a few words?", "Tired, numb feet")
    visitor.fill_date("Date of the appointment", APPOINTMENT)
    visitor.fill("Clinician or clinic", "Dr. Lee, Hilltop Clinic")
    if caregiver:
        visitor.fill("Name of the caregiver (you)", "Sam O’Brien")
        visitor.fill("How you know them", "son")
    visitor.go_on()


def symptoms(visitor: Visitor, *, caregiver: bool) -> None:
    visitor.choose("Extreme tiredness", "Pins and needles")
    visitor.fill("Something else", "Cold nose at night")
    visitor.go_on()
    effect = f"What does it stop {'them' if caregiver else 'you'} doing?"
    for since, trend, stops in [
        ("about 2 years ago", "About the same", "Work: half days only"),
        ("spring 2025", "Getting worse", "Shirt buttons"),
        ("last winter", "Comes and goes", "Sleep"),
    ]:
        visitor.fill("When did it start?", since)
        visitor.choose("No", about="Is it new, or clearly worse")
        visitor.choose(trend, about="How is it going?")
        visitor.fill(effect, stops)
        visitor.choose("Both", about="How is this known?")
        visitor.go_on()
        if trend == "Getting worse":
            read_whom_to_contact(visitor)


def read_whom_to_contact(visitor: Visitor) -> None:
    """Read the page that stands in the way once when a nerve symptom gets worse."""
    assert visitor.heading == "Contact your clinician soon"
    visitor.press("I have read this. Go on")


def lab_results(visitor: Visitor) -> None:
    visitor.choose("Yes", about="Do you have lab results to copy?")
    visitor.go_on()
    visitor.choose("Vitamin B12 (total)")
    visitor.go_on()
    visitor.fill("Result", "231")
    visitor.select("Unit", "ng/L")
    visitor.fill("The lab’s own range, if printed", "200-900")
    visitor.choose("No mark", about="How does the report mark")
    visitor.fill("When was the sample taken?", "12 Nov 2026")
    visitor.choose("Copied from the report", about="How is this known?")
    visitor.go_on()
    visitor.choose("Yes, an injection", about="Had any B12 been taken")
    visitor.fill("If so, how long before the sample was the last one?", "about 5 days")
    visitor.choose("No", about="Was biotin taken")
    visitor.go_on()
    visitor.choose("Yes, add another")
    visitor.go_on()
    visitor.choose("Another test")
    visitor.fill("Its name or letters, as the report prints them", "Zonulin")
    visitor.go_on()
    visitor.fill("Result", "<0.30")
    visitor.select("Unit", "Another unit")
    visitor.fill("If it is another unit, type it as the report prints it", "arb/mL")
    visitor.fill("The lab’s own range, if printed", "up to 0.40")
    visitor.go_on()
    visitor.go_on()
    visitor.choose("Yes, paste text")
    visitor.go_on()
    visitor.paste("Text of your report", "Hemoglobin 12.1 g/dL (12.0-15.5)")
    visitor.go_on()
    visitor.choose("Hemoglobin: 12.1")
    visitor.press("Keep what is ticked")
    visitor.choose("No, that is all")
    visitor.go_on()


def absorption(visitor: Visitor) -> None:
    visitor.choose("Celiac disease", "Autoimmune thyroid disease")
    visitor.fill("Other conditions, or more about these", "Thyroid since 2012")
    visitor.go_on()
    visitor.choose("Gastric bypass")
    visitor.go_on()
    visitor.fill("When was it?", "in 2014")
    visitor.fill("Anything the clinician should know about it?", "at St. Mary’s")
    visitor.choose("Copied from a report or letter", about="How is this known?")
    visitor.go_on()
    visitor.choose("Metformin")
    visitor.fill("Anything else you take", "Ramipril")
    visitor.go_on()
    for dose, since in [("1,000 mg twice a day", "2019"), ("5 mg", "about 3 years")]:
        visitor.fill("What dose, and how often?", dose)
        visitor.fill("Since when?", since)
        visitor.choose("Yes", about="Still taking it?")
        visitor.choose("Yes", about="Taken for 12 months or more?")
        visitor.choose("Copied from a report or letter", about="How is this known?")
        visitor.go_on()
    visitor.choose("Vegetarian, or very little")
    visitor.fill("Anything to add?", "No meat since 2016")
    visitor.go_on()
    visitor.choose("Yes, longer ago")
    visitor.fill("When was the last time?", "summer 2018")
    visitor.fill("How often?", "two parties")
    visitor.go_on()
    visitor.choose("Yes", about="Has a close relative")
    visitor.fill("Who, and what?", "Sister: pernicious anemia")
    visitor.choose("I prefer not to say", about="Black African")
    visitor.go_on()
    visitor.choose("No, or does not apply")
    visitor.go_on()
    visitor.choose("Allergy to another metal")
    visitor.fill("What happened, or who has it?", "Rash from a nickel watch")
    visitor.go_on()


def b12_tried(visitor: Visitor) -> None:
    visitor.choose("Yes", about="Has any B12 been taken")
    visitor.go_on()
    visitor.choose("Tablet or capsule", about="How was it taken?")
    visitor.choose("Cyanocobalamin", about="Which form")
    visitor.fill("Name of the product", "Bluebottle B12")
    visitor.fill("How much at a time?", "1,000")
    visitor.choose("micrograms", about="Micrograms or mg?")
    visitor.fill("How often?", "once a day")
    visitor.choose("Copied from a report or letter", about="How is this known?")
    visitor.go_on()
    visitor.fill("When did it start?", "8 Oct 2026")
    visitor.choose("No", about="Is it still being taken?")
    visitor.fill("If not, when did it stop?", "1 Nov 2026")
    visitor.choose("Sometimes", about="How often were doses missed?")
    visitor.fill("If so, why?", "Forgot at weekends")
    visitor.choose("Bought", about="Prescribed, or bought?")
    visitor.choose("No change", about="What changed?")
    visitor.fill("What exactly, and after how long?", "Feet as before after 4 weeks")
    visitor.choose("Yes", about="Do symptoms come back before the next dose?")
    visitor.fill("If so, when do they come back?", "after a week")
    visitor.choose("Yes", about="Was there any reaction?")
    visitor.fill("If so, what was the reaction?", "Mild nausea")
    visitor.go_on()
    visitor.choose("No, that is all")
    visitor.go_on()


def questions(visitor: Visitor) -> None:
    visitor.fill("Your own questions", "Can I drive to work?")
    visitor.go_on()
    visitor.choose("Can I drive to work?")
    visitor.go_on()
