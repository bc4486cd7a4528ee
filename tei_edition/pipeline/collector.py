"""The garbage collector stays away while an edition is read and built.

Records hold no cycles; looking for some among millions of them, over and over, costs a third of
the time that reading takes.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Pause the collector; whoever had switched it off before finds it off."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
