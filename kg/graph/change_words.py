"""The sentences that tell what became of a thing, in either language."""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph.timeline import Amount, Report
from kg.graph.wording import Wording


def first_named(words: Wording, new: Report) -> str:
    """A thing that earlier documents do not name."""
    when = words.period(new.period)
    return words.say(f"{when}首次出现", f"first named in {when}")


def ended(words: Wording, old: Report) -> str:
    """A thing that was completed or suspended and is named no more."""
    when, then = words.period(old.period), _stage(words, old)
    return words.say(f"{when}已是“{then}”，此后不再提及", f"“{then}” in {when}, not mentioned since")


def gone(words: Wording, old: Report) -> str:
    """A thing that was on its way and is named no more."""
    when, then = words.period(old.period), _stage(words, old)
    return words.say(f"{when}为“{then}”，此后的文件不再提及", f"“{then}” in {when}, no longer mentioned")


def then_and_now(words: Wording, old: Report, new: Report) -> str:
    """The stages of two periods."""
    before, after = words.period(old.period), words.period(new.period)
    then, now = _stage(words, old), _stage(words, new)
    return words.say(f"{before}为“{then}”，{after}为“{now}”", f"“{then}” in {before}, “{now}” in {after}")


def amount_changed(words: Wording, then: Amount, now: Amount) -> str:
    """An amount that two periods tell otherwise."""
    label = words.term(now.predicate)
    return words.say(f"{label}由{then.text}变为{now.text}", f"{label}: from {then.text} to {now.text}")


def owners_changed(words: Wording, old: Iterable[str], new: Iterable[str]) -> str:
    """The units that answered for it, and those that do."""
    then, now = words.listed(old), words.listed(new)
    return words.say(f"责任单位由{then}变为{now}", f"from {then} to {now}")


def target_changed(words: Wording, then: str, now: str) -> str:
    """A target that a document itself says was changed."""
    return words.say(f"目标由“{then}”调整为“{now}”", f"target: from “{then}” to “{now}”")


def _stage(words: Wording, report: Report) -> str:
    return words.stage(report.stage) if report.stage else words.say("未写明阶段", "stage not stated")
