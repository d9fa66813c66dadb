import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(process.cwd(), 'apps/web/src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(?:tsx?|css)$/.test(file) && !file.endsWith('.spec.ts'),
);
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const findings = (wanted: (file: string) => boolean, pattern: RegExp) =>
  files.filter(wanted).flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );

const feature = (file: string) => file.split('/')[0] ?? '';
const shared = ['app', 'ui', 'locales'];

describe('the source of the web', () => {
  it('is there to be read', () => {
    expect(files.length).toBeGreaterThan(40);
  });

  it('names colors only in the tokens', () => {
    expect(
      findings(
        (file) => file !== 'ui/theme/tokens.ts',
        /#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b(?!.*#)|\brgba?\(|\bhsla?\(/i,
      ),
    ).toEqual([]);
  });

  it('has no font size in px', () => {
    expect(findings(() => true, /font-size:\s*[\d.]+px|fontSize:\s*(?:[\d.]|['"][\d.]+px)|\bfz=\{?["']?\d/)).toEqual(
      [],
    );
  });

  it('has no raw text between tags or in labels', () => {
    const text = />\s*[\p{L}][\p{L} ,.!?]*\s*<\/|(?:label|title|placeholder|description|aria-label|alt)="[^"{]*\p{L}/u;
    expect(findings((file) => file.endsWith('.tsx'), text)).toEqual([]);
  });

  it('imports no feature into another, and no feature into ui or app but the router', () => {
    const wrong = files.flatMap((file) =>
      [...read(file).matchAll(/from '((?:\.\.?\/)+[^']+)'|import\('((?:\.\.?\/)+[^']+)'\)/g)].flatMap(
        ([, one, other]) => {
          const target = join(file, '..', one ?? other ?? '');
          const from = feature(file);
          const to = feature(target);
          const allowed =
            from === to ||
            shared.includes(to) ||
            !files.some((known) => known.startsWith(`${to}/`)) ||
            file === 'app/router.tsx';
          const public_ = /\/(?:public|parts)\//.test(target);
          return allowed || public_ ? [] : [`${file} → ${target}`];
        },
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('loads the style of every Mantine component that it draws', () => {
    const styles = read('ui/theme/mantine.css');
    const drawn = files.flatMap((file) =>
      [...read(file).matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(([, names = '']) =>
        names.split(',').map((name) => name.trim()),
      ),
    );
    expect(drawn.length).toBeGreaterThan(100);
    const without = [...new Set(drawn)].filter((name) => {
      const style = `@mantine/core/styles/${name === 'Highlight' ? 'Mark' : name}.css`;
      return existsSync(join('node_modules', style)) && !styles.includes(`'${style}'`);
    });
    expect(without).toEqual([]);
  });

  it('opens overlays only through ui, app and Mantine, never through the browser', () => {
    expect(findings((file) => /\.tsx?$/.test(file), /\b(?:window\.)?(?:alert|confirm|prompt)\(/)).toEqual([]);
  });
});
