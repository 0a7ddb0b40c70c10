import { BlockList, isIP } from 'node:net';

/** Networks that are not the public internet (IANA special-purpose registries), and the clouds' metadata services within them. */
const closed = new BlockList();
const v4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // Azure's platform address is public by its number only.
  ['168.63.129.16', 32],
];
for (const [network, bits] of v4) closed.addSubnet(network, bits, 'ipv4');

/** Of IPv6 only what is given out to the public (2000::/3) is open, and of that not the tunnels and examples. */
const openV6 = new BlockList();
openV6.addSubnet('2000::', 3, 'ipv6');
const closedV6 = new BlockList();
const v6: [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];
for (const [network, bits] of v6) closedV6.addSubnet(network, bits, 'ipv6');

/** True for an address of the public internet. Mapped, translated and tunnelled forms of IPv4 are refused as a whole. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, 'ipv4');
  if (family === 6) return !address.includes('%') && openV6.check(address, 'ipv6') && !closedV6.check(address, 'ipv6');
  return false;
}
