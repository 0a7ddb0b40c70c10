export { edition } from './edition.ts';
export { type Behaviour, type FakeRemote, startFakeRemote } from './fake-remote.ts';
export { type FixtureApp, freePort, startFixtureRemote, startFixtureShell } from './fixture-shell.ts';
export { buildFixtures } from './fixtures.ts';
