"""Name classes (RELAX NG section 6.1) over Clark names: `{namespace}local` or `local`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_NOWHERE = "\x00"  # no XML name or namespace can contain it


def namespace_of(name: str) -> str:
    return name[1 : name.index("}")] if name.startswith("{") else ""


def local_part(name: str) -> str:
    return name.rpartition("}")[2]


def clark(namespace: str, local: str) -> str:
    return f"{{{namespace}}}{local}" if namespace else local


class NameClass:
    """A set of names."""

    __slots__ = ()

    def __contains__(self, name: str) -> bool:
        raise NotImplementedError

    def names(self) -> Iterator[str]:
        """The names that are listed one by one."""
        return iter(())

    def probes(self) -> Iterator[str]:
        """Names such that two classes overlap if and only if they share a probe of either."""
        return self.names()

    @property
    def is_finite(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Name(NameClass):
    name: str

    def __contains__(self, name: str) -> bool:
        return name == self.name

    def names(self) -> Iterator[str]:
        yield self.name

    @property
    def is_finite(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class NsName(NameClass):
    namespace: str
    excluded: NameClass | None = None

    def __contains__(self, name: str) -> bool:
        if namespace_of(name) != self.namespace:
            return False
        return self.excluded is None or name not in self.excluded

    def probes(self) -> Iterator[str]:
        yield clark(self.namespace, _NOWHERE)
        if self.excluded is not None:
            yield from self.excluded.probes()


@dataclass(frozen=True, slots=True)
class AnyName(NameClass):
    excluded: NameClass | None = None

    def __contains__(self, name: str) -> bool:
        return self.excluded is None or name not in self.excluded

    def probes(self) -> Iterator[str]:
        yield clark(_NOWHERE, _NOWHERE)
        if self.excluded is not None:
            yield from self.excluded.probes()


@dataclass(frozen=True, slots=True)
class NameChoice(NameClass):
    members: tuple[NameClass, ...]

    def __contains__(self, name: str) -> bool:
        return any(name in member for member in self.members)

    def names(self) -> Iterator[str]:
        for member in self.members:
            yield from member.names()

    def probes(self) -> Iterator[str]:
        for member in self.members:
            yield from member.probes()

    @property
    def is_finite(self) -> bool:
        return all(member.is_finite for member in self.members)


def overlap(one: NameClass, other: NameClass) -> bool:
    """Whether some name is in both classes."""
    if isinstance(one, Name):
        return one.name in other
    if isinstance(other, Name):
        return other.name in one
    return any(probe in one and probe in other for each in (one, other) for probe in each.probes())
