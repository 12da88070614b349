"""Look the service's packages up in a register of known vulnerabilities.

Exits with 1 when a package has one. Where the register does not answer, for all or for some of
the packages, that is said, and is no failure: a machine may reach the package registries alone.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

LOCK = "requirements.lock"
PIP_AUDIT = [str(Path(sys.executable).parent / "pip-audit"), "--disable-pip", "--require-hashes"]
NPM_AUDIT = ["npm", "--prefix", "frontend", "audit", "--omit=dev", "--json"]


def main() -> int:
    """Audit both halves and return the exit code."""
    found = [*python_vulnerabilities(), *frontend_vulnerabilities()]
    sys.stdout.writelines(f"{line}\n" for line in found)
    return 1 if found else 0


def python_vulnerabilities() -> list[str]:
    """List what is known of the Python packages."""
    packages = answer_of([*PIP_AUDIT, "--format", "json", "-r", LOCK]).get("dependencies")
    if packages is None:
        warn("no register of vulnerabilities of Python packages can be reached from here")
        return []
    unknown = [package for package in packages if "skip_reason" in package]
    if unknown:
        warn(f"the register does not know {len(unknown)} of {len(packages)} Python packages")
    return [
        f"{package['name']} {package['version']}: {fault['id']}, fixed in {fault['fix_versions']}"
        for package in packages
        for fault in package.get("vulns", [])
    ]


def frontend_vulnerabilities() -> list[str]:
    """List what is known of the packages that reach the browser."""
    packages = answer_of(NPM_AUDIT).get("vulnerabilities")
    if packages is None:
        warn("no register of vulnerabilities of npm packages can be reached from here")
        return []
    return [f"{name}: {fault['severity']}, {fault['range']}" for name, fault in packages.items()]


def answer_of(command: Sequence[str]) -> dict[str, Any]:
    """Return what a command answers as JSON; nothing where it answers otherwise."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except json.JSONDecodeError:
        return {}
    return answer


def warn(what: str) -> None:
    """Say loudly what was not looked at."""
    sys.stdout.write(f"NOT AUDITED: {what}\n")


if __name__ == "__main__":
    sys.exit(main())
