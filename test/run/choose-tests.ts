import { existsSync, globSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';

/** The kinds of tests, in the order they run: each has its folder below test/. */
const kinds = ['server', 'widget', 'journey'] as const;

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
  const named = wishes
    .filter((wish) => !kinds.some((kind) => kind === wish))
    .map((file) => ({ kind: kindOfFile(file, root), file: resolve(root, file) }));
  const chosen: ChosenTests = new Map();
  for (const kind of kinds) {
    const files = named.filter((test) => test.kind === kind).map((test) => test.file);
    if (wishes.length === 0 || wishes.includes(kind)) chosen.set(kind, filesOfKind(kind, root));
    else if (files.length > 0) chosen.set(kind, files);
  }
  return chosen;
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
