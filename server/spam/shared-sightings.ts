import { createHmac, hash } from 'node:crypto';
import { mostMessageBytes, type Broadcast } from '../store/broadcast.ts';
import { textOf } from './comment-layers.ts';
import type { Sighting } from './sighting.ts';

/** How long sightings are gathered before the other instances are told, in milliseconds. */
const gatheringTime = 50;

/** How many visitors of its own an instance can name at a time: more than the layers remember. */
const mostVisitors = 100_000;

/** How many pages' names are kept at a time. */
const mostPages = 2000;

/** What instances on the same database tell each other, so that a robot finds no gap between them. */
export interface SharedSightings {
  /**
   * Tells the others of a sighting, soon.
   * @returns the sighting under the names by which all instances know what it is about
   */
  share: (sighting: Sighting) => Sighting;
  /** The visitor's key for a name, when the visitor came to this instance. */
  keyOf: (name: string) => string | undefined;
}

/**
 * Shares sightings, as names that stand for the visitor, the page and the words: hashes
 * with a salt of this installation and this day. None can be turned back, tomorrow they
 * are others, and they are stored nowhere. Where it came from already has such a name.
 * @param secret 32 random bytes of this installation
 * @param onTold is told what the others see
 */
export async function shareSightings(
  broadcast: Broadcast,
  secret: Uint8Array,
  onTold: (sighting: Sighting) => void,
): Promise<SharedSightings> {
  const { nameOf, nameOfPage } = createNames(secret);
  // Those of now and those of before, which are forgotten all at once: one by one costs more.
  let keys = new Map<string, string>();
  let keysBefore: typeof keys = new Map();
  let gathered: string[] = [];
  let timer: NodeJS.Timeout | undefined;

  function send() {
    timer = undefined;
    broadcast.send(intoMessages(gathered));
    gathered = [];
  }

  await broadcast.listen((message) => {
    for (const line of message.split('\n')) {
      const told = readLine(line);
      if (told) onTold(told);
    }
  });

  return {
    share(sighting) {
      const { key, address, comment, at } = sighting;
      const text = textOf(comment);
      const name = nameOf(key, at);
      if (keys.size >= mostVisitors / 2) {
        keysBefore = keys;
        keys = new Map();
      }
      keys.set(name, key);
      const shared = {
        ...sighting,
        key: name,
        address: nameOfPage(address, at),
        text: text === undefined ? undefined : nameOf(text, at),
      };
      gathered.push(writeLine(shared));
      timer ??= setTimeout(send, gatheringTime).unref();
      return shared;
    },
    keyOf: (name) => keys.get(name) ?? keysBefore.get(name),
  };
}

function createNames(secret: Uint8Array) {
  const dayOf = (at: number) => Math.floor(at / 86_400_000);
  let day = Number.NaN;
  let salt = '';
  /** The same pages are answered about again and again. */
  const pages = new Map<string, string>();

  function nameOf(value: string, at: number): string {
    if (dayOf(at) !== day) {
      day = dayOf(at);
      salt = createHmac('sha256', secret).update(`sightings ${day}`).digest('hex');
      pages.clear();
    }
    return hash('sha256', salt + value, 'base64url').slice(0, 16);
  }

  function nameOfPage(address: string, at: number): string {
    const known = dayOf(at) === day ? pages.get(address) : undefined;
    if (known !== undefined) return known;
    const name = nameOf(address, at);
    if (pages.size >= mostPages) pages.clear();
    pages.set(address, name);
    return name;
  }

  return { nameOf, nameOfPage };
}

const nothing = '-';

/** One sighting as instances tell it: nothing in it has a space. */
function writeLine({ key, siteId, address, source, text, at }: Sighting): string {
  return [key, siteId, address, source ?? nothing, text ?? nothing, at].join(' ');
}

/** @returns undefined for a line that an instance of another version may have written */
function readLine(line: string): Sighting | undefined {
  const [key, siteId, address, source, text, at, ...more] = line.split(' ');
  if (key === undefined || address === undefined || at === undefined || more.length > 0) {
    return undefined;
  }
  const optional = (part: string | undefined) => (part === nothing ? undefined : part);
  const told = { siteId: Number(siteId), at: Number(at), isTold: true };
  if (!Number.isInteger(told.siteId) || !Number.isInteger(told.at)) return undefined;
  return {
    ...{ key, address, source: optional(source), text: optional(text), ...told },
    ...{ comment: undefined, elapsed: undefined, decoy: false },
  };
}

/** Puts lines together into as few messages as hold them. */
function intoMessages(lines: string[]): string[] {
  const messages: string[] = [];
  for (const line of lines) {
    const last = messages.at(-1);
    if (last === undefined || last.length + 1 + line.length > mostMessageBytes) messages.push(line);
    else messages[messages.length - 1] = `${last}\n${line}`;
  }
  return messages;
}
