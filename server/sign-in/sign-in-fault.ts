/** Why a sign-in did not come about. The audit log and the page to the person tell it. */
export type SignInReason =
  /** A link that is used, too old or unknown. */
  | 'link'
  /** The provider does not answer, or not as it should. */
  | 'provider-down'
  /** The person, or the provider for them, broke off. */
  | 'cancelled'
  /** The answer does not belong to a sign-in begun in this browser a moment ago. */
  | 'state'
  /** The provider refused the code: used, too old or not ours. */
  | 'code'
  /** The token is not what was asked for: wrong issuer, audience, nonce, time or signature. */
  | 'token'
  /** The provider does not vouch for the e-mail address. */
  | 'unverified'
  /** Nobody here by that name, and no group that has a role. */
  | 'unknown'
  /** Somebody else at the provider has the name already. */
  | 'taken';

/** Thrown where a sign-in fails; answered in one place. */
export class SignInFault extends Error {
  readonly reason: SignInReason;

  constructor(reason: SignInReason, cause?: unknown) {
    super(`Signing in failed: ${reason}`, { cause });
    this.name = 'SignInFault';
    this.reason = reason;
  }
}
