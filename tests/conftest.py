"""Tests read by rules, which is quick, unless they ask for the `model`. None has to be quick."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from fabula.inference import package

settings.register_profile("fabula", deadline=None)
settings.load_profile("fabula")
WITH_MODEL = package.is_there


@pytest.fixture(scope="session", autouse=True)
def _by_rules() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(package, "is_there", lambda: False)
        yield


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test reads with the reader model; it is skipped in an installation that has none."""
    if not WITH_MODEL():
        pytest.skip("no reader model here")
    monkeypatch.setattr(package, "is_there", WITH_MODEL)
