"""Films become landmarks: the only room that knows a pose model, a film format or a picture.

Everything runs on this computer, on models that were brought when Lumbar was set up; nothing is fetched and nothing
is sent. Images are arrays of shape (height, width, 3), unsigned bytes, blue first, as OpenCV decodes them; places are
in pixels of the film, x to the right and y down.
"""
