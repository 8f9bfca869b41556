export { law } from './domain/law';
