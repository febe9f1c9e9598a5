import { html } from 'hono/html';
import type { Scope } from '../../export/choose-scope.ts';
import type { CopySummary } from '../../export/copy.ts';
import type { Locale } from '../locale.ts';
import { timeOf } from '../page-facts.ts';
import type { Html } from '../review-environment.ts';

/** What a copy says of itself. */
export interface CopyFacts {
  scope: Scope;
  summary: CopySummary;
  made: Date;
  /** Who made it. */
  by: string;
}

/** Who made a copy, when, of what, how many there are and how many are masked. */
export function copyFacts({ scope, summary, made, by }: CopyFacts, locale: Locale): Html {
  const { words, formats } = locale;
  const { exporting } = words;
  const fact = (term: string, description: Html | string) =>
    html`<div>
      <dt>${term}</dt>
      <dd>${description}</dd>
    </div>`;
  return html`<dl class="copy-facts">
    ${fact(exporting.copySite, scope.site.name)}
    ${fact(exporting.copyPages, html`<bdi>${scope.subject ?? exporting.scopes.site}</bdi>`)}
    ${fact(exporting.copyPeriod, periodInWords(scope, locale))}
    ${fact(exporting.copyMade, timeOf(made, locale))}
    ${fact(exporting.copyBy, html`<bdi>${by}</bdi>`)}
    ${fact(exporting.copyResponses, formats.number(summary.responses))}
    ${fact(exporting.copyComments, formats.number(summary.comments))}
    ${fact(exporting.copyMasked, formats.number(summary.masked))}
  </dl>`;
}

function periodInWords({ filter }: Scope, { words, formats }: Locale): string {
  const { exporting } = words;
  const from = filter.fromDay > '0001' ? formats.day(filter.fromDay) : undefined;
  const to = filter.toDay < '9999' ? formats.day(filter.toDay) : undefined;
  if (from !== undefined && to !== undefined) return words.fromTo(from, to);
  if (from !== undefined) return exporting.copyFrom(from);
  return to === undefined ? exporting.copyAllDays : exporting.copyTo(to);
}
