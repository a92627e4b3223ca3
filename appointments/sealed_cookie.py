"""The visitor's answers, sealed in cookies of their own browser; the only code that touches them.

The answers are JSON, compressed, encrypted and signed with keys that only the server has. The
server keeps nothing: what it cannot open is gone.

Only saving writes the answers. Looking at a page writes a small cookie of its own that says when
these answers were last seen: a slow page can never put older answers back over newer ones.
"""

from __future__ import annotations

import base64
import time
import zlib
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from pydantic import ValidationError

from appointments.answers import Answers

PATH = "/appointment/"
NAMES = ("b12-answers-1", "b12-answers-2")
SEEN = "b12-seen"
IDLE_SECONDS = 2 * 60 * 60
IDLE_SECONDS_SHARED = 15 * 60

CHUNK = 3600
LONGEST_SEALED = len(NAMES) * CHUNK
"""Together with the other cookies this stays under the 7.5 kB that proxies let through."""

SPARE = 400
"""Kept for noting which pages in the way were read, so that nobody is stuck on one."""

LONGEST_JSON = 200_000


class AnswersTooLongError(Exception):
    """The answers no longer fit in the visitor's cookies."""


class VisitState(StrEnum):
    """What the cookies held."""

    NEW = "new"  # nothing: a first visit
    OPEN = "open"  # answers
    EXPIRED = "expired"  # answers that nobody touched for too long
    UNREADABLE = "unreadable"  # something that these keys did not seal
    NEWER = "newer"  # answers that another version sealed, and this one cannot read


@dataclass(frozen=True, kw_only=True)
class Visit:
    """The answers that a request carries.

    Unless the state is OPEN they are empty. From expired ones it is only kept for whom, where
    and for which clinic the sheet is made, and that the computer is shared: what is new must not
    stay longer there.
    """

    answers: Answers
    state: VisitState


def load(request: HttpRequest) -> Visit:
    """Return the answers that the request's cookies hold."""
    token = _sealed(request)
    if not token:
        return Visit(answers=Answers(), state=VisitState.NEW)
    return unseal(token, last_seen=_seen(request, token))


def unseal(token: str, *, last_seen: float = 0) -> Visit:
    """Return what `seal` made a token of.

    Args:
        token: The token, from a cookie or from the page that carried it.
        last_seen: When it was last used, in seconds, if that is later than its own time.
    """
    try:
        text, sealed_at = _open(token.encode())
    except (InvalidToken, zlib.error, UnicodeError, ValueError):
        return Visit(answers=Answers(), state=VisitState.UNREADABLE)
    age = time.time() - max(sealed_at, last_seen)
    try:
        answers = Answers.from_json(text, by_us=True)
    except ValidationError:
        late = age > IDLE_SECONDS
        return Visit(answers=Answers(), state=VisitState.EXPIRED if late else VisitState.NEWER)
    limit = IDLE_SECONDS_SHARED if answers.shared_computer else IDLE_SECONDS
    if age > limit:
        afresh = Answers(
            preparing_for=answers.preparing_for,
            country=answers.country,
            shared_computer=answers.shared_computer,
            clinic=answers.clinic,
        )
        return Visit(answers=afresh, state=VisitState.EXPIRED)
    return Visit(answers=answers, state=VisitState.OPEN)


def save(response: HttpResponseBase, answers: Answers) -> None:
    """Seal the answers into the response's cookies, and start the idle time anew.

    Raises:
        AnswersTooLongError: They do not fit; the response is unchanged.
    """
    token = seal(answers)
    for position, name in enumerate(NAMES):
        chunk = token[position * CHUNK : (position + 1) * CHUNK]
        if chunk:
            _set(response, name, chunk)
        else:
            response.delete_cookie(name, path=PATH, samesite="Lax")


def touch(request: HttpRequest, response: HttpResponseBase) -> None:
    """Start the idle time of the request's answers anew; they themselves stay as they are."""
    _set(response, SEEN, _keys().encrypt(_mark(_sealed(request))).decode())


def clear(response: HttpResponseBase) -> None:
    """Take the answers out of the browser."""
    for name in (*NAMES, SEEN):
        response.delete_cookie(name, path=PATH, samesite="Lax")


def seal(answers: Answers) -> str:
    """Return the sealed answers.

    Raises:
        AnswersTooLongError: They do not fit.
        pydantic.ValidationError: They could not be read back; what was saved before stays.
    """
    Answers.from_json(answers.to_json(), by_us=True)
    token = _token(answers)
    without_spare = _token(answers.replace(acknowledged=()))
    if len(token) > LONGEST_SEALED or len(without_spare) > LONGEST_SEALED - SPARE:
        raise AnswersTooLongError
    return token


def seal_for_page(answers: Answers) -> str:
    """Return the answers sealed for a page to carry, which has more room than the cookies.

    Raises:
        AnswersTooLongError: They could be sealed, and not opened again.
    """
    return _token(answers)


def _token(answers: Answers) -> str:
    text = answers.to_json().encode()
    if len(text) > LONGEST_JSON:  # it could be sealed, and not opened again
        raise AnswersTooLongError
    return _keys().encrypt(zlib.compress(text, level=9)).decode()


def _sealed(request: HttpRequest) -> str:
    return "".join(request.COOKIES.get(name, "") for name in NAMES)


def _set(response: HttpResponseBase, name: str, value: str) -> None:
    response.set_cookie(
        name,
        value,
        path=PATH,
        secure=settings.ANSWERS_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _mark(token: str) -> bytes:
    """Return what ties the "seen" cookie to these very answers: no other can keep them alive."""
    return sha256(token.encode()).digest()


def _seen(request: HttpRequest, token: str) -> float:
    """Return when these answers were last seen by a page; 0 where no cookie says so."""
    try:
        seen = request.COOKIES.get(SEEN, "").encode()
        ours = _keys().decrypt(seen) == _mark(token)
        return _keys().extract_timestamp(seen) if ours else 0
    except (InvalidToken, UnicodeError):
        return 0


def _open(token: bytes) -> tuple[bytes, float]:
    """Return the answers' JSON, and when they were sealed."""
    keys = _keys()
    # zlib stops at the limit, so that a crafted token cannot fill the memory.
    text = zlib.decompressobj().decompress(keys.decrypt(token), LONGEST_JSON)
    return text, keys.extract_timestamp(token)


def _keys() -> MultiFernet:
    """Return the keys: the first seals, all of them open."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_derive(secret)) for secret in secrets])


def _derive(secret: str) -> bytes:
    """Return a key for this one purpose, so that no other use of the secret can open a token."""
    derivation = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"b12guide answers cookie")
    return base64.urlsafe_b64encode(derivation.derive(secret.encode()))
