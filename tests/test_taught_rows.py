"""What is taught: a letter a place for every type, of names in one another the longest."""

from __future__ import annotations

from tests.teaching import script


def test_names_inside_names_of_their_type_are_not_taught() -> None:
    with script("taught_rows") as taught_rows:
        text = taught_rows.Marked("progress", "云岭水厂二期", (("Project", 0, 4), ("Project", 0, 6), ("Area", 0, 2)))
        assert taught_rows.labels(text, "Project") == "BIIIII"
        assert taught_rows.labels(text, "Area") == "BIOOOO"
        assert taught_rows.labels(text, "Park") == "OOOOOO"
