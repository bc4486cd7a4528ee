"""Making a folder of files from inputs, knowing nothing of TEI.

`generation` publishes a folder whole or not at all, `state` remembers what each file was made
from, `runner` spreads work over processes, `progress` is how the work is told to somebody.
"""
