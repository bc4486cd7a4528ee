"""How to go on after a child that is not allowed where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tei_edition.relaxng.automaton import State
from tei_edition.relaxng.outlook import name_of, next_elements, required_elements
from tei_edition.relaxng.patterns import Element

_FARTHEST = 6
_MOST_STATES = 60


@dataclass(frozen=True, slots=True)
class Gap:
    """Elements that are missing: one of each step, in this order. `state` is what follows."""

    steps: tuple[tuple[Element, ...], ...]
    state: State


def next_states(state: State) -> dict[State, list[Element]]:
    """Where each element that may come next leads; elements without a single name are left out."""
    found: dict[State, list[Element]] = {}
    for element in dict.fromkeys(next_elements(state.pattern)):
        name = name_of(element)
        after = state.opens(name).get(element) if name else None
        if after is not None:
            found.setdefault(after, []).append(element)
    return found


def gap_before(state: State, is_reached: Callable[[State], bool]) -> Gap | None:
    """The fewest elements that must be added so that `is_reached`; required ones come first."""
    seen = {state}
    layer = [Gap((), state)]
    for _ in range(_FARTHEST):
        following: list[Gap] = []
        for gap in layer:
            reached = [g for g in _steps(gap) if is_reached(g.state)]
            if reached:
                return _joined(reached)
            new = [g for g in _steps(gap, only_required=True) if g.state not in seen]
            seen.update(g.state for g in new)
            following += new
        if not following or len(seen) > _MOST_STATES:
            return None
        layer = following
    return None


def _steps(gap: Gap, only_required: bool = False) -> list[Gap]:
    required = required_elements(gap.state.pattern)
    steps = [
        Gap((*gap.steps, tuple(elements)), after)
        for after, elements in next_states(gap.state).items()
    ]
    needed = [step for step in steps if required.intersection(step.steps[-1])]
    return needed or ([] if only_required and gap.state.nullable else steps)


def _joined(gaps: Iterable[Gap]) -> Gap:
    """Several ways to fill the last step, as one gap; the first says how it goes on."""
    first, *others = gaps
    same = [gap for gap in others if gap.steps[:-1] == first.steps[:-1]]
    last = dict.fromkeys(element for gap in (first, *same) for element in gap.steps[-1])
    return Gap((*first.steps[:-1], tuple(last)), first.state)


def blocked_at(tag: str, states: Iterable[State]) -> int | None:
    """The index of the last state in which `tag` was still allowed."""
    allowed = [index for index, state in enumerate(states) if state.moves[tag] is not None]
    return allowed[-1] if allowed else None


def states_through(state: State, names: Iterable[str]) -> list[State]:
    """The states behind children of these names, as far as each is allowed."""
    states: list[State] = []
    for name in names:
        opened = state.opens(name)
        if not opened:
            break
        state = state.automaton.union(each.pattern for each in opened.values())
        states.append(state)
    return states


def place_for(tag: str, state: State, late: State, names: Sequence[str]) -> int | None:
    """How many children should come before a child `tag` that came too early.

    `names` are those of the children behind it, up to the end. None unless that is the one
    mistake: from `state`, before the child, more of them must be allowed than from `late`, where
    they are refused now.
    """
    without = states_through(state, names)
    if len(without) - 1 <= len(states_through(late, names[1:])):
        return None
    for count, each in enumerate(without, 1):
        if len(states_through(each, [tag, *names[count:]])) > len(without) - count:
            return count
    return None
