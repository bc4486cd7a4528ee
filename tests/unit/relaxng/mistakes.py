"""Letters with one mistake each, as encoders make them."""

# ruff: noqa: E501 (a replacement is easiest to read on one line)

TEI = "http://www.tei-c.org/ns/1.0"

LETTER = """\
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>Arthur Schnitzler an Hermann Bahr, 2. 8. 1899</title></titleStmt>
      <publicationStmt><p>not yet published</p></publicationStmt>
      <sourceDesc><p>Marbach, DLA</p></sourceDesc>
    </fileDesc>
    <profileDesc>
      <correspDesc>
        <correspAction type="sent">
          <persName ref="#schnitzler">Arthur Schnitzler</persName>
          <date when="1899-08-02">2. 8. 1899</date>
        </correspAction>
        <correspAction type="received"><persName ref="#bahr">Hermann Bahr</persName></correspAction>
      </correspDesc>
    </profileDesc>
  </teiHeader>
  <text>
    <body>
      <opener><salute>Lieber Hermann,</salute></opener>
      <p>Dank für <rs type="work" ref="#w1">das Stück</rs>.</p>
      <closer><signed>Arthur</signed></closer>
    </body>
  </text>
</TEI>
"""

MISTAKES: dict[str, tuple[str, str]] = {
    # Names
    "lower case": ('<persName ref="#schnitzler">Arthur Schnitzler</persName>', '<persname ref="#schnitzler">Arthur Schnitzler</persname>'),
    "a letter left out": ("Dank für", "<perName>Dank</perName> für"),
    "letters swapped": ("<opener><salute>Lieber Hermann,</salute></opener>", "<opener><saltue>Lieber Hermann,</saltue></opener>"),
    "HTML for emphasis": ("Dank für", "<em>Dank</em> für"),
    "an element of another vocabulary": ("Dank für", '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math> für'),
    "an unknown element with a mistake in it": ("Dank für", '<letterhead><hi rendd="bold">Dank</hi></letterhead> für'),
    "misspelt wrapper": ("<opener><salute>Lieber Hermann,</salute></opener>", "<openner><salute>Lieber Hermann,</salute></openner>"),
    # Namespaces
    "no namespace": (' xmlns="http://www.tei-c.org/ns/1.0"', ""),
    "another namespace": ("http://www.tei-c.org/ns/1.0", "http://www.tei-c.org/ns/1.1"),
    "a paragraph without namespace": ("<p>Dank", '<p xmlns="">Dank'),
    # The root
    "another root": ("<TEI ", "<tei "),
    # Places
    "a name in correspDesc": ("<correspAction type=\"received\"><persName ref=\"#bahr\">Hermann Bahr</persName></correspAction>", "<persName ref=\"#bahr\">Hermann Bahr</persName>"),
    "a name in the body": ("<p>Dank", "<persName>Bahr</persName><p>Dank"),
    "a paragraph in a paragraph": ("Dank für", "<p>Dank</p> für"),
    "a division beside paragraphs": ("<p>Dank", "<div><p>in</p></div><p>Dank"),
    "a head in the middle": ("<closer>", "<head>Schluss</head><closer>"),
    "a salute in a paragraph": ("Dank für", "<salute>Dank</salute> für"),
    "a dateline in the closer's place": ("<signed>Arthur</signed>", "<p>Arthur</p>"),
    "an item outside a list": ("Dank für", "<item>Dank</item> für"),
    "a body in a body": ("<p>Dank", "<body><p>innen</p></body><p>Dank"),
    # Order
    "the shelfmark first": ("<p>Marbach, DLA</p>", "<msDesc><msIdentifier><idno>1</idno><country>D</country><settlement>Marbach</settlement><repository>DLA</repository></msIdentifier></msDesc>"),
    "a footer before the division": ("<opener><salute>Lieber Hermann,</salute></opener>", "<trailer>Schluss</trailer><opener><salute>Lieber Hermann,</salute></opener>"),
    "the source before the publication": ("<publicationStmt><p>not yet published</p></publicationStmt>\n      <sourceDesc><p>Marbach, DLA</p></sourceDesc>", "<sourceDesc><p>Marbach, DLA</p></sourceDesc>\n      <publicationStmt><p>not yet published</p></publicationStmt>"),
    "an opener after the text": ("<closer><signed>Arthur</signed></closer>", "<opener><salute>Lieber!</salute></opener>"),
    "text after the closer": ("</closer>", "</closer><p>PS: Grüße</p>"),
    "the header after the text": ("</text>", "</text><teiHeader><fileDesc><titleStmt><title/></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"),
    # What is missing
    "no publicationStmt": ("<publicationStmt><p>not yet published</p></publicationStmt>", ""),
    "no sourceDesc": ("<sourceDesc><p>Marbach, DLA</p></sourceDesc>", ""),
    "no title": ("<title>Arthur Schnitzler an Hermann Bahr, 2. 8. 1899</title>", ""),
    "an empty correspDesc": ("        <correspAction type=\"sent\">\n          <persName ref=\"#schnitzler\">Arthur Schnitzler</persName>\n          <date when=\"1899-08-02\">2. 8. 1899</date>\n        </correspAction>\n        <correspAction type=\"received\"><persName ref=\"#bahr\">Hermann Bahr</persName></correspAction>\n", ""),
    "an empty body": ("<opener><salute>Lieber Hermann,</salute></opener>\n      <p>Dank für <rs type=\"work\" ref=\"#w1\">das Stück</rs>.</p>\n      <closer><signed>Arthur</signed></closer>", ""),
    "a list without items": ("Dank für", "<list><head>Dank</head></list> für"),
    "a label without item": ("Dank für", "<list><label>a</label><item>A</item><label>b</label></list> für"),
    # How many
    "two titleStmt": ("<publicationStmt>", "<titleStmt><title>Brief</title></titleStmt><publicationStmt>"),
    "two bodies": ("</body>", "</body><body><p>noch einer</p></body>"),
    # Text
    "text in the body": ("<p>Dank", "Wien, <p>Dank"),
    "text in correspAction": ('<correspAction type="sent">', '<correspAction type="sent">Gesendet von'),
    "text after an element": ("</opener>", "</opener>;"),
    "text in an empty element": ("Dank für", "<lb>Dank</lb> für"),
    # Attributes
    "a misspelt attribute": ('<correspAction type="sent">', '<correspAction typ="sent">'),
    "id without xml": ("<p>Dank", '<p id="p1">Dank'),
    "lang without xml": ("<p>Dank", '<p lang="de">Dank'),
    "an attribute of another element": ("<p>Dank", '<p when="1899-08-02">Dank'),
    "a required attribute left out": ("Dank für", "<milestone/>Dank für"),
    "a required attribute misspelt": ("Dank für", '<milestone unti="section"/>Dank für'),
    "a graphic without address": ("Dank für", '<graphic width="10cm"/>Dank für'),
    # Values
    "a date without zeros": ('when="1899-08-02"', 'when="1899-8-2"'),
    "a German date": ('when="1899-08-02"', 'when="2.8.1899"'),
    "a date in words": ('when="1899-08-02"', 'when="August 1899"'),
    "a day that does not exist": ('when="1899-08-02"', 'when="1899-02-30"'),
    "an empty date": ('when="1899-08-02"', 'when=""'),
    "a title level in words": ("<title>Arthur", '<title level="manuscript">Arthur'),
    "a certainty in German": ('when="1899-08-02"', 'when="1899-08-02" cert="hoch"'),
    "an identifier with a space": ("<p>Dank", '<p xml:id="brief 1">Dank'),
    "an identifier that begins with a digit": ("<p>Dank", '<p xml:id="1899">Dank'),
    "a number in words": ("Dank für", '<gap quantity="zwei" unit="chars"/> für'),
    "a type with a space": ('<rs type="work"', '<rs type="work of art"'),
    "a yes for a truth value": ("Dank für", '<anchor/><supplied instant="yes">Dank</supplied> für'),
    "a language code with an underscore": ("<p>Dank", '<p xml:lang="de_AT">Dank'),
}  # fmt: skip
"""For each mistake the part of the letter that is replaced, and with what."""


def letter_with(mistake: str) -> str:
    right, wrong = MISTAKES[mistake]
    assert right in LETTER, mistake
    return LETTER.replace(right, wrong, 1)
