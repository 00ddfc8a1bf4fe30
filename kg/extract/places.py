"""Where projects, parks and firms stand: by their name, by a town's heading, by what the text says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.clauses import Heading, Span, clauses, headings
from kg.extract.holding import held_by_place
from kg.extract.implied import LOCAL_AREA, Tells, is_district, is_short_form, tells_openly, tells_where
from kg.extract.named import Named
from kg.extract.openers import told_of_place
from kg.extract.rowview import RowView
from kg.extract.sites import Placing, built_by_park, inside_parks, passed_through, sentence_of
from kg.extract.situated import goes_on_about, moved_in, place_of
from kg.extract.standing import stands_there
from kg.extract.stating import evidence, statement
from kg.extract.unit_headings import PARTS as HEADED_PARTS
from kg.extract.unit_headings import UnitHeading
from kg.extract.zones import zone_at_end
from kg.model import DocumentContext, Mention, Name, Statement, TaskRow

_ZONE = re.compile("(?:区|园|园区|城|基地)$")
_ITSELF = re.compile(r"(?:建设|项目|工程|[一二三四五六七八九十\d]期|新建|扩建|[（）()“”])*$")
_SIDE_BY_SIDE = re.compile("[·、—和及与]")
_SAME_NAME_GOES_ON = "区园城镇基（("
_TOWN_OFFICE = ("镇", "乡", "街道", "街道办", "办事处")
_NO_PLACE = ("农高区", "示范区", "风景区")
"""An office for farming or sights: what it reports on may stand anywhere."""
_UNREGISTERED = re.compile("(?:农场|林场|牧场|果园|茶园|农庄|庄园)$")
_BUILT_AT = re.compile(
    "(?:镇|街道|乡|村|社区|区|园)?(?:境内|辖区内?|内)?(?:建立|建设|新建|实施|打造|规划|选址|投资|建成|开工|启动|推进|兴建|扩建|改造|布局)"
)
_BUILDS_IN = re.compile("(?:改建|建设|新建|建立|扩建|打造|实施|建成)(?:了)?")
_DEALT_WITH = re.compile("(?:与|同|向|赴|由|委托|联合|邀请|通过|依托|对接|走访|报送?|聘请)$")
_DEALS = re.compile("(?:等)?(?:签订|签署|洽谈|对接|合作|贷款|授信|中标|来|到)")
_NEAR = 24
_LONGEST_TOWN = 10
_HELPS = re.compile("(?:配合|协助|对接)[^，。；：]{0,6}$")
PLACED = ("Project", "Park", "Company", "Institution")


class PlaceStater:
    """`locatedIn` from projects, parks, companies and institutions to areas and parks."""

    name = "places"
    states: tuple[str, ...] = ("locatedIn",)

    def state(self, row: TaskRow, mentions: Sequence[Mention], context: DocumentContext) -> Iterator[Statement]:
        """One statement a thing and place; the document's own district, city and province go without saying."""
        view = RowView.of(row, mentions)
        if not view.has(*PLACED):
            return
        seen: set[tuple[Name, Name]] = set()
        for thing, place, rule, span in _placed(view, tells_where(view, context), tells_openly(view, context)):
            ends = (thing.name, place)
            if ends in seen or thing.name.text == place.text:
                continue
            seen.add(ends)
            proof = evidence(row, thing.part, span)
            yield statement(row, context, rule, (ends[0], "locatedIn", ends[1]), proof)


def _placed(view: RowView, tells: Tells, openly: Tells) -> Iterator[Placing]:
    for part in view.parts(*PLACED, "Area"):
        yield from _by_name(view, part, tells)
        yield from inside_parks(view, part)
        yield from stands_there(view, part, tells)
        yield from _stated(view, part, tells)
        yield from _by_place_heading(view, part, openly)
        yield from _built_in(view, part, tells)
        yield from _listed_in(view, part, tells)
        yield from built_by_park(view, part)
        yield from passed_through(view, part, tells)
        yield from told_of_place(view, part, tells, openly)
        yield from held_by_place(view, part, tells)
        yield from place_of(view, part, tells)
        yield from goes_on_about(view, part, tells)
        yield from moved_in(view, part)
    for heading in view.unit_headings:
        yield from _by_heading(view, heading, tells)


def _by_name(view: RowView, part: str, tells: Tells) -> Iterator[Placing]:
    """A town, village or park whose name stands in the name."""
    placed = view.within(part, "Area", "Park")
    for thing in view.within(part, *PLACED):
        if thing.type == "Company" and not (placed and _UNREGISTERED.search(thing.text)):
            continue
        for place in view.nested(thing, "Area", "Park") if placed else ():
            if place.type == "Park" and (thing.type not in ("Project", "Institution") or _is_itself(thing, place)):
                continue
            if place.type == "Area" and (is_short_form(place.text) or not tells(place.text)):
                continue
            yield thing, place.name, "locatedIn:name", Span(thing.start, thing.end)
        if thing.type == "Project":
            for park in _parks_before(view, thing):
                yield thing, park, "locatedIn:name", Span(thing.start, thing.end)


def _parks_before(view: RowView, project: Named) -> Iterator[Name]:
    """A park that the row names elsewhere and with whose name the project's begins."""
    for park in view.names("Park"):
        rest = project.text.removeprefix(park.text)
        if rest != project.text and not _ITSELF.match(rest) and rest[0] not in _SAME_NAME_GOES_ON:
            yield park


def _is_itself(thing: Named, park: Named) -> bool:
    """`X产业园项目` is the park itself, `X产业园道路项目` stands in it; `Y及X产业园项目` is of more than the park."""
    lead, _, rest = thing.name.text.partition(park.text)
    return not rest or rest.startswith(("（", "(")) or bool(_ITSELF.match(rest) or _SIDE_BY_SIDE.search(lead))


def _by_heading(view: RowView, heading: UnitHeading, tells: Tells) -> Iterator[Placing]:
    """What a town or a zone reports on stands there."""
    title = heading.title
    if title.endswith(_TOWN_OFFICE) and not title.startswith("各"):
        place = Name(type="Area", text=title)
    elif is_district(title):
        if not tells(title):
            return
        place = Name(type="Area", text=title)
    elif _ZONE.search(title) and not LOCAL_AREA.search(title):
        if title in _NO_PLACE:
            return
        place = Name(type="Park", text=title)
    else:
        return
    for thing in view.between(heading.part, heading.start + 1, heading.end, *PLACED):
        inside = view.is_free(thing)
        zone = thing.type == "Park" and zone_at_end("separate").search(thing.text)
        if inside and not zone and not _comes_from_elsewhere(view, thing):
            yield thing, place, "locatedIn:heading", sentence_of(view.row.text(heading.part), thing)


def _by_place_heading(view: RowView, part: str, tells: Tells) -> Iterator[Placing]:
    """`X产业园：`, `X镇：` before a list or a report: what is named up to the next heading stands there.

    Not where problems are told: those may come from anywhere.
    """
    text = view.row.text(part)
    for heading in headings(text) if part != "problems" else ():
        place = _headed_by(view, part, heading, tells)
        if place is None or view.heading_at(part, heading.start + 1) is not None:
            continue
        kinds = ("Project", "Company") if part in HEADED_PARTS else ("Project",)
        for thing in view.free_between(part, heading.colon, heading.end, *kinds):
            if not _comes_from_elsewhere(view, thing) and place.text not in thing.name.text:
                yield thing, place, "locatedIn:heading", Span(heading.start, sentence_of(text, thing).end)


def _headed_by(view: RowView, part: str, heading: Heading, tells: Tells) -> Name | None:
    """The park, area or town's office that makes up a heading."""
    park = next((m.name for m in view.within(part, "Park") if m.canonical and m.text == heading.title), None)
    park = park or next((name for name in view.names("Park") if name.text == heading.title), None)
    if park is not None:
        return park
    for named in view.between(part, heading.start, heading.start + 1, "Area", "Agency"):
        town = named.type == "Area" or named.text.endswith(_TOWN_OFFICE)
        if named.end == heading.colon and town and tells(named.text):
            return Name(type="Area", text=named.text)
    return None


def _comes_from_elsewhere(view: RowView, thing: Named) -> bool:
    """What a town only helps with (`配合X建设`), a firm or school that it deals with (`赴X`), need not stand there."""
    text = view.row.text(thing.part)
    if _HELPS.search(text, max(0, thing.start - 8), thing.start):
        return True
    if thing.type not in ("Company", "Institution"):
        return False
    lead = text[max(0, thing.start - 4) : thing.start]
    return bool(_DEALT_WITH.search(lead) or _DEALS.match(text, thing.end))


def _stated(view: RowView, part: str, tells: Tells) -> Iterator[Placing]:
    """`在C镇建设A、B`, `C镇A` right before the name."""
    text = view.row.text(part)
    for place in view.free(part, "Area", "Park"):
        if place.type == "Area" and not tells(place.text):
            continue
        sentence = sentence_of(text, place)
        for group in (g for kind in PLACED for g in view.groups(part, kind) if sentence.holds(g[0].start, g[-1].end)):
            if _built_at(text, place, group[0]):
                for thing in group:
                    if view.is_free(thing) and thing.name != place.name:
                        yield thing, place.name, "locatedIn:stated", sentence


def _built_at(text: str, place: Named, thing: Named) -> bool:
    """`在C镇建设A`, `C镇A`; a firm that builds there need not stand there."""
    if thing.type == "Company" or thing.type == place.type:
        return False
    built = _BUILT_AT.match(text, place.end) if text.endswith("在", 0, place.start) else None
    near = built is not None and 0 <= thing.start - built.end() <= 12
    return near or (place.type == "Area" and thing.start == place.end)


def _built_in(view: RowView, part: str, tells: Tells) -> Iterator[Placing]:
    """`在X镇卫生院旁新建A`: the town of a longer name says where something is built, too."""
    text = view.row.text(part)
    for clause in clauses(text) if view.within(part, "Area") else ():
        at = text.find("在", *clause)
        builds = _BUILDS_IN.search(text, at, clause.end) if at >= 0 else None
        if builds is None or builds.start() - at > _NEAR:
            continue
        for place in view.between(part, at + 1, builds.start(), "Area"):
            for thing in view.free_between(part, builds.end(), builds.end() + 1, "Project", "Park", "Institution"):
                if tells(place.text):
                    yield thing, place.name, "locatedIn:stated", clause


def _listed_in(view: RowView, part: str, tells: Tells) -> Iterator[Placing]:
    """`X镇A、B、C等`: a town right before a list of firms, parks or projects is the town of each of them."""
    for kind in ("Company", "Project", "Park"):
        for group in view.groups(part, kind) if view.within(part, "Area") else ():
            for place in view.between(part, max(0, group[0].start - _LONGEST_TOWN), group[0].start, "Area"):
                if place.end != group[0].start or not tells(place.text) or view.nested(group[0], "Area"):
                    continue
                for thing in group[:1] if _in_project(view, place) else group:
                    if kind != "Company" or not _in_project(view, thing):
                        yield thing, place.name, "locatedIn:stated", sentence_of(view.row.text(part), thing)


def _in_project(view: RowView, named: Named) -> bool:
    """Whether a name is part of a project's: `X镇A公司竹浆项目` does not say where A or what is listed next is."""
    begun = view.between(named.part, max(0, named.start - _NEAR), named.start + 1, "Project")
    return any(named.end <= p.end and len(p.text) > len(named.text) for p in begun)
