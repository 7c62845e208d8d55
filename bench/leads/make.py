#!/usr/bin/env python3
"""Writes N filled-in forms, each the template with other words in it. Everybody is made up and says so."""
import os, random, re, sys, zipfile

template, folder, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
random.seed(7)
os.makedirs(folder, exist_ok=True)
with zipfile.ZipFile(template) as z:
    parts = {i.filename: z.read(i) for i in z.infolist()}
document = parts["word/document.xml"].decode("utf-8")
stems, branches = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
sentences = ["他带着七个人守在虚构的孔口,把泥浆比重一点一点调到合适。", "第二年冬天,测试机组在凌晨三点第一次并网。", "他把这套办法写成一页纸,贴在每台钻机上。", "徒弟们后来都说,那一年学到的最多。"]
for i in range(count):
    name = "测" + stems[i % 10] + branches[i // 10 % 12] + stems[i // 120 % 10] + str(i)
    deeds = "2008年," + "".join(random.choice(sentences) for _ in range(22))
    words = {"PERSON": name, "PHONE": f"138{i:08d}", "OTHER": f"139{i:08d}", "DEEDS": deeds, "UNIT": f"渝中区虚构第{i % 900}测试公司", "WHO": f"测试推荐单位{i % 300}"}
    text = re.sub("|".join(f"@{k}@" for k in words), lambda m: words[m.group()[1:-1]], document)
    with zipfile.ZipFile(os.path.join(folder, f"{i:05d}.docx"), "w", zipfile.ZIP_DEFLATED) as z:
        for part, data in parts.items():
            z.writestr(part, text if part == "word/document.xml" else data)
