"""The words of each entry against what a reader of the tagged PDF hears: every paragraph whole, in the order of the entries."""
import pathlib, re, subprocess, sys

site, pdf = sys.argv[1:]
heard = subprocess.run(["pdfinfo", "-struct-text", pdf], capture_output=True, text=True, check=True).stdout
# A line of text is "…" in quotes, with how deep it stands before it.
heard = "".join(re.findall(r'"(.*)"', heard))


def bare(text):
    return re.sub(r"\s|\[[\d,]+\]", "", text)


heard, paragraphs, missing, at = bare(heard), 0, 0, 0
for entry in sorted(pathlib.Path(site, "input", "stories").glob("*/index.md"), key=lambda p: p.parent.name):
    body = entry.read_text().split("\n---\n", 1)[1]
    for paragraph in re.split(r"\n\s*\n", body):
        if re.match(r"\s*(#|-|>|\||!|\d+\.|\[)", paragraph):
            continue
        words = re.sub(r"\[([^\]@]+)\]\([^)]*\)", r"\1", paragraph)
        words = bare(re.sub(r"\[@[^\]]*\]|\*+|`", "", words))
        if not words:
            continue
        paragraphs += 1
        found = heard.find(words, at)
        if found < 0:
            missing += 1
            print("not heard in order:", entry.parent.name, words[:40])
        else:
            at = found + len(words)
print(f"{paragraphs} paragraphs, {missing} not heard as written")
