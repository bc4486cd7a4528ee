"""Making a folder of files from inputs, knowing nothing of TEI.

`generation` publishes a folder whole or not at all, `state` remembers what each file was made
from, `fingerprints` has the contents of sources as hashes, `store` keeps both in a cache folder,
`runner` spreads work over processes, `progress` is how the work is told to somebody.
"""
