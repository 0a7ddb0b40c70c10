/** A bar as long as its share of the largest; what it says stands beside it. */
export function ShareBar({ share }: { share: number }) {
  return (
    <svg className="h-2 w-20 shrink-0 max-sm:hidden" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className="fill-sunken" width={100} height={8} rx={4} />
      <rect className="fill-accent" width={Math.max(0, Math.min(1, share)) * 100} height={8} rx={4} />
    </svg>
  );
}
