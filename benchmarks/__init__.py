"""What is measured, how, and the results so far: `python -m benchmarks.NAME --help`."""
