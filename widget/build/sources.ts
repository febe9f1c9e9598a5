import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

/** A file, read as it stands. */
export function readSource(root: string, file: string): ts.SourceFile {
  const text = readFileSync(resolve(root, file), 'utf8');
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

/** A file, read with the types that it imports. */
export interface TypedSource {
  source: ts.SourceFile;
  checker: ts.TypeChecker;
}

/** Reads a file as the type check does, but for the browser's own types: they take a second. */
export function readTypedSource(root: string, file: string): TypedSource {
  const path = resolve(root, file);
  const config: unknown = ts.readConfigFile(resolve(root, 'tsconfig.json'), (name) =>
    ts.sys.readFile(name),
  ).config;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram([path], { ...options, lib: ['lib.es2022.d.ts'] });
  const source = program.getSourceFile(path);
  if (!source) throw new Error(`There is no ${file}.`);
  return { source, checker: program.getTypeChecker() };
}

/** Every class, interface or the like of a file, also inside other ones. */
export function findNodes<T extends ts.Node>(
  source: ts.SourceFile,
  is: (node: ts.Node) => node is T,
): T[] {
  const found: T[] = [];
  const visit = (node: ts.Node) => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
