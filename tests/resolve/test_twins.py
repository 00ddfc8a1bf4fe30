"""Places whose names are one as projects are one as places too, and the other way round."""

from tests.resolve.naming import groups, named, resolved

FULL, SHORT = "江州师大外国语实验高中", "江州师大实验高级中学"


def test_two_names_of_one_project_are_one_school() -> None:
    stated = named("yi21.txt", "Project", SHORT, canonical=FULL, start=30)
    built = named("yi21.txt", "Project", FULL, part="task")
    schools = [named("yi21.txt", "Institution", FULL, part="task"), named("yi21.txt", "Institution", SHORT, start=30)]

    assert len(groups(resolved(schools), "Institution")) == 2
    assert len(groups(resolved([stated, built, *schools]), "Institution")) == 1


def test_what_a_list_keeps_apart_stays_apart() -> None:
    stated = named("yi21.txt", "Project", SHORT, canonical=FULL, row="r2", start=30)
    schools = [named("yi21.txt", "Institution", FULL), named("yi21.txt", "Institution", SHORT, start=len(FULL))]

    assert len(groups(resolved([stated, *schools]), "Institution")) == 2


def test_a_short_form_that_always_stands_for_its_full_form_is_no_thing_of_its_own() -> None:
    road = named("yi21.txt", "Project", "金柳路续建", canonical="金柳公路续建工程", part="task")
    told = named("yi21.txt", "Project", "金柳公路续建工程")

    assert len(groups(resolved([road, told]), "Project")) == 1
