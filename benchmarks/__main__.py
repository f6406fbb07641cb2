"""Run benchmarks by name: `python -m benchmarks fold plan`; all of them where none is named."""

import sys
from importlib import import_module
from pathlib import Path

NOT_RUN = {"__main__", "__init__", "journals"}


def main(names: list[str]) -> int:
    """Run the named benchmarks and print what each measured."""
    known = sorted(file.stem for file in Path(__file__).parent.glob("*.py") if file.stem not in NOT_RUN)
    unknown = sorted(set(names) - set(known))
    if unknown:
        print(f"There is no benchmark {', '.join(unknown)}. There are: {', '.join(known)}.")
        return 2
    for name in names or known:
        print(f"{name}:")
        for what, value in import_module(f"benchmarks.{name}").run().items():
            print(f"  {what:<44} {value if isinstance(value, str) else f'{value:,.2f}'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
