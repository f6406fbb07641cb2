"""The catalogue: exercise files become values, and every fault is found with its place."""
