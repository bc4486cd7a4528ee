"""What can be said of the instructions by which documents name their schemas, and of catalogues.

Errors of the areas RNG and SCH keep a document out only of an edition that wants its documents
valid; nothing here keeps out one that merely has to be well-formed.
"""

from typing import Final

from tei_edition.diagnostics import Rule, Severity

REMOTE: Final = Rule(
    "XML201",
    Severity.INFO,
    "a schema on another host is not fetched",
    """The document names a schema by a web address. Nothing is ever fetched from the network, so
that the same files give the same result on every machine; the document is not checked against
this schema. The finding is made once for each address, with its places.

Keep a copy of the schema in the project, and write a catalogue (OASIS XML Catalogs) that says so:
catalog.xml in the folder of the project, or the file that validation.catalog in edition.toml
names. XML editors read the same catalogue. Or configure the schema in edition.toml.""",
    '<?xml-model href="https://example.org/letters.rng"?>\n'
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
    '<?xml-model href="schemas/letters.rng"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
)

MISSING: Final = Rule(
    "XML202",
    Severity.WARNING,
    "a document names a schema that does not exist",
    """The instruction <?xml-model?> leads to no file, so that an editor shows no mistakes at all
and offers no completion: people think that all is well. The path starts from the folder of the
document, unless a catalogue maps it.

Mend the path, or delete the instruction where edition.toml has the schema.""",
    '<?xml-model href="schema/letters.rng"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
    '<?xml-model href="schemas/letters.rng"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
)

OTHER_SCHEMA: Final = Rule(
    "XML203",
    Severity.WARNING,
    "a document names another schema than the project",
    """The editor checks the document against the schema that it names, this program against the
one in edition.toml: what is right in one is wrong in the other. The two syntaxes of one grammar
(letters.rng and letters.rnc in the same folder) count as one schema.

Name the same schema in both places. A project with several schemas gives each its path or root in
edition.toml; further Schematron files go into validation.schematron.""",
)

OTHER_LANGUAGE: Final = Rule(
    "XML204",
    Severity.INFO,
    "a document names a schema in a language that is not used here",
    """Documents are checked against RELAX NG (.rng, .rnc) and Schematron (.sch). The instruction
names something else, such as a DTD or a schema of the W3C (.xsd), or does not say what it names.

Name the RELAX NG form of the schema as well; every TEI schema has one. Where it is RELAX NG or
Schematron already, say so by schematypens, or let the name end in .rng, .rnc or .sch.""",
    '<?xml-model href="schemas/tei_all.xsd"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
    '<?xml-model href="schemas/tei_all.rng"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
)

MALFORMED: Final = Rule(
    "XML205",
    Severity.WARNING,
    "an instruction that should name a schema names none",
    """<?xml-model?> takes pairs of a name and a value in quotation marks, as attributes are
written, and href is one of them. This one cannot be read so, and is passed over by every program.

Write it like <?xml-model href="schemas/letters.rng"?>.""",
    '<?xml-model href=schemas/letters.rng?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
    '<?xml-model href="schemas/letters.rng"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
)

NO_SCHEMA: Final = Rule(
    "XML206",
    Severity.INFO,
    "documents are checked against no schema",
    """Neither the configuration, nor an option, nor the documents themselves name a RELAX NG
grammar that is there. What was checked is whether the files are well-formed, where their references
lead, and the rules of the edition; a misspelt element or attribute was not noticed. The finding is
made once for the edition, at the first of the documents.

Name the grammar in edition.toml (schema in [validation]), by --schema, or in the documents by
<?xml-model?>. Where there is to be none, switch this rule off.""",
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
    '<?xml-model href="schemas/letters.rng"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
)

UNUSABLE_GRAMMAR: Final = Rule(
    "RNG002",
    Severity.ERROR,
    "the schema that a document names cannot be used",
    """The document names a RELAX NG schema that is there, but is not well-formed or breaks a rule
of RELAX NG, so that the document could not be checked against it. The place in the schema is
given beside the finding. Make the schema again from its ODD, or mend it there.""",
)

UNUSABLE_RULES: Final = Rule(
    "SCH003",
    Severity.ERROR,
    "the Schematron rules that a document names cannot be used",
    """The document names a Schematron file that is there, but is not well-formed, breaks a rule
of ISO Schematron, or has an expression that is not valid XPath, so that none of its rules could be
run. The place in the rules is given beside the finding. Mend the rules there.""",
)

BAD_CATALOGUE: Final = Rule(
    "CFG012",
    Severity.ERROR,
    "an XML catalogue cannot be used",
    """The catalogue that validation.catalog in edition.toml names, which says where the copies of
public schemas are, cannot be read or is no catalogue: its root element is catalog in the namespace
urn:oasis:names:tc:entity:xmlns:xml:catalog. Mend it, or take the key out.""",
)

RULES: Final = (
    REMOTE,
    MISSING,
    OTHER_SCHEMA,
    OTHER_LANGUAGE,
    MALFORMED,
    NO_SCHEMA,
    UNUSABLE_GRAMMAR,
    UNUSABLE_RULES,
    BAD_CATALOGUE,
)
