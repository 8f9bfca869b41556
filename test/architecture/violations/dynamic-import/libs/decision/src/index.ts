export const fine = async () => (await import('@fajiao/collection')).fine;
