// Documents that nobody would write, written and read again: what differs is returned. Emphasis stands around Han, where it can be read.
async ({ seed, count }) => {
  const { Texts, schema } = await import('/desk/editor.js'), { post } = await import('/desk/post.js');
  const { nodes, marks } = schema;
  const rnd = n => { // mulberry32
    seed = (seed + 0x6D2B79F5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor(((t ^ (t >>> 14)) >>> 0) / 4294967296 * n);
  };
  const pick = all => all[rnd(all.length)], some = (n, make) => Array.from({ length: n }, make);
  const Words = ['重庆', '税西恒', '1937~1945', '3*5', '长*宽', 'a_b', '_c_', '*', '**', '_', '[', '](', '[x](y)', '[原文]{.sic}', '<b>', '<', '&amp;', '&',
    '# ', '##', '- ', '+ ', '> ', '1. ', '12) ', '|', '---', '===', '~~~', '\\', '\\*', '!', '![a](b.png)', '[^1]', '[@s1]', '@s1', ' ', '(', ')', '"',
    '。', '，', '——', '“引”', '《书》', 'http://a.b/c_d', '<http://x.y>', '$x$', ':', '：', '100%', 'e-mail@x.y', 'the', '2 000', '　', '第一、', '（1）', '*注'];
  const words = () => some(1 + rnd(6), () => pick(Words)).join('');
  const text = () => {
    const own = [marks.strong.create(), marks.em.create(), marks.link.create({ href: pick(['/people/x/', 'https://a.b/c(d)', '/中文 名/']) })].filter(() => rnd(5) === 0);
    const said = own.length ? `重${words().trimEnd()}桥` : words();
    return schema.text(said, own.reduce((all, mark) => mark.addToSet(all), []));
  };
  const line = () => some(1 + rnd(4), () => pick([text, text, text, () => nodes.cite.create({ ids: pick(['s1', 's1,s2']) })])());
  const paragraph = () => nodes.paragraph.create(null, rnd(6) ? line() : [text(), nodes.hard_break.create(), schema.text('后')]);
  const item = depth => nodes.list_item.create(null, [paragraph(), ...depth && rnd(4) === 0 ? [list(depth - 1)] : []]);
  const list = depth => {
    const items = some(1 + rnd(3), () => item(depth)), tight = rnd(2) === 1;
    return rnd(2) ? nodes.bullet_list.create({ tight }, items) : nodes.ordered_list.create({ tight, order: 1 + rnd(20) }, items);
  };
  const table = () => {
    const width = 1 + rnd(3), row = type => nodes.table_row.create(null, some(width, () => type.create(null, line())));
    return nodes.table.create(null, [row(nodes.table_header), row(nodes.table_cell)]);
  };
  const figure = () => nodes.figure.create({ src: pick(['a.png', '%E4%B8%AD.jpg', 'a b.png']), alt: pick(['图', 'a]b', '“q”']), title: pick(['摄', '', 'a\\b']) });
  const makes = [paragraph, paragraph, paragraph, () => nodes.heading.create({ level: 2 + rnd(3) }, line()), () => list(2), table, figure,
    () => nodes.blockquote.create(null, [paragraph(), paragraph()]), () => nodes.horizontal_rule.create(),
    () => nodes.code_block.create(null, [schema.text(pick(['x', '```', 'a\n\nb', '# 一']))])];

  // What Markdown cannot say is no difference: blanks at the ends, and how many.
  const outline = node => {
    if (node.type === 'text') return node.text.replace(/\S/g, c => c + (node.marks ?? []).map(m => m.type[0] + (m.attrs?.href ?? '')).sort().join(''));
    const { level, order, ids, src, alt, title } = node.attrs ?? {}, inside = (node.content ?? []).map(outline).join('').replace(/\s+/g, ' ').trim();
    return `<${[node.type, level, order, ids, src, alt, title].filter(a => a != null).join(' ')}>${inside}</>`;
  };
  const differing = [];
  for (let i = 0; i < count; i++) {
    const doc = schema.node('doc', null, some(1 + rnd(4), () => pick(makes)())), said = new Texts().put(doc).text;
    const texts = new Texts(), read = texts.open(await post(`${location.pathname}body`, { text: said }), said);
    const was = doc.toJSON().content.map(outline).filter(b => b !== '<paragraph></>'), is = read?.toJSON().content.map(outline);
    if (JSON.stringify(was) !== JSON.stringify(is ?? null)) differing.push({ said, was, is });
  }
  return JSON.stringify(differing, null, 1);
}
