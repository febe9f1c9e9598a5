/** A page of the review that can be reached by links, and its markup as the service sent it. */
export interface FoundPage {
  /** Path and query. */
  href: string;
  /** The page that leads to it. */
  from: string;
  status: number;
  markup: string;
}

/** Lists can be asked for in many ways: so many of each are opened. */
const mostOfAPath = 3;

/** The most pages: beyond it, something makes ever new addresses. */
const mostPages = 150;

/**
 * Finds the pages of the review as whoever is signed in does: from link to link, and through
 * forms that only ask. Of addresses that differ in numbers and values alone, one is opened,
 * and few of those that differ in what is asked for.
 * @param read asks for a path as the browser that is signed in
 */
export async function crawlReview(
  read: (href: string) => Promise<{ status: number; markup: string; isPage: boolean }>,
): Promise<FoundPage[]> {
  const found: FoundPage[] = [];
  const known = new Set<string>();
  const perPath = new Map<string, number>();
  const waiting = [{ href: '/review/', from: '' }];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const shape = shapeOf(next.href);
    const [path = ''] = shape.split('?');
    const ofPath = perPath.get(path) ?? 0;
    if (known.has(shape) || ofPath >= mostOfAPath) continue;
    known.add(shape);
    perPath.set(path, ofPath + 1);
    const { status, markup, isPage } = await read(next.href);
    if (!isPage) continue;
    found.push({ ...next, status, markup });
    if (found.length > mostPages) throw new Error(`There is no end: ${next.href}`);
    const from = next.href;
    for (const href of waysOf(markup, next.href)) waiting.push({ href, from });
  }
  return found;
}

/** What addresses of the same kind have in common: the names of their parts. */
function shapeOf(href: string): string {
  const { pathname, searchParams } = new URL(href, 'http://gensvar.invalid');
  const names = [...new Set(searchParams.keys())].sort();
  return `${pathname.replace(/\d+/g, 'N')}?${names.join('&')}`;
}

function waysOf(markup: string, href: string): string[] {
  const links = [...markup.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, to = '']) => to);
  const forms = [...markup.matchAll(/<form([^>]*method="get"[^>]*)>(.*?)<\/form/gs)].map(
    ([, head = '', body = '']) => {
      const action = /action="([^"]*)"/.exec(head)?.[1] ?? '';
      const fields = [...body.matchAll(/<input[^>]*>/g)].flatMap(([input]) => {
        const type = /type="([^"]*)"/.exec(input)?.[1];
        const isSent = (type !== 'radio' && type !== 'checkbox') || /\schecked/.test(input);
        const name = /\sname="([^"]*)"/.exec(input)?.[1];
        const value = /\svalue="([^"]*)"/.exec(input)?.[1] ?? '';
        return isSent && name !== undefined ? [[name, plain(value)]] : [];
      });
      return `${action}?${new URLSearchParams(fields).toString()}`;
    },
  );
  return [...links, ...forms].flatMap((to) => {
    const base = new URL(href, 'http://gensvar.invalid');
    const address = new URL(plain(to), base);
    const isInside = address.host === base.host && address.pathname.startsWith('/review/');
    const isAnother = address.pathname + address.search !== base.pathname + base.search;
    return isInside && isAnother ? [address.pathname + address.search] : [];
  });
}

const plain = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

/** What a browser makes another document of than what is written, in words. */
export function markupFaults(markup: string, counted: Record<string, number>): string[] {
  const written: Record<string, number> = {};
  for (const [, name = ''] of markup.matchAll(/<([a-z][a-z\d]*)\b/g)) {
    written[name] = (written[name] ?? 0) + 1;
  }
  const names = new Set([...Object.keys(written), ...Object.keys(counted)]);
  return [...names].flatMap((name) =>
    written[name] === counted[name]
      ? []
      : [`<${name}> is written ${written[name] ?? 0} times, and read ${counted[name] ?? 0} times`],
  );
}
