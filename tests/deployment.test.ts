import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { HEADERS_FILE, nginxHeaders } from '../tools/headers.mjs';

test('nginx has the headers that npm run headers writes', () => {
  expect(readFileSync(HEADERS_FILE, 'utf8')).toBe(nginxHeaders());
});

describe('the Dockerfile', () => {
  const lines = readFileSync('Dockerfile', 'utf8').split('\n');
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n');

  test('uses images with a fixed version', () => {
    const images = lines.filter((line) => line.startsWith('FROM '));
    expect(images).toHaveLength(2);
    for (const image of images)
      expect(image).toMatch(/^FROM [a-z]+:\d+\.\d+(\.\d+)?[\w.-]*( AS \w+)?$/);
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      engines: { node: string };
    };
    expect(images[0]).toContain(`node:${engines.node.replace('>=', '')}`);
  });

  test('does not serve as root', () => {
    const user = lines.findIndex((line) => /^USER (?!root|0)/.test(line));
    expect(user).toBeGreaterThan(0);
    expect(lines.findIndex((line) => line.startsWith('CMD '))).toBeGreaterThan(user);
  });

  test('can copy every file that the build reads', () => {
    const copied = lines
      .filter((line) => /^COPY (?!--from)/.test(line))
      .flatMap((line) => line.split(' ').slice(1, -1))
      .filter((file) => file !== '.');
    for (const file of [...copied, 'LICENSE', 'src', 'static', 'public', 'tools', 'index.html']) {
      expect(existsSync(file), file).toBe(true);
      expect(ignored, file).toContain(`!${file.split('/')[0] ?? ''}`);
    }
  });
});
