import { html } from 'hono/html';
import { visitorLanguages } from '../../../locales/languages.ts';
import type { Site } from '../../store/store.ts';
import { readOwnWidgetFiles } from '../../widget-files.ts';
import type { ReviewPage } from '../layout.ts';
import type { Html, ReviewContext } from '../review-environment.ts';
import {
  elementTag,
  pinnedLoader,
  policy,
  promptMarkup,
  siteLoader,
  styles,
  trustedTypes,
} from './snippets.ts';
import type { SettingsDependencies } from './settings-dependencies.ts';

/** What a web team pastes into a website, with the hashes of the files that are served here. */
export function embedPage(c: ReviewContext, site: Site, deps: SettingsDependencies): ReviewPage {
  const { root, base, widgetFolder } = deps;
  const { words } = c.var.locale;
  const { settings } = words;
  const service = base(c);
  const { languages, texts } = site.settings.prompt;
  const language = languages.find((each) => each === 'sv') ?? languages[0] ?? 'sv';
  const usual = deps.words.visitor[language];
  const question = texts[language]?.question ?? usual.question;
  const markup = promptMarkup(service, site, language, { ...usual, question });
  const files = widgetFolder && readOwnWidgetFiles(widgetFolder);
  const pinned = (name: string) => ({
    address: `${service}/widget/${files?.version ?? ''}/${name}`,
    integrity: files?.files.get(name)?.integrity ?? '',
  });
  return {
    title: settings.embed.name,
    main: html`<p class="back"><a href="${root}/settings/${site.key}">${settings.toAll}</a></p>
      <h1>${settings.embed.name}</h1>
      <h2>${settings.embedNewest}</h2>
      <p>${settings.embedNewestText}</p>
      ${code(`${markup}\n${siteLoader(service, site)}`)}
      <h2>${settings.embedStyle}</h2>
      <p>${settings.embedStyleText}</p>
      ${code(styles)}
      <h2>${settings.embedPolicy}</h2>
      <p>${settings.embedPolicyText}</p>
      ${code(policy(service))}
      <p>${settings.embedTrustedTypes}</p>
      ${code(trustedTypes)}
      ${
        files
          ? html`<h2>${settings.embedPinned(files.version)}</h2>
              <p>${settings.embedPinnedText}</p>
              ${code(`${markup}\n${pinnedLoader(pinned('page-feedback.js'))}`)}
              <h3>${settings.embedPinnedElement}</h3>
              ${code(
                visitorLanguages
                  .filter((each) => languages.includes(each))
                  .map((each) => elementTag(pinned(`page-feedback.${each}.js`)))
                  .join('\n'),
              )}`
          : html`<p>${settings.embedNoHash}</p>`
      }`,
  };
}

/** Wide code is scrolled in its own box, which the keyboard reaches too. */
const code = (text: string): Html => html`<pre><code>${text}</code></pre>`;
