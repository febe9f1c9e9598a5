import { mostCharacters } from './prompt-states.ts';

/** Where the focus can be. */
export type Place = 'yes' | 'no' | 'field' | 'edit' | 'submit';

/** What a state must come to. What it does not name is not there. */
export interface Row {
  /** The answer that is pressed. */
  chosen?: 'yes' | 'no';
  /** Where the focus is; nowhere in the prompt when it is not told. */
  focus?: Place;
  /** What the status says, all of it; nothing where nothing is told. */
  says: RegExp[];
  /** How many characters the field holds. */
  written?: number;
  /** Whether the field is marked as faulty. */
  isFaulty?: boolean;
}

const thanks = /^Tack för ditt svar\./;
const failed = /^Det gick inte att skicka just nu\..* Försök igen om /;
const busy = /^Det kommer många svar just nu\..* Försök igen om /;
const offline = /^Du verkar sakna internet\..* Försök igen\.$/;
const kept = /Din text finns kvar\./;
const stored = /^Tack! Vi har tagit emot din kommentar\.$/;

/** What visitors write in the states below. */
const words = 55;

const answered = (
  chosen: 'yes' | 'no',
  focus: Place,
  says: RegExp[],
  field: Pick<Row, 'written' | 'isFaulty'> = {},
): Row => ({ chosen, focus, says, ...field });

/** Each state of the prompt, by its name in `prompt-states.ts`. */
export const rows: Record<string, Row> = {
  asking: { says: [] },
  'asking at heading level 3': { says: [] },
  'the answer is being sent': answered('yes', 'yes', [], { written: 0 }),
  'answered yes': answered('yes', 'yes', [thanks], { written: 0 }),
  'answered no': answered('no', 'no', [thanks], { written: 0 }),
  'answered where no comment is taken': answered('no', 'no', [thanks]),
  'answer changed': answered('yes', 'yes', [thanks], { written: 0 }),
  'the answer failed': answered('yes', 'yes', [failed], { written: 0 }),
  'the answer came to a busy service': answered('no', 'no', [busy], { written: 0 }),
  'the answer was refused': answered('no', 'no', [failed], { written: 0 }),
  'the answer failed without network': answered('no', 'no', [offline], { written: 0 }),
  writing: answered('no', 'no', [thanks], { written: words }),
  'near the limit': answered('no', 'no', [thanks], { written: mostCharacters - 40 }),
  'the comment is too long': answered('no', 'field', [thanks], {
    written: mostCharacters + 12,
    isFaulty: true,
  }),
  'the comment is empty': answered('yes', 'field', [thanks], { written: 0, isFaulty: true }),
  'personal data is found': answered('no', 'edit', [thanks], { written: 26 }),
  'the comment is being sent': answered('no', 'submit', [], { written: words }),
  'the comment failed': answered('no', 'submit', [failed, kept], { written: words }),
  'the comment came to a busy service': answered('no', 'submit', [busy, kept], { written: words }),
  // What is refused is told in the label of the field, where the focus goes.
  'the comment was refused': answered('no', 'field', [], { written: words, isFaulty: true }),
  'the comment was refused for personal data': answered('no', 'field', [], {
    written: 26,
    isFaulty: true,
  }),
  'the comment failed without network': answered('no', 'submit', [offline, kept], {
    written: words,
  }),
  'the comment is sent': answered('no', 'no', [stored]),
  'the answer is changed after the comment': answered('yes', 'yes', [thanks]),
};
