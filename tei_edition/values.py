"""Records that travel light between processes and into the cache."""

from typing import Any, ClassVar


class Value:
    """A frozen dataclass whose pickle is its class with its fields in order.

    The pickle that dataclasses with slots have by themselves asks for the fields of each single
    object, which makes loading the records of an edition several times slower.
    """

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]]

    def __reduce__(self) -> tuple[type["Value"], tuple[Any, ...]]:
        return type(self), tuple([getattr(self, name) for name in self.__match_args__])
