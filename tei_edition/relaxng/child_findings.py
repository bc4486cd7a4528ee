"""Mistakes in the children of an element: which, where, how many, and text among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from lxml import etree

from tei_edition.relaxng import mistakes, value_mistakes
from tei_edition.relaxng.alternatives import told_by_values
from tei_edition.relaxng.annotations import summary
from tei_edition.relaxng.automaton import Automaton, State
from tei_edition.relaxng.descriptions import is_cut, near_value
from tei_edition.relaxng.finding import Finding
from tei_edition.relaxng.mistakes import Allowed
from tei_edition.relaxng.names import clark, local_part, namespace_of
from tei_edition.relaxng.outlook import names_of
from tei_edition.relaxng.patterns import WHITESPACE, Element
from tei_edition.relaxng.recovery import blocked_at, gap_before, place_for, states_through
from tei_edition.relaxng.spelling import nearest
from tei_edition.relaxng.visit import Choose, Visit
from tei_edition.relaxng.vocabulary import Vocabulary


class Children:
    """Reads the children of one element; without a `content` only what is within them counts."""

    def __init__(  # noqa: PLR0917
        self,
        automaton: Automaton,
        vocabulary: Vocabulary,
        usage: Counter[str],
        visit: Visit,
        content: State | None,
        choose: Choose,
    ) -> None:
        self._automaton = automaton
        self._vocabulary = vocabulary
        self._usage = usage
        self._parent = visit.node
        self._element = visit.element
        self._alias = visit.alias
        self._content = content
        self._choose = choose
        self._state = content or automaton.dead
        self._past: list[tuple[etree._Element, State]] = []
        self._is_vague = False
        """Whether some child may stand for anything, so that nothing counts as missing."""
        self._has_stray_text = False
        self._due: tuple[etree._Element, str] | None = None  # behind which child what belongs
        self.findings: list[Finding] = []
        self.visits: list[Visit] = []

    def read(self) -> None:
        """Fills `findings`, and `visits` with the children to look into."""
        if self._content is None:
            self._read_unguided()
        elif self._content.strings and not any(isinstance(c.tag, str) for c in self._parent):
            self._read_value(self._content)
        else:
            self._read_text(self._parent, self._parent.text)
            for child in self._parent:
                if isinstance(child.tag, str):
                    self._read_child(child, self._name(child))
                self._read_text(child, child.tail)
            self._report_missing_at_end()

    def _name(self, child: etree._Element) -> str:
        tag = str(child.tag)
        if self._alias and namespace_of(tag) == namespace_of(self._alias[0]):
            return clark(namespace_of(self._alias[1]), local_part(tag))
        return tag

    def _visit(self, child: etree._Element, opened: Mapping[Element, State]) -> State:
        """Looks into a child that belongs to one of some patterns; the state behind it."""
        if len(opened) > 1:
            element, after = self._choose(child, opened)
            if element is None:
                return after
        else:
            element, after = next(iter(opened.items()), (None, self._state))
        self.visits.append(Visit(child, element, self._alias, tuple(opened)))
        return after

    def _visit_any(self, child: etree._Element, tag: str) -> None:
        """Looks into a child as what it is called, where it is not allowed."""
        self._visit(child, dict.fromkeys(self._vocabulary.elements.get(tag, ()), self._state))

    def _read_unguided(self) -> None:
        for child in self._parent:
            if isinstance(child.tag, str):
                self._visit_any(child, self._name(child))

    # Text

    def _read_value(self, content: State) -> None:
        text = "".join(self._parent.itertext(with_tail=False))
        if not content.accepts(text, self._parent):
            near = near_value(
                content.pattern, text, lambda each: content.accepts(each, self._parent)
            )
            note = self._note(self._element) if is_cut(content.pattern) else ""
            self.findings.append(
                value_mistakes.wrong_text(self._parent, text, content.pattern, near, note)
            )

    def _read_text(self, holder: etree._Element, text: str | None) -> None:
        if self._state.mixed or not text or not text.strip(WHITESPACE):
            return
        after = self._state.read(text, self._parent)
        if not after.is_dead:
            self._state = after
        elif not self._has_stray_text:
            self._has_stray_text = True
            wrappers = self._wrappers(None)
            self.findings.append(
                mistakes.stray_text(self._parent, holder, text, self._allowed(), wrappers)
            )

    # Children

    def _read_child(self, child: etree._Element, tag: str) -> None:
        self._past.append((child, self._state))
        self._read_at_its_place(child, tag)
        if self._due and self._due[0] is child:
            # Here belongs what came too early: go on as if it stood here.
            self._state = next(iter(states_through(self._state, self._due[1:])), self._state)

    def _read_at_its_place(self, child: etree._Element, tag: str) -> None:
        if self._state.moves[tag] is not None:
            self._skip_what_is_missing(child, tag)
            self._enter(child, tag)
        elif self._content and self._vocabulary.may_have(self._content.pattern, tag):
            self._read_displaced(child, tag)
        elif tag in self._vocabulary:
            self._report_misplaced(child, tag)
        elif (twin := self._vocabulary.twin(tag)) is not None:
            self._read_in_wrong_namespace(child, tag, twin)
        else:
            self._read_unknown(child, tag)

    @cached_property
    def _beside(self) -> Counter[str]:
        """How often each name occurs among the children."""
        return Counter(self._name(each) for each in self._parent.iterchildren("*"))

    def _enter(self, child: etree._Element, tag: str) -> None:
        """Goes on behind a child that is allowed, or is taken for one that is."""
        self._state = self._visit(child, self._state.opens(tag))

    def _skip_what_is_missing(self, child: etree._Element, tag: str) -> None:
        """If a child is of a kind that may come later only, what comes before it is missing."""
        assert self._content is not None
        namesakes = self._vocabulary.namesakes(self._content.pattern, tag)
        meant = set(told_by_values(self._automaton, child, namesakes))
        if meant and meant.isdisjoint(self._state.opens(tag)):
            self._skip(child, lambda state: not meant.isdisjoint(state.opens(tag)))

    def _read_displaced(self, child: etree._Element, tag: str) -> None:
        """A child that the parent may have, but not here."""
        if self._skip(child, lambda state: state.moves[tag] is not None):
            self._enter(child, tag)
        else:
            self._report_displaced(child, tag)

    def _skip(self, child: etree._Element, is_reached: Callable[[State], bool]) -> bool:
        """Goes on as if what is missing before a child were there; False if that does not help."""
        gap = gap_before(self._state, is_reached)
        if gap is None:
            return False
        following = list(child.itersiblings("*"))
        names = {self._name(each) for each in following}
        absent = [step for step in gap.steps if not self._is_among(step, following, names)]
        if absent and not self._is_vague:
            self._report_missing(absent, child)
        self._state = gap.state
        return True

    def _is_among(
        self, step: Sequence[Element], children: Sequence[etree._Element], names: set[str]
    ) -> bool:
        """Whether one of the elements of a step is among some children, called by `names`."""
        assert self._content is not None
        common = names.intersection(names_of(iter(step)))
        return any(
            not (namesakes := self._vocabulary.namesakes(self._content.pattern, name))
            or any(
                not set(told_by_values(self._automaton, child, namesakes)).isdisjoint(step)
                for child in children
                if self._name(child) == name
            )
            for name in common
        )

    def _report_displaced(self, child: etree._Element, tag: str) -> None:
        index = blocked_at(tag, [state for _, state in self._past])
        if index is None:
            self._report_misplaced(child, tag)
            return
        blocker, earlier = self._past[index]
        opened = earlier.opens(tag)
        if self._name(blocker) == tag:
            self.findings.append(mistakes.too_many(child, self._parent))
        elif self._is_early(blocker, earlier, child):
            self._enter(child, tag)
            return
        else:
            movable = any(s.moves[self._name(blocker)] is not None for s in opened.values())
            self.findings.append(mistakes.out_of_order(child, blocker, self._allowed(), movable))
        self._visit(child, opened)

    def _is_early(self, early: etree._Element, state: State, child: etree._Element) -> bool:
        """Whether what keeps a child out came too early itself; then go on without that."""
        following = [child, *child.itersiblings("*")]
        names = [self._name(each) for each in following]
        place = place_for(self._name(early), state, self._state, names)
        if place is None:
            return False
        self.findings.append(mistakes.too_early(early, following[place - 1]))
        self._state = state
        self._due = (following[place - 1], self._name(early))
        return True

    def _report_misplaced(self, child: etree._Element, tag: str) -> None:
        wrappers = self._wrappers(tag)
        around = ((each, self._name(each)) for each in self._parent.iterancestors())
        outer = next((el for el, name in around if self._vocabulary.may_hold(name, tag)), None)
        self.findings.append(
            mistakes.misplaced(child, self._parent, self._allowed(), wrappers, outer)
        )
        self._visit_any(child, tag)

    def _wrappers(self, tag: str | None) -> list[str]:
        """The elements allowed here that could be put around a child, or text, likeliest first.

        Such an element is missing then, rather than a second thing being wrong.
        """
        fitting: Sequence[Element] = self._vocabulary.holders(self._state.pattern, tag)
        if fitting and not self._state.nullable:
            self._is_vague = True
            needed = gap_before(self._state, lambda state: state.nullable)
            fillers = set(needed.steps[0]) if needed else set()
            fitting = [each for each in fitting if each in fillers] or fitting
        names = names_of(iter(fitting))
        beside, usage = self._beside, self._usage
        return sorted(names, key=lambda name: (-beside.get(name, 0), -usage.get(name, 0)))

    def _read_in_wrong_namespace(self, child: etree._Element, tag: str, twin: str) -> None:
        self.findings.append(mistakes.wrong_namespace(child, twin))
        outer, self._alias = self._alias, (tag, twin)
        self._past.pop()
        self._read_child(child, twin)
        self._alias = outer

    def _read_unknown(self, child: etree._Element, tag: str) -> None:
        may = self._allowed()
        here = near = None
        if self._vocabulary.knows_namespace_of(tag):
            here = nearest(tag, may.names)
            near = here or nearest(tag, self._vocabulary.elements)
        self.findings.append(mistakes.unknown(child, self._parent, may, near))
        if here is not None:
            self._enter(child, here)
        else:
            self._is_vague = True
            self._visit_any(child, near or "")

    # What is missing

    def _report_missing_at_end(self) -> None:
        if self._state.nullable or self._is_vague:
            return
        gap = gap_before(self._state, lambda state: state.nullable)
        steps = gap.steps if gap else [self._vocabulary.following(self._state.pattern)]
        self._report_missing(steps, None)

    def _report_missing(
        self, steps: Sequence[tuple[Element, ...]], before: etree._Element | None
    ) -> None:
        single = steps[0][0] if len(steps) == len(steps[0]) == 1 else None
        self.findings.append(mistakes.lacking(self._parent, steps, before, self._note(single)))

    @staticmethod
    def _note(element: Element | None) -> str:
        """What the schema says of an element, after its name."""
        text = summary(element.node) if element else ""
        return f"{local_part(names_of(iter([element]))[0])}: {text}" if element and text else ""

    def _allowed(self) -> Allowed:
        pattern = self._state.pattern
        required = self._vocabulary.required(pattern)
        following = self._vocabulary.following(pattern)
        return Allowed(
            self._vocabulary.names(pattern),
            self._usage,
            names_of(e for e in following if e in required),
            not self._state.strings and not self._state.after_text.is_dead,
        )
