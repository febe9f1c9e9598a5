import { Hono } from 'hono';
import { html } from 'hono/html';
import { auditActions, type AuditAction, type AuditEntry } from '../store/audit-log.ts';
import type { AccessDependencies } from './access/access-dependencies.ts';
import { sitesWithRole } from './access/roles.ts';
import { auditDetail } from './audit-detail.ts';
import type { Locale } from './locale.ts';
import { notFound } from './message-pages.ts';
import { timeOf } from './page-facts.ts';
import { createPaging, pagingLinks } from './paging.ts';
import type { Html, ReviewEnvironment } from './review-environment.ts';

/** The audit log of the sites that the editor administers, the newest entry first. */
export function createAuditRoutes({ store, root, show }: AccessDependencies) {
  const routes = new Hono<ReviewEnvironment>();

  routes.get('/audit', async (c) => {
    const { editor, locale } = c.var;
    const siteIds = sitesWithRole(editor, 'administrator');
    if (siteIds.length === 0) return show(c, notFound(locale, root));
    const action = auditActions.find((known) => known === c.req.query('action'));
    const count = await store.countAudit(siteIds, action);
    const paging = createPaging(c.req.query('page'), count);
    const entries = await store.listAudit(siteIds, paging.slice, action);
    const sites = new Map((await store.listSites()).map(({ id, name }) => [id, name]));
    const { words } = locale;
    const href = (page: number) => `${root}/audit?${action ? `action=${action}&` : ''}page=${page}`;
    return show(c, {
      title: words.auditTitle,
      main: html`<h1>${words.auditTitle}</h1>
        <p>${words.auditText}</p>
        ${filterForm(action, locale, root)}
        ${
          entries.length === 0
            ? html`<p>${words.auditNone}</p>`
            : entryTable(entries, sites, locale)
        }
        ${pagingLinks(paging, locale, href)}`,
    });
  });
  return routes;
}

function filterForm(chosen: AuditAction | undefined, { words }: Locale, root: string): Html {
  return html`<form class="fields" method="get" action="${root}/audit">
    <div>
      <label for="action">${words.auditFilter}</label>
      <select id="action" name="action">
        <option value="">${words.auditAll}</option>
        ${auditActions.map(
          (action) =>
            html`<option value="${action}" ${action === chosen && html`selected`}>
              ${words.actions[action]}
            </option>`,
        )}
      </select>
    </div>
    <button>${words.auditShow}</button>
  </form>`;
}

function entryTable(entries: AuditEntry[], sites: Map<number, string>, locale: Locale): Html {
  const { words } = locale;
  const siteName = (id: number | null) =>
    id === null ? words.auditAllSites : (sites.get(id) ?? words.auditUnknown);
  return html`<table class="records">
    <thead>
      <tr>
        <th scope="col">${words.auditAt}</th>
        <th scope="col">${words.auditActor}</th>
        <th scope="col">${words.auditAction}</th>
        <th scope="col">${words.auditSite}</th>
        <th scope="col">${words.auditSubject}</th>
        <th scope="col">${words.auditDetail}</th>
      </tr>
    </thead>
    <tbody>
      ${entries.map(
        (entry) =>
          html`<tr>
            <td class="moment">${timeOf(entry.at, locale)}</td>
            <td data-name="${words.auditActor}"><bdi>${entry.actor || words.auditUnknown}</bdi></td>
            <td>${words.actions[entry.action]}</td>
            <td data-name="${words.auditSite}">${siteName(entry.siteId)}</td>
            <td class="subject" data-name="${words.auditSubject}"><bdi>${entry.subject}</bdi></td>
            <td class="told">${auditDetail(entry, locale)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
