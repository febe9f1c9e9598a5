import { responsesPath } from '../server/contract/limits.ts';
import type { FailureReason } from './feedback-events.ts';

/** How long the service may take before the visitor is told that it failed: 15 seconds. */
const timeLimit = 15_000;

/** What became of a try to send: stored, or why not. */
export type SendOutcome = 'stored' | 'too-late' | FailureReason;

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
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value) body.set(name, value);
  try {
    const { ok, status } = await fetch(`${service.replace(/\/$/, '')}/${responsesPath}`, {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
      credentials: 'omit',
      keepalive: true,
      signal: AbortSignal.timeout(timeLimit),
    });
    if (ok) return 'stored';
    if (status === 409) return 'too-late';
    return status === 429 ? 'too-many' : 'service';
  } catch {
    return navigator.onLine ? 'service' : 'offline';
  }
}
