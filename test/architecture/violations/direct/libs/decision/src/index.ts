export { fine } from '@fajiao/collection';
