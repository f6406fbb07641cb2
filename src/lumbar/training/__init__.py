"""Training: screening, stages, doses, the session planner, and the fold of the journal. All of it is pure."""
