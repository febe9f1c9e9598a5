import type { Store } from '../../store/store.ts';
import type { Choices } from './bulk-form.ts';

/** What comments of a site can be given: its tags, and the people who may work with them. */
export async function readChoices(store: Store, siteId: number): Promise<Choices> {
  const members = await store.listMembers(siteId);
  return {
    tags: await store.listTags(siteId),
    people: members
      .filter(({ role }) => role !== 'reader')
      .map(({ editorId, name }) => ({ id: editorId, name })),
  };
}
