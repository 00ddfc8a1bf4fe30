"""Indicators in the graph: one entity an indicator, and facts of what was aimed at and what was reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extract.indicators import Observation, Quantity
from kg.ids import content_id
from kg.model import Entity, Fact

GROWTH = "增速"
"""What the name of an indicator's growth has behind it: 固定资产投资 is an amount, 固定资产投资增速 a rate."""
METHOD = "indicators:figure"
CONFIDENCE = 0.9


def indicator_name(observation: Observation) -> str:
    """The name of the thing observed: the indicator itself, or its growth."""
    return observation.indicator + (GROWTH if observation.measure == "growth" else "")


def indicator_entities(observations: Iterable[Observation]) -> tuple[Entity, ...]:
    """One entity an indicator, whatever document observes it."""
    documents: dict[str, set[str]] = {}
    counts: dict[str, int] = {}
    for observation in observations:
        name = indicator_name(observation)
        documents.setdefault(name, set()).add(observation.document)
        counts[name] = counts.get(name, 0) + 1
    return tuple(
        Entity(
            id=content_id("Indicator", name),
            type="Indicator",
            name=name,
            documents=tuple(sorted(documents[name])),
            mentions=counts[name],
        )
        for name in sorted(documents)
    )


def indicator_facts(observations: Iterable[Observation]) -> Iterator[Fact]:
    """Target and actual value of each observation, each with the quote that gives it."""
    for observation in observations:
        for predicate, quantity in (("targetValue", observation.target), ("actualValue", observation.actual)):
            if quantity:
                yield _fact(observation, predicate, quantity)


def _fact(observation: Observation, predicate: str, quantity: Quantity) -> Fact:
    name = indicator_name(observation)
    proof = quantity.evidence
    return Fact(
        id=content_id("Statement", observation.document, observation.row, name, predicate, quantity.text, proof.part),
        document=observation.document,
        row=observation.row,
        subject=name,
        predicate=predicate,
        object=quantity.text,
        subject_name=name,
        object_name=quantity.text,
        subject_entity=content_id("Indicator", name),
        value=quantity.value,
        unit=quantity.unit,
        evidence=proof,
        period=observation.period,
        method=METHOD,
        confidence=CONFIDENCE,
    )
