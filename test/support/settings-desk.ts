import assert from 'node:assert/strict';
import type { Role, Site } from '../../server/store/store.ts';
import { readForms, type PageForm } from './read-markup.ts';
import { openReviewDesk, type ReviewDesk } from './review-desk.ts';

/** What a form sends; a list has a value for each choice that is checked. */
type Sent = Record<string, string | string[]>;

/** The settings of a site, in the hands of one of its administrators. */
export interface SettingsDesk extends ReviewDesk {
  /** Signs in somebody new with a role on the site. */
  signInAs: (role: Role) => Promise<void>;
  post: (path: string, fields: Sent) => Promise<Response>;
  /** The form of a page of settings as it stands. */
  openForm: (topic: string) => Promise<PageForm>;
  /** Sends that form with some of its fields changed. */
  save: (topic: string, change: Sent) => Promise<Response>;
  /** The site as it is stored now. */
  siteNow: () => Promise<Site>;
}

/** Where the settings of the desk's site are. */
export const settings = '/review/settings/test';

/** What a browser sends of a form: choices that are not checked are not. */
export function sentOf({ markup, fields }: PageForm): Sent {
  const sent: Sent = { ...fields };
  for (const [head] of markup.matchAll(/<input\b[^>]*type="checkbox"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(head)?.[1] ?? '';
    const value = /value="([^"]*)"/.exec(head)?.[1] ?? '';
    if (!Array.isArray(sent[name])) sent[name] = [];
    if (/\bchecked\b/.test(head)) sent[name] = [...sent[name], value];
  }
  return sent;
}

export async function openSettingsDesk(): Promise<SettingsDesk> {
  const desk = await openReviewDesk();
  const signInAs: SettingsDesk['signInAs'] = async (role) => {
    const name = `Någon med rollen ${role}`;
    const siteIds = [desk.site.id];
    await desk.signIn(await desk.store.addEditor({ name, siteIds, role }));
  };
  const post: SettingsDesk['post'] = (path, fields) =>
    desk.request(path, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(
        Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
      ),
    });
  const openForm: SettingsDesk['openForm'] = async (topic) => {
    const path = `${settings}/${topic}`;
    const forms = readForms(await desk.read(path), `http://localhost${path}`);
    const form = forms.find(({ action }) => action === `http://localhost${path}`);
    assert.ok(form, `no form of ${topic}`);
    return form;
  };
  await signInAs('administrator');
  return {
    ...desk,
    signInAs,
    post,
    openForm,
    save: async (topic, change) =>
      post(`${settings}/${topic}`, { ...sentOf(await openForm(topic)), ...change }),
    async siteNow() {
      const site = (await desk.store.listSites()).find(({ id }) => id === desk.site.id);
      assert.ok(site);
      return site;
    },
  };
}
