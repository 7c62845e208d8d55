// Which passages of a page another version of it does not have.
const Blocks = ':is(p, li, h1, h2, h3, h4, td, th, dt, dd, figcaption)';
const textOf = element => element.textContent.replace(/\s+/g, '');

export const textsIn = page => new Set([...page.querySelectorAll(`main ${Blocks}`)].map(textOf));

/** @param texts of the other version; null takes the marks away. */
export const markChanged = (page, texts) => {
  const view = page.defaultView;
  if (!page.adoptedStyleSheets.length) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync('.desk-changed { outline: 2px dashed #D9962A; outline-offset: 3px; box-shadow: -9px 0 0 -3px #D9962A; }');
    page.adoptedStyleSheets = [sheet];
  }
  for (const block of page.querySelectorAll(`main ${Blocks}`)) {
    const isOther = texts && !block.querySelector(Blocks) && textOf(block) && !texts.has(textOf(block));
    block.classList.toggle('desk-changed', !!isOther);
  }
};
