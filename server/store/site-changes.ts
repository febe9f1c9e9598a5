import type { By } from './moderation.ts';
import type { Site } from './store.ts';

/** What administrators decide about their sites. */
export interface SiteChanges {
  /**
   * Changes a site and audits what was and what is.
   * @param before the site as whoever changes it has seen it
   * @returns whether it still was so: else nothing is changed
   */
  changeSite(before: Site, after: Site, by: By): Promise<boolean>;
}

/** The longest value that the audit log tells. */
const longestTold = 500;

/** What differs between two states of a site, by name: what was, an arrow, what is. */
export function describeChanges(before: Site, after: Site): Record<string, string> {
  const [was, is] = [flat(before), flat(after)];
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return Object.fromEntries(
    [...names]
      .filter((name) => was[name] !== is[name])
      .map((name) => [name, `${was[name] ?? '–'} → ${is[name] ?? '–'}`]),
  );
}

function flat(value: object, prefix = ''): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, each] of Object.entries(value) as [string, unknown][]) {
    if (each === undefined) continue;
    if (typeof each === 'object' && each !== null && !Array.isArray(each)) {
      Object.assign(result, flat(each, prefix + (name === 'settings' ? '' : `${name}.`)));
    } else {
      const text =
        typeof each === 'string'
          ? each
          : Array.isArray(each)
            ? each.join(', ')
            : JSON.stringify(each);
      result[prefix + name] = text === '' ? '–' : text.slice(0, longestTold);
    }
  }
  return result;
}
