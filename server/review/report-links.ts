import { html } from 'hono/html';
import type { Period } from '../days.ts';
import type { PageSummary, Site } from '../store/store.ts';
import { hasRole } from './access/roles.ts';
import type { PeriodChoice } from './period.ts';
import type { Html, ReviewContext } from './review-environment.ts';

interface ReportLinks {
  page: PageSummary;
  site: Pick<Site, 'key'>;
  choice: PeriodChoice;
  period: Period;
  root: string;
}

/** The ways from a page's report to its comments and its export, over the same period. */
export function reportLinks(c: ReviewContext, links: ReportLinks): Html {
  const { page, root } = links;
  const { words } = c.var.locale;
  const mayExport = hasRole(c.var.editor, page.siteId, 'editor');
  return html`<p class="ways">
    <a href="${root}/comments?${commentsQuery(links)}">${words.toPageComments}</a>
    ${mayExport && html`<a href="${root}/export?${exportQuery(links)}">${words.toPageExport}</a>`}
    ${mayExport && html`<a href="${root}/pages/${page.id}/merge">${words.merge.link}</a>`}
  </p>`;
}

function commentsQuery({ page, choice, period }: ReportLinks): string {
  const time = choice.kind === 'last-edit' ? { since: 'edit' } : { ...period };
  return new URLSearchParams({ page: String(page.id), ...time }).toString();
}

function exportQuery({ page, site, choice, period }: ReportLinks): string {
  const time = {
    days: { period: choice.kind === 'days' ? String(choice.days) : '' },
    'last-edit': { period: 'edit' },
    own: { period: 'dates', ...period },
  }[choice.kind];
  const scope = { site: site.key, scope: 'page', address: page.address };
  return new URLSearchParams({ ...scope, ...time }).toString();
}
