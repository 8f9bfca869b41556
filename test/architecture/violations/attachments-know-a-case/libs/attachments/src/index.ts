export { penalty } from '@fajiao/decision';
