import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What stands in a test for the addresses of the guide. */
export interface GuideAddresses {
  service: string;
  /** The full address of the page that has the prompt. */
  page: string;
}

const pageOfGuide = 'https://www.example.se/e-faktura';

/**
 * Reads a block of code from the embedding guide, so that the tests run what web teams paste.
 * @param language as it stands after the three backticks
 * @param containing a text that only this block of that language has
 * @throws Error when there is not exactly one such block
 */
export function readGuide(
  language: string,
  containing: string,
  { service, page }: GuideAddresses,
): string {
  const guide = readFileSync(resolve(import.meta.dirname, '../../docs/embedding.md'), 'utf8');
  const blocks = [...guide.matchAll(/^```(\w+)\n(.*?)^```/gms)]
    .filter(([, name, code]) => name === language && code?.includes(containing))
    .map(([, , code = '']) => code);
  const [block] = blocks;
  if (block === undefined || blocks.length > 1) {
    throw new Error(`${blocks.length} blocks of ${language} contain “${containing}”.`);
  }
  return block
    .replaceAll('https://feedback.example.se', service)
    .replaceAll(pageOfGuide, page)
    .replaceAll(encodeURIComponent(pageOfGuide), encodeURIComponent(page));
}
