"""`python -m lumbar`: the same as the command `lumbar`."""

from lumbar.cli import main

main()
