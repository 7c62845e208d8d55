#!/usr/bin/env python3
"""Puts marks for answers into the content controls of our blank form."""
import re, sys, zipfile

ANSWERS = {
    "person": "@PERSON@", "sex": "男", "birth": "1970-05", "unit": "@UNIT@", "party": "群众", "years": "28年", "post": "总工", "title": "正高级工程师", "person_phone": "@PHONE@",
    "recommender_phone": "@OTHER@", "deeds": "@DEEDS@", "highlights": "攻坚克难,有手写记录本一册。", "recommender": "@WHO@", "relation": "同事",
}
with zipfile.ZipFile(sys.argv[1]) as z:
    parts = {i.filename: z.read(i) for i in z.infolist()}
text = parts["word/document.xml"].decode("utf-8")
for tag, answer in ANSWERS.items():
    control = re.compile(r'(<w:sdt>(?:(?!</w:sdtPr>).)*?<w:tag w:val="[^"]*\b' + tag + r'"\s*/>(?:(?!</w:sdtPr>).)*?)((?:(?!</w:sdtPr>).)*</w:sdtPr>\s*<w:sdtContent>)(.*?)(</w:sdtContent>)', re.S)
    text, found = control.subn(lambda m: m[1] + m[2] + re.sub(r"(<w:r\b.*</w:r>|<w:r\s*/>)", f"<w:r><w:t>{answer}</w:t></w:r>", m[3], count=1, flags=re.S) + m[4], text, count=1)
    if not found:
        sys.exit(f"no control {tag}")
text = re.sub(r"<w:showingPlcHdr\s*/>", "", text)  # what is shown now are answers
parts["word/document.xml"] = text.encode("utf-8")
with zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED) as z:
    for name, data in parts.items():
        z.writestr(name, data)
