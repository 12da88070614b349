// Types of the service, from the service itself. `write` refreshes src/api/schema.d.ts,
// `check` fails when the committed file no longer says what the service says.
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const target = join(root, 'frontend', 'src', 'api', 'schema.d.ts');
const path = `${join(root, '.venv', 'bin')}${delimiter}${process.env.PATH ?? ''}`;

const openapi = execFileSync('python', ['-m', 'app.cli', 'openapi'], {
  cwd: root,
  env: { ...process.env, PATH: path },
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
// What has a default may be left out of a question.
const fresh = astToString(
  await openapiTypescript(JSON.parse(openapi), { defaultNonNullable: false }),
);

if (process.argv[2] === 'write') {
  await writeFile(target, fresh);
} else {
  const committed = await readFile(target, 'utf8').catch(() => '');
  if (committed !== fresh) {
    process.stderr.write(
      'frontend/src/api/schema.d.ts is older than the service: run `npm run generate:api`.\n',
    );
    process.exitCode = 1;
  }
}
