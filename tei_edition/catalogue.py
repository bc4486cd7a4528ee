"""Every rule there is, by code: what ``explain`` documents and ``[validation.rules]`` may name.

`rules_of` has those of an edition's plug-ins, too.
"""

from collections.abc import Mapping

from tei_edition import plugins, project, saxon
from tei_edition.checks import RULES as EDITION_RULES
from tei_edition.checks import assertions, schema_rules
from tei_edition.config import rules as config_rules
from tei_edition.diagnostics import Rule
from tei_edition.pipeline import rules as pipeline_rules
from tei_edition.site import rules as site_rules
from tei_edition.site import scaling
from tei_edition.xml import rules as xml_rules

RULES: dict[str, Rule] = {
    rule.code: rule
    for rule in sorted(
        (
            *config_rules.RULES,
            *project.RULES,
            *xml_rules.RULES,
            *EDITION_RULES,
            *assertions.RULES,
            *schema_rules.RULES,
            *saxon.RULES,
            *pipeline_rules.RULES,
            *site_rules.RULES,
            *plugins.RULES,
            scaling.BROKEN_IMAGE,
        ),
        key=lambda rule: rule.code,
    )
}


def rules_of(edition: project.Project) -> Mapping[str, Rule]:
    """Return the rules that exist for an edition. Raises `TeiEditionError` for a bad plug-in."""
    if not edition.config.build.plugins:
        return RULES
    return {**RULES, **{rule.code: rule for rule in plugins.load(edition).rules}}
