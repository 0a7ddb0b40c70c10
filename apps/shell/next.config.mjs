import { withFederation } from '@mallhive/federation/next';
import config from './federation.config.mjs';

export default withFederation(config);
