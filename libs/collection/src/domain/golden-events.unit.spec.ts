import { join } from 'node:path';
import { goldenFaults } from '@fajiao/event-store';
import { fines } from './fine/fine.state';
import { paymentCodes } from './payment-code/payment-code';
import { payments } from './payment/payment.state';
import { receiptNumbers } from './receipt-number/receipt-number';
import { refusals } from './refusal/refusal';
import { statements } from './statement/statement';
import { suspense } from './suspense/suspense';

describe('the events of the collecting side', () => {
  it('read as they were written, in every version ever released', () => {
    const aggregates = [fines, payments, paymentCodes, receiptNumbers, statements, suspense, refusals];
    const schemas = Object.assign({}, ...aggregates.map((aggregate) => aggregate.schemas)) as typeof fines.schemas;
    expect(goldenFaults(join(__dirname, 'golden'), schemas)).toEqual([]);
  });
});
