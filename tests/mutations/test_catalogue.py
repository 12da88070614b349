"""The breakages of `bin/mutate` still fit the engine as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.mutations.catalogue import MUTATIONS
from tests.mutations.mutation import Mutation

ROOT = Path(__file__).parents[2]


def test_each_has_a_name_of_its_own() -> None:
    names = [mutation.name for mutation in MUTATIONS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_it_fits_the_source_once_and_leaves_a_program(mutation: Mutation) -> None:
    text = (ROOT / mutation.source).read_text(encoding="utf-8")
    broken = mutation.applied(text)
    assert broken != text
    compile(broken, mutation.source, "exec")


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_its_tests_are_there(mutation: Mutation) -> None:
    assert mutation.tests
    for test in mutation.tests:
        path, _, function = test.partition("::")
        text = (ROOT / path).read_text(encoding="utf-8")
        assert re.search(rf"^def {function or 'test_'}", text, re.MULTILINE), test


def test_a_source_that_has_moved_on_is_told() -> None:
    mutation = Mutation("gone", "spatial/units.py", "not there", "", ())
    with pytest.raises(ValueError, match="0 times, not once"):
        mutation.applied("nothing of the kind")
    with pytest.raises(ValueError, match="2 times, not once"):
        mutation.applied("not there, not there")
