"""Words of the written page: addresses, names of files, dates and amounts, smileys, ruled lines, letters without their
apostrophe.

Each is a regular expression for one token. White space ends an address; the marks that close a sentence or a bracket
are not part of it. What is looked for ahead is bounded, so that a long run of letters is not read again and again.
"""

ENDINGS = (
    r"com|org|net|edu|gov|mil|int|info|biz|(?:co|ac|org|gov)\.uk|"
    r"docx?|xlsx?|pptx?|pdf|txt|rtf|csv|zip|exe|html?|php|aspx?|jpe?g|gif|png|mp3|wav|epub"
)
"""Of addresses and of files."""
PATH = r"[^\s<>\"”]{1,2000}(?<![.,;:!?'’)\]])"
NAME = r"\w[\w-]{0,63}(?:\.\w[\w-]{0,63}){0,9}"
DOTTED = r"[a-z]{2,20}(?:\.[a-z][\w-]{1,20}){2,9}(?![\w.])"
"""The name of a newsgroup or the like."""
ADDRESS = (
    rf"(?i:https?|ftp|file)://{PATH}|(?<!\w)(?i:www)\.{PATH}|(?=\w{{1,64}}+[@.+-])(?=[\w.+-]{{1,64}}[@.]\w)"
    rf"(?:[\w.+-]{{1,64}}@{NAME}|{NAME}\.(?i:{ENDINGS})(?:/{PATH})?(?!\w)|(?<!\w){DOTTED})"
)
UNITS = "am|pm|AM|PM|k|K|m|bn|mm|cm|km|g|kg|lbs?|oz|ft|in|mins?|hrs?|mph"
NUMBER = (
    rf"\d{{3}}[/.-]\d{{3}}[.-]\d{{4}}(?![\w-])|\d+(?:[.,:/]\d+)*(?=(?:{UNITS})(?![\w'’]))"
    r"|\d+(?:[.,:/]\d+)+(?![\w'’])|(?<![\w.])\.\d+(?!\w)|['’]\d\d(?![\w'’])"
)
"""Times, dates and amounts; a unit behind one is a word of its own."""
JOINED_LETTERS = r"(?<!\w)(?:[A-Z]{1,3}&[A-Z]{1,3}(?![\w&])|[A-Za-z]/[A-Za-z](?![\w/]))"
SMILEY = r"(?<![\w/])(?:[:;=]['’]?-?[)(\]\[DPp|/\\*]|\(-?[:;=])(?![\w/])|(?<=\w):-?[)(](?!\w)"
RULE = r"_{2,}|={2,}|\*{2,}|<{2,}|>{2,}|~{2,}|\+{2,}|#{2,}|\${2,}"
BEFORE_NT = "do|does|did|is|are|was|were|have|has|had|could|would|should|might|must|need|ai"
RUN_TOGETHER = (
    rf"(?<![\w'’-])(?i:(?:{BEFORE_NT})(?=nt(?![\w'’-]))|can(?=not(?!\w))|i(?=(?:m|ve)(?![\w'’-]))"
    r"|(?:that|what|there|he|she)(?=s(?![\w'’-]))|(?:gon|wan)(?=na(?![\w'’-]))|got(?=ta(?![\w'’-]))"
    r"|(?:gim|lem)(?=me(?![\w'’-])))"
)
"""The first of two words that are written as one."""
