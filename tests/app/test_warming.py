"""What is warmed leaves nothing to be loaded or compiled for a first drawing."""

import json
import os
import subprocess
import sys

from tests.app.drawn import AREA, collection, feature, line, shop

# Of its own process: in this one other tests have loaded every kernel already.
PROGRAM = """
import json, sys
from numba.core.registry import CPUDispatcher
import gc
from app.db.engine import make_engine
from app.main import EVERYTHING, warm
from app.services.assessing import answer
from app.services.drawing import read_drawing
from app.services.subjects import subject_of
from app.settings import Settings
from app.state import make_service

def loaded():
    kernels = [thing for thing in gc.get_objects() if isinstance(thing, CPUDispatcher)]
    return {f"{k.__module__}.{k.__name__}{sig}" for k in kernels for sig in k.signatures}

settings = Settings(warm_at_start=False)
service = make_service(settings, make_engine(settings.database_url))
warm(service)
assert service.warm.is_set()
before = loaded()
drawn = read_drawing(json.loads(sys.argv[2]), service.limits, at="")
with service.snapshots() as session:
    answer(subject_of(service, session, sys.argv[1], drawn.features), EVERYTHING, "da")
print(json.dumps({"before": len(before), "late": sorted(loaded() - before)}))
"""


def test_a_first_drawing_finds_every_kernel_loaded(loaded_url: str) -> None:
    street = line((12.2880, 55.6545), (12.2890, 55.6550))
    drawn = collection(feature("connection", street), shop(12.288, 55.6542))
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, AREA, json.dumps(drawn)],
        env={**os.environ, "FORBIND_DATABASE_URL": loaded_url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["before"] > 10
    assert told["late"] == []
