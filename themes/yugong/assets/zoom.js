// Looking closely: OpenSeadragon over IIIF tiles, loaded when somebody asks. Without this file there is the large picture to open.
(() => {
  'use strict';

  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  let loading = null;

  // OpenSeadragon would put a style element into the page, which the page's policy refuses; it does not when it finds its own there.
  const inert = document.createElementNS('urn:yugong:inert', 'style');
  inert.setAttribute('data-openseadragon-mobile-css', 'true');
  document.head.append(inert);

  for (const figure of document.querySelectorAll('[data-zoom-viewer]')) prepare(figure);
  for (const button of document.querySelectorAll('button[data-region]')) {
    button.hidden = false;
    button.addEventListener('click', () => figureOf(button)?.zoomTo(button.dataset.region));
  }

  /** The picture that a step of a tour means: the one named, or the first of the page. */
  function figureOf(button) {
    return document.getElementById(button.dataset.picture ?? '') ?? document.querySelector('[data-zoom-viewer]');
  }

  function prepare(figure) {
    const stack = figure.querySelector('.stack');
    const button = figure.querySelector('.zoom-open');
    const alt = stack.querySelector('picture img').alt;
    let open = null;
    let from = null;

    button.hidden = false;
    const look = async () => {
      const viewer = await show();
      viewer?.canvas.focus();
    };
    button.addEventListener('click', look);
    // The picture itself opens it too; the button is there for the keyboard.
    stack.classList.add('zoomable');
    stack.addEventListener('click', look);
    figure.zoomTo = async region => {
      const viewer = await show();
      if (!viewer) return;
      const [x, y, w, h] = rectangle(region, figure, viewer.world.getItemAt(0).getContentSize());
      viewer.viewport.fitBoundsWithConstraints(viewer.viewport.imageToViewportRectangle(x - w * 0.08, y - h * 0.08, w * 1.16, h * 1.16), calm);
      viewer.canvas.focus();
    };

    /** The viewer, opened if it is not; null where the browser goes to the large picture instead. */
    async function show() {
      if (open) return open.viewer;
      from = document.activeElement === document.body ? button : document.activeElement;
      button.disabled = true;
      try {
        const [info] = await Promise.all([describe(figure.dataset.zoom), script(figure.dataset.zoomViewer)]);
        open = build(info);
        await new Promise((done, failed) => {
          open.viewer.addOnceHandler('open', done);
          open.viewer.addOnceHandler('open-failed', failed);
        });
        fitWidth(open.viewer);
        return open.viewer;
      } catch {
        close();
        location.href = figure.querySelector('.zoom-ways a').href;
        return null;
      } finally {
        button.disabled = false;
      }
    }

    function close() {
      if (!open) return;
      const { viewer, panel } = open;
      open = null;
      viewer.destroy();
      panel.remove();
      from?.focus();
    }

    function build(info) {
      const panel = element('dialog', { class: 'zoom', 'aria-label': `放大细看：${alt}` });
      const stage = element('div', { class: 'zoom-stage' });
      const tools = element('div', { class: 'zoom-tools', role: 'group', 'aria-label': '看图工具' });
      const said = element('p', { class: 'zoom-said', role: 'status' });
      panel.append(stage, tools, said);
      document.body.append(panel);
      panel.addEventListener('close', close);
      panel.showModal();

      const viewer = OpenSeadragon({
        element: stage, tileSources: info, showNavigationControl: false, drawer: 'canvas', crossOriginPolicy: false, visibilityRatio: 0.6,
        minZoomImageRatio: 0.8, maxZoomPixelRatio: 3, animationTime: calm ? 0 : 0.9, blendTime: calm ? 0 : 0.2, immediateRender: calm, keyboardNavEnabled: false,
      });
      const view = viewer.viewport;
      const pan = (x, y) => {
        const { width, height } = view.getBounds();
        view.panBy(new OpenSeadragon.Point(x * width / 4, y * height / 4), calm);
        view.applyConstraints(calm);
      };
      const zoom = by => {
        view.zoomBy(by, null, calm);
        view.applyConstraints(calm);
      };
      const ways = [
        ['放大', '+', () => zoom(1.5)], ['缩小', '−', () => zoom(1 / 1.5)], ['向左', '←', () => pan(-1, 0)], ['向右', '→', () => pan(1, 0)],
        ['向上', '↑', () => pan(0, -1)], ['向下', '↓', () => pan(0, 1)], ['看全图', '', () => view.goHome(calm)],
        ['关闭', '✕', () => panel.close()],
      ];
      for (const [name, mark, act] of ways) {
        const tool = element('button', { type: 'button' });
        if (mark) tool.append(element('span', { 'aria-hidden': 'true' }, `${mark} `));
        tool.append(name);
        tool.addEventListener('click', act);
        tools.append(tool);
      }

      label(viewer.canvas, { role: 'application', 'aria-label': `${alt}。方向键移动，加号、减号缩放，0 看全图，Esc 关闭。`, 'aria-roledescription': '可缩放的图' });
      const home = () => view.goHome(calm);
      const keys = {
        '+': () => zoom(1.5), '=': () => zoom(1.5), '-': () => zoom(1 / 1.5), '_': () => zoom(1 / 1.5), '0': home, Home: home,
        ArrowLeft: () => pan(-1, 0), ArrowRight: () => pan(1, 0), ArrowUp: () => pan(0, -1), ArrowDown: () => pan(0, 1),
      };
      viewer.canvas.addEventListener('keydown', event => {
        if (event.ctrlKey || event.altKey || event.metaKey || !keys[event.key]) return;
        event.preventDefault();
        keys[event.key]();
      });
      let telling = 0;
      viewer.addHandler('zoom', () => {
        clearTimeout(telling);
        telling = setTimeout(() => { said.textContent = `现在是全图的 ${(view.getZoom() / view.getHomeZoom()).toFixed(1)} 倍。`; }, 300);
      });
      said.textContent = '方向键移动，加号、减号缩放，0 看全图，Esc 关闭。';
      return { viewer, panel };
    }
  }

  /** The whole width of the picture, from its top; its width is one to the viewport. */
  function fitWidth(viewer) {
    const view = viewer.viewport;
    view.fitHorizontally(true);
    const { height } = view.getBounds();
    const size = viewer.world.getItemAt(0).getContentSize();
    if (height < size.y / size.x) view.panTo(new OpenSeadragon.Point(0.5, height / 2), true);
  }

  /** What the tiles are. They are asked for where this page stands, whatever address the file was published for. */
  async function describe(url) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const info = await answer.json();
    info.id = new URL(url, location.href).href.replace(/\/info\.json$/, '');
    return info;
  }

  function script(url) {
    return loading ??= new Promise((done, failed) => {
      const tag = element('script', { src: url });
      tag.addEventListener('load', done);
      tag.addEventListener('error', failed);
      document.head.append(tag);
    });
  }

  /** “x,y,w,h” in units of the original, or “pct:x,y,w,h”, as pixels of the tiles. */
  function rectangle(region, figure, size) {
    const numbers = region.replace(/^pct:/, '').split(',').map(Number);
    const [width, height] = region.startsWith('pct:') ? [100, 100] : [Number(figure.dataset.zoomWidth), Number(figure.dataset.zoomHeight)];
    const [x, y] = [size.x / width, size.y / height];
    return [numbers[0] * x, numbers[1] * y, numbers[2] * x, numbers[3] * y];
  }

  function element(name, attributes, text) {
    const made = document.createElement(name);
    label(made, attributes);
    if (text) made.textContent = text;
    return made;
  }

  function label(node, attributes) {
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  }
})();
