"""The two-letter codes of languages (ISO 639-1), and the longer codes that they replace."""

_TABLE = """
aar aa abk ab afr af aka ak amh am ara ar arg an asm as ava av ave ae aym ay aze az bak ba bam bm
bel be ben bn bis bi bod bo bos bs bre br bul bg cat ca ces cs cha ch che ce chu cu chv cv cor kw
cos co cre cr cym cy dan da deu de div dv dzo dz ell el eng en epo eo est et eus eu ewe ee fao fo
fas fa fij fj fin fi fra fr fry fy ful ff gla gd gle ga glg gl glv gv grn gn guj gu hat ht hau ha
heb he her hz hin hi hmo ho hrv hr hun hu hye hy ibo ig ido io iii ii iku iu ile ie ina ia ind id
ipk ik isl is ita it jav jv jpn ja kal kl kan kn kas ks kat ka kau kr kaz kk khm km kik ki kin rw
kir ky kom kv kon kg kor ko kua kj kur ku lao lo lat la lav lv lim li lin ln lit lt ltz lb lub lu
lug lg mah mh mal ml mar mr mkd mk mlg mg mlt mt mon mn mri mi msa ms mya my nau na nav nv nbl nr
nde nd ndo ng nep ne nld nl nno nn nob nb nor no nya ny oci oc oji oj ori or orm om oss os pan pa
pli pi pol pl por pt pus ps que qu roh rm ron ro run rn rus ru sag sg san sa sin si slk sk slv sl
sme se smo sm sna sn snd sd som so sot st spa es sqi sq srd sc srp sr ssw ss sun su swa sw swe sv
tah ty tam ta tat tt tel te tgk tg tgl tl tha th tir ti ton to tsn tn tso ts tuk tk tur tr twi tw
uig ug ukr uk urd ur uzb uz ven ve vie vi vol vo wln wa wol wo xho xh yid yi yor yo zha za zho zh
zul zu
"""

# The codes that libraries use beside them (ISO 639-2/B).
_LIBRARY_TABLE = """
alb sq arm hy baq eu bur my chi zh cze cs dut nl fre fr geo ka ger de gre el ice is mac mk mao mi
may ms per fa rum ro slo sk tib bo wel cy
"""

_PAIRS = _TABLE.split()
_LIBRARY_PAIRS = _LIBRARY_TABLE.split()

SHORT_CODES = frozenset(_PAIRS[1::2])

DEPRECATED = frozenset(("in", "iw", "ji", "jw", "mo", "sh"))
"""Codes that have been replaced, and are still understood."""

BY_LONG_CODE = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)) | dict(
    zip(_LIBRARY_PAIRS[::2], _LIBRARY_PAIRS[1::2], strict=True)
)
"""Codes of three letters to those of two."""

BY_COUNTRY = {
    "at": "de", "cn": "zh", "cz": "cs", "dk": "da", "gb": "en", "jp": "ja", "ua": "uk", "us": "en",
}  # fmt: skip
"""Codes of countries that are taken for those of their languages, where they mean nothing else."""

BY_NAME = {
    "arabic": "ar", "chinese": "zh", "deutsch": "de", "dutch": "nl", "english": "en",
    "french": "fr", "german": "de", "greek": "el", "hebrew": "he", "italian": "it",
    "japanese": "ja", "latein": "la", "latin": "la", "polish": "pl", "russian": "ru",
    "spanish": "es",
}  # fmt: skip
"""Names of languages that occur in the place of their codes."""
