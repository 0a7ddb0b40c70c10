import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../bootstrap/problem.mjs';
import { readConfig } from './config.ts';

describe('readConfig', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'mallhive-config-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it.each([
    ['PORT_BASE', 'abc'],
    ['PORT_BASE', '80'],
    ['DATABASE_URL', 'mysql://localhost/shop'],
    ['DATABASE_URL', 'localhost'],
    ['REDIS_URL', 'http://localhost'],
    ['SHOP_CURRENCY', 'CHF'],
    ['LOG_LEVEL', 'loud'],
  ])('names %s when it is %s, and what to do', (name, value) => {
    const attempt = () => readConfig({ MALLHIVE_DATA_DIR: dataDir, [name]: value });
    expect(attempt).toThrow(Problem);
    expect(attempt).toThrow(new RegExp(`^${name} .*\\(it is "${value}"\\)$`));
  });

  it('never repeats a secret that is wrong', () => {
    const attempt = () => readConfig({ MALLHIVE_DATA_DIR: dataDir, SESSION_SECRET: 'hush' });
    expect(attempt).toThrow(/^SESSION_SECRET must have at least 32 characters$/);
  });

  it('treats an empty variable as one that is not set', () => {
    expect(readConfig({ MALLHIVE_DATA_DIR: dataDir, PORT_BASE: '' }).portBase).toBe(3000);
  });

  it('moves every port and address with PORT_BASE', () => {
    const config = readConfig({ MALLHIVE_DATA_DIR: dataDir, PORT_BASE: '5000' });
    expect(config.port('api')).toBe(5007);
    expect(config.environment).toMatchObject({
      SHELL_URL: 'http://localhost:5000',
      REMOTE_CART_URL: 'http://localhost:5003',
      API_URL: 'http://127.0.0.1:5007',
    });
  });

  it('lets what the person set win over the defaults', () => {
    const secret = 's'.repeat(32);
    const config = readConfig({ MALLHIVE_DATA_DIR: dataDir, SESSION_SECRET: secret, API_URL: 'http://127.0.0.1:9999' });
    expect(config.environment.SESSION_SECRET).toBe(secret);
    expect(config.environment.API_URL).toBe('http://127.0.0.1:9999');
  });

  it('makes secrets once, keeps them, and lets nobody else read them', () => {
    const first = readConfig({ MALLHIVE_DATA_DIR: dataDir }).environment;
    const second = readConfig({ MALLHIVE_DATA_DIR: dataDir }).environment;
    expect(first.SESSION_SECRET).toMatch(/^[0-9a-f]{64}$/);
    expect(second.SESSION_SECRET).toBe(first.SESSION_SECRET);
    expect(second.INTERNAL_SECRET).not.toBe(first.SESSION_SECRET);
    const file = path.join(dataDir, 'secrets.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toContain(first.SESSION_SECRET);
  });
});
