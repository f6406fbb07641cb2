"""The tools that set Lumbar up, check it and test it. They need nothing but Python 3.11."""
