export { StandAloneDocument as default } from '@mallhive/federation/document';
