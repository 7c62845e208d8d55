// Names over the lights: what is behind each, and how it contrasts with it (WCAG 2.2). Two steps with a photograph between them.
{
  // In the page: where the names are, and then without them.
  hide: () => [...document.querySelectorAll('.lamp-name')].filter(e => e.checkVisibility({ opacityProperty: true })).map(e => {
    const box = e.getBoundingClientRect();
    const fill = getComputedStyle(e).fill;
    e.style.visibility = 'hidden';
    return { fill, x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height };
  }),
  // On an empty sheet: the least contrast of nine tenths of what is behind each name (single lights are smaller than a stroke).
  contrast: async ([png, json]) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height);
    const paper = canvas.getContext('2d');
    paper.drawImage(image, 0, 0);
    const linear = c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4;
    const luminance = ([r, g, b]) => .2126 * linear(r) + .7152 * linear(g) + .0722 * linear(b);
    return JSON.parse(json).map(({ fill, x, y, width, height }) => {
      const { data } = paper.getImageData(x, y, Math.max(1, width), Math.max(1, height));
      const behind = [];
      for (let i = 0; i < data.length; i += 4) behind.push(luminance(data.subarray(i, i + 3)));
      behind.sort((a, b) => a - b);
      const text = luminance(fill.match(/[\d.]+/g).map(Number));
      return (text + .05) / (behind[Math.floor(behind.length * .9)] + .05);
    });
  },
}
