"""The words of each entry against what a reader of the book hears – the tagged PDF, or the EPUB: every paragraph whole, in order."""
import pathlib, re, subprocess, sys, zipfile
import xml.etree.ElementTree as ElementTree

site, book = sys.argv[1:]


def bare(text):
    return re.sub(r"\s|\[[\d,]+\]", "", text)


def of_pdf():
    heard = subprocess.run(["pdfinfo", "-struct-text", book], capture_output=True, text=True, check=True).stdout
    # A line of text is "…" in quotes, with how deep it stands before it.
    return "".join(re.findall(r'"(.*)"', heard))


def of_epub():
    with zipfile.ZipFile(book) as epub:
        spine = ElementTree.fromstring(epub.read("EPUB/package.opf"))
        files = {item.get("id"): item.get("href") for item in spine.iter("{http://www.idpf.org/2007/opf}item")}
        order = [files[ref.get("idref")] for ref in spine.iter("{http://www.idpf.org/2007/opf}itemref")]
        pages = [ElementTree.fromstring(epub.read("EPUB/" + name)) for name in order]
    return "".join("".join(page.find("{http://www.w3.org/1999/xhtml}body").itertext()) for page in pages)


heard, paragraphs, missing, at = bare(of_epub() if book.endswith(".epub") else of_pdf()), 0, 0, 0
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
sys.exit(1 if missing else 0)
