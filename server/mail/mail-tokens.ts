import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link in a mail can stop: the weekly summary, warnings, or hearing of one page. */
export type Stopped = { kind: 'digest' } | { kind: 'warnings' } | { kind: 'watch'; pageId: number };

/** What stands in the links of mails: who it is about, sealed so that nobody can make one up. */
export interface MailTokens {
  /** @param expires when the link no longer works, in milliseconds since 1970 */
  confirm: (editorId: number, address: string, expires: number) => string;
  /** @returns whose address it would confirm; null when the token is none */
  readConfirm: (token: string) => { editorId: number; expires: number } | null;
  /** Whether a token is about this address: it holds no address itself. */
  isAbout: (token: string, address: string) => boolean;
  /** A link to stop mail works as long as the mail is kept. */
  stop: (editorId: number, stopped: Stopped) => string;
  readStop: (token: string) => { editorId: number; stopped: Stopped } | null;
}

export function createMailTokens(secret: Uint8Array): MailTokens {
  const seal = (...parts: (string | number)[]) =>
    createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url');

  const isSeal = (given: string | undefined, right: string) =>
    given?.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right));

  const confirmPattern = /^(\d{1,15})\.(\d{1,15})\.([\w-]{43})$/;
  const stopPattern = /^(\d{1,15})\.(digest|warnings|watch-(\d{1,15}))\.([\w-]{43})$/;
  const nameOf = (stopped: Stopped) =>
    stopped.kind === 'watch' ? `watch-${stopped.pageId}` : stopped.kind;

  return {
    confirm: (editorId, address, expires) =>
      `${editorId}.${expires}.${seal('confirm', editorId, expires, address)}`,
    readConfirm(token) {
      const [, editorId, expires] = confirmPattern.exec(token) ?? [];
      return editorId ? { editorId: Number(editorId), expires: Number(expires) } : null;
    },
    isAbout(token, address) {
      const [, editorId, expires, given] = confirmPattern.exec(token) ?? [];
      return isSeal(given, seal('confirm', Number(editorId), Number(expires), address));
    },
    stop(editorId, stopped) {
      const name = nameOf(stopped);
      return `${editorId}.${name}.${seal('stop', editorId, name)}`;
    },
    readStop(token) {
      const [, id, name = '', pageId, given] = stopPattern.exec(token) ?? [];
      const editorId = Number(id);
      if (!isSeal(given, seal('stop', editorId, name))) return null;
      if (name === 'digest' || name === 'warnings') return { editorId, stopped: { kind: name } };
      return { editorId, stopped: { kind: 'watch', pageId: Number(pageId) } };
    },
  };
}
