import type { SpeechEvent } from './speech-file.ts';

/** What Orca said in one step. */
export interface Spoken {
  text: string;
  /** When Orca began, in milliseconds since 1970. */
  time: number;
  /** Orca itself fell silent before the end: nobody heard it. */
  cutOff: boolean;
}

/**
 * What Orca says of its own accord, at one time and not at another: that a page loads,
 * what the clipboard holds, that text is no longer marked. It is not listened to.
 */
const ownRemark =
  /^(Läser in\. Var god vänta|Inläsning av .* färdig|Klistrade in innehåll från urklipp|Text avmarkerad)\.$/;

/** How long a voice of usual speed takes for one character, in milliseconds. */
const perCharacter = 60;

/**
 * Puts together what a person would have heard: one utterance after the other, as a
 * voice speaks them, up to where Orca stops its own speech.
 * @param events those since the key was pressed
 */
export function listSpoken(events: readonly SpeechEvent[]): Spoken[] {
  const spoken: (Spoken & { end: number })[] = [];
  for (const event of events) {
    if ('said' in event) {
      const text = event.said.replace(/\s+/g, ' ').trim();
      if (ownRemark.test(text)) continue;
      const start = Math.max(event.time, spoken.at(-1)?.end ?? 0);
      const end = start + text.length * perCharacter;
      spoken.push({ text, time: event.time, cutOff: false, end });
    } else {
      for (const one of spoken) {
        if (one.end <= event.time) continue;
        one.cutOff = true;
        one.end = event.time;
      }
    }
  }
  return spoken;
}
