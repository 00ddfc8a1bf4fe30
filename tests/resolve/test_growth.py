"""The work grows with the number of names, not with its square."""

from benchmarks.resolve import generate
from kg.resolve.blocks import candidate_pairs
from kg.resolve.forms import gather


def pairs_per_name(size: int) -> float:
    gathered = gather(*generate(size), [])
    return len(candidate_pairs(gathered.forms)) / len(gathered.forms)


def test_twice_the_names_mean_no_more_pairs_a_name() -> None:
    assert pairs_per_name(4_000) <= 1.25 * pairs_per_name(2_000)


def test_thousands_of_like_names_in_one_place_mean_no_more_than_dozens_of_pairs_a_name() -> None:
    from tests.resolve.naming import apart

    names = [("yi21.txt", f"峄山路{index // 26}号{chr(65 + index % 26)}座改造项目") for index in range(2_000)]
    gathered = gather([], apart("Project", *names), [])
    assert len(candidate_pairs(gathered.forms)) / len(gathered.forms) <= 24
