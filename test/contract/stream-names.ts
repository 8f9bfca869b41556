import { all, everything, idsOf, newBatch } from './sample-events';
import type { Topic } from './store-under-test';

/** A name is any text; two texts are two streams. */
export function streamNames({ under, decision }: Topic): void {
  const names = {
    Chinese: 'case-台文综罚字〔2023〕第7号',
    'an emoji': 'case-👩‍⚖️',
    'white space': 'case-a b\tc\u3000d',
    'a newline': 'case-a\nb\r\nc',
    'quotes and backslashes': `case-'a"b\\c\\'--;$1%s`,
    'signs that mean something elsewhere': 'case-::@/?#&=+{}[]<>|~^`',
    dashes: 'case---1--',
    'no dash': 'case',
    '500 characters': `case-${'x'.repeat(495)}`,
    '500 Chinese characters': `case-${'罚'.repeat(495)}`,
  };
  it.each(Object.entries(names))('%s: written, read, listed under the very name', async (_, stream) => {
    const batch = newBatch(2);
    const { position } = await decision().append(stream, batch, 'none');
    const read = await all(decision().read(stream));
    expect(read.map((event) => event.stream)).toEqual([stream, stream]);
    expect(idsOf(read)).toEqual(idsOf(batch));
    expect(await decision().last(stream)).toMatchObject({ stream, position });
    const audit = await under().open('audit');
    expect((await everything(audit)).filter((event) => event.stream === stream)).toHaveLength(2);
    await audit.close();
  });

  const pairs = {
    'upper and lower case': ['case-Abc', 'case-abc'],
    'a space at the end': ['case-abc2', 'case-abc2 '],
    'composed and decomposed letters': ['case-\u00e9', 'case-e\u0301'],
    'full and half width': ['case-１', 'case-1'],
    'one within the other': ['case-1-1', 'case-1-10'],
    wildcards: ['case-a%', 'case-a_'],
  } as const;
  it.each(Object.entries(pairs))('names that differ by %s are two streams', async (_, [one, other]) => {
    const [first, second] = [newBatch(1), newBatch(1)];
    await decision().append(one, first, 'none');
    await decision().append(other, second, 'none');
    expect(idsOf(await all(decision().read(one)))).toEqual(idsOf(first));
    expect(idsOf(await all(decision().read(other)))).toEqual(idsOf(second));
  });
}
