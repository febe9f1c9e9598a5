import type { Answer } from '../../server/contract/response-schema.ts';
import type { SeededRandom } from '../support/seeded-random.ts';

/** What a visitor had said when a revision was sent. */
export interface SaidState {
  answer: Answer;
  comment: string | undefined;
}

/** One visitor's response as the client's side knows it, whatever the service says. */
export interface LedgerEntry {
  id: string;
  page: string;
  /** By revision, from 1. */
  sent: SaidState[];
  /** The highest revision that was acknowledged; 0 when none was. */
  acknowledged: number;
}

/** Everything that was sent, and what of it was acknowledged. */
export interface Ledger {
  /** Something for a visitor to send: new, once more, or changed. Nobody else sends it meanwhile. */
  take: () => { entry: LedgerEntry; revisionNo: number };
  /** The visitor has been answered, or not. */
  giveBack: (entry: LedgerEntry, acknowledged: number | undefined) => void;
  entries: () => LedgerEntry[];
  /** Those that were acknowledged since this was last asked. */
  takeAcknowledged: () => LedgerEntry[];
}

const words = ['Hittade', 'inte', 'blanketten', 'på', 'sidan', 'Länken', 'är', 'trasig', 'Tack'];

/** @param origin the site whose pages are answered about */
export function createLedger(random: SeededRandom, origin: string): Ledger {
  const entries: LedgerEntry[] = [];
  /** Those that nobody sends at the moment: never answered, and acknowledged. */
  const unanswered: LedgerEntry[] = [];
  const settled: LedgerEntry[] = [];
  let acknowledgedSince = new Set<LedgerEntry>();

  /** Takes any one out of a list, in constant time. */
  function takeAny(list: LedgerEntry[]): LedgerEntry {
    const place = random.below(list.length);
    const entry = random.pick(list.slice(place, place + 1));
    const last = list.pop();
    if (last && last !== entry) list[place] = last;
    return entry;
  }

  function say(entry: LedgerEntry): LedgerEntry {
    const before = entry.sent.at(-1);
    const speaks = random.chance(0.5);
    entry.sent.push({
      answer: random.pick<Answer>(['yes', 'no', 'partly']),
      // A word of its own, by which the search must find this comment and no other.
      comment: speaks ? makeComment(`${entry.id}-${entry.sent.length + 1}`) : before?.comment,
    });
    return entry;
  }

  function makeComment(id: string): string {
    const text = Array.from({ length: 3 + random.below(12) }, () => random.pick(words)).join(' ');
    return `${text} ${ownWord(id)}`;
  }

  function choose(): LedgerEntry {
    if (unanswered.length > 0 && random.chance(0.5)) return takeAny(unanswered);
    if (settled.length > 0 && random.chance(0.35)) {
      const entry = takeAny(settled);
      return random.chance(0.3) ? entry : say(entry);
    }
    const page = `${origin}/sida-${random.below(40)}`;
    const entry: LedgerEntry = { id: random.uuid(), page, sent: [], acknowledged: 0 };
    entries.push(entry);
    return say(entry);
  }

  return {
    take() {
      const entry = choose();
      return { entry, revisionNo: entry.sent.length };
    },
    giveBack(entry, acknowledged) {
      entry.acknowledged = Math.max(entry.acknowledged, acknowledged ?? 0);
      if (acknowledged !== undefined) acknowledgedSince.add(entry);
      (acknowledged === undefined ? unanswered : settled).push(entry);
    },
    entries: () => entries,
    takeAcknowledged() {
      const taken = [...acknowledgedSince];
      acknowledgedSince = new Set();
      return taken;
    },
  };
}

/** A word that no other comment has, without digits that could be taken for a person's. */
export const ownWord = (id: string): string =>
  `ord${id.replaceAll('-', '').replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))}`;
