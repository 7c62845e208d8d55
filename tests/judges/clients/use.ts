// What somebody would write with the clients that openapi-typescript (./types) and @hey-api/openapi-ts (./sdk) generate: it must compile.
import type { components, paths } from './types/api';
import { changes, peopleList, peopleOne, search, type EntrySummary, type Person, type Picture, type Tombstone } from './sdk';
import { createClient } from './sdk/client';

type PersonOfTypes = components['schemas']['Person'];
type Answer = paths['/api/v1/people/{id}.json']['get']['responses']['200']['content']['application/json'];

const client = createClient({ baseUrl: 'https://example.org' });
const sources = (picture: Picture): string =>
  picture.renditions.filter(r => r.media_type === 'image/avif').map(r => `${r.url} ${r.width}w`).join(', ');

// The same shape of a direction in a document and in a list, and a document that says what it is.
export const direction = (of: PersonOfTypes | EntrySummary): string | undefined => of.direction?.name;
export const name = (answer: Answer): string => answer.title;
export const kind = (person: Person): 'person' => person.type;
export const gender = (person: Person): '男' | '女' => person.gender;

export async function card(id: string): Promise<string[]> {
  const { data } = await peopleOne({ client, path: { id } });
  const face = data?.portrait;
  return face ? [face.placeholder ?? '', `${face.width}/${face.height}`, `${face.focal_point.x * 100}%`, sources(face)]
    : [data?.seal ?? '', data?.ridge ?? '', ...(data?.posters ?? []).map(p => `${p.url} ${p.media_type} ${p.bytes}`)];
}

export async function sync(held: Map<string, string>): Promise<Tombstone[]> {
  const { data } = await changes({ client });
  const changed = data?.documents.filter(d => held.get(`${d.type}/${d.id}`) !== d.revision) ?? [];
  const first = await peopleList({ client });
  const found = await search({ client, query: { q: '桥', type: 'person', sort: 'title', size: 10 } });
  console.log(changed.length, first.data?.items.length, found.data?.facets['direction'], found.data?.items[0]?.document.title);
  return data?.tombstones.filter(t => t.reason === 'withdrawn') ?? [];
}
