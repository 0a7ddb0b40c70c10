/** Where a visitor who is not signed in goes, and comes back from. */
export const toSignIn = (path: string) => ({
  redirect: { destination: `/sign-in?callbackUrl=${encodeURIComponent(path)}`, permanent: false },
});
