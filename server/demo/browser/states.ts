/** Walks each example of the page into its state, then marks the page as ready. */
import { mustWalkAlone, walk, type Prompt } from './walk.ts';

await customElements.whenDefined('page-feedback');

const prompts = [...document.querySelectorAll<Prompt>('page-feedback[data-steps]')];
const outcomes = await Promise.allSettled(prompts.filter((one) => !mustWalkAlone(one)).map(walk));
for (const prompt of prompts.filter(mustWalkAlone)) {
  outcomes.push(...(await Promise.allSettled([walk(prompt)])));
}

const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
for (const { reason } of failed) console.error(reason);
document.documentElement.dataset['states'] = failed.length === 0 ? 'ready' : 'failed';
