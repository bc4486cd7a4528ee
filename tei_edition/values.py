"""Records that travel light between processes and into the cache."""

import io
import pickle
import sys
from collections.abc import Callable
from enum import Enum
from typing import Any, ClassVar, TypeVar

Maker = TypeVar("Maker", bound=Callable[..., Any])


class Value:
    """A frozen dataclass whose pickle is its class with its fields in order.

    The pickle that dataclasses with slots have by themselves asks for the fields of each single
    object, which makes loading the records of an edition several times slower.
    """

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]]

    def __reduce__(self) -> tuple[type["Value"], tuple[Any, ...]]:
        return type(self), tuple([getattr(self, name) for name in self.__match_args__])


_MAKERS: set[Callable[..., Any]] = set()


def maker(function: Maker) -> Maker:
    """Mark a function that pickles of records may name as what makes them."""
    _MAKERS.add(function)
    return function


def loads(data: bytes) -> Any:
    """Return what was pickled, if it is made of our own records and of nothing that acts.

    Raises `pickle.UnpicklingError`, and what else damaged pickles raise.
    """
    return _Records(io.BytesIO(data)).load()


class _Records(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        is_ours = module.partition(".")[0] == __name__.partition(".")[0]
        if is_ours and module in sys.modules:  # nothing is even imported for its sake
            found = super().find_class(module, name)
            if found in _MAKERS or (isinstance(found, type) and issubclass(found, Value | Enum)):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no record")
