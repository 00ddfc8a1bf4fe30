"""What speaks for two names being one thing, with its sentence and the two values."""

from __future__ import annotations

from kg.model.entity import Reason
from kg.model.record import Record


class Affinity(Record):
    """What speaks for one thing, 0..1.

    `short` marks a short form, which must be the only one that fits; `doubt` what never joins by itself.
    """

    reason: Reason
    short: bool = False
    doubt: bool = False

    @property
    def score(self) -> float:
        """How much it speaks for one thing."""
        return self.reason.score


def speaks(feature: str, score: float, text: str, a: str, b: str, *, short: bool = False) -> Affinity:
    """Something that speaks for one thing."""
    return Affinity(reason=Reason(feature=feature, score=score, text=text, a=a, b=b), short=short)


def doubtful(feature: str, score: float, text: str, a: str, b: str) -> Affinity:
    """Something that people should look at, and that joins nothing."""
    return Affinity(reason=Reason(feature=feature, score=score, text=text, a=a, b=b), doubt=True)
