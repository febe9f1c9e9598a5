import { contentsOf, textOf, unescapeText } from './read-markup.ts';

/** A page as the list of the review shows it. */
export interface ListedPage {
  href: string;
  address: string;
  answers: number;
  yes: number;
  comments: number;
  lastReceived: string;
}

/** One page's report. */
export interface ShownReport {
  address: string;
  /** What was answered how often, in Swedish: `Ja 3, Nej 2`. */
  each: string;
  answers: number;
  commentCount: number;
  /** The table of days: the cells of each row, the day first. */
  days: string[][];
  comments: { answer: string; text: string; received: string }[];
}

/** An editor who reads the review in Swedish, over HTTP. */
export interface ReviewReader {
  readList: () => Promise<ListedPage[]>;
  readReport: (href: string) => Promise<ShownReport>;
}

/** Signs in by a link. */
export async function signInToReview(link: string): Promise<ReviewReader> {
  const signedIn = await fetch(link, { redirect: 'manual' });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const read = async (href: string) => {
    const response = await fetch(new URL(href, link), {
      headers: { cookie, 'accept-language': 'sv' },
    });
    const markup = await response.text();
    if (response.status !== 200) throw new Error(`${href}: ${response.status} ${textOf(markup)}`);
    return markup;
  };

  /** All parts of a list that is cut into pages. */
  async function readParts(href: string): Promise<string[]> {
    const parts = [await read(href)];
    for (let next = nextOf(parts[0] ?? ''); next !== undefined;) {
      const part = await read(next);
      parts.push(part);
      next = nextOf(part);
    }
    return parts;
  }

  return {
    async readList() {
      const parts = await readParts('/review/');
      return parts.flatMap((part) => {
        const list = /<ol class="pages".*<\/ol>/s.exec(part)?.[0] ?? '';
        return contentsOf(list, 'li').map(readEntry);
      });
    },
    async readReport(href) {
      const parts = await readParts(href);
      const [first = ''] = parts;
      const facts = readFacts(first);
      return {
        address: textOf(contentsOf(first, 'a').find((text) => /^https?:/.test(text.trim())) ?? ''),
        each: facts.get('Fördelning') ?? '',
        answers: Number(facts.get('Svar')),
        commentCount: Number(facts.get('Kommentarer')),
        days: readTable(first),
        comments: parts.flatMap(readComments),
      };
    },
  };
}

const nextOf = (markup: string) => {
  const link = /<a\b[^>]*rel="next"[^>]*>/.exec(markup)?.[0] ?? '';
  const href = /href="([^"]*)"/.exec(link)?.[1];
  return href === undefined ? undefined : unescapeText(href);
};

/** Each term with its description. */
const readFacts = (markup: string) =>
  new Map(
    [...markup.matchAll(/<dt\b[^>]*>(.*?)<\/dt\s*>\s*<dd\b[^>]*>(.*?)<\/dd\s*>/gs)].map(
      ([, term = '', description = '']) => [textOf(term), textOf(description)],
    ),
  );

const moments = (markup: string) =>
  [...markup.matchAll(/<time datetime="([^"]*)"/g)].map(([, moment = '']) => moment);

function readEntry(entry: string): ListedPage {
  const facts = readFacts(entry);
  const helped = /(\d+) av (\d+)/.exec(facts.get('Hjälpte informationen?') ?? '');
  const last = /<dt\b[^>]*>\s*Senaste svaret.*?<\/dd\s*>/s.exec(entry)?.[0] ?? '';
  return {
    href: /<h[23]>\s*<a href="([^"]*)"/.exec(entry)?.[1] ?? '',
    address: /https?:\/\/[^\s<]+/.exec(textOf(contentsOf(entry, 'div')[0] ?? ''))?.[0] ?? '',
    answers: Number(facts.get('Svar')),
    yes: Number(helped?.[1]),
    // How many of them are new may stand behind.
    comments: Number.parseInt(facts.get('Kommentarer') ?? '', 10),
    lastReceived: moments(last)[0] ?? '',
  };
}

/** The table of days, which is not the only one of a report. */
const tableOfDays = (markup: string) =>
  /<table class="days">.*?<\/table\s*>/s.exec(markup)?.[0] ?? '';

const readTable = (markup: string) =>
  contentsOf(contentsOf(tableOfDays(markup), 'tbody').join(''), 'tr').map((row) => [
    moments(row)[0] ?? '',
    ...contentsOf(row, 'td').map(textOf),
  ]);

function readComments(markup: string) {
  const list = /<ol class="comments".*?<\/ol\s*>/s.exec(markup)?.[0] ?? '';
  return contentsOf(list, 'li').map((item) => ({
    answer: textOf(contentsOf(item, 'strong')[0] ?? ''),
    text: unescapeText(contentsOf(item, 'blockquote')[0] ?? ''),
    received: moments(item)[0] ?? '',
  }));
}
