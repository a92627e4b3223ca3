"""The question pages, one file each, and the journey: their order."""

from appointments.steps.about import ABOUT
from appointments.steps.b12_tried import B12_EFFECT, B12_PRODUCT, B12_TRIED
from appointments.steps.cautions import CAUTIONS_STEP
from appointments.steps.conditions import CONDITIONS_STEP
from appointments.steps.diet import DIET
from appointments.steps.family import FAMILY
from appointments.steps.lab_paste import LAB_PASTE
from appointments.steps.lab_result import LAB_RESULT
from appointments.steps.lab_results import LAB_RESULTS
from appointments.steps.lab_test import LAB_TEST
from appointments.steps.lab_timing import LAB_TIMING
from appointments.steps.medicines import MEDICINE_DETAILS, MEDICINES_STEP
from appointments.steps.nitrous_oxide import NITROUS_OXIDE_STEP
from appointments.steps.operations import OPERATION_DETAILS, OPERATIONS
from appointments.steps.pregnancy import PREGNANCY_STEP
from appointments.steps.questions import QUESTION_ORDER, QUESTIONS
from appointments.steps.safety import SAFETY
from appointments.steps.start import START
from appointments.steps.step import AnyStep
from appointments.steps.symptoms import SYMPTOM_DETAILS, SYMPTOMS_STEP

STEPS: tuple[AnyStep, ...] = (
    START,
    SAFETY,
    ABOUT,
    SYMPTOMS_STEP,
    SYMPTOM_DETAILS,
    LAB_RESULTS,
    LAB_TEST,
    LAB_RESULT,
    LAB_TIMING,
    LAB_PASTE,
    CONDITIONS_STEP,
    OPERATIONS,
    OPERATION_DETAILS,
    MEDICINES_STEP,
    MEDICINE_DETAILS,
    DIET,
    NITROUS_OXIDE_STEP,
    FAMILY,
    PREGNANCY_STEP,
    CAUTIONS_STEP,
    B12_TRIED,
    B12_PRODUCT,
    B12_EFFECT,
    QUESTIONS,
    QUESTION_ORDER,
)

STEPS_BY_SLUG = {step.slug: step for step in STEPS}
