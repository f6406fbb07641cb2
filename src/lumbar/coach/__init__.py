"""The camera coach: from where a pose model saw a person to repetitions, holds, cues and refusals.

Nothing here knows an exercise. What to expect comes from the key poses of the exercise's file, seen by the same angle
functions that read the person; what is judged, how closely, and what no camera sees is the file's `[camera]` table.
Images, cameras and models are elsewhere: the room takes points in pixels with time stamps, and is pure.
"""
