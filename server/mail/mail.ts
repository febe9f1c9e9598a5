import { createLocales, type Locale } from '../review/locale.ts';
import { createSignInLink } from '../review/sign-in-link.ts';
import type { Clock } from '../clock.ts';
import type { Report } from '../operations/log.ts';
import type { Editor, Store } from '../store/store.ts';
import type { Words } from '../words/words.ts';
import { createPostbox, type Delivery } from './deliver.ts';
import { letterAsHtml, letterAsText, type Letter } from './letter.ts';
import { confirmLetter, signInLetter } from './letters.ts';
import type { MailSettings } from './mail-settings.ts';
import { createMailTokens, type MailTokens, type Stopped } from './mail-tokens.ts';

/** How long a link that confirms an address works, in milliseconds. */
const confirmValidity = 24 * 60 * 60 * 1000;

const anHour = 60 * 60 * 1000;

/** How many links to confirm an address one editor can have sent in an hour. */
const mostConfirmsAnHour = 5;

/** How soon another sign-in link can be had by mail, in milliseconds. */
const signInEvery = 2 * 60 * 1000;

/** All about mail that the review and the jobs work with. */
export interface Mail {
  tokens: MailTokens;
  /** The review's whole address, without a slash at the end. */
  review: () => string;
  localeOf: (editor: Editor) => Locale;
  /** Sends a letter. One that can be stopped says how. */
  send: (
    to: { editor: Editor; address: string },
    letter: Letter,
    stop?: Stopped,
  ) => Promise<Delivery>;
  /** Sends the link that confirms an editor's address; `often` when there were too many. */
  sendConfirmation: (editor: Editor, address: string) => Promise<Delivery | 'often'>;
  /**
   * Sends sign-in links to whoever has confirmed this address. The caller learns nothing:
   * neither by an answer nor by how long it takes.
   */
  sendSignInLinks: (address: string) => void;
  /** Fulfilled when what was begun in the background is done. */
  settled: () => Promise<void>;
}

export interface MailDependencies {
  settings: MailSettings;
  store: Store;
  words: Words;
  clock: Clock;
  timeZone: string;
  /** The service's base address, without a slash at the end. */
  publicUrl: () => string;
  /** Seals what stands in links. */
  secret: Uint8Array;
  report: Report;
}

export function createMail(deps: MailDependencies): Mail {
  const { store, clock, report, publicUrl } = deps;
  const tokens = createMailTokens(deps.secret);
  const postbox = createPostbox(deps.settings, report);
  const localeFor = createLocales(deps);
  const localeOf = (editor: Editor) => localeFor({ editor, acceptLanguage: undefined });
  const review = () => `${publicUrl()}/review`;
  let background: Promise<void> = Promise.resolve();

  const send: Mail['send'] = async ({ editor, address }, letter, stop) => {
    const stopHref = stop && `${review()}/mail/stop?token=${tokens.stop(editor.id, stop)}`;
    const { words } = localeOf(editor);
    const whole: Letter = {
      ...letter,
      ...(stopHref !== undefined && { stop: { text: words.letter.stop, href: stopHref } }),
    };
    return postbox.deliver({
      to: address,
      subject: letter.subject,
      text: letterAsText(whole),
      html: await letterAsHtml(whole),
      stopHref,
    });
  };

  /** Takes one of the places that an editor has in an hour. */
  async function mayConfirm(editorId: number): Promise<boolean> {
    for (let place = 1; place <= mostConfirmsAnHour; place += 1) {
      const claim = { editorId, kind: 'confirm', subject: String(place) } as const;
      if (await store.claimMail(claim, clock(), anHour)) return true;
    }
    return false;
  }

  async function sendSignInLinks(address: string): Promise<void> {
    for (const editor of await store.findEditorsByMail(address)) {
      const claim = { editorId: editor.id, kind: 'sign-in', subject: 'link' } as const;
      if (!(await store.claimMail(claim, clock(), signInEvery))) continue;
      const token = await createSignInLink(store, editor.id, clock);
      const href = `${review()}/sign-in?token=${token}`;
      for (const siteId of editor.siteIds) {
        await store.recordAudit({
          at: clock(),
          actor: editor.name,
          siteId,
          action: 'link-added',
          subject: editor.name,
          detail: { byMail: true },
        });
      }
      await send({ editor, address }, signInLetter(localeOf(editor), href));
    }
  }

  return {
    tokens,
    review,
    localeOf,
    send,
    async sendConfirmation(editor, address) {
      if (!(await mayConfirm(editor.id))) return 'often';
      const expires = clock().getTime() + confirmValidity;
      const token = tokens.confirm(editor.id, address, expires);
      const href = `${review()}/mail/confirm?token=${token}`;
      return send({ editor, address }, confirmLetter(localeOf(editor), editor.name, href));
    },
    sendSignInLinks(address) {
      background = background.then(() => sendSignInLinks(address)).catch(report);
    },
    settled: () => background,
  };
}
