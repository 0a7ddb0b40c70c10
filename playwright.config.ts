import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

const portBase = Number(process.env.E2E_PORT_BASE ?? 4100);
const chromium = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (file) => file && existsSync(file),
);

/** Flags that keep a headless Chromium quiet on a machine without a network of its own. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // What a page sends while it is left goes out under the browser's own name, not the device's; a headless one is a program
  // to the shop, and nothing it tells is counted.
  '--user-agent=Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36',
];

/**
 * Browser tests against production builds. Playwright starts the whole shop with fresh demo data on ports of its own
 * (`E2E_PORT_BASE`, 4100 by default); build first with `npm run build`.
 */
export default defineConfig({
  testDir: 'packages/testing/e2e',
  outputDir: '.mallhive/reports/playwright',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A second try, with a trace, tells a machine that was too slow from a defect; whatever needed one is named in the result.
  retries: process.env.CI ? 1 : 0,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? '.mallhive/reports/playwright.json' }],
  ],
  use: {
    baseURL: `http://localhost:${portBase}`,
    trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: chromium, args },
  },
  projects: [
    {
      name: 'desktop',
      testDir: 'packages/testing/e2e/shop',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 } },
    },
    {
      name: 'phone',
      testDir: 'packages/testing/e2e/shop',
      // Keys belong to the wide layout (`checkout-keys` is for both); pages for developers are looked at once; the issuer has
      // one address; the rules of tax and delivery and the bank's file are the whole shop's, and their tests look at both
      // widths themselves.
      testIgnore: [
        '**/keyboard.spec.ts',
        '**/payouts.spec.ts',
        '**/stand-alone.spec.ts',
        '**/issuers.spec.ts',
        '**/tax-and-shipping.spec.ts',
      ],
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } },
    },
    {
      name: 'federation',
      testDir: 'packages/testing/e2e/federation',
      // Its apps are built on first use, and its clocks want a machine to themselves.
      workers: 1,
      fullyParallel: false,
      use: { ...devices['Desktop Chrome'] },
    },
  ],
  // The federation suite brings apps of its own.
  webServer: process.argv.includes('--project=federation')
    ? undefined
    : {
        command: 'node packages/launcher/src/main.ts e2e',
        url: `http://localhost:${portBase}/api/healthz`,
        timeout: 240_000,
        reuseExistingServer: !process.env.CI,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
        stdout: 'pipe',
        stderr: 'pipe',
      },
});
