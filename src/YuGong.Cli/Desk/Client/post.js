// What the desk's pages send, as this one open page.
const tab = Array.from(crypto.getRandomValues(new Uint8Array(12)), b => b.toString(16).padStart(2, '0')).join('');

export const post = async (address, body, options) => {
  const answer = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Desk-Tab': tab }, body: JSON.stringify(body), ...options });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(said.findings?.map(f => `${f.message}${f.hint}`).join('\n') || said.error || '没有做成。'), { status: answer.status, findings: said.findings });
  return said;
};
