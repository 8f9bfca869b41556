/** The server did not answer in time; nobody knows what became of the call. */
export class NoAnswer extends Error {
  constructor(milliseconds: number) {
    super(`no answer in ${milliseconds} ms`);
  }
}

/**
 * The result of a call, or NoAnswer when so much time passes without a sign of life (`alive`). What becomes of the call
 * afterwards is nobody's concern.
 */
export async function within<T>(milliseconds: number, call: (alive: () => void) => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(milliseconds)), milliseconds);
  });
  try {
    return await Promise.race([call(() => timer?.refresh()), late]);
  } finally {
    clearTimeout(timer);
  }
}
