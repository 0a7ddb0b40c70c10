import '../styles/alone.css';
import { ApiProvider } from '@mallhive/api-client';
import { StandAlone } from '@mallhive/federation';
import type { AppProps } from 'next/app';

/** Only for the pages of this remote alone; inside the shop the shell plays this part. */
export default function App({ Component, pageProps }: AppProps) {
  return (
    <ApiProvider>
      <StandAlone name="profile">
        <Component {...pageProps} />
      </StandAlone>
    </ApiProvider>
  );
}
