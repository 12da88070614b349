from __future__ import annotations

import subprocess
import sys

from spatial.warm import warm_kernels


def test_every_kernel_compiles() -> None:
    warm_kernels()


def test_importing_the_engine_is_light() -> None:
    program = (
        "import sys, spatial; "
        "print([name for name in ('numba', 'numpy', 'shapely') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
