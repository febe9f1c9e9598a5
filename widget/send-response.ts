import { responsesPath } from '../server/contract/limits.ts';
import type { Problem } from '../server/contract/problem-schema.ts';
import type { PromptState } from './prompt-state.ts';

/** How long the service may take before the visitor is told that it failed: 15 seconds. */
const timeLimit = 15_000;

/** What hinders a response from being stored; nothing when it is stored. */
export type SendOutcome = Pick<PromptState, 'failure' | 'minutes' | 'refusal'> & {
  /** The id can no longer be amended. */
  isTooLate?: boolean;
};

/**
 * Posts one response as a form: no preflight, no cookies, and the request goes
 * on when the visitor leaves the page.
 * @param service the service's base address
 * @param fields what to send; empty ones are left out
 */
export async function sendResponse(
  service: string,
  fields: Record<string, string>,
): Promise<SendOutcome> {
  try {
    const response = await fetch(`${service.replace(/\/$/, '')}/${responsesPath}`, {
      method: 'POST',
      body: new URLSearchParams(Object.entries(fields).filter(([, value]) => value)),
      headers: { accept: 'application/json' },
      credentials: 'omit',
      keepalive: true,
      signal: AbortSignal.timeout(timeLimit),
    });
    const { ok, status, headers } = response;
    if (ok) return {};
    if (status === 422 && fields['comment']) {
      const { type, errors } = (await response.json()) as Problem;
      if (errors?.some(({ field }) => field === 'comment')) {
        return { refusal: type.endsWith('personal-data') ? 'personal-data' : 'other' };
      }
    }
    const isTooMany = status === 429;
    return {
      isTooLate: status === 409,
      // Nothing is taken about this page, now or later.
      failure: isTooMany ? 'too-many' : status === 403 ? 'closed' : 'service',
      // A date instead of seconds would need a clock that goes right: it is no number here.
      minutes: Math.ceil(Number(headers.get('retry-after')) / 60) || Number(isTooMany),
    };
  } catch {
    return { failure: navigator.onLine ? 'service' : 'offline' };
  }
}
