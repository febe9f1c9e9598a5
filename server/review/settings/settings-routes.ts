import { Hono } from 'hono';
import { html } from 'hono/html';
import { takenOrigin } from '../../store/site-schema.ts';
import type { Site } from '../../store/store.ts';
import { sitesWithRole } from '../access/roles.ts';
import { notFound } from '../message-pages.ts';
import type { ReviewContext, ReviewEnvironment } from '../review-environment.ts';
import { embedPage } from './embed-page.ts';
import { chooseSite, settingsOverview } from './overview-page.ts';
import { promptTopic } from './prompt-topic.ts';
import { retentionConfirmation, retentionNote, runDry } from './retention-notes.ts';
import type { SettingsDependencies } from './settings-dependencies.ts';
import { siteTopics } from './site-topics.ts';
import type { FormState } from './settings-form.ts';
import { topicPage, versionOf } from './topic-page.ts';
import type { Topic, Values } from './topic.ts';

const { siteTopic, offTopic, retentionTopic, digestTopic, openDataTopic, spamTopic } = siteTopics;

/** Every topic, in the order in which the overview lists them. */
const topics: Topic[] = [
  siteTopic,
  promptTopic,
  offTopic,
  retentionTopic,
  digestTopic,
  openDataTopic,
  spamTopic,
];

/** What administrators decide about their sites. */
export function createSettingsRoutes(deps: SettingsDependencies) {
  const { store, clock, root, show, siteChanged } = deps;
  const routes = new Hono<ReviewEnvironment>();

  const administered = async (c: ReviewContext): Promise<Site[]> => {
    const ids = sitesWithRole(c.var.editor, 'administrator');
    return ids.length === 0
      ? []
      : (await store.listSites()).filter((site) => ids.includes(site.id));
  };

  const forSite =
    (answer: (c: ReviewContext, site: Site) => Response | Promise<Response>) =>
    async (c: ReviewContext) => {
      const site = (await administered(c)).find(({ key }) => key === c.req.param('site'));
      return site ? answer(c, site) : show(c, notFound(c.var.locale, root));
    };

  routes.get('/settings', async (c) => {
    const [site, ...others] = await administered(c);
    if (!site) return show(c, notFound(c.var.locale, root));
    if (others.length === 0) return c.redirect(`${root}/settings/${site.key}`, 303);
    return show(c, chooseSite([site, ...others], c.var.locale, root));
  });

  routes.get(
    '/settings/:site',
    forSite((c, site) => show(c, settingsOverview(site, topics, c.var.locale, root))),
  );

  routes.get(
    '/settings/:site/embed',
    forSite((c, site) => show(c, embedPage(c, site, deps))),
  );

  for (const topic of topics) {
    const path = `/settings/:site/${topic.name}`;

    const noteFor = async (c: ReviewContext, site: Site) => {
      const { words } = c.var.locale;
      if (topic.name === 'off') {
        return html`<p>${words.settings.offNote}</p>
          <p class="jump">
            <a href="${root}/settings/${site.key}/embed">${words.settings.embed.name}</a>
          </p>`;
      }
      if (topic.name !== 'retention') return '';
      return retentionNote(await runDry(store, site, clock()), c.var.locale);
    };

    const showForm = async (
      c: ReviewContext,
      site: Site,
      more: Partial<Parameters<typeof topicPage>[0]>,
    ) => {
      const state: FormState = { values: topic.read(site), faults: new Map() };
      const note = await noteFor(c, site);
      return show(c, topicPage({ topic, site, root, state, note, ...more }, c.var.locale));
    };

    routes.get(
      path,
      forSite((c, site) => showForm(c, site, { saved: c.req.query('done') === 'saved' })),
    );

    routes.post(
      path,
      forSite(async (c, site) => {
        const form = await c.req.parseBody({ all: true });
        const values = readValues(topic, c, form);
        const state: FormState = { values, faults: new Map() };
        const parsed = topic.parse(site, values);
        if ('faults' in parsed) {
          return showForm(c, site, { state: { values, faults: parsed.faults }, status: 422 });
        }
        const after = parsed.site;
        const others = (await store.listSites()).filter(({ id }) => id !== site.id);
        const taken = takenOrigin(after.origins, others);
        if (taken !== undefined) {
          const faults = new Map([['origins', [after.origins.indexOf(taken)]]]);
          const said = c.var.locale.words.settings.originTaken(taken);
          const faultTexts = new Map([['origins', said]]);
          return showForm(c, site, { state: { values, faults, faultTexts }, status: 422 });
        }
        const stored = topic.read(site);
        if (form['version'] !== versionOf(stored)) {
          return showForm(c, site, { state, stale: stored, status: 409 });
        }
        if (after.settings.retentionMonths < site.settings.retentionMonths) {
          const run = await runDry(store, after, clock());
          if (run.comments > 0 && form['agreed'] !== String(run.comments)) {
            const confirmation = retentionConfirmation(run, c.var.locale);
            return showForm(c, site, { state, confirmation, status: 422 });
          }
        }
        const by = { at: clock(), actor: c.var.editor?.name ?? '' };
        if (!(await store.changeSite(site, after, by))) {
          const now = (await store.listSites()).find(({ id }) => id === site.id) ?? site;
          return showForm(c, now, { state, stale: topic.read(now), status: 409 });
        }
        siteChanged?.();
        return c.redirect(`${root}/settings/${site.key}/${topic.name}?done=saved#done`, 303);
      }),
    );
  }

  return routes;
}

/** What the form of a topic has sent, by its fields. */
function readValues(topic: Topic, c: ReviewContext, form: Record<string, unknown>): Values {
  return Object.fromEntries(
    topic.fields(c.var.locale).map(({ name, kind }) => {
      const sent = [form[name] ?? []].flat().filter((value) => typeof value === 'string');
      return [name, kind === 'lines' ? sent.flatMap((text) => text.split(/\r\n?|\n/)) : sent];
    }),
  );
}
