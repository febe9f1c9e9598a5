import { existsSync, globSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';

/** The kinds of tests, in the order they run: each has its folder below test/. */
export const kinds = ['server', 'widget', 'journey'] as const;

export type Kind = (typeof kinds)[number];

/** The test files to run, as absolute paths. A kind that is not asked for is not there. */
export type ChosenTests = Map<Kind, string[]>;

const ending = '.test.ts';

/**
 * Finds the tests that the words after `npm test --` ask for.
 * @param wishes names of kinds and paths of test files; none asks for everything
 * @param root the project's folder
 * @throws Error that says which wish cannot be met
 */
export function chooseTests(wishes: readonly string[], root: string): ChosenTests {
  const chosen: ChosenTests = new Map();
  for (const wish of wishes.length > 0 ? wishes : kinds) {
    const asked = kinds.find((kind) => kind === wish);
    const kind = asked ?? kindOfFile(wish, root);
    const files = asked ? filesOfKind(kind, root) : [resolve(root, wish)];
    chosen.set(kind, [...new Set([...(chosen.get(kind) ?? []), ...files])]);
  }
  return new Map(
    kinds.flatMap((kind) => (chosen.has(kind) ? [[kind, chosen.get(kind) ?? []]] : [])),
  );
}

function filesOfKind(kind: Kind, root: string): string[] {
  return globSync(`test/${kind}/**/*${ending}`, { cwd: root })
    .map((file) => resolve(root, file))
    .sort();
}

function kindOfFile(file: string, root: string): Kind {
  const [top, folder] = relative(root, resolve(root, file)).split(sep);
  const kind = kinds.find((name) => top === 'test' && name === folder);
  if (!kind || !file.endsWith(ending) || !existsSync(resolve(root, file))) {
    throw new Error(`${file} is not a test: give ${kinds.join(', ')} or a test file of theirs.`);
  }
  return kind;
}
