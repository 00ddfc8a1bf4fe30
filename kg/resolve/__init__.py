"""Names to entities: which written names mean one thing, with reasons, links and people's decisions on top."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Decision, DocumentContext, Finding, Mention, Statement, TaskRow
from kg.resolve.clusters import Clusters, cluster
from kg.resolve.decisions import judge
from kg.resolve.entities import Made, make_entities
from kg.resolve.forms import gather
from kg.resolve.links import find_links
from kg.resolve.resolution import Candidate, Reason, Resolution
from kg.resolve.separators import FOR_PEOPLE

__all__ = ["Candidate", "Reason", "Resolution", "resolve"]


def resolve(
    contexts: Sequence[DocumentContext],
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    decisions: Sequence[Decision] = (),
    rows: Sequence[TaskRow] = (),
) -> Resolution:
    """Every name of the mentions and statements as an entity; the order of the input changes nothing.

    Rows are wanted for the words between names only ("X was renamed Y"); without them everything else works.

    Decisions of people outrank every computed judgement. Those that name nothing known become findings.

    Raises `DecisionConflict` where two decisions say opposite things of one pair, directly or through others.
    """
    gathered = gather(contexts, mentions, statements, rows)
    clusters = cluster(gathered)
    findings: tuple[Finding, ...] = ()
    if decisions:
        stages = [(clusters, make_entities(clusters))]
        judged, findings = judge(decisions, stages)
        clusters = cluster(gathered, judged)
        if findings:
            judged, findings = judge(decisions, [*stages, (clusters, make_entities(clusters))])
            clusters = cluster(gathered, judged)
    made = make_entities(clusters)
    return Resolution(
        entities=tuple(made.entities[id] for id in sorted(made.entities)),
        names={name: made.ids[clusters.of(key)] for name, key in sorted(gathered.names.items())},
        links=find_links(clusters, made),
        candidates=_candidates(clusters, made),
        findings=findings,
    )


def _candidates(clusters: Clusters, made: Made) -> tuple[Candidate, ...]:
    """Pairs of entities in doubt, all their reasons together; those nearest to certainty of neither kind first."""
    reasons: dict[tuple[str, str], set[Reason]] = {}
    against: dict[tuple[str, str], tuple[Reason, ...]] = {}
    for doubt in clusters.doubts:
        a, b = sorted((made.ids[clusters.of(doubt.a)], made.ids[clusters.of(doubt.b)]))
        between = clusters.between(clusters.of(doubt.a), clusters.of(doubt.b)) if a != b else ()
        if a != b and {reason.feature for reason in between} <= FOR_PEOPLE:
            reasons.setdefault((a, b), set()).add(doubt.reason)
            against[(a, b)] = between
    found = [_candidate(made, pair, sorted(why, key=_strongest), against[pair]) for pair, why in reasons.items()]
    return tuple(sorted(found, key=lambda pair: (bool(pair.separators), abs(pair.score - 0.5), pair.a, pair.b)))


def _strongest(reason: Reason) -> tuple[float, str, str, str, str]:
    return -reason.score, reason.feature, reason.text, reason.a, reason.b


def _candidate(made: Made, pair: tuple[str, str], why: Sequence[Reason], against: tuple[Reason, ...]) -> Candidate:
    a, b = pair
    return Candidate(
        a=a,
        b=b,
        type=made.entities[a].type,
        a_name=made.entities[a].name,
        b_name=made.entities[b].name,
        score=why[0].score,
        reasons=tuple(why),
        separators=against,
    )
