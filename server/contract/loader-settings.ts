/** What a site has decided about its prompts, as the service puts it into the site's own loader. */
export interface LoaderSettings {
  /** Where there is no prompt: see prompt-off.ts. */
  off: string[];
  /** By language, the first being that of pages in any other: attributes that prompts have not. */
  languages: [language: string, attributes: Record<string, string>][];
}
