"""A mistake that a visitor can make on each question page, among things that are right."""

from collections.abc import Callable
from datetime import date

from visitor import Visitor

from appointments.answer_parts import MAX_OWN_QUESTIONS
from appointments.answer_types import MAX_LINE, MAX_NOTE

Act = Callable[[Visitor], None]

LONG_LINE = "long " * (MAX_LINE // 5 + 1)
LONG_NOTE = "long " * (MAX_NOTE // 5 + 1)


def on_start(visitor: Visitor) -> None:
    visitor.choose("I am on a shared computer")
    visitor.press("Start")


def on_safety(visitor: Visitor) -> None:
    visitor.choose("You collapsed or fainted", "None of these")
    visitor.fill("Did any of this happen before, and is it over now?", "Fainted in 2019")
    visitor.go_on()


def on_about(visitor: Visitor) -> None:
    visitor.fill("Name or initials to print", LONG_LINE)
    visitor.fill_date("Date of birth", date(2961, 4, 2))
    visitor.fill("Clinician or clinic", "Dr. Lee")
    visitor.go_on()


def on_symptoms(visitor: Visitor) -> None:
    visitor.choose("Headaches", "Blurred vision", "No symptoms")
    visitor.fill("Something else", "Cold nose\nWarm ears")
    visitor.go_on()


def on_symptom_details(visitor: Visitor) -> None:
    visitor.fill("When did it start?", "spring 2022")
    visitor.choose("Getting better", about="How is it going?")
    visitor.fill("What does it stop you doing?", LONG_NOTE)
    visitor.go_on()


def on_full_list(visitor: Visitor) -> None:
    visitor.choose("Yes, add another")
    visitor.go_on()


def on_lab_test(visitor: Visitor) -> None:
    visitor.choose("Another test")
    visitor.go_on()


def on_lab_result(visitor: Visitor) -> None:
    visitor.fill("Result", "<150")
    visitor.fill("The lab’s own range, if printed", "200-900")
    visitor.choose("Low", about="How does the report mark")
    visitor.go_on()


def on_lab_timing(visitor: Visitor) -> None:
    visitor.choose("Yes, an injection", about="Had any B12 been taken")
    visitor.fill("If so, how long before the sample was the last one?", "5 days")
    visitor.choose("No B12 before", about="Had any B12 been taken")
    visitor.go_on()


def on_lab_paste(visitor: Visitor) -> None:
    visitor.fill("Text of your report", "Dear Dr. Lee,\nthank you for seeing her.")
    visitor.go_on()


def on_conditions(visitor: Visitor) -> None:
    visitor.choose("Celiac disease", "I don’t know")
    visitor.fill("Other conditions, or more about these", "Found in 2012")
    visitor.go_on()


def on_operations(visitor: Visitor) -> None:
    visitor.choose("Gastric band", "No such operation")
    visitor.fill("Something else", "Appendix")
    visitor.go_on()


def on_operation_details(visitor: Visitor) -> None:
    visitor.fill("When was it?", "2019")
    visitor.fill("Anything the clinician should know about it?", LONG_LINE)
    visitor.go_on()


def on_medicines(visitor: Visitor) -> None:
    visitor.choose("Omeprazole", "None of these")
    visitor.fill("Anything else you take", "Ramipril")
    visitor.go_on()


def on_medicine_details(visitor: Visitor) -> None:
    visitor.fill("What dose, and how often?", LONG_LINE)
    visitor.choose("Yes", about="Still taking it?")
    visitor.go_on()


def on_diet(visitor: Visitor) -> None:
    visitor.choose("Vegetarian", "None of these")
    visitor.fill("Anything to add?", "Since 2018")
    visitor.go_on()


def on_nitrous_oxide(visitor: Visitor) -> None:
    visitor.choose("Yes, longer ago")
    visitor.fill("When was the last time?", "2018")
    visitor.fill("How often?", LONG_LINE)
    visitor.go_on()


def on_family(visitor: Visitor) -> None:
    visitor.choose("Yes", about="Has a close relative")
    visitor.fill("Who, and what?", LONG_NOTE)
    visitor.go_on()


def on_pregnancy(visitor: Visitor) -> None:
    visitor.choose("Pregnant")
    visitor.fill("How many weeks, or how old is the baby?", LONG_LINE)
    visitor.go_on()


def on_cautions(visitor: Visitor) -> None:
    visitor.choose("Allergy to cobalt", "I prefer not to say")
    visitor.fill("What happened, or who has it?", LONG_NOTE)
    visitor.go_on()


def on_b12_product(visitor: Visitor) -> None:
    visitor.choose("Methylcobalamin")
    visitor.fill("Name of the product", "Bluebottle B12")
    visitor.fill("How often?", LONG_LINE)
    visitor.go_on()


def on_b12_effect(visitor: Visitor) -> None:
    visitor.fill("When did it start?", "May 2025")
    visitor.choose("Often", about="How often were doses missed?")
    visitor.fill("If so, why?", LONG_NOTE)
    visitor.choose("No change", about="What changed?")
    visitor.fill("If so, what was the reaction?", LONG_NOTE)
    visitor.go_on()


def on_questions(visitor: Visitor) -> None:
    lines = [f"Question {number}?" for number in range(MAX_OWN_QUESTIONS + 1)]
    visitor.fill("Your own questions", "\n".join(lines))
    visitor.go_on()


def on_question_order(visitor: Visitor) -> None:
    for checkbox in visitor.page.get_by_role("checkbox").all()[:4]:
        checkbox.check()
    visitor.go_on()


MISTAKES: dict[str, Act] = {
    "start": on_start,
    "safety": on_safety,
    "about": on_about,
    "symptoms": on_symptoms,
    "symptom-details": on_symptom_details,
    "lab-results": on_full_list,
    "lab-test": on_lab_test,
    "lab-result": on_lab_result,
    "lab-timing": on_lab_timing,
    "lab-paste": on_lab_paste,
    "conditions": on_conditions,
    "operations": on_operations,
    "operation-details": on_operation_details,
    "medicines": on_medicines,
    "medicine-details": on_medicine_details,
    "diet": on_diet,
    "nitrous-oxide": on_nitrous_oxide,
    "family": on_family,
    "pregnancy": on_pregnancy,
    "cautions": on_cautions,
    "b12-tried": on_full_list,
    "b12-product": on_b12_product,
    "b12-effect": on_b12_effect,
    "questions": on_questions,
    "question-order": on_question_order,
}
"""By the page's slug."""
