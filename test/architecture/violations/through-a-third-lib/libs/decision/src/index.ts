export { fine } from '@fajiao/contracts';
