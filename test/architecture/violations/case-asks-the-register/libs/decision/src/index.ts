export { officers } from '@fajiao/registry';
