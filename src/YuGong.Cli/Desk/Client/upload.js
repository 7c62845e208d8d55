// Files go up in parts: a line that drops costs one part, and what came is kept for a day, so that the same file goes on where it stopped.
const Part = 1 << 20, Tries = 8; // bytes of a part; how often in a row a line may drop
const wait = ms => new Promise(done => { setTimeout(done, ms); });
export const base64 = blob => new Promise((done, failed) => {
  const reader = new FileReader();
  reader.onload = () => done(reader.result.slice(reader.result.indexOf(',') + 1));
  reader.onerror = () => failed(Object.assign(new Error('这个文件读不出来。'), { status: 422 }));
  reader.readAsDataURL(blob);
});

/** @param say told how far it is, in words. @returns the name that it has now. */
export const upload = async (place, file, post, say = () => {}) => {
  const about = { name: file.name || 'picture.png', size: file.size, stamp: `${file.lastModified ?? ''}` };
  for (let at = 0, drops = 0; ;) {
    try {
      const piece = file.slice(at, at + Part);
      const said = await post(place + 'upload', { ...about, at, content: piece.size ? await base64(piece) : '' });
      if (said.name) return said.name;
      [at, drops] = [said.have, 0];
      say(`正在传…… ${Math.floor(20 * at / file.size) * 5}%`);
    } catch (problem) {
      if (problem.status && problem.status < 502) throw problem;
      if (++drops > Tries) throw new Error('连接断了，没有传完。再选一次这个文件，会接着传。');
      say('连接断了，正在接着传……');
      await wait(Math.min(30_000, 250 * 2 ** drops));
    }
  }
};
