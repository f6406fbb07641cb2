"""The body as numbers: segments, joints, a pose, where everything then is, and what carries it.

Room axes: x forward, y to the left, z up, in metres [m]; the floor is z = 0. Angles are in degrees [deg] by anatomical
name, zero is standing upright with the arms hanging (docs/reference/body.md). Everything is pure; arrays come from
numpy and nothing here knows an exercise.
"""
