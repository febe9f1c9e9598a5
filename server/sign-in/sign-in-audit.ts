import type { Clock } from '../clock.ts';
import type { AuditAction } from '../store/audit-log.ts';
import type { Editor, Store } from '../store/store.ts';
import { SignInFault, type SignInReason } from './sign-in-fault.ts';

const aMinute = 60 * 1000;

/** How many failures are written down in a minute: nobody can fill the disk with them. */
const mostFailures = 20;

export interface SignInAudit {
  signedIn(editor: Editor, way: 'link' | 'provider'): Promise<void>;
  signedOut(editor: Editor): Promise<void>;
  /** Tells why, never who: it may have been anybody. */
  failed(reason: SignInReason): Promise<void>;
}

/** Tells the audit log of every sign-in, and of those that failed. */
export function createSignInAudit(store: Store, clock: Clock): SignInAudit {
  let minute = 0;
  let failures = 0;
  let untold = 0;

  /** The administrators of each of the person's sites are told, and no others. */
  async function tell(editor: Editor, action: AuditAction, detail: Record<string, string>) {
    const siteIds = editor.siteIds.length > 0 ? editor.siteIds : [null];
    for (const siteId of siteIds) {
      const entry = { at: clock(), actor: editor.name, siteId, action, subject: null, detail };
      await store.recordAudit(entry);
    }
  }

  return {
    signedIn: (editor, way) => tell(editor, 'sign-in', { way }),
    signedOut: (editor) => tell(editor, 'sign-out', {}),
    async failed(reason) {
      const at = clock();
      const thisMinute = Math.floor(at.getTime() / aMinute);
      if (thisMinute !== minute) [minute, failures] = [thisMinute, 0];
      failures += 1;
      if (failures > mostFailures) {
        untold += 1;
        return;
      }
      const detail = { reason, ...(untold > 0 && { untold }) };
      untold = 0;
      const entry = { at, actor: '', siteId: null, subject: null, detail };
      await store.recordAudit({ ...entry, action: 'sign-in-failed' });
    },
  };
}

/** What was thrown as a sign-in fault; anything else is thrown on. */
export function signInFault(thrown: unknown): SignInFault {
  if (thrown instanceof SignInFault) return thrown;
  throw thrown;
}
