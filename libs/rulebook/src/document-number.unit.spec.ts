import { documentNumber } from './document-number';
import { loadRulebook } from './load-rulebook';

const { profile } = loadRulebook();

it('a document number follows the pattern of its kind', () => {
  expect(documentNumber(profile, 'penalty', 2023, 1)).toBe('（示）文综罚字〔2023〕第1号');
  expect(documentNumber(profile, 'spot-penalty', 2024, 120)).toBe('（示）文综当罚字〔2024〕第120号');
});
