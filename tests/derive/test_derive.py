from __future__ import annotations

import filecmp
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.derive import __main__ as derive
from data.derive.apportion import apportion
from data.derive.places import GLADSAXE
from data.derive.slugs import lasting_ids, slug
from tests.spatial.cases import THOROUGH

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT.parent / "shared" / "geo"


@given(
    st.integers(0, 5000), st.lists(st.floats(0.01, 1e6, allow_nan=False), min_size=1, max_size=50)
)
def test_shares_add_up_and_stay_within_one_of_exact(total: int, weights: list[float]) -> None:
    shares = apportion(total, weights)
    assert sum(shares) == total
    for share, weight in zip(shares, weights, strict=True):
        assert abs(share - total * weight / sum(weights)) < 1 + 1e-6


def test_nobody_to_share_among() -> None:
    with pytest.raises(ValueError, match="nobody"):
        apportion(3, [])
    assert apportion(0, []) == []


def test_ids_stay_when_something_else_changes() -> None:
    before = lasting_ids(1_000_000, ["a", "b", "c"])
    after = lasting_ids(1_000_000, ["a", "new", "c"])
    assert (before[0], before[2]) == (after[0], after[2])
    assert len(set(lasting_ids(1_000_000, ["a", "a", "a"]))) == 3
    assert all(1_000_000 < number < 2_000_000 for number in before)


def test_slugs_are_plain() -> None:
    assert slug("Ole Rømer-Skolen, Tåstrup Æ") == "ole-roemer-skolen-taastrup-ae"


@pytest.mark.skipif(not REFERENCE.is_dir(), reason=f"no reference data at {REFERENCE}")
def test_deriving_again_gives_the_shipped_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All three places when thorough; by default the smallest, without what they share."""
    places = derive.PLACES if THOROUGH else (GLADSAXE,)
    monkeypatch.setattr(derive, "PLACES", places)
    arguments = ["derive", "--reference", str(REFERENCE), "--out", str(tmp_path)]
    monkeypatch.setattr(sys, "argv", arguments)
    assert derive.main() == 0
    written = [path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) == 3 + len(places) * 8
    if not THOROUGH:
        written = [path for path in written if path.parts[0] == GLADSAXE.id]
    shipped = ROOT / "data" / "geo"
    _, different, missing = filecmp.cmpfiles(tmp_path, shipped, written, shallow=False)
    assert (different, missing) == ([], [])
