"""Which patterns a validation runs: a phase's, or all (ISO/IEC 19757-3, 5.4.10)."""

from lxml import etree

from tei_edition.schematron.errors import SchematronError
from tei_edition.schematron.names import children

ALL = "#ALL"


def chosen_phase(schema: etree._Element, name: str) -> etree._Element | None:
    """Return the phase of this id, or the schema's default one; ``None`` stands for all."""
    name = name or schema.get("defaultPhase", ALL)
    if name in (ALL, "#DEFAULT"):
        return None
    for phase in children(schema, "phase"):
        if phase.get("id") == name:
            return phase
    known = ", ".join(p.get("id", "") for p in children(schema, "phase"))
    raise SchematronError(
        f'there is no phase "{name}"',
        line=schema.sourceline or 0,
        advice=f"the schema has: {known or 'no phases'}",
    )


def active_patterns(schema: etree._Element, phase: etree._Element | None) -> list[etree._Element]:
    """Return the concrete patterns that a phase makes active, in the order of the schema."""
    patterns = [*children(schema, "pattern", "group")]
    if phase is None:
        return patterns
    active = {a.get("pattern") for a in children(phase, "active")}
    unknown = active - {p.get("id") for p in patterns}
    if unknown:
        raise SchematronError(
            f'the phase "{phase.get("id")}" activates "{min(map(str, unknown))}", '
            "but no pattern has this id",
            line=phase.sourceline or 0,
            advice="check active/@pattern",
        )
    return [p for p in patterns if p.get("id") in active]
