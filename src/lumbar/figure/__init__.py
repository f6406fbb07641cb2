"""What an exercise looks like: from its key poses to drawings, and to the data that moves the figure in a browser.

Pure: the mesh of a body comes in as bytes, and a picture goes out as an array.
"""
