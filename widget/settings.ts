/** The attributes by which a web team sets up a prompt. */
export interface Settings {
  /** The service's base address. Default: where the element's script came from. */
  service?: string | undefined;
  /** The page's address. Default: the canonical link, or where the browser is. */
  page?: string | undefined;
  /** The page's title. Default: its metadata. */
  pageTitle?: string | undefined;
  /** When the page was last updated, as `2026-11-22`. Default: its metadata. */
  pageUpdated?: string | undefined;
  /**
   * The level of the question's heading. Default: 2.
   * @type {1 | 2 | 3 | 4 | 5 | 6}
   */
  headingLevel?: string | undefined;
  /** The question, where the website wants its own words. Default: that of the language. */
  question?: string | undefined;
  /** The sentence on what the answer is for. Default: that of the language. */
  purpose?: string | undefined;
  /** Where visitors who want a reply can turn. */
  contactHref?: string | undefined;
  /** The notice on how answers are handled. */
  privacyHref?: string | undefined;
  /** Where bad accessibility can be reported. */
  accessibilityHref?: string | undefined;
  /** Numbers that are not taken for personal data, such as the agency's own; commas between. */
  allowedNumbers?: string | undefined;
  /**
   * Takes answers only, no comments.
   * @type {boolean}
   */
  noComment?: string | undefined;
}

export const settingNames = [
  'lang',
  'service',
  'page',
  'page-title',
  'page-updated',
  'heading-level',
  'question',
  'purpose',
  'contact-href',
  'privacy-href',
  'accessibility-href',
  'allowed-numbers',
  'no-comment',
];

/** Reads the attributes of a prompt as they are now; one that is not there is left out. */
export function readSettings(prompt: Element): Settings {
  const settings: Record<string, string | undefined> = {};
  for (const name of settingNames) {
    const key = name.replace(/-./, (part) => part.slice(1).toUpperCase());
    settings[key] = prompt.getAttribute(name) ?? undefined;
  }
  return settings;
}
